"""A ruling to whom it concerns: the statement of reasons, the private talk about it, and the appeal."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from parley.appeals import policy as appealing
from parley.appeals import queries as appeals
from parley.appeals import services as contesting
from parley.base.refusals import NotThere, Refusal
from parley.base.saying import day, moment, say
from parley.deciding import receipts
from parley.groups import policy as groups
from parley.ledger.wording import who_decided
from parley.moderation import mass, policy, statements, talk
from parley.moderation import queries as moderation
from parley.people.queries import actor_of
from parley.texts import services as texts
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes

if TYPE_CHECKING:
    from parley.appeals.models import Appeal
    from parley.moderation.models import Ruling


@takes("GET")
def statement(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    return _page(request, _ruling(request, ruling_id))


@takes("GET")
def receipt(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    """A file to be kept; what `parley-verify receipt` checks."""
    ruling = _ruling(request, ruling_id)
    answer = HttpResponse(receipts.receipt_of(ruling), content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{receipts.name_of(ruling)}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@takes("POST")
def talk_(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    ruling = _ruling(request, ruling_id)
    try:
        talk.write(actor=actor_of(request), ruling=ruling, source=request.POST.get("text", ""))
    except Refusal as refusal:
        return _page(request, ruling, refusal)
    tell(request, "Sent. Only you and the mods concerned read it.")
    return redirect(f"{ruling.url}#talk")


@takes("POST")
def appeal(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    ruling = _ruling(request, ruling_id)
    try:
        contesting.appeal(actor=actor_of(request), ruling=ruling, source=request.POST.get("grounds", ""))
    except Refusal as refusal:
        return _page(request, ruling, refusal)
    tell(request, "Your appeal is made. Somebody with no part in the ruling decides, and you are told how.")
    return redirect(ruling.url)


def _ruling(request: HttpRequest, ruling_id: int) -> "Ruling":
    """For the person concerned, also when suspended, and for mods who may talk with him; nobody else learns that it has such a
    page.
    """
    ruling = moderation.ruling_for(actor_of(request), ruling_id)
    if not policy.may_talk(actor_of(request), ruling):
        raise NotThere
    return ruling


def _page(request: HttpRequest, ruling: "Ruling", refusal: Refusal | None = None) -> HttpResponseBase:
    group = ruling.seed.group
    is_open = bool(groups.may_read(actor_of(request), group))
    row = _row(request, ruling, refusal, is_open=is_open)
    crumbs = [
        rows.CrumbRow(label=group.title, url=group.url if is_open else None),
        rows.CrumbRow(label=say("Statement of reasons")),
    ]
    return private_page(request, "statement.html", said=row, crumbs=crumbs, status=refusal.status if refusal else 200)


def _row(request: HttpRequest, ruling: "Ruling", refusal: Refusal | None, *, is_open: bool) -> rows.StatementRow:
    """`is_open`: the reader may read the group."""
    viewer = actor_of(request)
    said, made = statements.statement_of(ruling), appeals.appeal_of(ruling)
    is_concerned = viewer.pk == ruling.person_id
    may_appeal = appealing.may_appeal(viewer, ruling, now=timezone.now(), is_appealed=made is not None)
    return rows.StatementRow(
        url=ruling.url,
        title=f"{said.done}: {said.subject}",
        facts=_facts(said, ruling),
        item_url=(ruling.comment or ruling.seed).url if is_open else None,
        entry_url=ruling.entry.address_of_entry if is_open else None,
        is_undone=ruling.undone_by_id is not None,
        is_concerned=is_concerned,
        talk=tuple(
            rows.TalkRow(
                who="" if is_concerned and each.is_from_mods else each.author.name,
                is_mods=each.is_from_mods,
                html=texts.shown(each.text).html,
                at=each.at,
            )
            for each in moderation.talk_of(ruling)
        ),
        appeal_url=f"{ruling.url}/appeal" if may_appeal else None,
        appeal_state=_appeal_state(made, ruling),
        appeal=texts.shown(made.text).html if made else None,
        appeal_until=day(said.appeal_until, long=True) if said.appeal_until else "",
        undo_url=f"{ruling.url}/undo" if not is_concerned and policy.may_undo(viewer, ruling) else None,
        mass=_mass(ruling),
        text=request.POST.get("text", ""),
        grounds=request.POST.get("grounds", ""),
        errors=(refusal.sentence,) if refusal else (),
    )


def _mass(ruling: "Ruling") -> tuple[str, str] | None:
    if ruling.mass_id is None:
        return None
    return say("One of {count} that were removed at once", count=mass.counted(ruling.mass_id)[0]), f"/mass/{ruling.mass_id}"


def _facts(said: statements.Statement, ruling: "Ruling") -> tuple[tuple[str, str], ...]:
    """The fields that the law names, each under its own heading; what was done is the title. Empty ones are left out."""
    stands = ruling.undone_by_id is None
    rule = say("Rule {number}: “{line}”, as it stood when you posted", number=said.line_number, line=said.line)
    found = (
        (say("The words"), statements.quoted(said.words)),
        (say("The rule"), rule),
        (say("What it rests on"), said.basis),
        (say("Who decided"), _decider(said)),
        (say("How it was found"), said.detected),
        (say("Evidence"), said.evidence),
        (say("Note"), said.note),
        (say("Ticket"), said.ticket if stands else ""),
        (say("Suspension"), said.suspension if stands else ""),
        (say("How far it reaches"), said.where if stands else ""),
        (say("What you can do"), statements.redress(said) if stands else ""),
        (say("When"), say("{at} UTC", at=moment(ruling.created_at, long=True))),
    )
    return tuple((name, value) for name, value in found if value)


def _decider(said: statements.Statement) -> str:
    who = who_decided(said.decider)
    return say("{who}, who had a part in it, since nobody was free of one", who=who) if said.is_involved else who


def _appeal_state(made: "Appeal | None", ruling: "Ruling") -> tuple[str, ...]:
    if made is None:
        return ()
    if made.is_granted is None and ruling.undone_by_id is not None:
        return (say("The ruling was undone before the appeal was decided: what was taken is back, to the letter."),)
    if made.is_granted is None:
        on = day(made.created_at, long=True)
        return (say("Appealed on {day}. Somebody with no part in the ruling decides.", day=on),)
    done = say(
        "The appeal was granted: what was taken is back, to the letter."
        if made.is_granted
        else "The appeal was refused: the ruling stands."
    )
    return done, say("Why: {reasons}", reasons=made.reasons)
