"""Figures as people read them."""

from parley.base.saying import counted, number, say, with_count
from parley.stats.figures import Share, Tally

FEW = "too few to tell"
COUNTS = ("rulings", "words cut", "removed", "no breach", "taken back", "appeals", "granted", "refused")
"""Heads of a table of rulings, in the order of `counts`."""


def counts(tally: Tally) -> tuple[str, ...]:
    found = (
        tally.ruled, tally.cut, tally.removed, tally.no_breach, tally.taken_back, tally.appealed, tally.granted, tally.refused,
    )  # fmt: skip
    return tuple(map(number, found))


def percent(part: float | None) -> str:
    return say(FEW) if part is None else f"{part:.0%}".replace("%", " %")


def of(share: Share) -> tuple[str, str, str]:
    """The share, its interval, and what it is of."""
    if share.part is None:
        return say(FEW), "", ""
    low, high = share.interval
    between = say("{low} to {high} %", low=f"{low * 100:.0f}", high=f"{high * 100:.0f}")
    return percent(share.part), between, part_of(share.some, share.of)


def part_of(some: int, all_: int) -> str:
    return say("{some} of {all}", some=some, all=all_)


def per_hundred(rate: float | None) -> str:
    return say(FEW) if rate is None else number(round(rate, 1))


def lasting(seconds: float | None) -> str:
    """Minutes, hours, or days, in words."""
    if seconds is None:
        return say(FEW)
    if seconds >= 1.5 * 86_400:
        return _so_many("{count} day", "{count} days", seconds / 86_400)
    if seconds >= 1.5 * 3_600:
        return _so_many("{count} hour", "{count} hours", seconds / 3_600)
    return counted("{count} minute", "{count} minutes", max(1, round(seconds / 60)))


def _so_many(one: str, many: str, count: float) -> str:
    """With a tenth, where it is no whole number; that takes the form of a hundred."""
    count = round(count, 1)
    if count.is_integer():
        return counted(one, many, int(count))
    return with_count(one, many, 100).format(count=number(count))


def times(ratio: float) -> str:
    return number(round(ratio, 1)) if ratio < 10 else f"{ratio:.0f}"
