"""One part of a list: its words, what it was read as, and what joins it to the part before."""

from collections.abc import Sequence
from dataclasses import dataclass

from houserules.prose.matching import Item
from houserules.prose.words import Token


@dataclass(frozen=True)
class Part:
    """One part of a list: its words, what it was read as, and what joins it to the part before."""

    tokens: Sequence[Token]
    told: Sequence[Token]
    """Its words without what carries no claim at either end."""
    item: Item | None
    joint: str
    """“,”, “and”, “/”, or, between words without a space, “//”; empty for the first part."""

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(word.folded for word in self.told)

    @property
    def left(self) -> tuple[str, ...]:
        """Words that its item does not stand for."""
        inside = {word.start for word in self.item.words} if self.item is not None else set()
        return tuple(word.folded for word in self.told if word.start not in inside)

    @property
    def is_thing(self) -> bool:
        """Whether it was read as a thing that may be fine elsewhere."""
        return self.item is not None and self.item.is_thing

    @property
    def is_about(self) -> bool:
        """Whether it names a subject by “discussions about …”, which may hold for “links” before it too."""
        said = (
            {word.folded for word in self.item.words} if self.item is not None and "term" in self.item.params else set()
        )
        return bool(said & {"about", "regarding", "concerning", "on", "of", "to", "with"})

    @property
    def is_bare_name(self) -> bool:
        """Whether it is a name that stands alone."""
        return self.item is not None and self.item.phrasing is None

    @property
    def is_mixed(self) -> bool:
        """Whether several words stand here of which not all were read."""
        return len(self.told) > 1 and bool(self.left)
