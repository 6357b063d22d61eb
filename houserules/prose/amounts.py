"""Numbers, spans of time, and units as they stand in rules: “three”, “1,000”, “48 hours”, “a week”, “400-word”.

Patterns are over stems (see `words.Stretch.stems`); spans of time become hours, months count 30 days.
"""

import re

from houserules.prose.words import stem

NAMED = {
    "zero": 0,
    "one": 1,
    "single": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "fourteen": 14,
    "sixteen": 16,
    "eighteen": 18,
    "couple": 2,
    "half": 0.5,
}
HOURS = {
    "second": 1 / 3600,
    "sec": 1 / 3600,
    "minute": 1 / 60,
    "min": 1 / 60,
    "hour": 1,
    "hr": 1,
    "h": 1,
    "day": 24,
    "d": 24,
    "daily": 24,
    "week": 168,
    "wk": 168,
    "weekly": 168,
    "fortnight": 336,
    "month": 720,
    "monthly": 720,
    "year": 8760,
    "yr": 8760,
    "annum": 8760,
}
UNITS = {
    "word": "words",
    "character": "characters",
    "char": "characters",
    "letter": "characters",
    "line": "lines",
    "sentence": "sentences",
    "paragraph": "paragraphs",
    "percent": "percent",
}


def _choice(names: "dict[str, float] | dict[str, int | float] | dict[str, str]") -> str:
    return "|".join(sorted({re.escape(stem(name)) for name in names}, key=len, reverse=True))


NUMBER = rf"(?: (?:\d{{1,9}}(?: 000)?k?|{_choice(NAMED)})(?: {stem('hundred')}| {stem('thousand')})?)(?![^ ])"
PERIOD = rf"(?:(?:{NUMBER})?(?: {stem('full')}| {stem('calendar')})? (?:{_choice(HOURS)})|\ \d{{1,5}}(?:h|d|hr|hrs|min))(?![^ ])"
UNIT = rf" (?:{_choice(UNITS)})(?![^ ])"
CAUGHT = {
    "most": NUMBER,
    "least": NUMBER,
    "number": NUMBER,
    "period": PERIOD,
    "unit": UNIT,
    "digit": r" \d{1,3}(?![^ ])",
}
"""Placeholders of patterns, with the stems they catch."""
_NAMED = {stem(name): value for name, value in NAMED.items()}
_HOURS = {stem(name): value for name, value in HOURS.items()}
_UNITS = {stem(name): value for name, value in UNITS.items()}


_BEGIN_PERIOD = frozenset({*_NAMED, *_HOURS, stem("full"), stem("calendar")})


def begins(name: str, word: str) -> bool:
    """Whether an amount of this name may begin with a stem; told without a pattern, as it is asked of every word."""
    if name == "unit":
        return word in _UNITS
    return word[:1].isdigit() or word in (_BEGIN_PERIOD if name == "period" else _NAMED)


def is_amount(word: str) -> bool:
    """Whether a stem begins a number."""
    return word[:1].isdigit() or word in _NAMED


def number(stems: str) -> int | float:
    """The number that these stems spell; 1 where they spell none."""
    total: int | float = 1
    said = [part for part in stems.split() if part in _NAMED or part[0].isdigit()]
    for at, part in enumerate(said):
        plain = re.sub(r"\D+$", "", part)
        value = int(plain) * (1000 if part.endswith("k") else 1) if plain else _NAMED[part]
        if part == "000" and at:
            value = 1000
        total = value if not at else total * value
    return total


def hours(stems: str) -> int | float:
    """A span of time in hours."""
    glued = re.fullmatch(r" (\d+)(h|d|hrs?|min)", stems)
    if glued is not None:
        return _plain(int(glued[1]) * _HOURS[stem(glued[2].removesuffix("s"))])
    parts = stems.split()
    return _plain(number(" ".join(parts[:-1])) * _HOURS[parts[-1]])


def caught(name: str, stems: str) -> tuple[str, int | float | str]:
    """The parameter that a placeholder's stems stand for."""
    if name == "period":
        return "hours", hours(stems)
    if name == "unit":
        return "unit", _UNITS[stems.strip()]
    return name, _plain(number(stems))


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 4)
