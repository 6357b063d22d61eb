"""Site, group, and seed books as the one numbered list that readers see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count

from houserules.book import Clause, Line, RuleBook, RuleBookError, Standing
from houserules.kind import kinds
from houserules.plain import Plain


class Origin(StrEnum):
    """Whose book a line comes from, widest first."""

    SITE = "site"
    GROUP = "group"
    SEED = "seed"


@dataclass(frozen=True, kw_only=True)
class NumberedLine(Plain):
    """A line of one of the three books under its number in the combined list."""

    number: int
    origin: Origin
    origin_line: int
    text: str
    clauses: tuple[Clause, ...] = ()
    standing: Standing = Standing.UNMARKED
    lifted_by: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Keys of clauses here that a narrower line lifts, each with that line's number in this list."""


@dataclass(frozen=True, kw_only=True)
class Conflict(Plain):
    """A permission that cannot lift what another line forbids; it does not act."""

    number: int
    """The line that forbids."""
    by: int
    """The line that permits."""
    clause_key: str
    """The forbidding clause."""
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Combined(Plain):
    """The rules of one discussion, numbered 1 to n."""

    lines: tuple[NumberedLine, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def clause(self, number: int, key: str) -> Clause:
        """The clause `key` of line `number`; raises RuleBookError when there is none."""
        for line in self.lines:
            for clause in line.clauses:
                if line.number == number and clause.key == key:
                    return clause
        raise RuleBookError(f"These rules have no clause {key} in line {number}.")

    def acting(self) -> Iterator[tuple[NumberedLine, Clause]]:
        """What is judged: confirmed clauses that nothing lifts and that are not left to people."""
        for line in self.lines:
            for clause in line.clauses:
                if clause.acts and clause.key not in line.lifted_by:
                    yield line, clause


def combine(site: RuleBook | None, group: RuleBook | None, seed: RuleBook | None) -> Combined:
    """One list of the three books.

    A confirmed permission of a narrower book lifts the same kind (and parameters) in a wider line marked open. Any
    other permission of something forbidden is a conflict and lifts nothing, confirmed or not.
    """
    books = zip(Origin, (site, group, seed), strict=True)
    numbers = count(1)
    lines = [
        _numbered(next(numbers), origin, line) for origin, book in books if book is not None for line in book.lines
    ]
    conflicts: list[Conflict] = []
    for permitting, permission in _permissions(lines):
        for at, line in enumerate(lines):
            lines[at] = _lift(line, permitting, permission, conflicts)
    return Combined(lines=tuple(lines), conflicts=tuple(conflicts))


def _numbered(number: int, origin: Origin, line: Line) -> NumberedLine:
    return NumberedLine(
        number=number,
        origin=origin,
        origin_line=line.number,
        text=line.text,
        clauses=line.clauses,
        standing=line.standing,
    )


def _permissions(lines: list[NumberedLine]) -> list[tuple[NumberedLine, Clause]]:
    return [(line, clause) for line in lines for clause in line.clauses if clause.permits]


def _lift(line: NumberedLine, by: NumberedLine, permission: Clause, conflicts: list[Conflict]) -> NumberedLine:
    """`line` with what `permission` lifts in it; what it would lift but may not is added to `conflicts`."""
    for clause in line.clauses:
        if clause.permits or not _covers(permission, clause) or _is_narrower(line, by):
            continue
        if line.standing is not Standing.OPEN or line.origin is by.origin:
            conflicts.append(_conflict(line, clause, by))
        elif permission.confirmed:
            line = replace(line, lifted_by={**line.lifted_by, clause.key: by.number})
    return line


def _is_narrower(line: NumberedLine, than: NumberedLine) -> bool:
    """A narrower book may forbid what a wider one allows: that is adding a line, not a conflict."""
    order = tuple(Origin)
    return order.index(line.origin) > order.index(than.origin)


def _covers(permission: Clause, clause: Clause) -> bool:
    return permission.kind == clause.kind and kinds()[clause.kind].covers(permission.params, clause.params)


def _conflict(line: NumberedLine, clause: Clause, by: NumberedLine) -> Conflict:
    why = "is in the same book" if line.origin is by.origin else "is not marked open"
    if line.standing is Standing.FIXED and line.origin is not by.origin:
        why = "is marked fixed"
    sentence = f"Line {by.number} allows what line {line.number} forbids (“{clause.words}”), and line {line.number} {why}."
    return Conflict(number=line.number, by=by.number, clause_key=clause.key, sentence=sentence)
