"""Take a seed off the front page and the lists; its discussion goes on under its address."""

from collections.abc import Sequence

from parley.base.refusals import Conflict, Invalid
from parley.base.saying import later
from parley.ledger.models import Entry, Told
from parley.moderation.actions import Action, Ruled, Span
from parley.seeds import services as seeds
from parley.seeds.models import Seed


def apply(item: Ruled, spans: Sequence[Span], entry: Entry) -> None:  # noqa: ARG001 -- needs no words
    if not isinstance(item, Seed):
        raise Invalid("Only a seed can be taken off the lists.", "no-such-action", field="action")
    if item.unlisted_by_id is not None:
        raise Conflict("This seed was taken off the lists already.", "unlisted")
    seeds.unlist(item, entry)


def undo(item: Ruled, entry: Entry, by: Entry) -> None:  # noqa: ARG001 -- the seed keeps no history of its own
    if isinstance(item, Seed):
        seeds.list_again(item, entry)


ACTION = Action(
    name="unlist",
    title=later("Take it off the front page and the lists"),
    done=later("Seed taken off the lists"),
    told=Told.SEED_UNLISTED,
    apply=apply,
    undo=undo,
    on_comments=False,
)
