"""Figures as people read them."""

from parley.stats.figures import Share, Tally

FEW = "too few to tell"
COUNTS = ("rulings", "words cut", "removed", "no breach", "taken back", "appeals", "granted", "refused")
"""Heads of a table of rulings, in the order of `counts`."""


def counts(tally: Tally) -> tuple[str, ...]:
    found = (
        tally.ruled, tally.cut, tally.removed, tally.no_breach, tally.taken_back, tally.appealed, tally.granted, tally.refused,
    )  # fmt: skip
    return tuple(f"{count:,}" for count in found)


def percent(part: float | None) -> str:
    return FEW if part is None else f"{part:.0%}".replace("%", " %")


def of(share: Share) -> tuple[str, str, str]:
    """The share, its interval, and what it is of."""
    if share.part is None:
        return FEW, "", ""
    low, high = share.interval
    return percent(share.part), f"{low * 100:.0f} to {high * 100:.0f} %", f"{share.some:,} of {share.of:,}"


def per_hundred(rate: float | None) -> str:
    return FEW if rate is None else f"{rate:.1f}"


def lasting(seconds: float | None) -> str:
    """Minutes, hours, or days, in words."""
    if seconds is None:
        return FEW
    for unit, length in (("day", 86_400), ("hour", 3_600)):
        if seconds >= 1.5 * length:
            return f"{seconds / length:.1f}".removesuffix(".0") + f" {unit}s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def times(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"
