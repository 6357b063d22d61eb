"""Many comments of one author removed at once, and brought back at once (R4.13). A ruling and an entry for each, so that marks,
statements, records, and appeals are those of any ruling; one transaction, one notice, at most one ticket for all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from houserules import NumberedLine
from parley.base.batches import batches, update_each
from parley.base.decisions import no, require
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict, Invalid, NotThere
from parley.base.saying import say
from parley.groups import policy as groups
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.moderation import flagging, lines, penalties, recusal, services, wording
from parley.moderation.events import RulingGiven, RulingUndone
from parley.moderation.items import name_of
from parley.moderation.models import Basis, Case, Flag, Happened, MassAct, Pointing, Ruling, Step, Ticket
from parley.moderation.models import Reach as Reach  # noqa: PLC0414 -- handed on to pages
from parley.people.models import Person
from parley.texts import services as texts
from parley.threads.models import Comment

MOST = 5_000
AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a mod asks for: comments of the author of `about`, so far, for a line of its rules."""

    about: Comment
    line: int
    reach: Reach = Reach.SEED
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One comment in reach, and why it would be left standing; empty where it would go."""

    comment: Comment
    why_not: str
    line: NumberedLine | None
    is_involved: bool = False


WHY_NOT = {
    "recused": "You take part there, so another mod has to look at it.",
    "no-such-line": "This rule is not one of that discussion’s.",
    "claimed": "Another mod has it before him now.",
}


def listed(actor: Person, wanted: Wanted) -> list[Listed]:
    """What the act would do, oldest first, the newest `MOST` of it. Raises `NotAllowed` where the actor moderates nothing there, and
    `Invalid` for a line that is none.
    """
    require(groups.may_moderate(actor, wanted.about.seed.group))
    named = lines.named(wanted.about, wanted.line)
    standing = Q(text__removed_by=None) | Q(text__removed_by__act=Told.TEXT_HIDDEN)  # what a seeder hid waits for a mod
    newest = _whole(_in_reach(wanted).filter(standing)).order_by("-pk")[:MOST]
    return _weighed(actor, sorted(newest, key=lambda each: each.pk), named)


def _in_reach(wanted: Wanted) -> QuerySet[Comment]:
    found = Comment.objects.filter(author=wanted.about.author_id)
    if wanted.reach == Reach.SEED:
        found = found.filter(seed=wanted.about.seed_id)
    else:
        found = found.filter(seed__group=wanted.about.seed.group_id)
    if wanted.since:
        found = found.filter(created_at__date__gte=wanted.since)
    return found


def _whole(found: Any) -> Any:
    """Each with what ruling on it asks for. What many share is fetched once: to make thousands of equal rows takes longer."""
    return found.select_related("text__current").prefetch_related("author", "seed__group", "seed__seeder", "text__removed_by")


def _weighed(actor: Person, comments: Sequence[Comment], named: NumberedLine) -> list[Listed]:
    """The line is the same where its words are: numbers differ from discussion to discussion."""
    seeds = {comment.seed_id: comment for comment in comments}
    standing = {key: _line_in(comment, named) for key, comment in seeds.items()}
    claimed = _claimed(actor, comments)
    free = {
        comment.pk: may
        for some in batches(comments, AT_ONCE)
        for comment, may in zip(some, recusal.freedom(actor, [(each, None) for each in some]), strict=True)
    }
    found = []
    for comment in comments:
        line, may = standing[comment.seed_id], free[comment.pk]
        why = "recused" if may is None else "" if line else "no-such-line"
        found.append(Listed(comment, why or ("claimed" if comment.pk in claimed else ""), line, is_involved=may == "involved"))
    return found


def _line_in(comment: Comment, named: NumberedLine) -> NumberedLine | None:
    return next((line for line in lines.lines_of(comment) if line.text == named.text), None)


def _claimed(actor: Person, comments: Sequence[Comment]) -> set[int | None]:
    """Those whose case another mod has before him."""
    found: set[int | None] = set()
    for some in batches(comments, AT_ONCE):
        cases = Case.objects.filter(comment__in=some, is_open=True, contests=None, claimed_until__gt=timezone.now())
        found |= set(cases.exclude(claimed_by=actor).values_list("comment_id", flat=True))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What goes: keys of comments, each with the key of the revision that the mod had before him."""

    wanted: Wanted
    items: Mapping[int, int]
    note: str = ""
    evidence: str = ""
    ticket: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    act: MassAct
    removed: int
    left: tuple[tuple[str, str], ...]
    """Of those chosen, which stay, and why: name and sentence."""


@transaction.atomic
def remove_all(*, actor: Person, decision: Decision) -> Done:
    """Remove what was chosen, and nothing that came, was edited, or was decided meanwhile. Raises `NotAllowed`, `Invalid`, and
    `Conflict` where nothing is left to remove.
    """
    wanted = decision.wanted
    group = wanted.about.seed.group
    require(groups.may_moderate(actor, group))
    if not 0 < len(decision.items) <= MOST:
        raise Invalid(say("Choose from one to {most} comments.", most=MOST), "nothing-chosen", field="items")
    services.refuse_retaliation(actor, wanted.about.author_id, group)
    named = lines.named(wanted.about, wanted.line)
    comments = _locked(_in_reach(wanted).filter(pk__in=list(decision.items)))
    note = wording.noted(decision.note, wanted.about, ())
    evidence = wording.noted(decision.evidence, wanted.about, (), most=wording.MOST_EVIDENCE, field="evidence")
    for clause in named.clauses:
        services.refuse_without_evidence(clause.kind, evidence)
    weighed = [(each, _why_not(each, decision.items)) for each in _weighed(actor, comments, named)]
    going = [each for each, why in weighed if not why]
    for field, said in (("note", note), ("evidence", evidence)):
        for each in going if said else ():
            wording.refuse_repeats(said, texts.for_judging(each.comment.text), field=field)
    if not going:
        raise Conflict("Nothing of what you chose can be removed any more. Look at the list again.", "nothing-left")
    act = MassAct.objects.create(
        group=group, person_id=wanted.about.author_id, actor=actor, reach=wanted.reach, seed=wanted.about.seed, since=wanted.since
    )
    rulings = _ruled(act, going, note, evidence)
    if decision.ticket:
        choice = services.Choice(action="remove", line=rulings[0].line_number, ticket=decision.ticket)
        services.sanction(actor, rulings[0], rulings[0].seed, choice, services.decider_of(actor, group))
    tell(RulingGiven(rulings[0].pk))
    return Done(act, len(rulings), tuple((name_of(each.comment), why) for each, why in weighed if why))


def _locked(found: Any) -> list[Comment]:
    """In order of their keys, so that two acts at once wait for each other and neither for ever."""
    return list(_whole(found.select_for_update(of=("self",))).order_by("pk"))


def _why_not(each: Listed, seen: Mapping[int, int]) -> str:
    removed_by = each.comment.text.removed_by
    if removed_by is not None and removed_by.act != Told.TEXT_HIDDEN:
        return say("It was removed meanwhile.")
    if each.comment.text.current_id != seen[each.comment.pk]:
        return say("It was edited while you read.")
    return say(WHY_NOT[each.why_not]) if each.why_not else ""


def _ruled(act: MassAct, going: Sequence[Listed], note: str, evidence: str) -> list[Ruling]:
    """Entries, tombstones, rulings, and cases that are closed by them; queries grow by hundreds of comments, not by each."""
    actor, decider = act.actor, services.decider_of(act.actor, act.group)
    for comment in _hidden([each.comment for each in going]):
        flagging.lift_hide(comment, by=actor, decider=decider)
    entries = ledger.note_all([
        {
            "act": Told.TEXT_REMOVED, "actor": actor.username, "decider": decider, "group_id": act.group_id,
            "subject": name_of(each.comment), "address": each.comment.url,
            "because": lines.because(each.comment, _named(each), ""),
            "body": {
                "note": note, "evidence": evidence, "involved": each.is_involved, "seed": each.comment.seed_id,
                "basis": Basis.JUDGED.value, "facts": [], "mass": act.pk,
            },
        }
        for each in going
    ])  # fmt: skip
    texts.remove_all({each.comment.text_id: entry for each, entry in zip(going, entries, strict=True)})
    cases = _cases([each.comment for each in going])
    until = timezone.now() + timedelta(days=penalties.scale_of(act.group).appeal_days)
    rulings = Ruling.objects.bulk_create(
        [
            Ruling(
                case=cases.get(each.comment.pk), comment=each.comment, seed=each.comment.seed, person_id=act.person_id, actor=actor,
                action="remove", version_id=entry.because["version"], line_number=entry.because["number"], basis=Basis.JUDGED,
                evidence=evidence, is_involved=each.is_involved, appeal_until=until, entry=entry, mass=act,
                revision_id=each.comment.text.current_id,
            )
            for each, entry in zip(going, entries, strict=True)
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip
    _close(act, list(cases.values()))
    purge(*{f"seed/{each.comment.seed_id}" for each in going})
    return rulings


def _named(each: Listed) -> NumberedLine:
    assert each.line is not None  # noqa: S101 -- what has none was left out
    return each.line


def _hidden(comments: Sequence[Comment]) -> list[Comment]:
    """Those that a seeder hid until a mod rules."""
    keys: set[int | None] = set()
    for some in batches(comments, AT_ONCE):
        found = Flag.objects.filter(case__comment__in=some, hide__isnull=False, shown_by=None)
        keys |= set(found.values_list("case__comment_id", flat=True))
    return [each for each in comments if each.pk in keys]


def _cases(comments: Sequence[Comment]) -> dict[int, Case]:
    """Open cases by comment, locked."""
    found: dict[int, Case] = {}
    for some in batches(comments, AT_ONCE):
        for case in Case.objects.select_for_update().filter(comment__in=some, is_open=True, contests=None).order_by("pk"):
            found[case.comment_id or 0] = case
    return found


def _close(act: MassAct, cases: Sequence[Case]) -> None:
    """Cases of what was removed are closed by it, and their flags answered."""
    now = timezone.now()
    for some in batches(cases, AT_ONCE):
        keys = [case.pk for case in some]
        Case.objects.filter(pk__in=keys).update(
            is_open=False, closed_at=now, wants_second=None, claimed_by=None, claimed_until=None, version=F("version") + 1
        )
        Step.objects.bulk_create([Step(case_id=key, actor=act.actor, what=Happened.RULED, at=now) for key in keys])
        flagged = set(Flag.objects.filter(case__in=keys).values_list("case_id", flat=True))
        pointed = set(Pointing.objects.filter(case__in=keys).values_list("case_id", flat=True))
        Ruling.objects.filter(case__in=flagged, mass=act).update(is_flagged=True)
        Ruling.objects.filter(case__in=pointed, mass=act).update(is_pointed=True)
    for case in cases:
        flagging.answer(case, is_breach=True)


@transaction.atomic
def undo(*, actor: Person, act: MassAct) -> int:
    """Bring back what the act removed and what still lies removed by it; what others did since stays. How many came back. Raises
    `NotAllowed` where the actor takes part in any of it, and `Conflict` where nothing is left.
    """
    rulings = standing_of(act)
    if not rulings:
        raise Conflict("All of it was undone before.", "nothing-to-undo")
    require_free(actor, rulings)
    services.lock_act(act.pk)
    ended = end_all(actor=actor, rulings=rulings, told=Told.RULING_UNDONE)
    tell(RulingUndone(ended[0].pk))
    return len(ended)


def require_free(actor: Person, rulings: Sequence[Ruling]) -> None:
    """May rule on each of these comments."""
    require(groups.may_moderate(actor, rulings[0].seed.group))
    for some in batches([each.comment for each in rulings if each.comment], AT_ONCE):
        if None in recusal.freedom(actor, [(each, None) for each in some]):
            require(no("recused"))


def counted(key: int) -> tuple[int, int]:
    """How many an act removed, and how many of them lie removed now; one query."""
    found = Ruling.objects.filter(mass=key).aggregate(many=Count("pk"), standing=Count("pk", filter=Q(undone_by=None)))
    return found["many"], found["standing"]


def rulings_of(act: MassAct) -> list[Ruling]:
    """All of them, oldest first."""
    return list(act.rulings.select_related("entry", "comment__text__current").prefetch_related("seed__group").order_by("pk"))


def keys_appealed(act: MassAct) -> set[int]:
    """Of its rulings that somebody contested."""
    return set(act.rulings.filter(appealed_in__isnull=False).values_list("pk", flat=True))


def standing_of(act: MassAct) -> list[Ruling]:
    """Its rulings that nobody undid, oldest first, with their comments."""
    return standing_among(act.rulings.all())


def standing_among(rulings: QuerySet[Ruling]) -> list[Ruling]:
    found = rulings.filter(undone_by=None).order_by("pk")
    return list(
        found.select_related("entry", "comment__text__current").prefetch_related(
            "person", "suspension__entry", "seed__group", "comment__author", "comment__seed__group", "comment__seed__seeder"
        )
    )


@transaction.atomic
def end_all(*, actor: Person, rulings: Sequence[Ruling], told: Told, is_involved: bool = False) -> list[Ruling]:
    """What undoing and a granted appeal have in common, for removals of one group, as `standing_of` gives them; those that ended
    meanwhile are passed over. Rights are the caller's. Queries grow by hundreds of rulings.
    """
    list(Comment.objects.select_for_update().filter(pk__in=[each.comment_id for each in rulings]).order_by("pk").values_list("pk"))
    standing = Ruling.objects.select_for_update().filter(pk__in=[each.pk for each in rulings], undone_by=None)
    locked = set(standing.order_by("pk").values_list("pk", flat=True))
    ended = [each for each in rulings if each.pk in locked]
    if not ended:
        require(no("nothing-to-undo"))
    group = ended[0].seed.group
    decider = services.decider_of(actor, group)
    entries = ledger.note_all([
        {
            "act": told, "actor": actor.username, "decider": decider, "group_id": group.pk, "subject": each.entry.subject,
            "address": each.entry.address, "because": each.entry.because, "corrects": each.entry,
            "body": {"note": "", "undoes": each.entry_id, "involved": is_involved, "mass": each.mass_id},
        }
        for each in ended
    ])  # fmt: skip
    texts.lift_all({each.comment.text_id: each.entry for each in ended if each.comment})
    for ruling, by in zip(ended, entries, strict=True):
        ruling.undone_by = by
    update_each(ended, ["undone_by"])
    purge(*{f"seed/{each.seed_id}" for each in ended})
    for ruling in _costly(ended):
        penalties.end_with(ruling, group, actor=actor.username, decider=decider)
    for ruling in ended:
        if ruling.is_flagged:
            flagging.answer_anew(ruling, is_overturned=told == Told.APPEAL_GRANTED)
    if told == Told.RULING_UNDONE:
        now = timezone.now()
        cases = [each.case_id for each in ended if each.case_id]
        Case.objects.filter(pk__in=cases).update(version=F("version") + 1)
        Step.objects.bulk_create([Step(case_id=key, actor=actor, what=Happened.UNDONE, at=now) for key in cases])
    return ended


def _costly(ended: Sequence[Ruling]) -> list[Ruling]:
    """Those that cost their author points, or a suspension."""
    with_ticket = set(Ticket.objects.filter(ruling__in=ended).values_list("ruling_id", flat=True))
    return [each for each in ended if each.pk in with_ticket or each.suspension_id]


def act_for(viewer: Person | None, key: int) -> MassAct:
    """For whom it concerns, also where he was put out of the group, and for who moderates it. Raises `NotThere`."""
    found = MassAct.objects.select_related("group", "person", "seed__group").filter(pk=key).first()
    if found is None or viewer is None:
        raise NotThere
    if viewer.pk != found.person_id and not groups.may_moderate(viewer, found.group):
        raise NotThere
    return found
