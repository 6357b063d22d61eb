"""Site, group, and seed books as the one numbered list that readers see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import count
from typing import NamedTuple

from houserules.book import Clause, Line, Param, RuleBook, RuleBookError, Standing
from houserules.kind import Kind, kinds
from houserules.plain import Plain
from houserules.saying import say

ABOUT, MEMBERS, SUBJECT = "about", "members", "subject"
"""The parameter of kinds that can be told whom words are about, and what it may say."""


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
    language: str = ""
    """As `Line.language`."""
    lifted_by: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Keys of clauses here that a narrower line lifts, each with that line's number in this list."""
    narrowed_by: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Keys of clauses here that act about members alone, as a line allows the same about the subject of the article."""


class Asking(NamedTuple):
    """A clause that is judged, and what it asks: two that ask the same find the same."""

    line: NumberedLine
    clause: Clause
    kind: Kind | None
    """None for a kind that this version does not know."""
    asks: "Asked"

    @classmethod
    def of(cls, line: NumberedLine, clause: Clause) -> "Asking":
        return cls(line, clause, kinds().get(clause.kind), _asked(clause.kind, clause.params))


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

    @cached_property
    def acting(self) -> tuple[tuple[NumberedLine, Clause], ...]:
        """What is judged and acts: confirmed clauses that nothing lifts and that are not left to people."""
        return tuple((line, clause) for line, clause in self._judged if clause.acts)

    @cached_property
    def shadowing(self) -> tuple[tuple[NumberedLine, Clause], ...]:
        """What is judged in shadow."""
        return tuple((line, clause) for line, clause in self._judged if clause.shadow)

    @cached_property
    def asking(self) -> tuple[Asking, ...]:
        """What acts, ready to be judged."""
        return tuple(Asking.of(line, clause) for line, clause in self.acting)

    @cached_property
    def asking_in_shadow(self) -> tuple[Asking, ...]:
        """The same of what is judged in shadow."""
        return tuple(Asking.of(line, clause) for line, clause in self.shadowing)

    @property
    def _judged(self) -> Iterator[tuple[NumberedLine, Clause]]:
        for line in self.lines:
            for clause in line.clauses:
                if clause.is_judged and clause.key not in line.lifted_by:
                    yield line, clause


def combine(site: RuleBook | None, group: RuleBook | None, seed: RuleBook | None) -> Combined:
    """One list of the three books.

    A confirmed permission of a narrower book lifts the same kind (and parameters) in a wider line marked open. Any
    other permission of something forbidden is a conflict and lifts nothing, confirmed or not. One that speaks of the
    subject of the article alone, of the same book or where a lift is possible, leaves the clause in force about members.
    """
    books = zip(Origin, (site, group, seed), strict=True)
    numbers = count(1)
    lines = [
        _numbered(next(numbers), origin, line) for origin, book in books if book is not None for line in book.lines
    ]
    permissions = _permissions(lines)
    lifted = [_lifted(line, permissions) for line in lines]
    return Combined(
        lines=tuple(line for line, _ in lifted), conflicts=tuple(conflict for _, found in lifted for conflict in found)
    )


def _numbered(number: int, origin: Origin, line: Line) -> NumberedLine:
    return NumberedLine(
        number=number,
        origin=origin,
        origin_line=line.number,
        text=line.text,
        clauses=line.clauses,
        standing=line.standing,
        language=line.language,
    )


Asked = tuple[str, frozenset[tuple[str, Param]]]
"""A kind with its parameters, to look permissions up by."""
Permissions = dict[Asked, dict[tuple[Origin, bool], NumberedLine]]
"""The first line of each book that permits it, confirmed and unconfirmed ones apart."""


def _permissions(lines: list[NumberedLine]) -> Permissions:
    found: Permissions = {}
    for line in lines:
        for clause in line.clauses:
            if clause.permits:
                first = found.setdefault(_asked(clause.kind, clause.params), {})
                first.setdefault((line.origin, clause.confirmed), line)
    return found


def _asked(kind: str, params: Mapping[str, Param]) -> Asked:
    return kind, frozenset(params.items())


def _lifted(line: NumberedLine, permissions: Permissions) -> tuple[NumberedLine, list[Conflict]]:
    """The line with what lifts its clauses, and the permissions that would lift one but may not (one per clause)."""
    lifted: dict[str, int] = {}
    conflicts: list[Conflict] = []
    for clause in line.clauses:
        for origin, is_confirmed, by in _permitting(line, clause, permissions):
            if line.standing is Standing.OPEN and origin is not line.origin:
                if is_confirmed:
                    lifted[clause.key] = by.number
                    break
            elif all(conflict.clause_key != clause.key for conflict in conflicts):
                conflicts.append(_conflict(line, clause, by))
    narrowed = {
        clause.key: number for clause in line.clauses if (number := _narrowing(line, clause, permissions)) is not None
    }
    clauses = tuple(
        replace(each, params={**each.params, ABOUT: MEMBERS}) if each.key in narrowed else each for each in line.clauses
    )
    return replace(line, clauses=clauses, lifted_by=lifted, narrowed_by=narrowed), conflicts


def _narrowing(line: NumberedLine, clause: Clause, permissions: Permissions) -> int | None:
    """The number of the confirmed line that allows this about the subject of the article."""
    kind = kinds().get(clause.kind)
    if clause.permits or kind is None or ABOUT not in kind.params or ABOUT in clause.params:
        return None
    order = tuple(Origin)
    for params in kind.lifting(clause.params):
        found = permissions.get(_asked(clause.kind, {**params, ABOUT: SUBJECT}), {})
        for (origin, is_confirmed), by in found.items():
            is_narrower = line.standing is Standing.OPEN and order.index(origin) > order.index(line.origin)
            if is_confirmed and (origin is line.origin or is_narrower):
                return by.number
    return None


def _permitting(
    line: NumberedLine, clause: Clause, permissions: Permissions
) -> Iterator[tuple[Origin, bool, NumberedLine]]:
    """Permissions that cover the clause, of the line's own book or narrower ones.

    A narrower book may forbid what a wider one allows: that adds a line and is no conflict.
    """
    kind = kinds().get(clause.kind)
    if clause.permits or kind is None:
        return
    order = tuple(Origin)
    for params in kind.lifting(clause.params):
        for (origin, is_confirmed), by in permissions.get(_asked(clause.kind, params), {}).items():
            if order.index(origin) >= order.index(line.origin):
                yield origin, is_confirmed, by


def _conflict(line: NumberedLine, clause: Clause, by: NumberedLine) -> Conflict:
    parts = {"line": line.number, "other": by.number, "words": clause.words}
    if line.origin is by.origin:
        sentence = say("Line {other} allows what line {line} forbids (“{words}”), and line {line} is in the same book.", **parts)
    elif line.standing is Standing.FIXED:
        sentence = say("Line {other} allows what line {line} forbids (“{words}”), and line {line} is marked fixed.", **parts)
    else:
        sentence = say("Line {other} allows what line {line} forbids (“{words}”), and line {line} is not marked open.", **parts)
    return Conflict(number=line.number, by=by.number, clause_key=clause.key, sentence=sentence)
