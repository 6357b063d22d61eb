"""Holding a discussion under strain, and calling for calm: for mods."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.queries import group_for
from parley.moderation import straining as moderation
from parley.people.queries import actor_of
from parley.posting import services as posting
from parley.seeds.queries import seed_for
from parley.threads import straining
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages import group_rows, strain_rows
from parley.web.pages.asked import whole
from parley.web.pages.reply import crumbs
from parley.web.pages.sent import Sent

if TYPE_CHECKING:
    from parley.groups.models import Group
    from parley.people.models import Person
    from parley.seeds.models import Seed

NAMES = ("way", "hours", "minutes", "note")


@takes("GET", "POST")
def strain(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """The call for calm is open to every mod; the rest to those who take no part."""
    actor = actor_of(request)
    seed = seed_for(actor, seed_id)
    require(groups.may_moderate(actor, seed.group))
    if request.method != "POST":
        return _form(request, seed, {}, say(posting.CALM))
    values = {name: request.POST.get(name, "")[:2_000] for name in NAMES}
    calm = request.POST.get("text", say(posting.CALM)).replace("\r\n", "\n")
    try:
        said = _done(request, actor, seed, values, calm)
    except Refusal as refusal:
        return _form(request, seed, values, calm, refusal)
    tell(request, said)
    return redirect(f"{seed.url}#discussion")


def _done(request: HttpRequest, actor: "Person", seed: "Seed", values: dict[str, str], calm: str) -> str:
    match request.POST.get("do"):
        case "calm":
            made = posting.call_for_calm(actor=actor, seed=seed, source=calm, form_key=Sent.by(request.POST).token)
            return say("Your call for calm stands as comment {number}.", number=made.number)
        case "ease":
            moderation.ease(actor=actor, seed=seed, strain_id=whole(request.POST.get("strain")) or 0)
            return say("Ended. The log says so.")
    asked = moderation.Asked(
        way=values["way"], note=values["note"], hours=whole(values["hours"]) or 0, minutes=whole(values["minutes"]) or 0
    )
    moderation.strain(actor=actor, seed=seed, asked=asked)
    return say("It holds from now on. The log says so.")


def _form(
    request: HttpRequest, seed: "Seed", values: dict[str, str], calm: str, refusal: Refusal | None = None
) -> HttpResponseBase:
    may, standing = moderation.may_strain(actor_of(request), seed), straining.standing_in(seed)
    field = getattr(refusal, "field", "") if refusal else ""
    errors = {field: refusal.sentence} if refusal else {}
    return private_page(
        request, "strain.html", status=refusal.status if refusal else 200, crumbs=crumbs(seed, say("Ease this discussion")),
        action=f"/s/{seed.pk}/strain", strains=strain_rows.strip(seed, standing), recused="" if may else may.sentence,
        fields=strain_rows.fields(values, errors, is_closed=standing.closed_at is not None), errors=list(errors.values()),
        calm=rows.FieldRow(name="text", label=say("What you say to everybody"), kind="area", value=calm,
                           hint=say("It names nobody, and stands apart in the discussion.")),
        token=str(uuid4()), back=seed.url, holds_url=f"{seed.group.url}/holds",
    )  # fmt: skip


@takes("GET", "POST")
def holds(request: HttpRequest, name: str) -> HttpResponseBase:
    """Members of a group whose new comments wait for a mod."""
    actor = actor_of(request)
    group = group_for(actor, name)
    require(groups.may_moderate(actor, group))
    if request.method != "POST":
        return _holds(request, group, {}, None)
    values = {each: request.POST.get(each, "")[:2_000] for each in ("username", "days", "note")}
    try:
        if request.POST.get("do") == "free":
            moderation.free_member(actor=actor, group=group, hold_id=whole(request.POST.get("hold")) or 0)
        else:
            moderation.hold_member(
                actor=actor, group=group, username=values["username"], days=whole(values["days"]) or 0, note=values["note"]
            )
    except Refusal as refusal:
        return _holds(request, group, values, refusal)
    tell(request, "Done. The log says so, and so is the member told.")
    return redirect(f"{group.url}/holds")


def _holds(request: HttpRequest, group: "Group", values: dict[str, str], refusal: Refusal | None) -> HttpResponseBase:
    wrong = {getattr(refusal, "field", ""): refusal.sentence} if refusal else {}
    labels = {"username": say("Name of the member"), "days": say("For how many days"), "note": say("Why")}
    fields = [
        rows.FieldRow(name=each, label=label, value=values.get(each, ""), kind="number" if each == "days" else "text",
                      errors=(wrong[each],) if each in wrong else (), is_required=True)
        for each, label in labels.items()
    ]  # fmt: skip
    found = [
        rows.MemberHoldRow(key=str(each.pk), name=each.person.name, url=each.person.url, until=each.ends_at, why=each.note)
        for each in straining.holds_in(group.pk)
    ]
    return private_page(
        request, "holds.html", status=refusal.status if refusal else 200, head=group_rows.head(group, actor_of(request), "Cases"),
        action=f"{group.url}/holds", holds=found, fields=fields, errors=list(wrong.values()),
    )  # fmt: skip

