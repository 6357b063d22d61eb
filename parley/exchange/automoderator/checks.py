"""One line of a rule: its name taken apart, its values as plain texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.base.cleaning import clean_line
from parley.base.saying import say
from parley.exchange.account import shortened
from parley.exchange.automoderator import names
from parley.exchange.documents import Field, Fields, Value

NAME = re.compile(r"(?P<no>~?)\s*(?P<parts>[\w+ -]+?)\s*(?:#[\w-]+)?\s*(?:\((?P<how>[^()]*)\))?")
LONGEST_NAME = 200
YES = frozenset({"true", "yes", "on"})
GROUPS = frozenset({"author", "crosspost_author"})


@dataclass(frozen=True, kw_only=True)
class Check:
    """A name of the rule with its values."""

    said: str
    """As it stands in the rule."""
    parts: tuple[str, ...]
    """`title+body` has two."""
    is_not: bool
    how: frozenset[str]
    value: Value
    line: int

    @property
    def values(self) -> tuple[str, ...]:
        """Every text in its value once, without those that have no letters."""
        return tuple(dict.fromkeys(filter(None, map(clean_line, _texts(self.value)))))

    @property
    def first(self) -> str:
        return self.values[0].lower() if self.values else ""

    @property
    def is_true(self) -> bool:
        return self.first in YES

    @property
    def way(self) -> str:
        """How it searches; texts by words where nothing is said."""
        return next((way for way in names.WAYS if way in self.how), "includes-word")


def checks_in(fields: Fields) -> tuple[list[Check], list[str]]:
    """The checks of a rule in order, those of the author among them, and what was left out of it."""
    found: dict[str, Check] = {}
    left_out: list[str] = []
    for check in _flat(fields):
        if check.said in found:
            line = str(found[check.said].line)
            left_out.append(say("“{name}” of line {line}: it stands twice, and the last one counts", name=check.said, line=line))
        found[check.said] = check
    return list(found.values()), left_out


def _flat(fields: Fields) -> Iterator[Check]:
    for field in fields.fields:
        check = _check(field, "")
        if check.parts[0] in GROUPS and isinstance(field.value, Fields) and not check.is_not:
            prefix = "crosspost_author" if check.parts[0] == "crosspost_author" else ""
            yield from (_check(inner, field.name, prefix) for inner in field.value.fields)
        else:
            yield check


def _check(field: Field, group: str, forced: str = "") -> Check:
    name = shortened(field.name, LONGEST_NAME)
    found = NAME.fullmatch(name)
    parts = tuple(part.strip().lower() for part in found["parts"].split("+")) if found else (name,)
    how = (found["how"] or "") if found else ""
    return Check(
        said=f"{group}: {name}" if group else name,
        parts=(forced,) if forced else parts,
        is_not=bool(found and found["no"]),
        how=frozenset(filter(None, (each.strip().lower() for each in how.split(",")))),
        value=field.value,
        line=field.line,
    )


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        for field in value.fields:
            yield from _texts(field.value)
