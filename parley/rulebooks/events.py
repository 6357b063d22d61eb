"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class DraftDeclined(Event):
    draft_id: int


@dataclass(frozen=True, slots=True)
class DraftOffered(Event):
    """The other owners are asked to sign."""

    draft_id: int


@dataclass(frozen=True, slots=True)
class RulesChanged(Event):
    """A group's rules have a new version in force, after another one."""

    version_id: int
