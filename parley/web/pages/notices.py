"""What one was told, newest first."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.inbox import queries as inbox
from parley.inbox import services
from parley.inbox.wording import words_of
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.pages.asked import whole
from parley.web.pages.front import more_row

PAGE = 30


@takes("GET")
def notices(request: HttpRequest) -> HttpResponseBase:
    found = inbox.notices_of(actor_of(request), before=whole(request.GET.get("after")), limit=PAGE + 1)
    lines = []
    for each in found[:PAGE]:
        words = words_of(each)
        lines.append(
            rows.NoticeLine(
                url=f"/notices/{each.pk}",
                subject=words.subject,
                lines=words.lines,
                at=each.at,
                is_new=each.read_at is None,
            )
        )
    more = more_row("/notices", {}, found[PAGE - 1].pk if len(found) > PAGE else None)
    answer = page(
        request, "notices.html", here="notices", lines=lines, more=more, has_new=any(line.is_new for line in lines)
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@takes("GET")
def follow(request: HttpRequest, notice_id: int) -> HttpResponseBase:
    """To what a notice is about; it counts as read."""
    notice = inbox.notice_for(actor_of(request), notice_id)
    services.mark_read(actor=actor_of(request), notice=notice)
    return redirect(words_of(notice).url)


@takes("POST")
def read(request: HttpRequest) -> HttpResponseBase:
    services.mark_read(actor=actor_of(request))
    return redirect("/notices")
