"""Replace the whole comment by a tombstone; replies stay."""

from collections.abc import Sequence

from parley.base.refusals import Conflict
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Span
from parley.texts import services as texts
from parley.texts.models import Text


def apply(text: Text, spans: Sequence[Span], entry: Entry) -> None:  # noqa: ARG001 -- removing needs no words
    if text.removed_by_id is not None:
        raise Conflict("This comment was removed already.", "removed")
    texts.remove(text=text, entry=entry)


def undo(text: Text, entry: Entry, by: Entry) -> None:
    texts.lift(text=text, entry=entry, by=by)


ACTION = Action("remove", "Remove the comment", "Comment removed", Told.TEXT_REMOVED, apply, undo)
