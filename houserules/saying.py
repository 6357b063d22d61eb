"""Sentences that know what they are made of, so that whoever shows them can say them in another language.

    say("This looks like {found}; this line asks for {wanted}.", found="German", wanted="English")
    counted("{count} link", "{count} links", 3)

Each is its English text, and is kept and compared as such; `forms` and `parts` are for translators. A sentence is written whole
where it is said, and what is filled in is either somebody's words or a sentence itself.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Self


class Sentence(str):
    """Text in English. `forms`: what it is filled in from, one form, or that for one and that for more by the part `count`."""

    __slots__ = ("forms", "parts")
    forms: tuple[str, ...]
    parts: Mapping[str, object]

    def __new__(cls, forms: tuple[str, ...], parts: Mapping[str, object]) -> Self:
        form = forms[0] if len(forms) == 1 or parts["count"] == 1 else forms[1]
        made = super().__new__(cls, form.format(**{name: shown(part) for name, part in parts.items()}) if parts else form)
        made.forms, made.parts = forms, parts
        return made

    def __getnewargs__(self) -> tuple[tuple[str, ...], Mapping[str, object]]:  # type: ignore[override]
        """It keeps what it is made of on its way to another process."""
        return self.forms, self.parts


def say(sentence: str, /, **parts: object) -> Sentence:
    return Sentence((sentence,), {name: _whole(part) for name, part in parts.items()})


def counted(one: str, many: str, count: float, /, **parts: object) -> Sentence:
    """`{count}` need not stand in the form for one."""
    return Sentence((one, many), {"count": round(count), **{name: _whole(part) for name, part in parts.items()}})


def later_counted(one: str, many: str) -> tuple[str, str]:
    """Marks two forms for translation where they are no more than named; `counted` says them."""
    return one, many


def assembled(form: str, /, **parts: object) -> Sentence:
    """What is the same in every language but for its parts: signs, figures, and names of what is measured."""
    return say(form, **parts)


def together(sentences: Iterable[str]) -> str:
    """One after the other; empty ones are left out."""
    found = [each for each in sentences if each]
    return reduce(lambda one, other: assembled("{one} {other}", one=one, other=other), found) if found else ""


def listed(items: Iterable[str]) -> str:
    """Things in a row."""
    found = [each for each in items if each]
    return reduce(lambda one, other: say("{one}, {other}", one=one, other=other), found) if found else ""


def shown(part: object) -> object:
    """Numbers with thousands set apart."""
    if isinstance(part, bool) or not isinstance(part, int | float):
        return part
    return f"{part:,}" if isinstance(part, int) else f"{part:,g}"


def _whole(part: object) -> object:
    return int(part) if isinstance(part, float) and part.is_integer() else part
