"""An article from pasted text: the same clean-up, with only the text itself to go by."""

import re

from parley.seeds.extraction.article import Article, NotExtractable
from parley.seeds.extraction.characters import clean, letters
from parley.seeds.extraction.furniture import Surroundings, is_quotation, without_furniture
from parley.seeds.extraction.headline import without_publisher
from parley.seeds.extraction.names import has_lead, is_person, names_in
from parley.seeds.extraction.page import MOST_BYTES, TOO_LARGE
from parley.seeds.extraction.spoken_days import spoken_day

LONGEST_HEADLINE = 200
NOTHING_IN_TEXT = "No article could be found in this text. Please paste its text instead."


def article_in_text(pasted: str) -> Article:
    """Headline (the first line, where it looks like one), byline and date from the first lines, and the cleaned text."""
    if len(pasted) > MOST_BYTES:
        raise NotExtractable(TOO_LARGE)
    lines = _lines(pasted)
    if not lines:
        raise NotExtractable("There is no text here yet. Please paste the article's text.")
    headline = lines.pop(0) if _is_headline(lines) else None
    source = _source(headline, lines) if headline else None
    title = without_publisher(headline, frozenset({letters(source)})) if headline and source else headline
    bylines, published = _bylines(lines[:6]), _published(lines[:6])
    titles = tuple(filter(None, (title, headline)))
    kept, dropped = without_furniture(lines, Surroundings(titles=titles, bylines=bylines, source=source))
    if not kept:
        raise NotExtractable(NOTHING_IN_TEXT)
    return Article(
        title=title,
        original_title=headline,
        bylines=bylines,
        source=source,
        published=published,
        text="\n\n".join(kept),
        dropped=dropped,
    )


def _lines(pasted: str) -> list[str]:
    """Paragraphs. Where blank lines part them, single line breaks are only the width of somebody's window."""
    text = clean(pasted)
    blocks = re.split(r"\n[ \t]*\n", text)
    wrapped = len(blocks) > 2 and max((len(line) for line in text.split("\n")), default=0) < 120
    parts = [" ".join(block.split()) for block in blocks] if wrapped else text.split("\n")
    return [part for part in map(str.strip, parts) if part]


def _is_headline(lines: list[str]) -> bool:
    first = lines[0]
    return (
        len(lines) > 1
        and len(first) <= LONGEST_HEADLINE
        and not first.endswith((".", ",", ";", ":"))
        and len(first) < len("".join(lines[1:]))
    )


def _source(headline: str, lines: list[str]) -> str | None:
    """The words behind the headline's last bar or dash, if they stand elsewhere as the publisher's name: a line, or a copyright."""
    _, _, last = headline.rpartition(" - ") if " - " in headline else headline.rpartition(" | ")
    key = letters(last)
    if not key or last == headline or is_quotation(last, Surroundings()):
        return None
    named = any(letters(line) == key or (line.startswith("©") and key in letters(line)) for line in lines)
    return last if named else None


def _bylines(lines: list[str]) -> tuple[str, ...]:
    for line in lines:
        names = names_in(line) if has_lead(line) and len(line) < 160 else ()
        if names and all(is_person(name) for name in names):
            return names
    return ()


def _published(lines: list[str]) -> str | None:
    days = (spoken_day(line) for line in lines if len(line) < 120)
    return next((day.isoformat() for day in days if day), None)
