"""The lead image with its caption and its credit, each apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from parley.seeds.extraction.characters import clean_line, letters, safe_url
from parley.seeds.extraction.declared import article_nodes, resolved
from parley.seeds.extraction.page import Page, marks

LONGEST_CREDIT = 120
_CREDIT_CLASS = re.compile(
    r"credit|copyright|source|byline|author|photographer|quelle|fotograf|urheber|attribution|rights", re.IGNORECASE
)
# A credit behind a caption, also without a space: "… on Tuesday.Photo: A. Beispiel", "… (Bild: A. Beispiel)", "… © A. Beispiel".
_CREDIT_HEADS = (
    r"(?:[A-Z]\w* )?[Cc]redits?:",
    r"(?:Photos?|PHOTO|Pictures?|Images?|Fotos?|FOTO|Fotografie|Bild(?:er|quelle|nachweis)?|Quelle|Source|Imagen) ?:",
    r"Crédits?(?: photos?)? ?:",
    r"(?<=[(\[])(?:photo|picture|image|foto|bild)s?:",
    r"(?:Photo|Picture|Image|Foto|Bild) (?:by|courtesy of|von) (?=[A-Z])",
    r"©|\([cC]\)",
)
_GLUED_CREDIT = re.compile(rf"\s*[(\[|/\u2013-]?\s*((?:{'|'.join(_CREDIT_HEADS)})\s*[^\s:].{{1,110}}?)[)\]]?\s*$")
_AGENCY_END = re.compile(
    r"(?<=[.!?)])\s*[(\[]?((?:(?:[A-Z][\w.'’-]+ ){0,4}(?:/|via |for )? ?)?(?:Getty Images|AFP|Reuters|REUTERS|AP "
    r"Photo|AP|dpa|EPA|PA Wire|PA|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Bloomberg)(?:[ /][\w./ -]{1,50})?)[)\]]?$"
)
_SIZE = re.compile(r"[-_@]?(?:\d{2,4}x\d{2,4}|\d{2,4}w|scaled|large|medium|small|thumb)$", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """`image` is an absolute http(s) URL; `captions` holds every caption on the page, with their credits."""

    image: str | None = None
    caption: str | None = None
    credit: str | None = None
    captions: tuple[str, ...] = ()


def picture(page: Page, base: str | None) -> Picture:
    """The image that the page declares, else the first in its text, with the caption that stands below it."""
    figures = list(_figures(page))
    image = next(_declared_images(page, base), None)
    shown = next((figure for figure in figures if image and _stem(image) in _stems(figure)), None)
    if shown is None and figures and (image is None or len(figures) == 1):
        shown = figures[0]
    if image is None and shown is not None:
        image = next((url for url in (safe_url(src, base) for src in _sources(shown)) if url), None)
    caption, credit = _words_below(shown) if shown is not None else ("", "")
    declared_caption, declared_credit = _declared_words(page)
    caption = caption or declared_caption
    captions = tuple(dict.fromkeys(words for figure in figures for words in _all_words(figure)))
    return Picture(image=image, caption=caption or None, credit=credit or declared_credit or None, captions=captions)


def split_credit(words: str) -> tuple[str, str]:
    """Caption and credit, where the credit is glued behind the caption. Either may be empty."""
    found = _GLUED_CREDIT.search(words) or _AGENCY_END.search(words)
    if not found or len(found[1]) > LONGEST_CREDIT:
        return words, ""
    return words[: found.start()].strip(), found[1].strip(" ()[]")


def _declared_images(page: Page, base: str | None) -> Iterator[str]:
    values: list[Any] = [
        page.meta(name)
        for name in ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
    ]
    values += [node.get("image") for node in article_nodes(page.nodes)]
    for value in filter(None, values):
        url = safe_url(_address(resolved(value, page.nodes)), base)
        if url:
            yield url


def _address(value: Any) -> Any:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("url") or value.get("contentUrl") if isinstance(value, dict) else value


def _figures(page: Page) -> Iterator[HtmlElement]:
    yield from page.visible.xpath(
        "//figure[.//img][not(ancestor::aside or ancestor::nav or ancestor::footer)]"
        " | //div[contains(@class, 'wp-caption')][.//img]"
    )[:30]


def _sources(figure: HtmlElement) -> list[str]:
    return [
        value
        for image in figure.iter("img")
        for value in (image.get("src"), image.get("data-src"), image.get("data-lazy-src"))
        if value
    ]


def _stems(figure: HtmlElement) -> set[str]:
    return {_stem(source) for source in _sources(figure)}


def _stem(address: str) -> str:
    """File name without folder, size and ending, which is what stays the same between copies of an image."""
    name = address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return letters(_SIZE.sub("", name)) or address


def _words_below(figure: HtmlElement) -> tuple[str, str]:
    below = _caption_element(figure)
    if below is None:
        return "", ""
    marked = [
        element
        for element in below.iterdescendants()
        if isinstance(element.tag, str) and _CREDIT_CLASS.search(marks(element))
    ]
    credit = clean_line(marked[0].text_content()) if marked else ""
    whole = clean_line(" ".join(below.itertext()))
    if credit and len(credit) <= LONGEST_CREDIT and credit in whole and credit != whole:
        return _once(whole.replace(credit, "").strip(" |\u2013-()/")), credit
    caption, glued = split_credit(whole)
    return _once(caption), glued


def _once(caption: str) -> str:
    """A caption that stands twice in its element, read once."""
    found = re.fullmatch(r"(.{12,400}?)\s*\1", caption)
    return found[1] if found else caption


def _all_words(figure: HtmlElement) -> Iterator[str]:
    below = _caption_element(figure)
    if below is not None:
        whole = clean_line(" ".join(below.itertext()))
        yield from filter(None, (whole, clean_line("".join(below.itertext())), _once(split_credit(whole)[0])))


def _caption_element(figure: HtmlElement) -> HtmlElement | None:
    found = figure.xpath(".//figcaption | .//*[contains(@class, 'caption')]")
    return found[0] if found else None


def _declared_words(page: Page) -> tuple[str, str]:
    for node in article_nodes(page.nodes):
        value = resolved(node.get("image"), page.nodes)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict):
            credit = value.get("creditText") or value.get("copyrightNotice")
            caption, glued = split_credit(clean_line(value.get("caption")))
            return caption, clean_line(credit)[:LONGEST_CREDIT] or glued
    return "", ""
