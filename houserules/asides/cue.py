"""What a cue is: a name, a few words for readers, and the patterns it is recognised by."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Cue:
    """Words that are read as what they are, and kept by people."""

    name: str
    says: str
    """For readers, after “This line says: ”."""
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Patterns that take the reading back."""
    absorbs: tuple[str, ...] = ()
    """Cues that say less about the same words and are dropped beside this one."""
    is_conduct: bool = False
    """What it names is forbidden; words that a line allows do not count."""

    @classmethod
    def of(
        cls, name: str, says: str, patterns: str, *, unless: str = "", absorbs: str = "", is_conduct: bool = False
    ) -> Self:
        """A cue whose patterns are written in one text, with a slash between them."""
        return cls(name, says, _split(patterns), _split(unless), tuple(absorbs.split()), is_conduct)


def _split(patterns: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in patterns.split("/") if each.strip())
