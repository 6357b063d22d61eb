"""Cut marked words; the rest of the comment stays."""

from collections.abc import Sequence

from parley.base.refusals import Conflict
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Span
from parley.texts import services as texts
from parley.texts.models import Text


def apply(text: Text, spans: Sequence[Span], entry: Entry) -> None:
    if text.removed_by_id is not None:
        raise Conflict("This comment is removed already, so there are no words left to cut.", "removed")
    texts.redact(text=text, spans=spans, entry=entry)


def undo(text: Text, entry: Entry, by: Entry) -> None:
    texts.lift(text=text, entry=entry, by=by)


ACTION = Action("redact", "Cut the marked words", "Words cut", Told.TEXT_REDACTED, apply, undo)
