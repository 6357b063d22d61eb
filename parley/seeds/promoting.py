"""Seeds of participating groups stand on the site's lists where their seeder or a mod promotes them; it can be taken back."""

from django.db import transaction

from parley.base.decisions import require
from parley.base.keys import purge, renew
from parley.groups.policy import role_in
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.people.models import Person
from parley.seeds import policy
from parley.seeds.models import Seed
from parley.seeds.services import keys_of, lock


@transaction.atomic
def promote(*, actor: Person, seed: Seed) -> Seed:
    """Onto the front page. The log says so where a mod does it to somebody else's, or after a mod took it off."""
    locked = lock(seed)
    require(policy.may_promote(actor, locked))
    if locked.seeder_id != actor.pk or locked.taken_off_id is not None:
        _note(Told.SEED_PROMOTED, actor, locked)
    locked.waits_for_front, locked.taken_off = False, None
    locked.save(update_fields=["waits_for_front", "taken_off"])
    renew(*keys_of(locked))
    return locked


@transaction.atomic
def take_off(*, actor: Person, seed: Seed) -> Seed:
    """Off the front page; its group goes on listing it."""
    locked = lock(seed)
    require(policy.may_take_off(actor, locked))
    if locked.seeder_id != actor.pk:
        locked.taken_off = _note(Told.SEED_TAKEN_OFF, actor, locked)
    locked.waits_for_front = True
    locked.save(update_fields=["waits_for_front", "taken_off"])
    purge(*keys_of(locked))
    return locked


def _note(told: Told, actor: Person, seed: Seed) -> Entry:
    role = role_in(actor, seed.group)
    return ledger.note(
        told, actor=actor.username, decider=f"group {role}" if role in {"mod", "owner"} else "site mod", group_id=seed.group_id,
        subject=f"seed “{seed.headline[:120]}”", address=seed.url,
    )  # fmt: skip
