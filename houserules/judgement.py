"""One judgement under way: the facts, and every signal measured at most once whatever the number of clauses."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from houserules.facts import Facts

Measured = TypeVar("Measured")


class Judgement:
    """Lives as long as one call of `judge`; nothing is remembered beyond it."""

    def __init__(self, facts: Facts) -> None:
        """Nothing is measured before a clause asks."""
        self.facts = facts
        self.missing: list[str] = []
        """Sentences of measurements whose weights are gone."""
        self.unmeasured: set[tuple[int, str]] = set()
        """Line number and key of each clause not found for want of such a measurement, or of a part of it."""
        self.hits: dict[Hashable, Any] = {}
        """What was found for each thing that a clause asked, and whether a measurement was missing for it."""
        self._measured: dict[Hashable, Any] = {}

    def signal(self, measure: "Callable[..., Measured]", *args: Hashable) -> Measured:
        """`measure(self, *args)`, computed the first time and remembered."""
        key: Hashable = (measure, args) if args else measure
        try:
            result: Measured = self._measured[key]
        except KeyError:
            result = self._measured[key] = measure(self, *args)
        return result
