"""Who may vote."""

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment


def author_id(item: Seed | Comment) -> int:
    return item.seeder_id if isinstance(item, Seed) else item.author_id


def may_vote(actor: Person | None, item: Seed | Comment) -> Decision:
    seed = item if isinstance(item, Seed) else item.seed
    if not (posts := groups.may_post(actor, seed.group, seed.pk)):
        return posts
    if actor is None or author_id(item) == actor.pk:
        return no("own")
    if isinstance(item, Comment) and item.text.removed_by_id is not None:
        return no("removed")
    return yes("member")
