"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class AppealMade(Event):
    appeal_id: int


@dataclass(frozen=True, slots=True)
class AppealDecided(Event):
    appeal_id: int
