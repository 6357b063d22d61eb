"""Replace the whole comment by a tombstone; replies stay. Of a seed, the remark."""

from collections.abc import Sequence

from parley.base.refusals import Conflict, Invalid
from parley.base.saying import later
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Ruled, Span
from parley.moderation.items import text_of
from parley.texts import services as texts


def apply(item: Ruled, spans: Sequence[Span], entry: Entry) -> None:  # noqa: ARG001 -- removing needs no words
    text = text_of(item)
    if text is None:
        raise Invalid("This seed has no remark, so there is nothing to remove.", "no-words", field="action")
    if text.removed_by_id is not None:
        raise Conflict("This comment was removed already.", "removed")
    texts.remove(text=text, entry=entry)


def undo(item: Ruled, entry: Entry, by: Entry) -> None:
    if (text := text_of(item)) is not None:
        texts.lift(text=text, entry=entry, by=by)


ACTION = Action(
    name="remove",
    title=later("Remove the whole comment"),
    done=later("Comment removed"),
    told=Told.TEXT_REMOVED,
    apply=apply,
    undo=undo,
)
