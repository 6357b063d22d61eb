"""One's own comment that waits for a mod."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.retelling import retold
from parley.base.saying import later, say
from parley.moderation import queries as moderation
from parley.moderation import taking_back
from parley.people.queries import actor_of
from parley.texts import services as texts
from parley.threads.queries import held_for
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages.reply import crumbs

GONE = later(
    "Then it is gone for good: nobody can read it again, you included, and no mod decides on it. Copy it first if you want to keep "
    "it."
)


@takes("GET")
def held(request: HttpRequest, held_id: int) -> HttpResponseBase:
    """Its author's alone; when a mod has ruled, the address leads to what it became."""
    found = held_for(actor_of(request), held_id)
    if found.comment is not None:
        return redirect(found.comment.url)
    row = rows.HeldRow(
        seed=found.seed.headline, seed_url=found.seed.url, html=texts.shown(found.text).html, at=found.created_at,
        lines=tuple((number, line, words, retold(besides)) for number, line, words, besides in moderation.lines_that_hold(found)),
        citations=len(found.cited),
        take_back_url=f"{found.url}/take-back",
    )  # fmt: skip
    return private_page(request, "held.html", held=row, crumbs=crumbs(found.seed, say("A comment that waits")))


@takes("GET", "POST")
def take_back(request: HttpRequest, held_id: int) -> HttpResponseBase:
    """Asks first, since nothing brings it back."""
    found = held_for(actor_of(request), held_id)
    if found.comment is not None:
        return redirect(found.comment.url)
    if request.method == "POST":
        taking_back.take_back(actor=actor_of(request), held=found)
        tell(request, "Your comment is gone, and no mod decides on it.")
        return redirect(found.seed.url)
    return private_page(
        request, "form.html", title=say("Take your comment back"), crumbs=crumbs(found.seed, say("A comment that waits")),
        words=texts.shown(found.text).plain, action=f"{found.url}/take-back", fields=(), errors=(), submit=say("Take it back"),
        back=found.url,
        hint=say(GONE),
    )  # fmt: skip
