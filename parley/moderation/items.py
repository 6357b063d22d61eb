"""What can be flagged and ruled on: a comment, one that waits for a mod, or a seed."""

from parley.moderation.models import Case
from parley.seeds.models import Seed
from parley.texts.models import Text
from parley.threads.models import Comment, Held

Item = Comment | Held | Seed


def item_of(case: Case) -> Item:
    """The case comes with `comment`, `held`, and `seed`."""
    return case.comment or case.held or case.seed


def seed_of(item: Item) -> Seed:
    return item if isinstance(item, Seed) else item.seed


def author_id(item: Item) -> int:
    return item.seeder_id if isinstance(item, Seed) else item.author_id


def text_of(item: Item) -> Text | None:
    """What its author wrote; of a seed the remark, if there is one."""
    return item.remark if isinstance(item, Seed) else item.text


def name_of(item: Item) -> str:
    """As the log has it: “comment 1.2 on “A headline””. Readers see it `called` so."""
    headline = f"“{seed_of(item).headline[:120]}”"
    if isinstance(item, Comment):
        return f"comment {item.number} on {headline}"
    return f"seed {headline}" if isinstance(item, Seed) else f"held comment on {headline}"


def as_comment(item: Item) -> Comment | None:
    """None for a seed, and for what is not posted yet."""
    return item if isinstance(item, Comment) else None
