"""From bytes of unknown kind to a parsed page, within bounds. libxml2 itself cuts nesting below 255 elements."""

import codecs
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import lxml.html
from charset_normalizer import from_bytes
from lxml import etree
from lxml.html import HtmlElement

from parley.seeds.extraction.article import NotExtractable
from parley.seeds.extraction.characters import clean_line, letters, safe_url
from parley.seeds.extraction.declared import article_nodes, linked_data, meta_values

MOST_BYTES = 5_000_000
MOST_ELEMENTS = 60_000
TOO_LARGE = "This page is too large to read. Please paste the article's text instead."
NOT_A_PAGE = "This does not look like a web page. Please paste the article's text instead."
NOTHING_FOUND = "No article could be found on this page. Please paste its text instead."

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_TEXT_CODEC = re.compile(
    r"utf-?(8|16|16-?[lb]e)$|iso-?8859|latin|cp\d|koi8|gb|big5|shift_jis|sjis|euc_|mac-|hz$|tis-?620|ascii|iso2022_jp|ptcp154|johab"
)
# Browsers read these labels as their larger relatives.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
NEAR_BEFORE, NEAR_BEHIND = 15, 60
_parse: Callable[..., HtmlElement] = lxml.html.document_fromstring
_parser: Callable[..., Any] = lxml.html.HTMLParser
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|p|div|article|main|section|h[1-6]|span|a|br|table|ul)\b", re.IGNORECASE
)
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Page:
    """A parsed page and what it says of itself."""

    html: str
    url: str | None
    tree: HtmlElement = field(repr=False)

    @cached_property
    def metas(self) -> Mapping[str, tuple[str, ...]]:
        """Contents of the meta elements by lower-case name, in document order."""
        return meta_values(self.tree)

    @cached_property
    def nodes(self) -> tuple[dict[str, Any], ...]:
        """Every object of the page's JSON-LD, outer ones first."""
        return linked_data(self.tree)

    @cached_property
    def articles(self) -> tuple[dict[str, Any], ...]:
        """JSON-LD objects that describe an article: first those with this page's headline, then others."""
        said = {letters(value) for value in (self.meta("og:title"), self.title_element) if value}
        return tuple(sorted(article_nodes(self.nodes, pages=False), key=lambda node: not _is_about(node, said)))

    @cached_property
    def visible(self) -> HtmlElement:
        """A copy of the tree without what no reader sees as text."""
        tree = deepcopy(self.tree)
        etree.strip_elements(
            tree, "script", "style", "noscript", "template", "svg", "iframe", "select", with_tail=False
        )
        return tree

    @cached_property
    def title_element(self) -> str:
        """Text of the first title element."""
        found = self.tree.xpath("//title[not(ancestor::*[local-name()='svg'])]")
        return clean_line(found[0].text_content()) if found else ""

    def meta(self, *names: str) -> str:
        """First non-empty content among these names."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")


def read_page(html: bytes | str, url: str | None) -> Page:
    """Parse a page. Raises NotExtractable when it is empty, too large or not HTML."""
    if len(html) > MOST_BYTES:
        raise NotExtractable(TOO_LARGE)
    raw = html if isinstance(html, str) else _decoded(html)
    text = _UNPARSABLE.sub("", raw)
    if not text.strip():
        raise NotExtractable(NOTHING_FOUND)
    if len(raw) - len(text) > max(50, len(raw) // 100) or not _TAG.search(text):
        raise NotExtractable(NOT_A_PAGE)
    tree = parsed(text)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise NotExtractable(TOO_LARGE)
    return Page(html=text, url=safe_url(url), tree=tree)


def parsed(text: str) -> HtmlElement:
    """A fresh tree without comments and processing instructions."""
    parser = _parser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return _parse(text.encode(), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError):
        raise NotExtractable(NOTHING_FOUND) from None


def marks(element: HtmlElement) -> str:
    """An element's class and id, without the subjects that blog software writes there ("category-comment", "tag-related")."""
    tokens = f"{element.get('class', '')} {element.get('id', '')}".split()
    return " ".join(token for token in tokens if not token.startswith(("category-", "tag-", "type-", "format-")))


@dataclass(frozen=True)
class HeadlinePlace:
    """Where the headline stands. `holders`: elements that hold it, which whatever their class says ("has-comments") are no box
    beside the article. `near`: elements shortly before and behind it, where bylines and dates stand.
    """

    holders: frozenset[HtmlElement]
    near: frozenset[HtmlElement]

    def far(self, element: HtmlElement) -> bool:
        """Whether the headline is known and the element does not stand near it."""
        return bool(self.near) and element not in self.near


def headline_place(page: Page, title: str | None) -> HeadlinePlace:
    """Where the heading with these words stands; empty when none has them."""
    key = letters(title or "")
    headings = page.visible.xpath("//h1 | //h2 | //h3 | //*[contains(@class, 'itle')]")[:200] if key else []
    found = [heading for heading in headings if letters(heading.text_content()[:1_000]) == key]
    holders = frozenset(above for heading in found[:2] for above in heading.iterancestors())
    order = list(page.visible.iter()) if found else []
    places = [place for place, element in enumerate(order) if element in found[:2]]
    near = frozenset(
        element for place in places for element in order[max(0, place - NEAR_BEFORE) : place + NEAR_BEHIND]
    )
    return HeadlinePlace(holders=holders, near=near)


def _is_about(node: dict[str, Any], said: set[str]) -> bool:
    key = letters(clean_line(node.get("headline") or node.get("name")))
    return bool(key) and any(key in one or one in key for one in said if one)


def _decoded(raw: bytes) -> str:
    for mark, codec in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(codec, "replace")
    if raw[:4096].count(0) > len(raw[:4096]) // 100 or raw.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        raise NotExtractable(NOT_A_PAGE)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_codec(raw), "replace")


def _codec(raw: bytes) -> str:
    """The codec the page names, else the likeliest one. Only codecs that turn bytes into text are let through."""
    found = _CHARSET.search(raw[:8192])
    if found:
        try:
            name = codecs.lookup(found[1].decode("ascii")).name
        except LookupError:
            name = ""
        if _TEXT_CODEC.match(name):
            # A page that says UTF-8 and is nearly so has a few broken bytes; reading it otherwise would break all.
            return _WIDER.get(name, name)
    guess = from_bytes(raw[:20_000]).best()
    return guess.encoding if guess and _TEXT_CODEC.match(guess.encoding) else "cp1252"
