"""The headline: what the page shows as its heading, held against what it declares, without the publisher's name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from parley.seeds.extraction.characters import clean_line, letters
from parley.seeds.extraction.page import Page, marks
from parley.seeds.extraction.sites import is_name_of_site, known_names

MOST_HEADINGS = 80
LONGEST = 400
_BREAK = re.compile(
    r"(\s+[|\u2013\u2014\-\u00b7\u2022\u00bb\u00ab\u203a\u2039~/\u22c6\u01c0:]+\s+|\s*[|\uff5c\u00bb\u203a]\s*|:\s+|\s-(?=\S)|(?<=\S)-\s|_)"
)
_HEADLINE_CLASS = re.compile(
    r"head-?line|(?:entry|post|article|story|content|page|node|news|blog|beitrag|main)[-_]{0,2}(?:title|titel|heading|header)|^title$|^titel$|titulo|titular|\btitle\b",
    re.IGNORECASE,
)
_KICKER_CLASS = re.compile(
    r"kicker|topline|overline|roof|dachzeile|eyebrow|section|categor|label|subtitle|sub-?head|pre-?title|volanta|antetitulo|label|rubrik|tag",
    re.IGNORECASE,
)
_ASIDE_CLASS = re.compile(
    r"comment|related|sidebar|widget|teaser|footer|\bnav|navigation|menu|logo|brand|recommend|cookie|consent|newsletter|modal|popup|banner|site-?(?:title|name|header)|blog-?title",
    re.IGNORECASE,
)
_INLINE = {"span", "a", "strong", "em", "b", "div", "p", "small"}
_ECHOED = 0.85
_HOME = re.compile(r"(?:https?:)?(?://[^/]+)?/?(?:index\.\w+|home/?)?", re.IGNORECASE)
_LESSER = (
    "//h3|//h4|//*[@itemprop='headline' or @itemprop='name'][not(self::meta or self::h1 or self::h2)]"
    "|//*[self::div or self::span or self::p or self::strong or self::td]"
    "[contains(@class, 'itle') or contains(@class, 'itel') or contains(@class, 'eadline')]"
)
_WEIGHTS = {"h1": 3.0, "h2": 1.6, "h3": 1.0, "h4": 0.5}


@dataclass(frozen=True)
class Headline:
    """`title` without the publisher's name, `published` as the page has it."""

    title: str | None
    published: str | None


@dataclass(frozen=True)
class _Candidate:
    words: str
    weight: float
    visible: bool
    aside: bool = False


def headline(page: Page) -> Headline:
    """The best candidate by where it stands and how well it agrees with the others."""
    names = known_names(page)
    declared = list(_declared(page))
    wholes = [(candidate.words, without_publisher(candidate.words, names)) for candidate in declared]
    candidates = [
        _Candidate(short, one.weight, visible=False) for one, (_, short) in zip(declared, wholes, strict=True)
    ]
    candidates += _visible(page.visible)
    scored = [(_score(one, wholes, names), -place, one) for place, one in enumerate(candidates) if letters(one.words)]
    if not scored:
        return Headline(None, None)
    title = without_publisher(max(scored, key=lambda row: row[:2])[2].words, names)
    return Headline(title, _as_published(title, page))


def without_publisher(title: str, names: frozenset[str]) -> str:
    """The title without parts at its ends that name the publisher. Other dashes are part of the title."""
    parts = _BREAK.split(title)
    while len(parts) > 2 and is_name_of_site(parts[-1], names):
        del parts[-2:]
        # "Title | Politics | The Paper": a section between title and publisher goes with it.
        if len(parts) > 2 and "|" in parts[-2] and len(parts[-1].split()) == 1 and len(parts) > 4:
            del parts[-2:]
    while len(parts) > 2 and is_name_of_site(parts[0], names):
        del parts[:2]
    return "".join(parts).strip() or title


def _declared(page: Page) -> Iterator[_Candidate]:
    for node in page.articles:
        words = clean_line(node.get("headline"))
        if words:
            yield _Candidate(words, 2.4, visible=False)
    for weight, names in (
        (2.5, ("og:title",)),
        (2.2, ("twitter:title",)),
        (1.8, ("headline", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title")),
    ):
        words = page.meta(*names)
        if words:
            yield _Candidate(words, weight, visible=False)
    if page.title_element:
        yield _Candidate(page.title_element, 2.0, visible=False)


def _visible(tree: HtmlElement) -> Iterator[_Candidate]:
    headings = tree.xpath("//h1")[:10] + tree.xpath("//h2")[:30] + tree.xpath(_LESSER)[:MOST_HEADINGS]
    for heading in headings:
        words = _words(heading)
        if 2 <= len(words) <= LONGEST:
            whole = _Candidate(words, _standing(heading), visible=True, aside=_is_aside(heading))
            yield whole
            yield from _parts(heading, whole)


def _words(element: HtmlElement) -> str:
    return clean_line(" ".join(element.itertext()))


def _standing(heading: HtmlElement) -> float:
    weight = _WEIGHTS.get(heading.tag, 0.3)
    own = marks(heading)
    if heading.get("itemprop") == "headline":
        weight += 1.5
    elif _HEADLINE_CLASS.search(own):
        weight += 1.0
    if _KICKER_CLASS.search(own) and not _HEADLINE_CLASS.search(own):
        weight -= 1.5
    if any(_leads_home(link.get("href", "")) for link in [*heading.iter("a"), *heading.iterancestors("a")]):
        weight -= 3.0
    return weight


def _leads_home(href: str) -> bool:
    return bool(_HOME.fullmatch(href.strip()))


def _is_aside(heading: HtmlElement) -> bool:
    for above in list(heading.iterancestors())[:8]:
        if above.tag in {"nav", "aside", "footer"} or (
            above.tag not in {"body", "html"} and _ASIDE_CLASS.search(marks(above))
        ):
            return True
    return False


def _parts(heading: HtmlElement, whole: _Candidate) -> Iterator[_Candidate]:
    """A heading may hold a kicker and the headline, each in an element of its own or as bare text."""
    children = [child for child in heading.iterdescendants() if child.tag in _INLINE][:8]
    has_kicker = any(_is_kicker(child) for child in children)
    for child in children:
        words = _words(child)
        if len(words) >= 8 and words != whole.words:
            yield replace(whole, words=words, weight=whole.weight + _change(child, has_kicker=has_kicker))
    bare = clean_line(" ".join(filter(None, [heading.text, *(child.tail for child in heading)])))
    if len(bare) >= 8 and letters(bare) != letters(whole.words):
        yield replace(whole, words=bare, weight=whole.weight + (1.4 if has_kicker else -0.4))


def _is_kicker(element: HtmlElement) -> bool:
    own = element.get("class", "")
    return bool(_KICKER_CLASS.search(own)) and not _HEADLINE_CLASS.search(own)


def _change(child: HtmlElement, *, has_kicker: bool) -> float:
    if _is_kicker(child):
        return -1.5
    if _HEADLINE_CLASS.search(child.get("class", "")):
        return 1.4 if has_kicker else 0.7
    return -0.6


def _score(candidate: _Candidate, wholes: list[tuple[str, str]], names: frozenset[str]) -> float:
    score = candidate.weight + (2.0 if candidate.visible else 0.0)
    agreements = sorted((_agreement(candidate.words, whole, short) for whole, short in wholes), reverse=True)
    score += sum(agreements[:1]) * 3 + sum(agreements[1:3]) * 0.5
    if candidate.aside and max(agreements, default=0) < _ECHOED:
        score -= 2
    if is_name_of_site(candidate.words, names):
        score -= 4
    if len(letters(candidate.words)) < 8:
        score -= 1.5
    return score


def _agreement(words: str, whole: str, short: str) -> float:
    """From 0 to 1: how far a candidate is what a declared title says, whole or in one of its parts."""
    key, full = letters(words), letters(whole)
    if not key or not full:
        return 0.0
    if key in {full, letters(short)}:
        return 1.0
    for said in (full, letters(short)):
        ends = said.startswith(key) or said.endswith(key)
        if ends and len(key) >= 0.15 * len(said) and _stands_apart(key, whole if said is full else short):
            return 0.97 if said.startswith(key) else _ECHOED
    ratio = fuzz.ratio(key, letters(short)) / 100
    return 0.8 * ratio if ratio > 0.55 else 0.0


def _stands_apart(key: str, whole: str) -> bool:
    """Whether the words end where the declared title has a break, so that the rest may be a kicker or a name."""
    parts = _BREAK.split(whole)
    return any(
        letters("".join(parts[: place + 1])) == key or letters("".join(parts[place:])) == key
        for place in range(0, len(parts), 2)
    )


def _as_published(title: str, page: Page) -> str:
    """The title element or og:title where it holds the title and more; else the title itself."""
    key = letters(title)
    for words in (page.title_element, page.meta("og:title"), page.meta("twitter:title")):
        if key and key in letters(words):
            return words
    return title
