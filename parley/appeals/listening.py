"""What appeals do when something happens below them."""

from parley.appeals.models import Appeal
from parley.base.events import listen
from parley.moderation import casework
from parley.moderation.events import RulingUndone
from parley.moderation.models import Happened, Ruling


def begin() -> None:
    listen(RulingUndone, _undone)


def _undone(event: RulingUndone) -> None:
    """An appeal for a part of a mass act has nothing left to decide once all its parts came back by other ways."""
    ruling = Ruling.objects.only("mass_id").get(pk=event.ruling_id)
    if ruling.mass_id is None:
        return
    for appeal in Appeal.objects.filter(ruling__mass=ruling.mass_id, is_granted=None, case__is_open=True).select_related("case"):
        if not appeal.parts.filter(undone_by=None).exists():
            casework.close(casework.lock(appeal.case), Happened.UNDONE, actor=None)
