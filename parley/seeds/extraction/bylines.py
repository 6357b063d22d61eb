"""Who wrote it: every place that may name an author is asked, and what several places say together counts most."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from parley.seeds.extraction.characters import clean_line, letters, safe_url
from parley.seeds.extraction.declared import article_nodes, is_kind, resolved
from parley.seeds.extraction.names import MOST_NAMES, has_lead, is_person, names_in, without_lead
from parley.seeds.extraction.page import Page, around_heading, marks
from parley.seeds.extraction.sites import domain, is_name_of_site, known_names

LONGEST_LINE = 160
_METAS = ("author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.name", "citation_author", "parsely-author", "sailthru.author",
          "byl", "byline", "cxenseparse:author", "vr:author", "og:author", "article.author", "twitter:creator:name")
_WRITTEN_BY = re.compile(r"written by|posted by|by|author|verfasst|geschrieben|von|écrit|rédigé|auteur|escrito|autor|scritto|di", re.IGNORECASE)
_CLASS = re.compile(
    r"author|autor|byline|by-line|writer|contributor|redakteur|verfasser|poster\b|submitted|username|\bcreator|journalist"
    r"|reporter|auteur|periodista|\bfirma\b|\bcreditos?\b|publisher|signature",
    re.IGNORECASE,
)
_NOT_CLASS = re.compile(
    r"comment|kommentar|(?:^|[\s_-])(?:avatar|image|img|social|share|posts?-by|photo|foto|bild)|caption"
    r"|authori[tz]|publisher-logo",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:comment|kommentar)(?!ary|spalte|s?[-_](?:open|closed|status|enabled|count|link|on\b|off\b))|(?:^|[\s_-])respond|\breply|disqus|figcaption",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"related|sidebar|recommend|teaser|similar|(?<!post-)(?<!entry-)(?<!article-)footer|trending|popular|most-read|meistgelesen|recent|weitere|more-from|newsletter|\bnav",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|byline|people|profiles?|staff|team|newsteam|users?|userinfo|mitarbeiter(?:info)?"
    r"|redaktion|journalists?|reporter|contributors?|columnists?|periodistas?|person|writers?|member|expert(?:en|s)?)(?:/|\.php\?)[^/]",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\b\d{1,2}\.? \w{3,9}\.? \d{4}|\b\w{3,9}\.? \d{1,2}, \d{4}|\bhace \d|\bago\b")
_BARS = re.compile(r"\s*[|•·/\n]\s*|\s[-\u2013\u2014]\s")
_WEIGHTS = {"rel": 4.7, "itemprop": 4.0, "class": 3.4, "link": 2.8, "tag": 3.6}
_IN_SCRIPT = re.compile(
    r"""["']?(?:author|authors|author_?name|article_?author|page_?author|content_?author|post_?author|posted_?by|byline)["']?\s*[:=]\s*\[?\s*["']([^"'<>{}]{3,80})["']""",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\(((?:[A-Z]{2,4} mit |mit Material von )?(?:dpa|AFP|afp|APA|apa|sda|epd|KNA|kna|Reuters|REUTERS|rtr|SID|sid|EFE|ANSA|UPI|AP)(?:[/-]\w{2,12}){0,3})\)(?=\s*[-\u2013\u2014]|$)")
# Names of roles, not of anybody: given only where the page names nobody else.
_ANYBODY = {"redaktion", "admin", "administrator", "agencies", "agenturen", "staff", "editor", "webmaster", "author", "autor", "online", "presse", "unknown"}
_LINES = "//p|//div|//span|//em|//i|//b|//strong|//small|//h4|//h5|//h6|//li|//td|//address|//byline|//section|//font|//header|//a|//cite"


Wrappers = frozenset[HtmlElement]


@dataclass(frozen=True)
class _Candidate:
    names: tuple[str, ...]
    weight: float
    place: str


def bylines(page: Page, title: str | None = None) -> tuple[str, ...]:
    """Names of those who wrote the article, in the page's order; empty when it names nobody."""
    sites = known_names(page)
    wrappers = around_heading(page, title)
    candidates = [one for one in _candidates(page, wrappers) if one.names and all(_sound(name, one.place) for name in one.names)]
    scored = [(_score(one, candidates, sites), len(one.names), -place, one) for place, one in enumerate(candidates) if one.place != "trafilatura"]
    return max(scored, key=lambda row: row[:3])[3].names if scored else ()


def signature(lines: list[str]) -> tuple[str, ...]:
    """The name that stands alone as one of the text's last lines, where the page names nobody elsewhere."""
    return next(((line,) for line in reversed(lines[-3:]) if len(line) < 50 and is_person(line)), ())


def _candidates(page: Page, wrappers: Wrappers) -> Iterator[_Candidate]:
    yield from _from_linked_data(page)
    yield from _from_metas(page)
    yield from _from_marked_elements(page, wrappers)
    yield from _from_lines(page.visible, wrappers)
    yield from _from_scripts(page)
    yield from _from_agencies(page)
    yield from _from_trafilatura(page)


def _from_linked_data(page: Page) -> Iterator[_Candidate]:
    for node in [*page.articles[:4], *list(article_nodes(page.nodes))[:5]]:
        for key in ("author", "creator"):
            names = _person_names(node.get(key), page, 0)
            if names:
                yield _Candidate(tuple(dict.fromkeys(names))[:MOST_NAMES], 4.0, "declared")


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


def _from_metas(page: Page) -> Iterator[_Candidate]:
    for key in _METAS:
        values = [value for value in page.metas.get(key, ()) if "//" not in value and not value.startswith("@")]
        names = tuple(dict.fromkeys(name for value in values[:MOST_NAMES] for name in names_in(value)))
        if names:
            yield _Candidate(names, 2.9 if key == "author" else 3.4, "meta")
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _WRITTEN_BY.match(page.meta(label)):
            yield _Candidate(names_in(page.meta(data)), 3.4, "card")


def _from_marked_elements(page: Page, wrappers: Wrappers) -> Iterator[_Candidate]:
    """Elements marked as naming an author. Neighbours marked alike belong together."""
    groups: dict[tuple[str, HtmlElement], list[str]] = {}
    costs: dict[tuple[str, HtmlElement], float] = {}
    for element in page.visible.xpath("//body//*[@rel or @itemprop or @class or @id or self::address or self::byline or @href]"):
        kind = _mark(element, page)
        distance = _distance(element, wrappers) if kind else None
        if kind is None or distance is None:
            continue
        words = _words(element)
        names = names_in(words) if words else _first_person(element)
        if names:
            above = element.getparent()
            key = (kind, above if above is not None else element)
            groups.setdefault(key, []).extend(names)
            costs[key] = distance
    seen: dict[str, int] = {}
    for key, names in groups.items():
        seen[key[0]] = seen.get(key[0], 0) + 1
        if seen[key[0]] <= 6:
            weight = _WEIGHTS[key[0]] - 0.25 * seen[key[0]] - costs[key]
            yield _Candidate(tuple(dict.fromkeys(names))[:MOST_NAMES], weight, key[0])


def _mark(element: HtmlElement, page: Page) -> str | None:
    if "author" in element.get("rel", "").split():
        return "rel"
    if element.get("itemprop") in {"author", "creator"}:
        return "itemprop"
    if element.tag in {"address", "byline"}:
        return "tag"
    names = f"{marks(element)} {element.get('data-testid', '')}"
    if element.tag not in {"body", "article", "main"} and _CLASS.search(names) and not _NOT_CLASS.search(names):
        return "class"
    if element.tag == "a" and _is_profile(element.get("href", ""), page):
        return "link"
    return None


def _first_person(element: HtmlElement) -> tuple[str, ...]:
    """The name over a few sentences about the author."""
    pieces = [clean_line(piece) for piece in islice(element.itertext(), 12)]
    return next(((name,) for piece in pieces if len(piece) < 60 and is_person(name := without_lead(piece))), ())


def _is_profile(href: str, page: Page) -> bool:
    address = safe_url(href, page.url or "http://here.invalid/")
    return bool(address and _PROFILE.search(href) and domain(address) in {domain(page.url), "here.invalid", "web.archive.org"})


def _distance(element: HtmlElement, wrappers: Wrappers) -> float | None:
    """What standing aside of the article costs; None among readers' comments and captions, which never name the author."""
    cost = 0.0
    for above in [element, *list(element.iterancestors())[:9]]:
        if above in wrappers:
            break
        names = marks(above)
        if above.tag == "figcaption" or _COMMENTS.search(names):
            return None
        if above.tag in {"nav", "footer", "aside"} or _ASIDE.search(names):
            cost = 1.5
        if above.tag in {"body", "html", "article", "main"} or "hentry" in names:
            break
    return cost


def _from_lines(tree: HtmlElement, wrappers: Wrappers) -> Iterator[_Candidate]:
    """Short lines that begin as a byline does ("By …", "Autorin: …"), or hold a name beside a date."""
    found = 0
    for element in tree.xpath(_LINES):
        words = _words(element) if len(element) <= 6 and found < 12 else ""
        weight, names = _line_names(words)
        distance = _distance(element, wrappers) if names else None
        if distance is not None:
            found += 1
            yield _Candidate(names, weight - 0.1 * found - distance, "line")


def _line_names(words: str) -> tuple[float, tuple[str, ...]]:
    if not 5 <= len(words) <= LONGEST_LINE:
        return 0.0, ()
    rest = without_lead(words)
    if has_lead(words) and (rest[:1].isupper() or len(rest.split()) == 1 or "\n" in words):
        names = names_in(words)
        short = len(words.split()) <= (10 if "\n" in words and len(names) == 1 else 4 + len(names))
        return 3.0, names if names and (all(is_person(name) for name in names) or short) else ()
    if _DATED.search(words) and len(words) < 100:
        return 0.6, tuple(part for part in map(str.strip, _BARS.split(words)) if is_person(part))[:1]
    return 0.0, ()


def _from_trafilatura(page: Page) -> Iterator[_Candidate]:
    """A second opinion, which counts only where it agrees with another place."""
    try:
        said = extract_metadata(deepcopy(page.tree), default_url=page.url).author or ""
    except Exception:  # noqa: BLE001  (a third party's parser on hostile trees; no opinion is a fine answer)
        return
    names = tuple(dict.fromkeys(name for part in said.split(";") for name in names_in(part)))
    yield _Candidate(names[:MOST_NAMES], 1.5, "trafilatura")


def _from_scripts(page: Page) -> Iterator[_Candidate]:
    """What the page tells its own scripts about the author."""
    for script in page.tree.xpath("//script[not(contains(@type, 'ld+json'))]")[:60]:
        for found in islice(_IN_SCRIPT.finditer((script.text or "")[:200_000]), 2):
            names = names_in(_unescaped(found[1]))
            if names and all(is_person(name) for name in names):
                yield _Candidate(names, 2.0, "script")


def _unescaped(literal: str) -> str:
    try:
        return str(json.loads(f'"{literal}"'))
    except ValueError:
        return ""


def _from_agencies(page: Page) -> Iterator[_Candidate]:
    """The agency's mark at the start or the end of the text, "(dpa/lno)", where nobody else is named."""
    for element in page.visible.xpath("//p")[:200]:
        found = _AGENCY.search(clean_line(element.text_content()[:4_000]))
        if found:
            yield _Candidate((found[1],), 1.9, "agency")
            return


def _words(element: HtmlElement) -> str:
    """Text of an element with a newline between its parts; empty when it is too much for a byline."""
    if len(element) > 40:
        return ""
    pieces = [piece for piece in (clean_line(piece) for piece in islice(element.itertext(), 40)) if piece]
    return "\n".join(pieces) if sum(map(len, pieces)) <= LONGEST_LINE else ""


def _sound(name: str, place: str) -> bool:
    most = 4 if place in {"class", "link", "line"} else 7
    return 2 <= len(letters(name)) and (is_person(name) or len(name.split()) <= most) and "http" not in name and "@" not in name and not name.isdigit()


def _score(candidate: _Candidate, candidates: list[_Candidate], sites: frozenset[str]) -> float:
    keys = {letters(name) for name in candidate.names}
    if any(is_name_of_site(name, sites) for name in candidate.names):
        return candidate.weight - 1.2  # the publisher may well say that it is the author: better than nobody
    if keys <= _ANYBODY:
        return candidate.weight - 2.0
    others = {other.place for other in candidates if other.place != candidate.place and _supports(other, keys)}
    score = candidate.weight + 0.9 * min(len(others), 3)
    if all(is_person(name) for name in candidate.names):
        score += 1.2
    elif candidate.place in {"class", "link", "line"}:
        score -= 1.2
    if any(_is_first_name_of(candidate.names, other.names) for other in candidates):
        score -= 0.5
    return score


def _is_first_name_of(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return len(names) == len(others) == 1 and is_person(others[0]) and others[0].split()[0] == names[0]


def _supports(other: _Candidate, keys: set[str]) -> bool:
    theirs = {letters(name) for name in other.names}
    if theirs & keys:
        return True
    return any(len(short) > 3 and short in long for short in theirs for long in keys)
