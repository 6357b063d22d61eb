"""The shapes of the linter: a remark, the places in the rules that it is about, and the case that shows it."""

from dataclasses import dataclass

from houserules.plain import Plain


@dataclass(frozen=True, kw_only=True)
class Place(Plain):
    """Words of a line. `start` and `end` count code points of the line's text as readers see it."""

    number: int
    start: int
    end: int
    words: str
    """Exactly `text[start:end]`."""


@dataclass(frozen=True, kw_only=True)
class Remark(Plain):
    """Something that may be missing in rules; never a fault, and nothing follows from it."""

    name: str
    """Of a check in `houserules.linting.remarks`."""
    places: tuple[Place, ...]
    """What it is about, one place or more."""
    sentence: str
    """For the author: what may be missing, and how to mend it."""

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of its lines, each once."""
        return tuple(dict.fromkeys(place.number for place in self.places))


@dataclass(frozen=True, kw_only=True)
class Case:
    """Rules for readers which are also a test: the remark is made, at these words where any are given, or not."""

    name: str
    rules: str
    finds: bool
    words: tuple[str, ...] = ()
