"""Appealing a ruling, and deciding an appeal."""

from django.db import transaction
from django.utils import timezone

from parley.appeals import policy
from parley.appeals.events import AppealDecided, AppealMade
from parley.appeals.models import Appeal
from parley.base.cleaning import clean_line
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.refusals import Conflict, Invalid
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import casework
from parley.moderation import services as moderation
from parley.moderation.models import Case, Happened, Ruling
from parley.people.models import Person
from parley.texts import services as texts

MOST, MOST_REASONS = 3_000, 1_000


@transaction.atomic
def appeal(*, actor: Person, ruling: Ruling, source: str) -> Appeal:
    """Contest a ruling against oneself. It opens a case that nobody with a part in the ruling decides."""
    Ruling.objects.select_for_update().get(pk=ruling.pk)
    ruling = Ruling.objects.select_related("seed__group", "appeal").get(pk=ruling.pk)  # what stands under the lock
    require(policy.may_appeal(actor, ruling, now=timezone.now()))
    case = Case.objects.create(
        group_id=ruling.seed.group_id,
        seed_id=ruling.seed_id,
        comment_id=ruling.comment_id,
        contests=ruling,
        opened_at=timezone.now(),
        weight=1.0,
    )
    made = Appeal.objects.create(ruling=ruling, case=case, text=texts.write(author=actor, source=source, most=MOST))
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
        raise Invalid(f"Keep the reasons to {MOST_REASONS:,} characters.", "too-long", field="reasons")
    if appeal.ruling.undone_by_id is not None:
        raise Conflict("The ruling was undone meanwhile, so there is nothing left to decide.", "undone-already")
    is_involved = decision.reason == "involved"
    entry = (
        _granted(actor, appeal, is_involved=is_involved) if grants else _refused(actor, appeal, is_involved=is_involved)
    )
    appeal.decided_by, appeal.is_granted, appeal.reasons, appeal.entry = actor, grants, reasons, entry
    appeal.is_involved, appeal.decided_at = is_involved, timezone.now()
    appeal.save()
    case.is_open, case.closed_at, case.claimed_by, case.claimed_until = False, timezone.now(), None, None
    case.save(update_fields=["is_open", "closed_at", "claimed_by", "claimed_until"])
    casework.step(case, Happened.DECIDED, actor=actor)
    tell(AppealDecided(appeal.pk))
    return appeal


def _granted(actor: Person, appeal: Appeal, *, is_involved: bool) -> Entry:
    ended = moderation.end(actor=actor, ruling=appeal.ruling, told=Told.APPEAL_GRANTED, is_involved=is_involved)
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
