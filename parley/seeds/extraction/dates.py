"""When it was first published: declared dates first, then marked elements, the address, and what htmldate finds in the text."""

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from htmldate import find_date
from lxml.html import HtmlElement

from parley.seeds.extraction.characters import clean_line
from parley.seeds.extraction.declared import article_nodes
from parley.seeds.extraction.page import Page, marks
from parley.seeds.extraction.sites import domain, own_address
from parley.seeds.extraction.spoken_days import spoken_day

# One zone for each country that has one; countries of several zones are left to Greenwich.
_ZONES = {
    country: zone
    for zone, countries in {
        "Europe/Berlin": "de at ch li fr be nl lu es it dk no se pl cz sk hu si hr rs",
        "Europe/Athens": "gr fi ee lv lt ro bg ua",
        "America/La_Paz": "bo",
        "America/Santiago": "cl",
        "America/Bogota": "co pe ec",
        "America/Caracas": "ve",
        "America/Sao_Paulo": "br",
        "America/Argentina/Buenos_Aires": "ar",
        "America/Montevideo": "uy",
        "America/Mexico_City": "mx",
        "Asia/Kolkata": "in",
        "Asia/Shanghai": "cn tw hk sg",
        "Asia/Tokyo": "jp kr",
        "Europe/Istanbul": "tr",
        "Africa/Johannesburg": "za",
        "Pacific/Auckland": "nz",
    }.items()
    for country in countries.split()
}
_ONE_DAY = timedelta(days=1)
_UTC = re.compile(r"\d(?:Z|\+00:?00)$| GMT$| UTC$")
_DATE_CLASS = re.compile(
    r"date|datum|fecha|publi|posted|meta(?!l)|time(?!r|line)|submitted|info\b|dateline|byline", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"comment|kommentar|related|sidebar|teaser|recommend|widget|footer|\bnav|latest|list\b|archive", re.IGNORECASE
)
EARLIEST = date(1995, 1, 1)
_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_online_date",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article:post_date",
)
_LOOSE_METAS = ("date", "dc.date", "dcterms.date", "last-published")  # often the day of the last change
_ISO = re.compile(r"^\D{0,5}((?:19|20)\d\d)-?([01]?\d)-?([0-3]?\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/\-.]?([01]?\d)[/\-.]?([0-3]\d)(?=[/\-._]|$)")
_CHANGED = re.compile(r"modif|updat|aktualis|geändert|chang|stand\b|actualiz", re.IGNORECASE)


def published(page: Page) -> str | None:
    """The day as YYYY-MM-DD where it was published, or None."""
    first = next(_declared(page), None)
    if first is None:
        return _agreed(list(_found(page)))
    day, moment = first
    shown = [*_from_elements(page), *_from_dated_lines(page)]
    if len(shown) > 1 and len(set(shown)) == 1 and date.fromisoformat(day) - date.fromisoformat(shown[0]) > _ONE_DAY:
        return shown[0]  # the page shows one earlier day throughout: what it declares is the day of a change
    near = (
        other for other in _from_address(page) if abs(date.fromisoformat(other) - date.fromisoformat(day)) <= _ONE_DAY
    )
    return next(near, None) or (_day_there(moment, page) if moment else day)


def _agreed(days: list[str]) -> str | None:
    """The first day that two places give, else the first."""
    return next((day for day in days if days.count(day) > 1), days[0] if days else None)


def _declared(page: Page) -> Iterator[tuple[str, datetime | None]]:
    """Declared days, with the moment where it is given in Greenwich time."""
    values = [node.get("datePublished") for node in page.articles]
    values += [value for name in _METAS for value in page.metas.get(name, ())]
    for value in values:
        for day in _day(value):
            words = clean_line(value)
            yield day, _moment(words) if _UTC.search(words) else None


def _moment(words: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words).replace(tzinfo=UTC)
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _day_there(moment: datetime, page: Page) -> str:
    """The day it was where the paper is, as far as its host's country tells, else as the page shows it."""
    country = domain(page.url).rsplit(".", 1)[-1]
    with suppress(KeyError, ZoneInfoNotFoundError, OverflowError):
        return moment.astimezone(ZoneInfo(_ZONES[country])).date().isoformat()
    shown = (
        _found(page) if moment.hour < 12 or moment.hour > 20 else ()
    )  # at noon in Greenwich it is the same day nearly everywhere
    day = moment.date()
    return next((other for other in shown if abs(date.fromisoformat(other) - day) == _ONE_DAY), day.isoformat())


def _found(page: Page) -> Iterator[str]:
    yield from _from_elements(page)
    for value in [value for name in _LOOSE_METAS for value in page.metas.get(name, ())]:
        yield from _day(value)
    for node in article_nodes(page.nodes):
        yield from _day(node.get("datePublished"))
        yield from _day(node.get("dateCreated"))
    yield from _from_address(page)
    yield from _from_dated_lines(page)
    yield from _from_htmldate(page)


def _from_address(page: Page) -> Iterator[str]:
    match = _IN_ADDRESS.search(own_address(page.url) or "")
    if match:
        yield from _day("-".join(part.zfill(2) for part in match.groups()))


def _from_elements(page: Page) -> Iterator[str]:
    for element in page.visible.xpath(
        "//*[@itemprop='datePublished'] | //abbr[contains(@class, 'published')] | //time[@pubdate]"
    )[:5]:
        for value in (element.get("datetime"), element.get("content"), element.get("title"), element.text_content()):
            yield from _day(value)
    times = [element for element in page.visible.xpath("//time[@datetime]")[:40] if not _is_elsewhere(element)]
    for element in times[:3]:
        if not _CHANGED.search(marks(element)):
            yield from _day(element.get("datetime"))


def _from_dated_lines(page: Page) -> Iterator[str]:
    """Short elements marked as a date or as the article's particulars, outside of lists of other articles."""
    month_first = page.meta("og:locale", "language").lower().replace("-", "_") == "en_us"
    for element in page.visible.xpath("//body//*[@class or @id]"):
        if not _DATE_CLASS.search(marks(element)) or len(element) > 8 or _is_elsewhere(element):
            continue
        words = clean_line(element.text_content()[:400])
        day = spoken_day(words, month_first=month_first) if len(words) < 160 else None
        if day and not _CHANGED.search(words[:20]):
            yield from _day(day.isoformat())
            return


def _is_elsewhere(element: HtmlElement) -> bool:
    for above in [element, *list(element.iterancestors())[:7]]:
        if above.tag in {"body", "article", "main"}:
            return False
        if above.tag in {"aside", "footer", "nav"} or _ELSEWHERE.search(marks(above)):
            return True
    return False


def _from_htmldate(page: Page) -> Iterator[str]:
    found = _ask_htmldate(page, original=True)
    if found and found.endswith("-01-01"):  # a bare year, say of a copyright line
        found = _ask_htmldate(page, original=False) or found
    yield from _day(found)


def _ask_htmldate(page: Page, *, original: bool) -> str | None:
    latest = (_today() + timedelta(days=2)).isoformat()
    try:
        return find_date(
            deepcopy(page.tree), original_date=original, extensive_search=True, url=page.url, max_date=latest
        )
    except Exception:  # noqa: BLE001  (a third party's parser on hostile text; an unknown date is a fine answer)
        return None


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _day(value: object) -> Iterator[str]:
    words = clean_line(value)
    match = _ISO.match(words)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else parsedate_to_datetime(words[:60]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return
    if EARLIEST <= day <= _today() + timedelta(days=2):
        yield day.isoformat()
