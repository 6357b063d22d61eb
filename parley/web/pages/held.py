"""One's own comment that waits for a mod."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.moderation import queries as moderation
from parley.people.queries import actor_of
from parley.texts import services as texts
from parley.threads.queries import held_for
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.pages.reply import crumbs


@takes("GET")
def held(request: HttpRequest, held_id: int) -> HttpResponseBase:
    """Its author's alone; when a mod has ruled, the address leads to what it became."""
    found = held_for(actor_of(request), held_id)
    if found.comment is not None:
        return redirect(found.comment.url)
    row = rows.HeldRow(
        seed=found.seed.headline, seed_url=found.seed.url, html=texts.shown(found.text).html, at=found.created_at,
        lines=tuple(moderation.lines_that_hold(found)), citations=len(found.cited),
    )  # fmt: skip
    answer = page(request, "held.html", held=row, crumbs=crumbs(found.seed, "A comment that waits"))
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
