"""The documents for people (`docs/`), drawn to be read in the site, in the reader's language where `docs/CODE/` has them in it."""

import re
import sys
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING

import nh3
from django.conf import settings
from markdown_it import MarkdownIt
from markupsafe import Markup
from PIL import Image

from parley.base.languages import LANGUAGES, direction, spoken, spoken_to
from parley.base.refusals import NotThere
from parley.base.saying import later, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

PARTS = (
    (later("If you take part"), ("members", "rights", "log")),
    (
        later("If you moderate or own a group"),
        ("mods", "owners", "rules/kinds", "rules/importing", "rules/replay", "rules/near", "rules/languages"),
    ),
    (
        later("If you run a site, or the engine alone"),
        ("operators", "houserules", "rules/reading", "rules/linting", "rules/expressions"),
    ),
)
NAMES = tuple(name for _, names in PARTS for name in names)
"""Under /help. What else the documents link to is for those who have the program before them, and is plain text here."""
PICTURES = "/help/pictures/"
_TAGS = set(
    "a blockquote br code div em h2 h3 h4 hr img li ol p pre strong table tbody td th thead tr ul".split()
)
_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt", "width", "height", "loading"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"},
    "div": {"tabindex", "role", "aria-label"},
}  # fmt: skip


ORIGINAL = next(iter(LANGUAGES))
"""What the documents are written in."""


@dataclass(frozen=True)
class Document:
    name: str
    language: str
    title: str
    html: Markup
    chapters: tuple[tuple[str, str], ...]
    """Its headings of the second rank: id and words."""

    @property
    def url(self) -> str:
        return f"/help/{self.name}"

    @property
    def direction(self) -> str:
        return direction(self.language)


def documents() -> tuple[tuple[str, tuple[Document, ...]], ...]:
    return tuple((say(title), tuple(document(name, spoken()) for name in names)) for title, names in PARTS)


@cache
def document(name: str, language: str) -> Document:
    """In this language or else in that of the original. Raises `NotThere`."""
    if name not in NAMES:
        raise NotThere
    path = _path(name, language)
    tokens = _parser.parse(path.read_text())
    title, tokens = tokens[1].content.replace("`", ""), tokens[3:]
    chapters = _named(tokens)
    for token in tokens:
        token.children = _led(token.children or [], path, language)
    language = language if path.is_relative_to(folder() / language) else ORIGINAL
    with spoken_to(language):
        html = _parser.renderer.render(tokens, _parser.options, {})
    drawn = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, allowed_classes={"div": {"scrolls"}})
    return Document(name, language, title, Markup(drawn), chapters)  # noqa: S704 -- our own words, cleaned


def _path(name: str, language: str) -> Path:
    translated = folder() / language / f"{name}.md"
    return translated if translated.is_file() else folder() / f"{name}.md"


@cache
def folder() -> Path:
    """Beside a checkout's program, or where an installed one keeps it."""
    for place in (settings.ROOT / "docs", Path(sys.prefix) / "share/parley/docs"):
        if (place / "members.md").is_file():
            return Path(place)
    raise NotThere("The documents did not come along with this installation: neither docs/ nor share/parley/docs is there.")


@cache
def picture(name: str) -> bytes:
    """A picture that one of the documents shows. Raises `NotThere`."""
    if f'src="{PICTURES}{name}.png"' not in "".join(document(each, ORIGINAL).html for each in NAMES):
        raise NotThere
    return (folder() / f"pictures/{name}.png").read_bytes()


def anchor(heading: str) -> str:
    """As the usual renderers of Markdown name headings, so that links between documents hold here and there."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _named(tokens: "Sequence[Token]") -> tuple[tuple[str, str], ...]:
    """Gives headings their names; those of the second rank."""
    chapters = []
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", anchor(words.content))
            if opening.tag == "h2":
                chapters.append((anchor(words.content), "".join(each.content for each in words.children or ())))
    return tuple(chapters)


def _led(children: "list[Token]", document: Path, language: str) -> "list[Token]":
    """Links to other documents lead to them under /help, pictures come from there, and the rest is words."""
    kept, drops = [], []
    for token in children:
        if token.type == "link_open":
            target = _target(str(token.attrs["href"]), document, language)
            drops.append(target is None)
            token.attrs["href"] = target or ""
        elif token.type == "image":
            _place(token, document)
        if token.type not in {"link_open", "link_close"} or not drops[-1]:
            kept.append(token)
        if token.type == "link_close":
            drops.pop()
    return kept


def _target(href: str, document: Path, language: str) -> str | None:
    if re.match(r"https?:|mailto:|#", href):
        return href
    path, _, heading = href.partition("#")
    there = Path(normpath(document.parent / path))
    if not there.is_relative_to(folder()):
        return None
    found = "/".join(part for part in there.relative_to(folder()).parts if part not in LANGUAGES).removesuffix(".md")
    heading = _called(found, language).get(heading, heading) if found in NAMES else ""
    return f"/help/{found}{'#' if heading else ''}{heading}" if found in NAMES else None


@cache
def _called(name: str, language: str) -> dict[str, str]:
    """Of a document's headings: by what leads to one in the original, what leads to it in this language."""
    both = [
        [anchor(words.content) for opening, words in pairwise(_parser.parse(path.read_text())) if opening.type == "heading_open"]
        for path in (folder() / f"{name}.md", _path(name, language))
    ]
    return dict(zip(*both, strict=True))


def _place(token: "Token", document: Path) -> None:
    path = Path(normpath(document.parent / str(token.attrs["src"])))
    with Image.open(path) as drawn:
        width, height = drawn.size
    token.attrs |= {"src": f"{PICTURES}{path.name}", "width": width, "height": height, "loading": "lazy"}


def _which(tokens: "Sequence[Token]", place: int) -> int:
    """The number of the table that begins there: a page's regions have different names."""
    return sum(token.type == "table_open" for token in tokens[: place + 1])


def _made_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    opened = '<div class="scrolls" tabindex="0" role="region" aria-label="{}"><table>\n'
    parser.add_render_rule("table_open", lambda *now: opened.format(say("Table {number}", number=_which(*now[1:3]))))
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return parser


_parser = _made_parser()
