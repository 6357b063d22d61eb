"""What a replay counts. Tallies of parts become the tally of the whole, whatever the parts and their order."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from houserules.keeping import Keeping
from houserules.plain import Plain

MOST = 1000
"""So many differences, and so many ids of comments that could not be judged, are kept; all are counted."""

Kept = TypeVar("Kept")


@dataclass(frozen=True, kw_only=True)
class Agreement(Plain):
    """What a book found beside what people ruled, in comments on which they did."""

    found_breach: int = 0
    """Found by the book, and ruled a breach."""
    found_none: int = 0
    """Found by the book, and ruled none."""
    missed_breach: int = 0
    """Not found by the book, and ruled a breach."""
    missed_none: int = 0
    """Not found by the book, and ruled none."""

    @property
    def ruled(self) -> int:
        """Comments on which people ruled."""
        return self.found_breach + self.found_none + self.missed_breach + self.missed_none

    @property
    def precision(self) -> float | None:
        """Of the ruled comments that the book found, how many were ruled a breach: 0 to 1, None of nothing."""
        return _share(self.found_breach, self.found_breach + self.found_none)

    @property
    def recall(self) -> float | None:
        """Of the comments ruled a breach, how many the book found: 0 to 1, None of nothing."""
        return _share(self.found_breach, self.found_breach + self.missed_breach)

    @property
    def agreement(self) -> float | None:
        """Of the ruled comments, in how many book and people agree: 0 to 1, None of nothing."""
        return _share(self.found_breach + self.missed_none, self.ruled)


@dataclass(frozen=True, kw_only=True)
class Side(Plain):
    """What one of the two books finds."""

    by_keeping: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Comments by the strongest keeping of their findings; those in which nothing is found are not in it."""
    by_clause: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Comments by clause, named as `counting.clause_names` does; one comment may count for many."""
    agreement: Agreement = field(default_factory=Agreement)

    @property
    def found(self) -> int:
        """Comments in which something is found."""
        return sum(self.by_keeping.values())


@dataclass(frozen=True, kw_only=True)
class Moved(Plain):
    """A member some of whose comments change side."""

    name: str
    newly: int = 0
    """Comments that the draft finds and the book in force does not."""
    no_longer: int = 0
    """Comments that the book in force finds and the draft does not."""


@dataclass(frozen=True, kw_only=True)
class Outcome(Plain):
    """What one book finds in one comment."""

    keeping: Keeping | None = None
    """The strongest; None where nothing is found."""
    clauses: tuple[str, ...] = ()
    """Named as `counting.clause_names` does, in the order of the lines."""


@dataclass(frozen=True, kw_only=True)
class Difference(Plain):
    """A comment in which the two books find different things, or keep them differently."""

    id: str
    now: Outcome
    draft: Outcome


@dataclass(frozen=True, kw_only=True)
class Tally(Plain):
    """Two books over the same comments. Equal for the same comments, in whatever parts and order they were judged."""

    judged: int = 0
    now: Side = field(default_factory=Side)
    draft: Side = field(default_factory=Side)
    members: Mapping[str, Moved] = field(default_factory=dict, hash=False)
    """By id, or by name where there is none: those whose comments change side."""
    differing: int = 0
    """Comments in which the books differ, all of them."""
    differences: tuple[Difference, ...] = ()
    """The first 1,000 of these in the order of their ids."""
    failed: int = 0
    """Comments that could not be judged; they count nowhere else."""
    failures: tuple[str, ...] = ()
    """The first 1,000 ids of these, in order."""
    missing: tuple[str, ...] = ()
    """One sentence for each file of weights without which some clauses were left unjudged."""

    @property
    def newly(self) -> int:
        """Comments that the draft finds and the book in force does not."""
        return sum(moved.newly for moved in self.members.values())

    @property
    def no_longer(self) -> int:
        """Comments that the book in force finds and the draft does not."""
        return sum(moved.no_longer for moved in self.members.values())


def merged(*tallies: Tally) -> Tally:
    """One tally of comments counted apart; of none, the empty one. No comment may be counted in two of them."""
    return Tally(
        judged=sum(each.judged for each in tallies),
        now=_side([each.now for each in tallies]),
        draft=_side([each.draft for each in tallies]),
        members=_members(chain.from_iterable(each.members.items() for each in tallies)),
        differing=sum(each.differing for each in tallies),
        differences=first(chain.from_iterable(each.differences for each in tallies), place),
        failed=sum(each.failed for each in tallies),
        failures=first(chain.from_iterable(each.failures for each in tallies), str),
        missing=tuple(sorted({sentence for each in tallies for sentence in each.missing})),
    )


def first(items: Iterable[Kept], order: Callable[[Kept], "tuple[str, ...] | str"]) -> tuple[Kept, ...]:
    """The first so many in order."""
    return tuple(sorted(items, key=order)[:MOST])


def place(difference: Difference) -> tuple[str, ...]:
    """Where a difference stands among others: by id, and all the rest where ids are the same."""
    now, draft = difference.now, difference.draft
    return (difference.id, str(now.keeping), str(draft.keeping), *now.clauses, "", *draft.clauses)


def by_name(counts: Mapping[str, int]) -> dict[str, int]:
    """In the order of the names, so that equal tallies are equal as text too."""
    return dict(sorted(counts.items()))


def _side(sides: Sequence[Side]) -> Side:
    return Side(
        by_keeping=_summed(side.by_keeping for side in sides),
        by_clause=_summed(side.by_clause for side in sides),
        agreement=Agreement(
            found_breach=sum(side.agreement.found_breach for side in sides),
            found_none=sum(side.agreement.found_none for side in sides),
            missed_breach=sum(side.agreement.missed_breach for side in sides),
            missed_none=sum(side.agreement.missed_none for side in sides),
        ),
    )


def _summed(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return by_name(total)


def _members(members: Iterable[tuple[str, Moved]]) -> dict[str, Moved]:
    found: dict[str, Moved] = {}
    for key, moved in members:
        known = found.get(key)
        found[key] = moved if known is None else together(known, moved)
    return dict(sorted(found.items()))


def together(one: Moved, other: Moved) -> Moved:
    """Two counts of one member, under the first of the names."""
    return Moved(
        name=min(one.name, other.name), newly=one.newly + other.newly, no_longer=one.no_longer + other.no_longer
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
