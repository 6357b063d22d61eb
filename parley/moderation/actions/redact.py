"""Cut marked words; the rest stays."""

from collections.abc import Sequence

from parley.base.refusals import Conflict, Invalid
from parley.base.saying import later
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Ruled, Span
from parley.moderation.items import text_of
from parley.texts import services as texts


def apply(item: Ruled, spans: Sequence[Span], entry: Entry) -> None:
    text = text_of(item)
    if text is None:
        raise Invalid("This seed has no remark, so there are no words to cut.", "no-words", field="action")
    if text.removed_by_id is not None:
        raise Conflict("This comment is removed already, so there are no words left to cut.", "removed")
    texts.redact(text=text, spans=spans, entry=entry)


def undo(item: Ruled, entry: Entry, by: Entry) -> None:
    if (text := text_of(item)) is not None:
        texts.lift(text=text, entry=entry, by=by)


ACTION = Action(
    name="redact", title=later("Cut the marked words"), done=later("Words cut"), told=Told.TEXT_REDACTED, apply=apply, undo=undo
)
