"""Who may seed, and who decides what a participating group shows on the front page."""

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.people.models import Person
from parley.seeds.models import Seed


def may_seed(actor: Person | None, group: Group) -> Decision:
    return groups.may_post(actor, group)


def may_promote(actor: Person | None, seed: Seed) -> Decision:
    """Put it on the front page. What a mod took off there only a mod puts back."""
    if actor is None:
        return no("signed-out")
    if not seed.waits_for_front:
        return no("on-front")
    if seed.unlisted_by_id is not None:
        return no("off-lists")
    if groups.may_moderate(actor, seed.group):
        return yes("mod")
    return no("taken-off") if _is_his(actor, seed) and seed.taken_off_id is not None else _as_seeder(actor, seed)


def may_take_off(actor: Person | None, seed: Seed) -> Decision:
    """Take it off the front page again."""
    if actor is None:
        return no("signed-out")
    if seed.waits_for_front:
        return no("off-front")
    if not seed.group.is_participating:
        return no("no-promotion")
    return yes("mod") if groups.may_moderate(actor, seed.group) else _as_seeder(actor, seed)


def _is_his(actor: Person, seed: Seed) -> bool:
    return seed.seeder_id == actor.pk


def _as_seeder(actor: Person, seed: Seed) -> Decision:
    if not _is_his(actor, seed):
        return no("not-seeder")
    may_post = groups.may_post(actor, seed.group, seed.pk)
    return yes("seeder") if may_post else may_post
