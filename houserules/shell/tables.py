"""A tally as plain tables for people at a shell."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from houserules.keeping import Keeping
from houserules.replaying.tally import Agreement, Difference, Outcome, Side, Tally
from houserules.shell.terminal import seen

MOST = 20
"""Rows of a table; `--json` has more."""


def tally_lines(tally: Tally) -> Iterator[str]:
    """Figures, rulings, clauses, members who change side, and differences."""
    yield f"{tally.judged:,} comments judged{_failed(tally)}."
    yield from tally.missing
    yield from _table(("", "in force", "draft"), list(_figures(tally)), place=str.rjust)
    yield ""
    yield f"{tally.newly:,} newly found, {tally.no_longer:,} no longer found; {tally.differing:,} judged differently."
    yield from _members(tally)
    yield from _differences(tally)


def _failed(tally: Tally) -> str:
    if not tally.failed:
        return ""
    named = ", ".join(map(seen, tally.failures[:3]))
    return f"; {tally.failed:,} could not be judged ({named}{', …' if tally.failed > 3 else ''})"


def _figures(tally: Tally) -> Iterator[tuple[str, str, str]]:
    now, draft = tally.now, tally.draft
    yield "comments found", f"{now.found:,}", f"{draft.found:,}"
    for keeping in reversed(Keeping):
        if keeping in now.by_keeping or keeping in draft.by_keeping:
            yield f"  {keeping}", *_both(now.by_keeping, draft.by_keeping, keeping)
    yield from _rulings(now, draft)
    for clause in sorted({*now.by_clause, *draft.by_clause}, key=_in_order):
        yield f"clause {clause}", *_both(now.by_clause, draft.by_clause, clause)


def _rulings(now: Side, draft: Side) -> Iterator[tuple[str, str, str]]:
    one, other = now.agreement, draft.agreement
    if not one.ruled:
        return
    yield "ruled on by people", f"{one.ruled:,}", f"{other.ruled:,}"
    for name in ("found_breach", "found_none", "missed_breach", "missed_none"):
        yield f"  {_CELLS[name]}", f"{getattr(one, name):,}", f"{getattr(other, name):,}"
    for name in ("precision", "recall", "agreement"):
        yield f"  {name}", _rate(one, name), _rate(other, name)


_CELLS = {
    "found_breach": "found, and a breach",
    "found_none": "found, and none",
    "missed_breach": "not found, and a breach",
    "missed_none": "not found, and none",
}


def _members(tally: Tally) -> Iterator[str]:
    rows = sorted(tally.members.items(), key=lambda each: (-each[1].newly - each[1].no_longer, each[0]))
    if rows:
        yield ""
        named = [(seen(moved.name), f"{moved.newly:,}", f"{moved.no_longer:,}") for _, moved in rows[:MOST]]
        yield from _table(("member", "newly found", "no longer found"), named, place=str.rjust)
        yield from _more(len(rows), "members")


def _differences(tally: Tally) -> Iterator[str]:
    if tally.differences:
        yield ""
        yield from _table(("comment", "in force", "draft"), list(map(_difference, tally.differences[:MOST])))
        yield from _more(tally.differing, "comments")


def _difference(difference: Difference) -> tuple[str, str, str]:
    return seen(difference.id), _outcome(difference.now), _outcome(difference.draft)


def _outcome(outcome: Outcome) -> str:
    return f"{outcome.keeping} ({', '.join(outcome.clauses)})" if outcome.keeping else "nothing"


def _more(count: int, what: str) -> Iterator[str]:
    if count > MOST:
        yield f"… and {count - MOST:,} more {what} (--json has more)"


def _both(one: Mapping[str, int], other: Mapping[str, int], name: str) -> tuple[str, str]:
    return f"{one.get(name, 0):,}", f"{other.get(name, 0):,}"


def _rate(agreement: Agreement, name: str) -> str:
    value: float | None = getattr(agreement, name)
    return "–" if value is None else f"{100 * value:.1f} %"


def _in_order(clause: str) -> tuple[str, list[int]]:
    book, _, key = clause.rpartition(" ")
    return book, [int(number) for number in key.split(".") if number.isdecimal()]


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], place: Callable[[str, int], str] = str.ljust
) -> Iterator[str]:
    """Columns as wide as their widest cell; `place` fills those behind the first."""
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads))]
    for row in (heads, *rows):
        cells = [place(cell, width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([row[0].ljust(widths[0]), *cells]).rstrip()
