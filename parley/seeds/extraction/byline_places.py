"""Every place of a page that may name its author: what it says for machines, marked elements, lines that begin as bylines do."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from parley.seeds.extraction.characters import clean_line, safe_url
from parley.seeds.extraction.declared import article_nodes, is_kind, resolved
from parley.seeds.extraction.names import INNER_LEAD, MOST_NAMES, has_lead, is_label, is_person, names_in, without_lead
from parley.seeds.extraction.page import HeadlinePlace, Page, marks
from parley.seeds.extraction.sites import domain

LONGEST_LINE = 160
MOST_GROUPS = 6
_METAS = (
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.name",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "cxenseparse:author",
    "vr:author",
    "og:author",
    "article.author",
    "twitter:creator:name",
    "dcterms.creator.aut",
    "dc.creator.aut",
    "dcsext.author",
    "rbauthors",
    "shareaholic:article_author_name",
)
_WRITTEN_BY = re.compile(
    r"written by|posted by|by|author|verfasst|geschrieben|von|écrit|rédigé|auteur|escrito|autor|scritto|di",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"author|autor|byline|by-line|writer|contributor|redakteur|verfasser|poster\b|submitted|username|\bcreator|"
    r"journalist"
    r"|reporter|auteur|periodista|\bfirma\b|\bcreditos?\b|publisher|signature|vcard|\bfn\b|screen-?name|channel-name|"
    r"\bbyl\b|zuozhe|bianji|posted-?by|created-?by|verfasst",
    re.IGNORECASE,
)
_NOT_CLASS = re.compile(
    r"comment|kommentar|(?:^|[\s_-])(?:avatar|image|img|social|share|posts?-by|photo|foto|bild)|caption"
    r"|authori[tz]|publisher-logo",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:comment|kommentar)(?!ary|spalte|s?[-_](?:open|closed|status|enabled|count|link|on\b|off\b))|(?:^|"
    r"[\s_-])respond|\breply|disqus|figcaption",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"related|sidebar|recommend|teaser|similar|(?<!post-)(?<!entry-)(?<!article-)footer|trending|popular|most-read|"
    r"meistgelesen|recent|weitere|more-from|newsletter|\bnav",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|byline|people|profiles?|staff|team|newsteam|users?|userinfo|"
    r"mitarbeiter(?:info)?"
    r"|redaktion|journalists?|reporter|contributors?|columnists?|periodistas?|person|writers?|member|expert(?:en|"
    r"s)?)(?:/|\.php\?)[^/]",
    re.IGNORECASE,
)
_POSTS_BY = re.compile(
    r"(?:(?:view |see )?(?:all )?(?:posts|articles|entries) (?:by|from)|(?:alle )?(?:beiträge|artikel|posts) von|"
    r"(?:voir )?(?:tous les )?articles par|(?:ver )?(?:todas las )?entradas de)\b",
    re.IGNORECASE,
)
_PROPERTIES = {"author", "schema:author", "dc:creator", "schema:creator"}
_DATED = re.compile(
    r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\b\d{1,2}(?:\.|st|nd|rd|th)? \w{3,9}\.? \d{4}|\b\w{3,9}\.? \d{1,2}(?:st|"
    r"nd|rd|th)?, \d{4}|\b\d{1,2}[:.]\d\d ?(?:uhr|am|pm)\b|\bhace \d|\bago\b"
)
_BARS = re.compile(r"\s*[|,•·/\n]\s*|\s[-\u2013\u2014]\s")
_IN_SCRIPT = re.compile(
    r"""["']?(?:author|authors|author_?name|article_?author|page_?author|content_?author|post_?author|posted_?by|byline)["']?\s*[:=]\s*\[?\s*["']([^"'<>{}]{3,80})["']""",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\(((?:[A-Z]{2,4} mit |mit Material von )?(?:dpa|AFP|afp|APA|apa|sda|epd|KNA|kna|Reuters|REUTERS|rtr|SID|sid|EFE|"
    r"ANSA|UPI|AP)(?:[/-]\w{2,12}){0,3})\)(?=\s*[-\u2013\u2014]|$)"
)
_MARKED = (
    "//body//*[@rel or @itemprop or @property or @class or @id or @title or @href"
    " or self::address or self::byline or self::author]"
)
_LINES = (
    "//p|//div|//span|//em|//i|//b|//strong|//small|//h2|//h3|//h4|//h5|//h6|//li|//td|//address|//byline|"
    "//section|//font|//header|//footer|//dd|//a|//cite"
)


@dataclass(frozen=True)
class Candidate:
    """Names that one place gives. `cost` is what speaks against it, such as a box beside the article; `far` from the headline."""

    names: tuple[str, ...]
    place: str
    cost: float = 0.0
    far: bool = False


def candidates(page: Page, place: HeadlinePlace) -> Iterator[Candidate]:
    yield from _from_linked_data(page)
    yield from _from_metas(page)
    yield from _from_marked_elements(page, place)
    yield from _from_lines(page.visible, place)
    yield from _from_labels(page.visible, place)
    yield from _from_scripts(page)
    yield from _from_agencies(page)
    yield from _from_trafilatura(page)


def _from_linked_data(page: Page) -> Iterator[Candidate]:
    for node in [*page.articles[:4], *list(article_nodes(page.nodes))[:5]]:
        for key in ("author", "creator"):
            names = _person_names(node.get(key), page, 0)
            if names:
                yield Candidate(tuple(dict.fromkeys(names))[:MOST_NAMES], "declared")


def _person_names(value: Any, page: Page, depth: int) -> list[str]:
    value = resolved(value, page.nodes)
    if isinstance(value, list) and depth < 4:
        return [name for one in value[:MOST_NAMES] for name in _person_names(one, page, depth + 1)]
    if isinstance(value, dict):
        name = value.get("name")
        if isinstance(name, list):
            return _person_names(name, page, depth + 1) if depth < 4 else []
        whole = clean_line(name)
        return [whole] if is_kind(value, "organization") and whole else list(names_in(whole))
    return list(names_in(clean_line(value)))


def _from_metas(page: Page) -> Iterator[Candidate]:
    for key in _METAS:
        values = [value for value in page.metas.get(key, ()) if "//" not in value and not value.startswith("@")]
        names = tuple(dict.fromkeys(name for value in values[:MOST_NAMES] for name in names_in(value)))
        if names:
            yield Candidate(names, "meta")
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _WRITTEN_BY.match(page.meta(label)):
            yield Candidate(names_in(page.meta(data)), "card")


@dataclass
class _Group:
    """Neighbours that are marked alike, and what the best placed of them says for the group."""

    names: list[str]
    cost: float
    far: bool


def _from_marked_elements(page: Page, place: HeadlinePlace) -> Iterator[Candidate]:
    """Elements marked as naming an author. Neighbours marked alike belong together."""
    seen: Counter[str] = Counter()
    for (kind, _), group in _groups(page, place).items():
        if seen[kind] < MOST_GROUPS:
            persons = [name for name in group.names if is_person(name)]  # a job beside a name is marked like the name
            names = tuple(dict.fromkeys(persons or group.names[:1]))[:MOST_NAMES]
            yield Candidate(names, kind, 0.25 * seen[kind] + group.cost, group.far)
        seen[kind] += 1


def _groups(page: Page, place: HeadlinePlace) -> dict[tuple[str, HtmlElement], _Group]:
    groups: dict[tuple[str, HtmlElement], _Group] = {}
    for element in page.visible.xpath(_MARKED):
        kind = _mark(element, page)
        cost = _distance(element, place) if kind else None
        names = _marked_names(element, kind) if kind and cost is not None else ()
        if kind is None or cost is None or not names:
            continue
        group = groups.setdefault((kind, _list_of(element)), _Group([], cost, far=True))
        group.names.extend(names)
        group.cost = min(group.cost, cost)
        group.far = group.far and place.far(element)
    return groups


def _marked_names(element: HtmlElement, kind: str) -> tuple[str, ...]:
    named = _microdata_names(element) if kind == "itemprop" else ()
    words = "" if named else _words(element)
    return named or (names_in(words) if words else _first_person(element))


def _list_of(element: HtmlElement) -> HtmlElement:
    """The element in which this one stands beside others: wrappers that hold nothing else are passed through."""
    above, own = element.getparent(), _words(element)
    for _ in range(3):
        wider = above.getparent() if above is not None else None
        if wider is None or above.tag in {"body", "article"} or _words(above) != own:
            break
        above = wider
    return element if above is None else above


def _mark(element: HtmlElement, page: Page) -> str | None:
    if "author" in element.get("rel", "").split() or (element.tag == "a" and _POSTS_BY.match(element.get("title", ""))):
        return "rel"
    if element.get("itemprop", "").split()[:1] in (["author"], ["creator"]) or element.get("property") in _PROPERTIES:
        return "itemprop"
    if element.tag in {"address", "byline", "author"}:
        return "tag"
    names = f"{marks(element)} {element.get('data-testid', '')} {element.get('data-component', '')}"
    if element.tag not in {"body", "article", "main"} and _CLASS.search(names) and not _NOT_CLASS.search(names):
        return "class"
    if element.tag == "a" and _is_profile(element.get("href", ""), page):
        return "link"
    return None


def _microdata_names(element: HtmlElement) -> tuple[str, ...]:
    """The name property inside a marked author, which may be a meta element that nobody sees."""
    found = element.xpath(".//*[@itemprop='name' or @property='name' or @property='schema:name']")[:MOST_NAMES]
    return tuple(name for one in found for name in names_in(one.get("content") or _words(one)))


def _first_person(element: HtmlElement) -> tuple[str, ...]:
    """The name over a few sentences about the author."""
    pieces = [clean_line(piece) for piece in islice(element.itertext(), 12)]
    return next(((name,) for piece in pieces if len(piece) < 60 and is_person(name := without_lead(piece))), ())


def _is_profile(href: str, page: Page) -> bool:
    address = safe_url(href, page.url or "http://here.invalid/")
    return bool(
        address and _PROFILE.search(href) and domain(address) in {domain(page.url), "here.invalid", "web.archive.org"}
    )


def _distance(element: HtmlElement, place: HeadlinePlace) -> float | None:
    """What standing aside of the article costs; None among readers' comments and captions, which never name the author."""
    cost = 0.0
    for above in [element, *list(element.iterancestors())[:9]]:
        if above in place.holders:
            break
        names = marks(above)
        if above.tag == "figcaption" or _COMMENTS.search(names):
            return None
        if above.tag in {"nav", "footer", "aside"} or _ASIDE.search(names):
            cost = max(cost, 1.5)
        if above.tag in {"body", "html", "article", "main"} or "hentry" in names:
            break
    return cost


def _from_lines(tree: HtmlElement, place: HeadlinePlace) -> Iterator[Candidate]:
    """Short lines that begin as a byline does ("By …", "Autorin: …"), or hold a name beside a date."""
    found = 0
    for element in tree.xpath(_LINES):
        words = _words(element) if len(element) <= 6 and found < 12 else ""
        cost, names = _line_names(words)
        distance = _distance(element, place) if names else None
        if distance is not None:
            found += 1
            yield Candidate(names, "line", cost + 0.1 * (found - 1) + distance, place.far(element))


def _from_labels(tree: HtmlElement, place: HeadlinePlace) -> Iterator[Candidate]:
    """A name in the element behind one that says "Author"."""
    for label in tree.xpath("//dt | //th | //td | //span | //strong | //b | //label | //div[not(*)]")[:2_000]:
        behind = label.getnext()
        if behind is None or not is_label(clean_line((label.text or "")[:40])):
            continue
        names = names_in(_words(behind))
        distance = _distance(behind, place) if names and all(is_person(name) for name in names) else None
        if distance is not None:
            yield Candidate(names, "line", 0.2 + distance, place.far(behind))
            return


def _line_names(words: str) -> tuple[float, tuple[str, ...]]:
    if not 5 <= len(words) <= LONGEST_LINE:
        return 0.0, ()
    rest = without_lead(words)
    if has_lead(words) and (rest[:1].isupper() or len(rest.split()) == 1 or "\n" in words):
        names = names_in(words)
        short = len(words.split()) <= (10 if "\n" in words and len(names) == 1 else 4 + len(names))
        if all(is_person(name) for name in names):
            return 0.0, names
        return (0.0 if "\n" in words else 2.5), names if short else ()
    if _DATED.search(words) and INNER_LEAD.search(words) and len(words) < 120:
        names = names_in(words)
        single = len(names) == 1 and len(names[0].split()) == 1 and ("\n" in words or words[:1].isdigit())
        return (0.9, names) if all(is_person(name) for name in names) else (1.2, names if single else ())
    if _DATED.search(words) and len(words) < 100:
        return 1.2, tuple(part for part in map(str.strip, _BARS.split(words)) if is_person(part))[:1]
    return 0.0, ()


def _from_trafilatura(page: Page) -> Iterator[Candidate]:
    """A second opinion, which counts only where it agrees with another place."""
    try:
        said = extract_metadata(deepcopy(page.tree), default_url=page.url).author or ""
    except Exception:  # noqa: BLE001  (a third party's parser on hostile trees; no opinion is a fine answer)
        return
    names = tuple(dict.fromkeys(name for part in said.split(";") for name in names_in(part)))
    yield Candidate(names[:MOST_NAMES], "trafilatura")


def _from_scripts(page: Page) -> Iterator[Candidate]:
    """What the page tells its own scripts about the author."""
    for said in page.tree.xpath("//@data-author | //@data-author-name | //@data-article-author")[:1]:
        names = names_in(clean_line(said))
        if names and all(is_person(name) for name in names):
            yield Candidate(names, "script")
    for script in page.tree.xpath("//script[not(contains(@type, 'ld+json'))]")[:60]:
        for found in islice(_IN_SCRIPT.finditer((script.text or "")[:200_000]), 2):
            names = names_in(_unescaped(found[1]))
            if names and all(is_person(name) for name in names):
                yield Candidate(names, "script")


def _unescaped(literal: str) -> str:
    try:
        return str(json.loads(f'"{literal}"'))
    except ValueError:
        return ""


def _from_agencies(page: Page) -> Iterator[Candidate]:
    """The agency's mark at the start or the end of the text, "(dpa/lno)", where nobody else is named."""
    for element in page.visible.xpath("//p")[:200]:
        found = _AGENCY.search(clean_line(element.text_content()[:4_000]))
        if found:
            yield Candidate((found[1],), "agency")
            return


def _words(element: HtmlElement) -> str:
    """Text of an element with a newline between its parts; empty when it is too much for a byline."""
    if len(element) > 40:
        return ""
    pieces = [piece for piece in (clean_line(piece) for piece in islice(element.itertext(), 40)) if piece]
    return "\n".join(pieces) if sum(map(len, pieces)) <= LONGEST_LINE else ""
