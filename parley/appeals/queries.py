"""Reading appeals."""

from parley.appeals.models import Appeal
from parley.moderation.models import Case, Ruling


def appeal_of(ruling: Ruling) -> Appeal | None:
    found = Appeal.objects.filter(ruling=ruling).select_related("case", "text__current", "entry", "decided_by")
    return found.first()


def appeal_in(case: Case) -> Appeal | None:
    """What a case is about, where it is an appeal."""
    found = Appeal.objects.filter(case=case).select_related("case", "ruling__entry", "ruling__actor", "text__current")
    return found.first()
