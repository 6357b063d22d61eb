"""Plain text: rules in prose, one a line."""

import re

from houserules import read as read_prose
from parley.base.cleaning import clean
from parley.base.refusals import TooLarge
from parley.base.saying import say
from parley.exchange.account import MOST_PROSE, Entry, Imported, acting, lines_of, shortened

NAME = "text"
TITLE = "plain text with one rule a line"
ASKED_LAST = True
DATA = re.compile(r"\s*(?:\{.*\}|\[.*\]|<(?:!doctype|html|\?xml)\b.*)\s*", re.DOTALL | re.IGNORECASE)


def is_it(text: str, filename: str = "") -> bool:  # noqa: ARG001 -- all formats are asked alike
    """Whatever is not made for programs."""
    return DATA.fullmatch(text) is None


def read(text: str, filename: str = "") -> Imported:  # noqa: ARG001
    """The text as it is; every line is an entry. Raises `TooLarge`."""
    prose = clean(text).strip()
    if len(prose) > MOST_PROSE:
        said = say("These rules have {count} characters; {most} fit.", count=len(prose), most=MOST_PROSE)
        raise TooLarge(said, "too-long", field="file")
    book = read_prose(prose)
    above = [prose.count(chr(10), 0, line.start) for line in book.lines]
    account = tuple(
        Entry(
            where=say("line {number}", number=str(number + 1)),
            words=shortened(words),
            lines=(words,),
            by_software=(bool(acting([line])),),
        )
        for number, (line, words) in zip(above, lines_of(book), strict=True)
    )
    return Imported(prose=prose, account=account, format=NAME)
