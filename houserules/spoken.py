"""Amounts of a clause as people say them."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.saying import assembled, counted, later_counted, listed, say
from houserules.signals.language import NAMES

MINUTES, DAY = 60, 24
"""Of an hour; hours of a day."""
UNITS = {
    "words": later_counted("{count} word", "{count} words"),
    "characters": later_counted("{count} character", "{count} characters"),
    "lines": later_counted("{count} line of text", "{count} lines of text"),
    "paragraphs": later_counted("{count} paragraph", "{count} paragraphs"),
    "sentences": later_counted("{count} sentence", "{count} sentences"),
}
CHOSEN: Mapping[str, str] = {
    "accurate": say("accurate"), "memes": say("memes"), "images": say("images"), "gifs": say("gifs"), "bare": say("bare"),
    "short": say("short"), "groups": say("groups of people"), "members": say("members"), "careful": say("careful"),
    "keen": say("keen"), **NAMES,
}  # fmt: skip
"""Values that are chosen from few."""
OF_PEOPLE = frozenset({"term", "near", "expression"})
"""Parameters whose values are somebody's words."""


def duration(hours: float) -> str:
    """`hours` in the largest unit that says it whole: “10 minutes”, “an hour”, “3 days”."""
    if hours % DAY == 0 and hours:
        return counted("a day", "{count} days", hours / DAY)
    if hours == round(hours) and hours:
        return counted("an hour", "{count} hours", hours)
    return counted("a minute", "{count} minutes", max(1, round(hours * MINUTES)))


def amount(count: float, unit: str) -> str:
    """“300 words”; a unit of which nothing is known as it stands."""
    if unit in UNITS:
        return counted(*UNITS[unit], count)
    return say("{count} percent", count=count) if unit == "percent" else assembled("{count} {unit}", count=count, unit=unit)


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
                said.append(str(value) if name in OF_PEOPLE else CHOSEN.get(str(value), str(value)))
    return listed(said)


def _bound(name: str, value: float, unit: str) -> str:
    if name == "most" and not value:
        return say("none at all")
    said = amount(value, unit) if unit else assembled("{figure}", figure=value)
    return say("at most {amount}", amount=said) if name == "most" else say("at least {amount}", amount=said)
