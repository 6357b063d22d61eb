"""Sentences, numbers, and dates in the language in which is spoken (`languages.spoken`).

    say("Line {number} is no line of {book}.", number=3, book=title)
    counted("{count} comment", "{count} comments", found)

A sentence is written whole and in English, and is translated whole (`make messages`, docs/languages.md); what is filled in
is never translated on its own. Sentences of lists stand there in English, marked by `later`, and are said where they are used.
Digits are Western everywhere, as in the numbers of comments.
"""

import re
from datetime import date, datetime

from django.utils import dateformat, translation
from django.utils.translation import gettext, ngettext, pgettext

COMMA = {"de": "."}
"""Between thousands."""
POINT = {"de": ","}
DAY = {"de": "j. M Y", "en": "j M Y", "ar": "j M Y"}
LONG_DAY = {"de": "j. F Y", "en": "j F Y", "ar": "j F Y"}
TIME = {"ar": "، H:i"}
"""As Django's `date` writes formats."""


def say(sentence: str, /, **parts: object) -> str:
    return gettext(sentence).format(**_shown(parts)) if parts else gettext(sentence)


def meant(context: str, sentence: str, /, **parts: object) -> str:
    """A word that is translated by what it means here, such as “Open” of a case and of a door."""
    found = pgettext(context, sentence)
    return found.format(**_shown(parts)) if parts else found


def counted(one: str, many: str, count: int, /, **parts: object) -> str:
    """By the plural forms of the language: Arabic has six. `{count}` need not stand in the form for one."""
    return ngettext(one, many, count).format(**_shown({"count": count, **parts}))


def with_count(one: str, many: str, count: int) -> str:
    """The form for so many, with nothing filled in."""
    return ngettext(one, many, count)


def later(sentence: str) -> str:
    """Marks a sentence for translation where it is no more than named; `say` says it."""
    return sentence


def later_counted(one: str, many: str) -> tuple[str, str]:
    """The same of two forms; `counted` says them."""
    return one, many


def inside(label: str) -> str:
    """A label that was said, inside a sentence: English begins it with a small letter there, others do as they do."""
    return label.lower() if translation.get_language() == "en" else label


def number(count: float) -> str:
    """With thousands set apart, and as many places behind the point as it has."""
    language = translation.get_language() or "en"
    said = f"{count:,}"
    if language not in COMMA:
        return said
    return said.translate(str.maketrans(",.", COMMA[language] + POINT[language]))


def day(on: date, *, long: bool = False) -> str:
    language = translation.get_language() or "en"
    formats = LONG_DAY if long else DAY
    return dateformat.format(on, formats.get(language, formats["en"]))


def month(on: date) -> str:
    return dateformat.format(on, "F Y")


def moment(at: datetime, *, long: bool = False) -> str:
    """In UTC, as it comes."""
    return day(at, long=long) + dateformat.format(at, TIME.get(translation.get_language() or "en", ", H:i"))


def _shown(parts: dict[str, object]) -> dict[str, object]:
    return {name: number(part) if type(part) is int else _apart(part) for name, part in parts.items()}


def _apart(part: object) -> object:
    """What is written the other way round stands apart in a sentence, so that a full stop at its end stays there (isolates of the
    Unicode Bidirectional Algorithm, as MessageFormat 2 sets them). Markup has its `<bdi>`, and programs that make links would take
    the signs for a part of an address.
    """
    if type(part) is not str:
        return part
    turned = LEFT_TO_RIGHT.fullmatch(part) if translation.get_language_bidi() else RIGHT_TO_LEFT.match(part)
    return f"\u2068{part}\u2069" if turned and "\u2068" not in part and not ADDRESS.fullmatch(part) else part


ADDRESS = re.compile(r"\w+://\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)+(?::\d+)?")
LEFT_TO_RIGHT = re.compile(r"(?=.*[^\W\d_])[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+", re.DOTALL)
RIGHT_TO_LEFT = re.compile(r"[\W\d_]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Its first letter is Hebrew, Arabic, or of their neighbours."""
