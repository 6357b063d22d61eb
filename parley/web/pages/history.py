"""Every wording of a comment, as it may be shown now."""

from django.http import HttpRequest, HttpResponseBase

from parley.base.keys import shows
from parley.base.saying import say
from parley.people.queries import viewer_of
from parley.texts import services as texts
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages.reply import crumbs
from parley.web.pages.thread_rows import removed_row


@kept_page()
@takes("GET")
def history(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(viewer_of(request), comment_id)
    shows(request, f"seed/{comment.seed_id}", f"group/{comment.seed.group_id}")
    removed = comment.text.removed_by
    revisions = [
        rows.RevisionRow(
            label=say("Wording {number}", number=each.number), at=comment.created_at if each.number == 1 else each.at, html=each.html,
            is_current=each.is_current,
        )
        for each in texts.history(comment.text)
    ]  # fmt: skip
    title = say("Wordings of comment {number}", number=comment.number)
    return page(
        request, "history.html", title=title, author=comment.author.name, url=comment.url, revisions=revisions,
        removed=removed_row(removed) if removed else None, crumbs=crumbs(comment.seed, title),
    )  # fmt: skip
