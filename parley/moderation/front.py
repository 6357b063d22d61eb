"""A flagged seed is ruled on in the group's time, or leaves the front page until it is."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from parley.base.keys import purge
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.seeds import services as seeds
from parley.seeds.models import Seed


def begin(seed: Seed, *, at: datetime) -> None:
    """The time runs from the first flag that opened the case. `seed` is locked."""
    if seed.group.rule_hours and seed.front_until is None:
        seed.front_until = at + timedelta(hours=seed.group.rule_hours)
        seed.save(update_fields=["front_until"])
        purge(*seeds.keys_of(seed))


def ruled(seed: Seed) -> None:
    """Back on the front page, unless the ruling took it off. `seed` is locked."""
    if seed.front_until is not None:
        seed.front_until = seed.left_front = None
        seed.save(update_fields=["front_until", "left_front"])
        purge(*seeds.keys_of(seed))


def note_left() -> int:
    """One entry for each seed whose time is over; the front page leaves them out by the time alone. Returns how many."""
    noted = 0
    for late in Seed.objects.filter(front_until__lte=timezone.now(), left_front=None).order_by("front_until")[:500]:
        with transaction.atomic():
            seed = seeds.lock(late)
            if seed.left_front_id is not None or seed.front_until is None or seed.front_until > timezone.now():
                continue
            seed.left_front = ledger.note(
                Told.SEED_LEFT_FRONT,
                actor="the software",
                decider="software",
                group_id=seed.group_id,
                subject=f"seed “{seed.headline[:120]}”",
                address=seed.url,
            )
            seed.save(update_fields=["left_front"])
            purge(*seeds.keys_of(seed))
            noted += 1
    return noted
