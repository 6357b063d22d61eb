"""An impasse with another member: asking for it, and ending it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.refusals import Refusal
from parley.base.saying import later, say
from parley.people.queries import actor_of
from parley.threads import impasses
from parley.threads.queries import comment_for
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages.reply import crumbs, no_entry

BOTH = later(
    "Neither of you answers or quotes the other in this discussion from then on; both are bound at once. The other is told, without "
    "a reason. It ends when both agree, or when a mod ends it."
)


@takes("GET", "POST")
def begin(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    actor = actor_of(request)
    comment = comment_for(actor, comment_id)
    if request.method == "POST":
        try:
            made = impasses.begin(actor=actor, comment=comment)
        except Refusal as refusal:
            return no_entry(request, comment.seed, refusal)
        tell(request, "The impasse holds. It binds you both.")
        return redirect(made.url)
    title = say("Impasse with {name}", name=comment.author.name)
    return private_page(
        request, "form.html", title=title, crumbs=crumbs(comment.seed, title), hint=say(BOTH), action=f"{comment.url}/impasse",
        fields=[], errors=[], submit=say("Begin the impasse"), back=comment.url,
        more=say("You can begin {most} within a day. The log tells of it without your names.", most=impasses.MOST_A_DAY),
    )  # fmt: skip


@takes("GET", "POST")
def impasse(request: HttpRequest, impasse_id: int) -> HttpResponseBase:
    """For the two of it, and mods."""
    actor = actor_of(request)
    found = impasses.impasse_for(actor, impasse_id)
    if request.method == "POST":
        try:
            found = impasses.end(actor=actor, impasse=found)
        except Refusal as refusal:
            return no_entry(request, found.seed, refusal)
        tell(request, "The impasse has ended." if found.ended_at else "You offered to end it. It ends when the other agrees.")
        return redirect(found.url)
    is_mine = actor.pk in {found.one_id, found.other_id}
    waits = found.ended_at is None and is_mine and found.offered_by_id == actor.pk
    offered = found.offered_by_id is not None and not waits
    title = say("Impasse of {one} and {other}", one=found.one.name, other=found.other.name)
    return private_page(
        request, "impasse.html", title=title, crumbs=crumbs(found.seed, say("Impasse")), begun=found.created_at,
        ended=found.ended_at, waits=waits, action=found.url, back=found.seed.url, offered=is_mine and offered,
        submit="" if found.ended_at or waits else _submit(is_mine=is_mine, is_offered=offered),
    )  # fmt: skip


def _submit(*, is_mine: bool, is_offered: bool) -> str:
    if not is_mine:
        return say("End it")
    return say("Agree to end it") if is_offered else say("Offer to end it")
