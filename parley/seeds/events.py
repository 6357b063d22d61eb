"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class SeedPublished(Event):
    seed_id: int
    seeder_id: int


@dataclass(frozen=True, slots=True)
class SeedListed(Event):
    """It left the lists, or stands on them again."""

    seed_id: int
