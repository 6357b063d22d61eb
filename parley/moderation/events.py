"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class RulingGiven(Event):
    ruling_id: int


@dataclass(frozen=True, slots=True)
class RulingUndone(Event):
    ruling_id: int


@dataclass(frozen=True, slots=True)
class FlagAnswered(Event):
    flag_id: int


@dataclass(frozen=True, slots=True)
class FlagAnsweredAnew(Event):
    """The ruling that answered it fell."""

    flag_id: int
    ruling_id: int


@dataclass(frozen=True, slots=True)
class CommentHeld(Event):
    held_id: int


@dataclass(frozen=True, slots=True)
class CommentHidden(Event):
    flag_id: int


@dataclass(frozen=True, slots=True)
class CaseHanded(Event):
    case_id: int


@dataclass(frozen=True, slots=True)
class MessageWritten(Event):
    message_id: int
