"""How sure the software must be before a clause finds something: three levels, which an owner chooses in words.

Whatever `careful` finds `usual` finds, and whatever `usual` finds `keen` finds. How often each is right:
`houserules/figures.py`.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

NAME = "sureness"
ANYTHING, NOTHING = float("-inf"), float("inf")
"""The bars that every score reaches, and none."""


class Sureness(StrEnum):
    """From what is found least to what is found most."""

    CAREFUL = "careful"
    """Acts only when very sure."""
    USUAL = "usual"
    """Where nothing is chosen."""
    KEEN = "keen"
    """Finds more, and errs more."""


class Levels(NamedTuple):
    """A threshold for each level; what reaches it is found."""

    careful: float
    usual: float
    keen: float

    def at(self, level: Sureness) -> float:
        """The threshold of this level."""
        return self.careful if level is Sureness.CAREFUL else self.keen if level is Sureness.KEEN else self.usual

    def of(self, params: "Mapping[str, Param]") -> float:
        """The threshold of the level that the author of a clause chose."""
        return self.at(sureness_of(params)) if NAME in params else self.usual


def sureness_of(params: "Mapping[str, Param]") -> Sureness:
    """The level that the author of a clause chose; the usual one where none is, or a word that is no level."""
    chosen = params.get(NAME)
    return _LEVELS.get(chosen, Sureness.USUAL) if isinstance(chosen, str) else Sureness.USUAL


_LEVELS = {level.value: level for level in Sureness}


def unusual(params: "Mapping[str, Param]") -> tuple[Sureness, ...]:
    """The level as what a signal is asked with; nothing for the usual one, so that all who ask share one measurement."""
    if NAME not in params:
        return ()
    level = sureness_of(params)
    return () if level is Sureness.USUAL else (level,)


def clean_sureness(value: "Param") -> str:
    """The level as it is kept: empty for the usual one; raises ValueError for any other word."""
    if value not in {*_LEVELS, ""}:
        raise ValueError(f"it is {', '.join(list(_LEVELS)[:-1])}, or {Sureness.KEEN}, not “{value}”.")
    return "" if value == Sureness.USUAL else str(value)
