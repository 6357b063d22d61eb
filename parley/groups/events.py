"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class LooseningAsked(Event):
    loosening_id: int


@dataclass(frozen=True, slots=True)
class LooseningAnswered(Event):
    """By another owner; who takes a wish back tells nobody."""

    loosening_id: int


@dataclass(frozen=True, slots=True)
class MemberLetIn(Event):
    """Into a private group, by one of its owners."""

    group_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RemovalAsked(Event):
    removal_id: int


@dataclass(frozen=True, slots=True)
class RemovalAnswered(Event):
    """As with loosening."""

    removal_id: int


@dataclass(frozen=True, slots=True)
class ShowChanged(Event):
    """How much of an article the group shows is another now."""

    group_id: int
