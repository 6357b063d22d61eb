"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class ImpasseBegun(Event):
    impasse_id: int


@dataclass(frozen=True, slots=True)
class ImpasseOffered(Event):
    """One of the two would end it."""

    impasse_id: int


@dataclass(frozen=True, slots=True)
class MemberHeld(Event):
    hold_id: int


@dataclass(frozen=True, slots=True)
class CommentPosted(Event):
    """It stands under its number and everybody who may read there can see it, also one that waited for a mod before."""

    comment_id: int
    seed_id: int
    author_id: int


@dataclass(frozen=True, slots=True)
class CommentReworded(Event):
    """Edited, or added to."""

    comment_id: int
