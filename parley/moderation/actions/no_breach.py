"""Nothing is broken: the item stays as it is."""

from collections.abc import Sequence

from parley.base.saying import later
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Ruled, Span


def apply(item: Ruled, spans: Sequence[Span], entry: Entry) -> None:
    """Saying so is all."""


def undo(item: Ruled, entry: Entry, by: Entry) -> None:
    """Nothing was done to it."""


ACTION = Action(
    name="no-breach",
    title=later("No breach"),
    done=later("No breach found"),
    told=Told.NO_BREACH,
    apply=apply,
    undo=undo,
    is_breach=False,
)
