"""How a clause is kept: from people alone to the software making a breach impossible."""

from collections.abc import Iterable
from enum import StrEnum


class Keeping(StrEnum):
    """Stands in order of strength, weakest first."""

    PEOPLE = "people"
    """Only people notice it; nothing is judged."""
    POINT = "point"
    """Posted; a case opens for the moderators."""
    ASK = "ask"
    """The author is told before posting, with the words marked, and decides."""
    HOLD = "hold"
    """Waits for a moderator, unseen by others."""
    PREVENT = "prevent"
    """The software makes it impossible."""

    @property
    def strength(self) -> int:
        """0 for people, 4 for prevent."""
        return tuple(Keeping).index(self)


KEPT: dict[Keeping, str] = {
    Keeping.PEOPLE: "people decide",
    Keeping.POINT: "software points",
    Keeping.ASK: "asked before posting",
    Keeping.HOLD: "held before posting",
    Keeping.PREVENT: "not possible here",
}


def strongest(keepings: Iterable[Keeping]) -> Keeping | None:
    """The strongest of them; None of nothing."""
    return max(keepings, key=lambda keeping: keeping.strength, default=None)
