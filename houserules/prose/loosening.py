"""Lines that take back a part of what another line asks.

“Images of maps are fine” takes back a part of “No images”. Such a line is rarely understood itself, but it says enough: what it speaks of is not asked without conditions, so that
people keep it. Only things and limits are loosened so; that “insults are only human” changes nothing about insults.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from houserules.book import Clause, Line
from houserules.keeping import Keeping
from houserules.kind import kinds
from houserules.prose.words import stem, tokens

LOOSENS = re.compile(
    r"(?:(?P<no>\b(?:not|never|no|nor|\w+n['’]t)) )?\b(?:allowed|permitted|permissible|fine|okay|ok|acceptable|unless|except|exempt|only|exceptions?|welcomed?|encouraged"
    r"|may be posted|can be posted|may feature|provided|as long as|can still|may still|allow|must|should|you may|you can|does not break|do not break|doesn['’]t apply|does not apply)\b",
    re.IGNORECASE,
)
EXCEPTS = re.compile(r"\b(?:exceptions?|exempt)\b(?! are not| is not)", re.IGNORECASE)
REFERS_BACK = re.compile(
    r"^\W*(?:allowed|permitted|only|unless|except|acceptable|fine|ok|okay)\b"
    r"|\b(?:allow (?:them|it|these|this|those|some)|(?:they|these|those|this) (?:is|are|may be|can be) (?:only )?(?:allowed|fine|ok"
    r"|okay|permitted|acceptable))\b",
    re.IGNORECASE,
)
"""Openings and phrases of a line that takes back what the line before it asks, without naming it again."""
NO_EXCEPTION = re.compile(r"\b(?:no|not|zero|without|(?<!is )(?<!are )an|for) $", re.IGNORECASE)
LINES_ABOVE = 4
"""A title and a few sentences: so far up a rule may say the same thing again."""
ALIKE = tuple(
    frozenset(map(stem, group.split()))
    for group in ("image images picture photo pic photograph screenshot", "link url", "politics political politically")
)


def loosened(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with clauses that another line loosens left to people."""
    if not any(_may_act(clause) and _is_loosable(clause) for line in lines for clause in line.clauses):
        return tuple(lines)
    found = {at: stems for at, line in enumerate(lines) if (stems := _loosens(line)) is not None}
    if not found:
        return tuple(lines)
    excepted = frozenset(_excepted(lines))
    return tuple(_checked(lines, at, found, at in excepted) for at in range(len(lines)))


def _loosens(line: Line) -> frozenset[str] | None:
    """Stems of a line that says something is fine, or only so; None of any other line."""
    if any(clause.permits or _may_act(clause) for clause in line.clauses):
        return None
    if all(found["no"] for found in LOOSENS.finditer(line.text)):
        return None
    return frozenset(token.stem for token in tokens(line.text, 0, len(line.text)) if token.is_word)


def excepts(prose: str, start: int, end: int) -> bool:
    """Whether a stretch of the prose speaks of exceptions that there are."""
    found = EXCEPTS.finditer(prose, start, end)
    return any(
        NO_EXCEPTION.search(prose, max(start, each.start() - len(" without ")), each.start()) is None for each in found
    )


def _excepted(lines: Sequence[Line]) -> Iterator[int]:
    """Lines behind which another one speaks of exceptions: the nearest that asks for anything, and its like above."""
    last: int | None = None
    for at, line in enumerate(lines):
        if last is not None and _takes_back(line):
            yield last
            asked = {clause.kind for clause in lines[last].clauses}
            yield from (
                place
                for place in range(max(0, last - LINES_ABOVE), last)
                if asked & {c.kind for c in lines[place].clauses}
            )
        if any(map(_may_act, line.clauses)):
            last = at


def _takes_back(line: Line) -> bool:
    if any(map(_may_act, line.clauses)):
        return False
    return excepts(line.text, 0, len(line.text)) or REFERS_BACK.search(line.text) is not None


def _may_act(clause: Clause) -> bool:
    return not clause.permits and clause.keeping is not Keeping.PEOPLE


def _checked(lines: Sequence[Line], at: int, found: dict[int, frozenset[str]], is_excepted: bool) -> Line:  # noqa: FBT001
    line = lines[at]
    if not any(map(_may_act, line.clauses)):
        return line
    others = [stems for place, stems in found.items() if place != at]
    clauses = tuple(
        replace(clause, keeping=Keeping.PEOPLE, proposed=Keeping.PEOPLE)
        if _may_act(clause) and _is_loosened(clause, others, is_excepted=is_excepted)
        else clause
        for clause in line.clauses
    )
    return replace(line, clauses=clauses)


def _is_loosable(clause: Clause) -> bool:
    return kinds()[clause.kind].is_thing or bool(clause.params)


def _is_loosened(clause: Clause, others: Sequence[frozenset[str]], *, is_excepted: bool) -> bool:
    if not _is_loosable(clause):
        return False
    term = str(clause.params.get("term", "")) or clause.words
    told = frozenset(
        token.stem for token in tokens(term, 0, len(term)) if token.is_word and len(token.stem) > len("of")
    )
    alike = frozenset().union(*(group for group in ALIKE if group & told))
    return is_excepted or any(told <= stems or alike & stems for stems in others)
