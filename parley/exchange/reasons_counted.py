"""What the yearly transparency report counts (Art. 15 and 24 of the Digital Services Act, EU 2022/2065)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from parley.appeals.models import Appeal
from parley.exchange.reasons import Wanted
from parley.ledger.models import Told
from parley.moderation.models import Case, Flag, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of what was done in the period, as it stands now."""

    flags_on_comments: int
    flags_on_seeds: int
    flags_right: int
    """Those with which a ruling agreed."""
    pointed: int
    """Cases opened in which software had pointed at a comment."""
    rulings: int
    no_breach: int
    redacted: int
    removed: int
    unlisted: int
    suspended: int
    own_initiative: int
    """Restrictions of what nobody had flagged."""
    after_flags: int
    found_by_software: int
    undone: int
    """Withdrawn without an appeal."""
    time_to_ruling: timedelta | None
    """Median from the opening of a case."""
    appeals: int
    granted: int
    refused: int
    time_to_answer: timedelta | None
    """Median from the appeal."""


def counts(wanted: Wanted) -> Counts:
    """Six queries, however much there is."""
    rulings = Ruling.objects.filter(wanted.within("created_at"))
    appeals = Appeal.objects.filter(wanted.within("created_at", "ruling__seed"))
    with_case = rulings.filter(case__isnull=False)
    found = _of_rulings(rulings) | _of_flags(wanted) | _of_appeals(appeals)
    timed, decided = found.pop("timed"), found.pop("decided")
    return Counts(
        **found,
        pointed=Case.objects.filter(wanted.within("opened_at"), pointings__isnull=False).distinct().count(),
        time_to_ruling=median(with_case, "case__opened_at", "created_at", timed),
        time_to_answer=median(appeals.filter(decided_at__isnull=False), "created_at", "decided_at", decided),
    )


def _of_rulings(rulings: QuerySet[Ruling]) -> dict[str, int]:
    restricts = ~Q(action="no-breach")
    return rulings.aggregate(
        rulings=Count("pk"),
        timed=Count("case"),
        no_breach=Count("pk", filter=~restricts),
        redacted=Count("pk", filter=Q(action="redact")),
        removed=Count("pk", filter=Q(action="remove")),
        unlisted=Count("pk", filter=Q(action="unlist")),
        suspended=Count("suspension"),
        own_initiative=Count("pk", filter=restricts & Q(is_flagged=False)),
        after_flags=Count("pk", filter=restricts & Q(is_flagged=True)),
        found_by_software=Count("pk", filter=restricts & Q(is_pointed=True)),
        undone=Count("pk", filter=Q(undone_by__act=Told.RULING_UNDONE)),
    )


def _of_flags(wanted: Wanted) -> dict[str, int]:
    on_seed = Q(case__comment=None, case__held=None)
    return Flag.objects.filter(wanted.within("at", "case__seed")).aggregate(
        flags_on_comments=Count("pk", filter=~on_seed),
        flags_on_seeds=Count("pk", filter=on_seed),
        flags_right=Count("pk", filter=Q(is_right=True)),
    )


def _of_appeals(appeals: QuerySet[Appeal]) -> dict[str, int]:
    return appeals.aggregate(
        appeals=Count("pk"),
        decided=Count("decided_at"),
        granted=Count("pk", filter=Q(is_granted=True)),
        refused=Count("pk", filter=Q(is_granted=False)),
    )


def median(rows: QuerySet[Any], start: str, end: str, count: int) -> timedelta | None:
    """Of the times between two fields of `count` rows; one query for the one or two in the middle."""
    if not count:
        return None
    taken = rows.annotate(taken=ExpressionWrapper(F(end) - F(start), output_field=DurationField()))
    middle = list(taken.order_by("taken").values_list("taken", flat=True)[(count - 1) // 2 : count // 2 + 1])
    return sum(middle, timedelta()) / len(middle) if middle else None
