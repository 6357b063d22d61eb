"""Amounts of a clause as people say them."""

from collections.abc import Mapping

from houserules.book import Param

MINUTES, DAY = 60, 24
"""Of an hour; hours of a day."""
FEW = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def duration(hours: float) -> str:
    """`hours` in the largest unit that says it whole: “ten minutes”, “an hour”, “three days”."""
    if hours == 1:
        return "an hour"
    if hours == DAY:
        return "a day"
    if hours % DAY == 0 and hours:
        return _many(round(hours / DAY), "day")
    if hours == round(hours) and hours:
        return _many(round(hours), "hour")
    return _many(max(1, round(hours * MINUTES)), "minute")


def _many(count: int, unit: str) -> str:
    said = FEW[count] if count < len(FEW) else f"{count:,}"
    return f"{said} {unit}" if count == 1 else f"{said} {unit}s"


def parameters(params: Mapping[str, Param]) -> str:
    """What a clause asks beyond its kind, on one line: “at most 300 words”, “at most 3, an hour”, “marlow”."""
    said = []
    for name, value in params.items():
        match name, value:
            case "hours", int() | float():
                said.append(duration(value))
            case "most" | "least", int() | float():
                said.append(_bound(name, value, str(params.get("unit", ""))))
            case "unit", _ if {"most", "least"} & params.keys():
                pass
            case _:
                said.append(str(value))
    return ", ".join(said)


def _bound(name: str, value: float, unit: str) -> str:
    if name == "most" and not value:
        return "none"
    return f"at {name} {value:,g} {unit}".rstrip()
