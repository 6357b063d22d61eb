"""The steps of a case: opened, claimed, handed on, talked about. Each writes a row and moves the case's version."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.humanize.templatetags.humanize import naturaltime
from django.db import transaction
from django.utils import timezone

from houserules import Finding
from parley.base.cleaning import clean_line
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.refusals import Conflict, Invalid
from parley.base.saying import say
from parley.moderation import policy, recusal
from parley.moderation.events import CaseHanded, CommentHeld
from parley.moderation.items import Item, item_of, seed_of, text_of
from parley.moderation.lines import version_of
from parley.moderation.models import Case, Flag, Happened, Pointing, Step
from parley.people.models import Person
from parley.threads.models import Comment, Held

CLAIM = timedelta(minutes=10)
MOST_NOTE = 1_000


def open_case(item: Item, *, at: datetime, by: Person | None = None) -> Case:
    """The open case of an item, opened now where there is none. The item is locked by the caller."""
    place = place_of(item)
    case = open_case_of(item)
    if case is None:
        case = Case.objects.create(**place, group=seed_of(item).group, opened_at=at)
        step(case, Happened.OPENED, actor=by)
    return case


def open_case_of(item: Item) -> Case | None:
    """The case in which an item waits to be decided; its appeals are others."""
    return Case.objects.filter(**place_of(item), is_open=True, contests=None).first()


def unopened(item: Item) -> Case:
    """Not stored: what is known before a ruling opens a case by itself."""
    return Case(**place_of(item), group=seed_of(item).group)


def place_of(item: Item) -> dict[str, object]:
    """How cases of an item are found. One that waited and was released is a comment's."""
    if isinstance(item, Comment):
        return {"seed": item.seed, "comment": item}
    return {"seed": seed_of(item), "comment": None, "held": item if isinstance(item, Held) else None}


def step(case: Case, what: Happened, *, actor: Person | None, note: str = "") -> Step:
    """The case's row is locked, or new."""
    case.version += 1
    case.save(update_fields=["version"])
    return Step.objects.create(case=case, actor=actor, what=what, note=note, at=timezone.now())


def close(case: Case, what: Happened, *, actor: Person | None) -> None:
    """The case has nothing left to decide. It is locked by the caller."""
    case.is_open, case.closed_at = False, timezone.now()
    case.wants_second = case.claimed_by = case.claimed_until = None
    case.save(update_fields=["is_open", "closed_at", "claimed_by", "claimed_until", "wants_second"])
    step(case, what, actor=actor)


def lock(case: Case) -> Case:
    """The case anew with its item, locked until the transaction ends."""
    found = Case.objects.select_for_update(of=("self",)).select_related(
        "group",
        "seed__group",
        "seed__seeder",
        "seed__remark__current",
        "comment__author",
        "comment__seed__group",
        "comment__text__current",
        "held__author",
        "held__seed__group",
        "held__text__current",
        "contests",
        "claimed_by",
    )
    return found.get(pk=case.pk)


def refuse_if_stale(case: Case, actor: Person, *, seen: int | None) -> None:
    """Raises `Conflict` saying who did what, where the case was ruled on, moved since version `seen`, or is another mod's now."""
    if not case.is_open:
        raise Conflict(say("{latest} There is nothing left to decide here.", latest=_latest(case)), "ruled-already")
    if case.claimed_by_id not in {None, actor.pk} and case.claimed_until and case.claimed_until > timezone.now():
        assert case.claimed_by is not None  # noqa: S101 -- for the type checker
        until = f"{case.claimed_until:%H:%M}"
        raise Conflict(say("{who} has this case until {until} UTC.", who=case.claimed_by.name, until=until), "claimed")
    if seen is not None and seen != case.version:
        raise Conflict(say("{latest} Look at the case again, then decide.", latest=_latest(case)), "moved-on")


def _latest(case: Case) -> str:
    """Who did what, how long ago. Nobody is told that, or by whom, something was flagged before the ruling."""
    last = (
        case.steps.exclude(what__in=[Happened.FLAGGED, Happened.POINTED])
        .select_related("actor")
        .order_by("-pk")
        .first()
    )
    if last is None:
        return say("Something was added to this case.")
    if last.actor is None:
        return say(BY_ITSELF.get(Happened(last.what), "Something was added to this case."), ago=naturaltime(last.at))
    return say(LATEST[Happened(last.what)], who=last.actor.name, ago=naturaltime(last.at))


LATEST = {
    Happened.OPENED: "{who} opened this case {ago}.",
    Happened.SENT_UP: "{who} sent it to the site’s mods {ago}.",
    Happened.CLAIMED: "{who} took it {ago}.",
    Happened.LET_GO: "{who} let it go {ago}.",
    Happened.HANDED: "{who} handed it on {ago}.",
    Happened.ASKED_SECOND: "{who} asked for a second opinion {ago}.",
    Happened.SECONDED: "{who} agreed that it breaks a rule {ago}.",
    Happened.DOUBTED: "{who} saw no breach {ago}.",
    Happened.NOTED: "{who} left a note {ago}.",
    Happened.HIDDEN: "{who} hid it as the seeder {ago}.",
    Happened.SHOWN: "{who} showed it again {ago}.",
    Happened.TAKEN_BACK: "{who} took it back {ago}.",
    Happened.RULED: "{who} ruled {ago}.",
    Happened.UNDONE: "{who} undid the ruling {ago}.",
    Happened.APPEALED: "{who} appealed {ago}.",
    Happened.DECIDED: "{who} decided the appeal {ago}.",
}
BY_ITSELF = {Happened.OPENED: "This case was opened {ago}.", Happened.SENT_UP: "This case went to the site’s mods {ago}."}
"""What nobody did. Who flagged or what pointed is told to nobody before the ruling."""


def weigh(case: Case) -> None:
    """What comes first in the queue: 1 − the chance that all who pointed at it err. Flaggers weigh as often as they were right
    before,
    with one right and one wrong flag assumed of everybody (Laplace's rule of succession), so that nobody's flags weigh nothing.
    """
    doubts = [1 - confidence for confidence in case.pointings.values_list("confidence", flat=True)]
    for person in case.flags.values_list("person_id", flat=True):
        answers = list(
            Flag.objects.filter(person=person).exclude(is_right=None).values_list("is_right", flat=True)[:1000]
        )
        doubts.append(1 - (answers.count(True) + 1) / (len(answers) + 2))
    case.weight = round(1 - math.prod(doubts), 4)
    case.save(update_fields=["weight"])


def route(case: Case) -> None:
    """With nobody of the group free to rule, the case goes to the site's mods at once; a private group has none but its own."""
    if case.is_sent_up or case.group.is_private:
        return
    staff = recusal.staff_in(case.group)
    matter = recusal.matter_of(item_of(case), staff, contests=case.contests)
    if all(matter.grounds(each) for each in staff):
        case.is_sent_up = True
        case.save(update_fields=["is_sent_up"])
        step(case, Happened.SENT_UP, actor=None)


@transaction.atomic
def point(item: Comment | Held, findings: Iterable[Finding], *, engine: str) -> Case:
    """A case for what software found in a comment as it was posted or is held. The item is new, or locked."""
    case = open_case(item, at=timezone.now())
    text = text_of(item)
    assert text is not None and text.current_id is not None  # noqa: S101, PT018 -- a comment has a revision
    Pointing.objects.bulk_create(
        Pointing(
            case=case,
            version_id=version_of(item, each.line_number),
            line_number=each.line_number,
            clause_key=each.clause_key,
            kind=each.kind,
            keeping=each.keeping.value,
            revision_id=text.current_id,
            engine=engine,
            spans=[(span.start, span.end) for span in each.spans],
            value=each.value,
            threshold=each.threshold,
            confidence=each.confidence,
        )
        for each in findings
    )
    step(case, Happened.POINTED, actor=None)
    weigh(case)
    route(case)
    if isinstance(item, Held):
        tell(CommentHeld(item.pk))
    return case


@transaction.atomic
def wait(held: Held) -> Case:
    """A case for a comment that waits because all new ones here do, whatever the rules found in it. It is new."""
    if (pointed := open_case_of(held)) is not None:
        return pointed
    case = open_case(held, at=timezone.now())
    weigh(case)
    route(case)
    tell(CommentHeld(held.pk))
    return case


def let_go_all(person: Person) -> None:
    """Of cases that wait: he has left."""
    mine = Case.objects.filter(is_open=True)
    for field in ("claimed_by", "handed_to", "wants_second"):
        mine.filter(**{field: person}).update(**{field: None})


@transaction.atomic
def claim(*, actor: Person, case: Case) -> Case:
    """The case is the actor's for some minutes; claiming again prolongs it. Raises `Conflict` where it is another's."""
    case = lock(case)
    require(policy.may_take(actor, case))
    refuse_if_stale(case, actor, seen=None)
    is_new = case.claimed_by_id != actor.pk
    case.claimed_by, case.claimed_until = actor, timezone.now() + CLAIM
    case.save(update_fields=["claimed_by", "claimed_until"])
    if is_new:
        step(case, Happened.CLAIMED, actor=actor)
    return case


@transaction.atomic
def let_go(*, actor: Person, case: Case) -> Case:
    case = lock(case)
    if case.claimed_by_id == actor.pk:
        case.claimed_by = case.claimed_until = None
        case.save(update_fields=["claimed_by", "claimed_until"])
        step(case, Happened.LET_GO, actor=actor)
    return case


@transaction.atomic
def hand_on(*, actor: Person, case: Case, to: Person, note: str = "") -> Case:
    """To another mod who may rule on it, who is told."""
    case = lock(case)
    require(policy.may_take(actor, case))
    refuse_if_stale(case, actor, seen=None)
    if to.pk == actor.pk or not policy.may_take(to, case):
        raise Invalid("Choose another mod who has no part in this.", "cannot-take", field="to")
    case.handed_to, case.claimed_by, case.claimed_until = to, None, None
    case.save(update_fields=["handed_to", "claimed_by", "claimed_until"])
    step(case, Happened.HANDED, actor=actor, note=_note(note))
    tell(CaseHanded(case.pk))
    return case


@transaction.atomic
def ask_second(*, actor: Person, case: Case, note: str = "") -> Case:
    """Another mod is asked what he thinks, before anything is done."""
    case = lock(case)
    require(policy.may_take(actor, case))
    refuse_if_stale(case, actor, seen=None)
    case.wants_second, case.claimed_by, case.claimed_until = actor, None, None
    case.save(update_fields=["wants_second", "claimed_by", "claimed_until"])
    step(case, Happened.ASKED_SECOND, actor=actor, note=_note(note))
    return case


@transaction.atomic
def give_opinion(*, actor: Person, case: Case, agrees: bool, note: str = "") -> Case:
    """What another mod thinks. One who agrees seconds whoever asked, which also ends the wait after a lost appeal."""
    case = lock(case)
    require(policy.may_take(actor, case))
    refuse_if_stale(case, actor, seen=None)
    if case.wants_second_id in {None, actor.pk}:
        raise Invalid("Nobody asked for another opinion here.", "not-asked")
    case.seconded_by = actor if agrees else None
    case.handed_to, case.wants_second = case.wants_second, None
    case.claimed_by = case.claimed_until = None
    case.save(update_fields=["seconded_by", "handed_to", "wants_second", "claimed_by", "claimed_until"])
    step(case, Happened.SECONDED if agrees else Happened.DOUBTED, actor=actor, note=_note(note))
    tell(CaseHanded(case.pk))
    return case


@transaction.atomic
def leave_note(*, actor: Person, case: Case, note: str) -> Step:
    """For the mods who look at the case."""
    case = lock(case)
    require(policy.may_take(actor, case))
    if not (cleaned := _note(note)):
        raise Invalid("Write the note first.", "empty", field="note")
    return step(case, Happened.NOTED, actor=actor, note=cleaned)


def _note(note: str) -> str:
    cleaned = clean_line(note)
    if len(cleaned) > MOST_NOTE:
        raise Invalid(say("Keep the note to {most} characters.", most=MOST_NOTE), "too-long", field="note")
    return cleaned


def route_open() -> int:
    """Look again at open cases that are still the groups' own: a mod may have joined the discussion since. Returns how many
    were sent up.
    """
    waiting = Case.objects.filter(is_open=True, is_sent_up=False, group__visibility="public").order_by("-weight")[:500]
    sent = 0
    for each in waiting:
        with transaction.atomic():
            case = lock(each)
            if case.is_open:
                route(case)
                sent += case.is_sent_up
    return sent
