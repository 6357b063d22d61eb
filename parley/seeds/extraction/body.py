"""The article's paragraphs: trafilatura's reading of a pruned page, with the standfirst that it tends to leave out."""

import re
from typing import Any

import trafilatura
from lxml.html import HtmlElement
from rapidfuzz import fuzz

from parley.seeds.extraction.characters import clean, clean_line, letters
from parley.seeds.extraction.declared import article_nodes
from parley.seeds.extraction.page import Page, marks, parsed

SHORT = 500  # characters below which other readings of the page are asked as well
LEAD_LENGTHS = range(40, 1200)
_PRUNED = re.compile(
    r"(?:^|\s)(?:(?:post|article|user|reader)?[-_]?comments?(?:[-_]?(?:list|area|section|wrapper|container|items?|thread|box|block))?|kommentare?(?:[-_](?:item|liste|bereich))?|respond|disqus_thread"
    r"|sharedaddy|share-?(?:buttons?|bar|tools|links)|social-?(?:share|buttons?|bar|links|media)|addtoany\S*|jp-relatedposts|related-?(?:posts?|articles?|content|stories)"
    r"|yarpp\S*|newsletter-?(?:sign-?up|box|form)|cookie-?(?:banner|notice)|breadcrumbs?|read-more)(?=\s|$)",
    re.IGNORECASE,
)
_LEAD_CLASS = re.compile(
    r"\blead|(?<!list-)teaser(?!s)|\bintro|deck|chapo|summary|excerpt|stand-?first|\bhook|vorspann|anriss|abstract|bajada|copete|sub-?(?:title|head|line)"
    r"|entradilla|description|einleitung|hero-text|strap-?line|dek\b",
    re.IGNORECASE,
)


def paragraphs(page: Page) -> list[str]:
    """Clean lines of the article, in order; empty when nothing was found."""
    lines = _lines(_read(_pruned(page), recall=False))
    if sum(map(len, lines)) < SHORT:
        lines = max([lines, *_other_readings(page)], key=lambda found: _worth(found, lines))
    lead = _lead(page, lines)
    return [lead, *lines] if lead else lines


def _read(tree: HtmlElement, *, recall: bool) -> str:
    try:
        return trafilatura.extract(tree, favor_recall=recall, include_comments=False) or ""
    except Exception:  # noqa: BLE001  (a third party's parser on hostile trees; nothing found is a fine answer)
        return ""


def _pruned(page: Page) -> HtmlElement:
    """A fresh tree without readers' comments, share bars and boxes that point elsewhere."""
    tree = parsed(page.html)
    whole = _prose(tree)
    for element in tree.xpath("//body//*[@class or @id]"):
        above = element.getparent()
        found = _PRUNED.search(marks(element)) if above is not None and element.tag not in {"article", "main"} else None
        if found and _prose(element) <= (0.8 if "omm" in found[0].lower() else 0.3) * whole:
            element.drop_tree()
    return tree


def _prose(tree: HtmlElement) -> int:
    return sum(len(element.text_content()) for element in tree.iter("p"))


def _lines(text: str) -> list[str]:
    return [line for line in (clean(line).strip() for line in text.split("\n")) if line]


def _other_readings(page: Page) -> list[list[str]]:
    declared = [_lines(_as_text(node.get("articleBody"))) for node in article_nodes(page.nodes)]
    return [_lines(_read(parsed(page.html), recall=True)), *declared]


def _as_text(body: Any) -> str:
    if not isinstance(body, str):
        return ""
    if "<" in body and ">" in body:
        return re.sub(r"<[^<>]{0,500}>", "", re.sub(r"<(?:br|/p|/div|/li|/h\d)[^<>]{0,200}>", "\n", body))
    return body


def _worth(found: list[str], first: list[str]) -> float:
    """Length; another reading than the first must bring half as much again."""
    length = sum(map(len, found))
    return length * (1.0 if found is first else 0.66)


def _lead(page: Page, lines: list[str]) -> str | None:
    """The standfirst where it stands outside of the text: an element so marked, or one that says what the description says."""
    body = letters(" ".join(lines[:12]))
    described = [letters(text) for text in (page.meta("og:description"), page.meta("description")) if len(text) > 40]
    for element in page.visible.xpath(
        "//body//p | //body//h2 | //body//h3 | //body//div[not(.//div)] | //body//strong[parent::div]"
    )[:400]:
        words = clean_line(element.text_content()[:2000])
        key = letters(words)
        if body and key and body[:60] in key:
            return None  # the text has begun
        if (
            len(words) in LEAD_LENGTHS
            and key not in body
            and not _is_aside(element)
            and _is_lead(element, key, described)
        ):
            return words
    return None


def _is_lead(element: HtmlElement, key: str, described: list[str]) -> bool:
    around = [element, *list(element.iterancestors())[:2]]
    marked = any(_LEAD_CLASS.search(marks(one)) for one in around if one.tag not in {"body", "article", "main"})
    alike = max((fuzz.ratio(key[: len(text)], text[: len(key)]) for text in described), default=0)
    return alike > 85 or (marked and alike > 50)


def _is_aside(element: HtmlElement) -> bool:
    return any(
        above.tag in {"nav", "aside", "footer", "figure", "form", "a", "li"} for above in element.iterancestors()
    )
