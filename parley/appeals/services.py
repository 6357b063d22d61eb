"""Appealing a ruling, and deciding an appeal."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from parley.appeals import policy
from parley.appeals.events import AppealDecided, AppealMade
from parley.appeals.models import Appeal
from parley.base.cleaning import clean_line
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.refusals import Conflict, Invalid
from parley.base.saying import say
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import casework, mass
from parley.moderation import services as moderation
from parley.moderation.models import Case, Happened, MassAct, Ruling
from parley.people.models import Person
from parley.texts import services as texts

MOST, MOST_REASONS = 3_000, 1_000


@transaction.atomic
def appeal(*, actor: Person, ruling: Ruling, source: str) -> Appeal:
    """Contest a ruling against oneself. It opens a case that nobody with a part in the ruling decides."""
    return _appealed(actor, [ruling.pk], source)


@transaction.atomic
def appeal_part(*, actor: Person, act: MassAct, rulings: Sequence[int], source: str) -> Appeal:
    """Contest these rulings of a mass act, together and once. Raises `Invalid` where none of them is the act's."""
    found = list(act.rulings.filter(pk__in=list(rulings)[: mass.MOST]).order_by("pk").values_list("pk", flat=True))
    if not found:
        raise Invalid("Choose what should come back.", "nothing-chosen", field="items")
    return _appealed(actor, found, source)


def _appealed(actor: Person, keys: Sequence[int], source: str) -> Appeal:
    list(Ruling.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    rulings = list(Ruling.objects.select_related("seed__group").filter(pk__in=keys).order_by("pk"))
    contested = set(Ruling.objects.filter(pk__in=keys, appealed_in__isnull=False).values_list("pk", flat=True))
    for each in rulings:  # what stands under the lock
        require(policy.may_appeal(actor, each, now=timezone.now(), is_appealed=each.pk in contested))
    ruling = rulings[0]
    case = Case.objects.create(
        group_id=ruling.seed.group_id,
        seed_id=ruling.seed_id,
        comment_id=ruling.comment_id,
        contests=ruling,
        opened_at=timezone.now(),
        weight=1.0,
    )
    made = Appeal.objects.create(ruling=ruling, case=case, text=texts.write(author=actor, source=source, most=MOST))
    made.parts.set(rulings)
    locked = casework.lock(case)
    casework.step(locked, Happened.APPEALED, actor=actor)
    casework.route(locked)
    tell(AppealMade(made.pk))
    return made


@transaction.atomic
def decide(*, actor: Person, appeal: Appeal, grants: bool, reasons: str, seen: int | None = None) -> Appeal:
    """Grant it, which restores what the ruling took, or refuse it. Both are told, and stand in the log."""
    case = casework.lock(appeal.case)
    casework.refuse_if_stale(case, actor, seen=seen)
    decision = policy.may_decide(actor, case)
    require(decision)
    appeal = (
        Appeal.objects.select_for_update(of=("self",))
        .select_related("ruling__entry", "ruling__seed__group")
        .get(pk=appeal.pk)
    )
    reasons = clean_line(reasons)
    if not reasons:
        raise Invalid("Say in a sentence why; its author reads it.", "empty", field="reasons")
    if len(reasons) > MOST_REASONS:
        raise Invalid(say("Keep the reasons to {most} characters.", most=MOST_REASONS), "too-long", field="reasons")
    if not appeal.parts.filter(undone_by=None).exists():
        raise Conflict("The ruling was undone meanwhile, so there is nothing left to decide.", "undone-already")
    is_involved = decision.reason == "involved"
    entry = (
        _granted(actor, appeal, is_involved=is_involved) if grants else _refused(actor, appeal, is_involved=is_involved)
    )
    appeal.decided_by, appeal.is_granted, appeal.reasons, appeal.entry = actor, grants, reasons, entry
    appeal.is_involved, appeal.decided_at = is_involved, timezone.now()
    appeal.save()
    casework.close(case, Happened.DECIDED, actor=actor)
    tell(AppealDecided(appeal.pk))
    return appeal


def _granted(actor: Person, appeal: Appeal, *, is_involved: bool) -> Entry:
    if appeal.ruling.mass_id is not None:
        rulings = mass.standing_among(appeal.parts.all())
        return _by(mass.end_all(actor=actor, rulings=rulings, told=Told.APPEAL_GRANTED, is_involved=is_involved)[0])
    return _by(moderation.end(actor=actor, ruling=appeal.ruling, told=Told.APPEAL_GRANTED, is_involved=is_involved))


def _by(ended: Ruling) -> Entry:
    assert ended.undone_by is not None  # noqa: S101 -- that is what ending does
    return ended.undone_by


def _refused(actor: Person, appeal: Appeal, *, is_involved: bool) -> Entry:
    entry = appeal.ruling.entry
    return ledger.note(
        Told.APPEAL_REFUSED,
        actor=actor.username,
        decider=moderation.decider_of(actor, appeal.ruling.seed.group),
        group_id=entry.group_id,
        subject=entry.subject,
        address=entry.address,
        because=entry.because,
        body={"about": entry.pk, "involved": is_involved},
    )
