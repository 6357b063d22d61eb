"""What somebody typed, taken apart. Nothing that is typed is an error: what is no operator is a word.

glacier "rule breaking" -lake from:ada in:astronomy source:lantern.example tag:ice after:2026-01-01 before:2026-12
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from parley.base.cleaning import clean_line
from parley.base.saying import say
from parley.search.tokens import plain, words_of

MOST_CHARACTERS = 400
MOST_PARTS = 16
FILTERS = ("from", "in", "source", "tag")
TIMES = ("before", "after")
_PART = re.compile(
    r"(?P<without>-(?=\S))?(?:(?P<name>from|in|source|tag|before|after):)?"
    r"""(?:["“„](?P<quoted>[^"“”]*)["“”]?|(?P<bare>\S+))""", re.IGNORECASE,
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Need:
    """Tokens that stand in this order, the last one perhaps only the beginning of a word."""

    tokens: tuple[str, ...]
    is_beginning: bool = False
    word: str = ""
    """As it was written, where it is one word and not quoted: for headings with a slip."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    name: str
    value: str
    is_without: bool = False


@dataclass(slots=True)
class Asked:
    """`remarks`: sentences about what could not be done. `start` and `end`: from then, and before then."""

    needs: list[Need] = field(default_factory=list)
    without: list[Need] = field(default_factory=list)
    narrowed: list[Narrowing] = field(default_factory=list)
    start: datetime | None = None
    end: datetime | None = None
    remarks: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.needs or self.without or self.narrowed or self.start or self.end)


def asked_of(query: str) -> Asked:
    """At most `MOST_PARTS` parts of the first `MOST_CHARACTERS` characters; a remark where that is not all."""
    line, asked = clean_line(query[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS], Asked()
    parts = list(_PART.finditer(line))
    if len(query.strip()) > MOST_CHARACTERS or len(parts) > MOST_PARTS:
        asked.remarks.append(say(
            "Only the first {parts} parts, of at most {characters} characters, were looked for.", parts=MOST_PARTS,
            characters=MOST_CHARACTERS,
        ))  # fmt: skip
    for part in parts[:MOST_PARTS]:
        _take(asked, part)
    return asked


def _take(asked: Asked, part: re.Match[str]) -> None:
    name = (part["name"] or "").lower()
    value = (part["quoted"] if part["bare"] is None else part["bare"]).strip()
    if name in TIMES:
        _take_time(asked, name, value)
    elif name in FILTERS:
        if value:
            asked.narrowed.append(Narrowing(name, value.lower().lstrip("@#"), bool(part["without"])))
    elif words := list(words_of(value)):
        is_bare = part["bare"] is not None
        is_beginning = is_bare and value.endswith("*") and len(words[-1].token) > 1
        word = plain(value[words[0].start : words[0].end]) if is_bare and len(words) == 1 and not is_beginning else ""
        need = Need(tuple(each.token for each in words), is_beginning, word)
        (asked.without if part["without"] else asked.needs).append(need)


def _take_time(asked: Asked, name: str, value: str) -> None:
    """A day, a month, or a year, in UTC: `before` it begins, or `after` it has begun."""
    found = _DATE.fullmatch(value)
    try:
        year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
        then = datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        asked.remarks.append(
            say("“{given}” is no date, so it was left out. Write it as {name}:2026-11-30.", given=f"{name}:{value}", name=name)
        )
        return
    if name == "before":
        asked.end = min(asked.end or then, then)
    else:
        asked.start = max(asked.start or then, then)
