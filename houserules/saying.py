"""Sentences that know what they are made of, so that whoever shows them can say them in another language.

    say("This looks like {found}; this line asks for {wanted}.", found="German", wanted="English")
    counted("{count} link", "{count} links", 3)

Each is its English text, and is kept and compared as such; `forms` and `parts` are for translators. A sentence is written whole
where it is said, and what is filled in is either somebody's words or a sentence itself.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from math import ceil
from typing import Self

from houserules.plain import LARGEST


class Sentence(str):
    """Text in English. `forms`: what it is filled in from, one form, or that for one and that for more by the part `count`."""

    __slots__ = ("forms", "parts")
    forms: tuple[str, ...]
    parts: Mapping[str, object]

    def __new__(cls, forms: tuple[str, ...], parts: Mapping[str, object]) -> Self:
        parts = {name: _rounded(part) for name, part in parts.items()}
        form = forms[0] if len(forms) == 1 or parts["count"] == 1 else forms[1]
        made = super().__new__(cls, form.format(**{name: _shown(part) for name, part in parts.items()}) if parts else form)
        made.forms, made.parts = forms, parts
        return made

    def __getnewargs__(self) -> tuple[tuple[str, ...], Mapping[str, object]]:  # type: ignore[override] # of more than the text
        """It keeps what it is made of on its way to another process."""
        return self.forms, self.parts

    @property
    def how_many(self) -> int:
        """What chooses among its forms, as a whole number."""
        found = self.parts.get("count")
        return ceil(min(found, LARGEST)) if isinstance(found, int | float) else 0


def say(sentence: str, /, **parts: object) -> Sentence:
    """A sentence, filled in with somebody's words, figures, or other sentences."""
    return Sentence((sentence,), parts)


def counted(one: str, many: str, count: float, /, **parts: object) -> Sentence:
    """One of two sentences. `{count}` need not stand in the form for one."""
    return Sentence((one, many), {"count": count, **parts})


def later_counted(one: str, many: str) -> tuple[str, str]:
    """Marks two forms for translation where they are no more than named; `counted` says them."""
    return one, many


def assembled(form: str, /, **parts: object) -> Sentence:
    """What is the same in every language but for its parts: signs, figures, and names of what is measured."""
    return say(form, **parts)


def together(sentences: Iterable[str]) -> Sentence:
    """A few sentences one after the other; empty ones are left out."""
    return reduce(lambda one, other: assembled("{one} {other}", one=one, other=other), _sentences(sentences))


def listed(items: Iterable[str]) -> Sentence:
    """A few things in a row."""
    return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), _sentences(items))


def _sentences(found: Iterable[str]) -> list[Sentence]:
    """At least one, if an empty one."""
    said = [each if isinstance(each, Sentence) else assembled("{words}", words=each) for each in found if each]
    return said or [assembled("")]


def _shown(part: object) -> object:
    """Figures with thousands set apart."""
    return f"{part:,}" if isinstance(part, int | float) and not isinstance(part, bool) else part


def _rounded(part: object) -> object:
    if not isinstance(part, float):
        return part
    return int(part) if part.is_integer() else round(part, 4)
