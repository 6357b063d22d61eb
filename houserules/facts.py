"""What a judgement may know: one thing somebody does, with its context. Plain frozen data, gathered by the caller."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from houserules.plain import Plain, ShapeError


class Event(StrEnum):
    """What happens."""

    COMMENT = "comment"
    EDIT = "edit"
    VOTE = "vote"
    SEED = "seed"


@dataclass(frozen=True, kw_only=True)
class Member(Plain):
    """Somebody who writes or votes. Two members are one when their ids are equal."""

    name: str
    id: str = ""
    """Any stable text; the name stands in where it is empty."""

    @classmethod
    def from_json(cls, data: object) -> Self:
        """Also from a bare name."""
        return cls(name=data) if isinstance(data, str) else super().from_json(data)

    def is_same(self, other: "Member | None") -> bool:
        """Whether both are the same person."""
        return other is not None and (self.id or self.name) == (other.id or other.name)


@dataclass(frozen=True, kw_only=True)
class Said(Plain):
    """A comment by somebody: the parent, or the source of a citation."""

    author: Member
    text: str
    label: str = ""
    """What readers call it, such as “1.2”."""


@dataclass(frozen=True, kw_only=True)
class Earlier(Plain):
    """A comment that the same author made in this discussion before."""

    text: str
    label: str = ""
    at: float | None = None
    """When, in seconds of any clock that `Facts.at` uses too."""


@dataclass(frozen=True, kw_only=True)
class Claim(Plain):
    """A fact-checked claim that the text matches; the matching is done by the caller."""

    start: int
    end: int
    """The passage of `Facts.text`."""
    claim: str
    publisher: str
    verdict: str
    link: str = ""
    likeness: float = 1.0
    """0 to 1."""
    is_denied: bool = False
    """The text denies the claim, or only cites it."""


@dataclass(frozen=True, kw_only=True)
class Picture(Plain):
    """What the caller knows about a picture that the comment will show; `houserules.pictures` finds it out."""

    address: str = ""
    format: str = ""
    """Such as “png”, in small letters."""
    host: str = ""
    hash: str = ""
    """Perceptual hash, 64 bits as 16 figures to the base 16; alike pictures differ in few bits."""
    text: str = ""
    """Words in the picture."""
    width: int = 0
    height: int = 0
    is_animated: bool = False
    note: str = ""
    """One sentence on what could not be found out."""


@dataclass(frozen=True, kw_only=True)
class KnownPicture(Plain):
    """A picture that is known already: removed here before, or the template of a meme."""

    hash: str
    what: str = ""
    """What readers are told, such as “a picture removed here in May”."""


@dataclass(frozen=True, kw_only=True)
class Facts(Plain):
    """One comment, edit, vote or seed in its context.

    `text` is the stored source (Markdown); the spans of every finding count its code points. For an edit, `earlier`
    must not hold the comment's own former wording.
    """

    event: Event = Event.COMMENT
    text: str = ""
    author: Member
    parent: Said | None = None
    answered_between: bool = False
    """Whether somebody else answered the parent before this reply."""
    cited: tuple[Said, ...] = ()
    """Citations the comment will carry; the site cites the parent by itself."""
    earlier: tuple[Earlier, ...] = ()
    """The author's other comments in this discussion, newest first."""
    article_title: str = ""
    article_source: str = ""
    links: tuple[str, ...] | None = None
    """Addresses in the text; read from the text when not given."""
    images: tuple[str, ...] | None = None
    """Addresses of images the comment will show; read from the text when not given."""
    pictures: tuple[Picture, ...] = ()
    """What is known about images, beside their addresses; one with an address that the comment shows counts once."""
    known_pictures: tuple[KnownPicture, ...] = ()
    voted_author: Member | None = None
    """Who wrote the item voted for."""
    at: float | None = None
    """When it happens, in seconds of any clock; None where times do not matter."""
    members: tuple[Member, ...] = ()
    """Who takes part in the discussion."""
    article_text: str = ""
    breaches_here: int = 0
    """Rulings against the author in this discussion."""
    author_days: float | None = None
    """Age of the author's account."""
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        """A vote without an item would be judged innocent by mistake."""
        if self.event is Event.VOTE and self.voted_author is None:
            raise ShapeError("voted_author: a vote needs the author of the item voted for")

    @classmethod
    def from_json(cls, data: object) -> Self:
        """As `Plain.from_json`; members may be given by bare name."""
        return super().from_json(named_members(data))

    @property
    def answers_oneself(self) -> bool:
        """Whether the parent is the author's own comment."""
        return self.parent is not None and self.author.is_same(self.parent.author)


def named_members(data: object) -> object:
    """The same data with bare names under `author`, `voted_author`, and `members` written out."""
    if isinstance(data, list):
        return [named_members(item) for item in data]
    if not isinstance(data, Mapping):
        return data
    return {key: _member(key, item) for key, item in data.items()}


def _member(key: object, item: object) -> object:
    if key in ("author", "voted_author") and isinstance(item, str):
        return {"name": item}
    if key == "members" and isinstance(item, list):
        return [_member("author", each) for each in item]
    return named_members(item) if key in ("parent", "cited") else item
