"""Rulings and their undoing. Each is one transaction with one entry in the ledger for each thing done to somebody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from parley.base.decisions import no, require
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict, Invalid
from parley.groups import policy as groups
from parley.groups.models import Cuts, Group
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import casework, flagging, front, lines, penalties, policy, wording
from parley.moderation.actions import Action, Span, actions
from parley.moderation.events import RulingGiven, RulingUndone
from parley.moderation.items import Item, author_id, name_of, seed_of, text_of
from parley.moderation.models import Basis, Case, Happened, MassAct, Ruling
from parley.moderation.penalties import Term
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads import services as threads
from parley.threads.models import Comment, Held

DEBUNKED = "debunked-claim"
"""The kind of clause that needs evidence."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a mod decides. `line`: of the rules that were pinned when the item was posted; `spans`: code points of the revision
    whose key is `revision`; `ticket`: a `Sort` or nothing.
    """

    action: str
    line: int
    clause: str = ""
    spans: Sequence[Span] = ()
    revision: int | None = None
    note: str = ""
    evidence: str = ""
    basis: Basis = Basis.JUDGED
    ticket: str = ""
    term: Term | None = None
    facts: Sequence[Mapping[str, Any]] = ()
    """What software measured for the line, without a word of the item; stands in the log and in the receipt."""


@transaction.atomic
def rule(*, actor: Person, item: Item, choice: Choice, case: Case | None = None, seen: int | None = None) -> Ruling:
    """Carry out a decision on an item and close its case. `seen`: the version of `case` that the mod had before him. Raises
    `Conflict` when another ruled, claimed, or the author wrote another revision since.
    """
    item = _locked(item)
    case = casework.lock(case) if case else casework.lock(casework.open_case(item, at=timezone.now(), by=actor))
    casework.refuse_if_stale(case, actor, seen=seen)
    decision = policy.may_rule(actor, item)
    require(decision)
    action = _action(item, choice)
    if action.is_breach and case.seconded_by_id in {None, actor.pk}:
        refuse_retaliation(actor, author_id(item), seed_of(item).group)
    text = text_of(item)
    if choice.revision is not None and text is not None and (text.current_id or 0) != choice.revision:
        raise Conflict("The comment was edited while you read it. Look at it again, then rule.", "edited")
    note = wording.noted(choice.note, item, choice.spans)
    evidence = wording.noted(choice.evidence, item, choice.spans, most=wording.MOST_EVIDENCE, field="evidence")
    because = lines.because(item, lines.named(item, choice.line, choice.clause), choice.clause)
    if action.is_breach:
        refuse_without_evidence(because["kind"], evidence)
    ruled_on = _released(item, case)
    by = decider_of(actor, seed_of(ruled_on).group)
    if isinstance(ruled_on, Comment):
        flagging.lift_hide(ruled_on, by=actor, decider=by)
        ruled_on = threads.lock(ruled_on)
    entry = ledger.note(
        action.told,
        actor=actor.username,
        decider=by,
        group_id=seed_of(ruled_on).group_id,
        subject=name_of(ruled_on),
        address=ruled_on.url,
        because=because,
        body={
            "note": note,
            "evidence": evidence,
            "involved": decision.reason == "involved",
            "seed": seed_of(ruled_on).pk,
            "basis": choice.basis.value,
            "facts": [dict(each) for each in choice.facts],
        },
    )
    action.apply(ruled_on, choice.spans, entry)
    ruling = _recorded(
        actor, case, ruled_on, choice, evidence, entry, because["version"], is_involved=decision.reason == "involved"
    )
    if action.is_breach:
        sanction(actor, ruling, ruled_on, choice, by)
    _closed(case, actor, is_breach=action.is_breach)
    if isinstance(ruled_on, Seed):
        front.ruled(ruled_on)
    tell(RulingGiven(ruling.pk))
    return ruling


def _locked(item: Item) -> Item:
    if isinstance(item, Comment):
        return threads.lock(item)
    return threads.lock_held(item) if isinstance(item, Held) else seeds.lock(item)


def ways_on(item: Item) -> list[Action]:
    """What the page offers, which is what the service accepts: by the kind of item and the group's setting."""
    on_seed, cuts = isinstance(item, Seed), seed_of(item).group.cuts
    fits = [each for each in actions().values() if (each.on_seeds if on_seed else each.on_comments)]
    if not on_seed and cuts == Cuts.WHOLE:
        return [each for each in fits if each.name != "redact"]
    return [each for each in fits if text_of(item) or each.name not in {"redact", "remove"}]


def _action(item: Item, choice: Choice) -> Action:
    found = next((each for each in ways_on(item) if each.name == choice.action), None)
    if found is None:
        raise Invalid("Choose what to do.", "no-such-action", field="action")
    if not found.is_breach and (choice.ticket or choice.term):
        raise Invalid("Where no rule is broken there is no ticket and no suspension.", "nothing-broken", field="ticket")
    return found


def refuse_retaliation(actor: Person, person_id: int, group: Group) -> None:
    """R4.5: a mod who was overruled needs a second before he sanctions who appealed."""
    days = penalties.scale_of(group).guard_days
    since = timezone.now() - timedelta(days=days)
    overruled = Ruling.objects.filter(
        actor=actor, person=person_id, undone_by__act=Told.APPEAL_GRANTED, undone_by__at__gte=since
    )
    if days and overruled.exists():
        require(no("needs-second"))


def refuse_without_evidence(kind: str, evidence: str) -> None:
    if kind == DEBUNKED and not evidence:
        raise Invalid("Give the fact check: a link, or what it says.", "no-evidence", field="evidence")


def _released(item: Item, case: Case) -> Comment | Seed:
    """What waited is posted under its number first, so that whatever is done to it is done in sight."""
    if not isinstance(item, Held):
        return item
    comment = threads.release(item, at=timezone.now())
    case.comment = comment
    case.save(update_fields=["comment"])
    return threads.lock(comment)


def _recorded(
    actor: Person,
    case: Case,
    item: Comment | Seed,
    choice: Choice,
    evidence: str,
    entry: Entry,
    version: int,
    *,
    is_involved: bool,
) -> Ruling:
    appeal_days = penalties.scale_of(case.group).appeal_days
    purge(*seeds.keys_of(seed_of(item)))
    return Ruling.objects.create(
        case=case,
        comment=item if isinstance(item, Comment) else None,
        seed=seed_of(item),
        person_id=author_id(item),
        actor=actor,
        action=choice.action,
        version_id=version,
        line_number=choice.line,
        clause_key=choice.clause,
        basis=choice.basis,
        is_pointed=case.pointings.filter(line_number=choice.line).exists(),
        is_flagged=case.flags.exists(),
        evidence=evidence,
        is_involved=is_involved,
        appeal_until=timezone.now() + timedelta(days=appeal_days),
        revision_id=text.current_id if (text := text_of(item)) else None,
        entry=entry,
    )


def sanction(actor: Person, ruling: Ruling, item: Comment | Seed, choice: Choice, by: str) -> None:
    """The ticket, and the suspension that the mod chose or that the points bring."""
    person, seed = ruling.person, seed_of(item)
    assert person is not None  # noqa: S101 -- recorded just before
    adding = 0
    term = penalties.checked(actor, person, seed, choice.term) if choice.term else None
    if choice.ticket:
        adding = penalties.points_for(penalties.scale_of(seed.group), choice.ticket)
        by_points = penalties.term_by_points(person, seed.group, adding=adding)
        penalties.give_ticket(ruling, choice.ticket, person=person, group=seed.group)
        is_automatic, term = term is None, term or by_points
    else:
        is_automatic = False
    if term:
        ruling.suspension = penalties.suspend(
            actor=actor.username,
            decider=by,
            person=person,
            seed=seed,
            term=term,
            because=ruling.entry.because,
            is_automatic=is_automatic,
        )
        ruling.save(update_fields=["suspension"])


def _closed(case: Case, actor: Person, *, is_breach: bool) -> None:
    casework.close(case, Happened.RULED, actor=actor)
    flagging.answer(case, is_breach=is_breach)


@transaction.atomic
def undo(*, actor: Person, ruling: Ruling, note: str = "") -> Ruling:
    """End what the ruling did and nothing else: words, citations, votes, points, standing, and numbers are as they were."""
    require(policy.may_undo(actor, ruling))
    _contesting(ruling)  # locked before the item, as by whoever decides an appeal
    ended = end(actor=actor, ruling=ruling, told=Told.RULING_UNDONE, note=note)
    for case in _contesting(ruling):
        casework.close(case, Happened.UNDONE, actor=actor)
    return ended


def _contesting(ruling: Ruling) -> list[Case]:
    """Open appeals, locked: with the ruling undone there is nothing left to decide in them. One for a part of a mass act has more in
    it, and is closed by the layer that knows its parts.
    """
    return [] if ruling.mass_id else [casework.lock(each) for each in Case.objects.filter(contests=ruling, is_open=True)]


def lock_act(mass_id: int) -> None:
    """A mass act and its open appeals, before its comments: two who end rulings of one act settle one after the other what its ticket
    hangs on.
    """
    list(MassAct.objects.select_for_update().filter(pk=mass_id).values_list("pk"))
    list(Case.objects.select_for_update().filter(contests__mass=mass_id, is_open=True).order_by("pk").values_list("pk"))


@transaction.atomic
def end(*, actor: Person, ruling: Ruling, told: Told, note: str = "", is_involved: bool = False) -> Ruling:
    """What `undo` and a granted appeal have in common; rights are the caller's."""
    if ruling.mass_id is not None:
        lock_act(ruling.mass_id)
    item = _locked(ruling.comment or ruling.seed)
    assert not isinstance(item, Held)  # noqa: S101 -- nothing is ruled on before it is released
    ruling = (
        Ruling.objects.select_for_update(of=("self",))
        .select_related("entry", "person", "suspension__entry")
        .get(pk=ruling.pk)
    )
    if ruling.undone_by_id is not None:
        require(no("nothing-to-undo"))
    text = text_of(item)
    cut = texts.standing_spans(text) if text else ()
    decider = decider_of(actor, seed_of(item).group)
    by = ledger.note(
        told,
        actor=actor.username,
        decider=decider,
        group_id=seed_of(item).group_id,
        subject=ruling.entry.subject,
        address=item.url,
        because=ruling.entry.because,
        body={"note": wording.noted(note, item, cut), "undoes": ruling.entry_id, "involved": is_involved},
        corrects=ruling.entry,
    )
    actions()[ruling.action].undo(item, ruling.entry, by)
    ruling.undone_by = by
    ruling.save(update_fields=["undone_by"])
    purge(*seeds.keys_of(seed_of(item)))
    penalties.end_with(ruling, seed_of(item).group, actor=actor.username, decider=decider)
    if ruling.case and told == Told.RULING_UNDONE:
        casework.step(casework.lock(ruling.case), Happened.UNDONE, actor=actor)
    flagging.answer_anew(ruling, is_overturned=told == Told.APPEAL_GRANTED)
    tell(RulingUndone(ruling.pk))
    return ruling


def decider_of(actor: Person, group: Group) -> str:
    """Kind of decider, as readers are told."""
    role = groups.role_in(actor, group)
    if role in {"mod", "owner"}:
        return f"group {role}"
    return "admin" if actor.site_role == "admin" else "site mod"
