"""One page, read whole: every field from its own module, then the clean-up that knows them all."""

import logging

from courlan import clean_url
from lxml.html import HtmlElement

from parley.seeds.extraction.article import Article, NotExtractable
from parley.seeds.extraction.body import paragraphs
from parley.seeds.extraction.bylines import bylines, signature
from parley.seeds.extraction.characters import clean_line, letters, safe_url
from parley.seeds.extraction.dates import published
from parley.seeds.extraction.furniture import Surroundings, without_furniture
from parley.seeds.extraction.headline import headline
from parley.seeds.extraction.language import language
from parley.seeds.extraction.page import NOTHING_FOUND, Page
from parley.seeds.extraction.picture import picture
from parley.seeds.extraction.sites import domain, site_name

MOST_LINKS = 2_000
log = logging.getLogger(__name__)


def read_article(page: Page) -> Article:
    """The article on a page. Raises NotExtractable, with a sentence for the seeder, and nothing else."""
    try:
        return _article(page)
    except NotExtractable:
        raise
    except Exception:
        # Pages are hostile and the parsers are not ours: the seeder is asked to paste, we read the log.
        log.exception("extraction failed")
        raise NotExtractable(NOTHING_FOUND) from None


def _article(page: Page) -> Article:
    lines = paragraphs(page)
    title, source = headline(page), site_name(page)
    authors = bylines(page, title.title) or signature(lines)
    address = canonical_url(page)
    lead = picture(page, page.url or address)
    around = Surroundings(
        titles=tuple(filter(None, (title.title, title.published))),
        bylines=authors,
        source=source,
        captions=lead.captions,
        links=_links(page, address),
        quoted=_quoted(page.tree),
    )
    kept, dropped = without_furniture(lines, around)
    if not kept:
        raise NotExtractable(NOTHING_FOUND)
    return Article(
        title=title.title,
        original_title=title.published,
        bylines=authors,
        source=source,
        canonical_url=address,
        published=published(page),
        language=language(page),
        image=lead.image,
        caption=lead.caption,
        credit=lead.credit,
        text="\n\n".join(kept),
        dropped=dropped,
    )


def canonical_url(page: Page) -> str | None:
    """The address that the page gives itself, else the one it came from, without trackers."""
    said = [link.get("href") for link in page.tree.xpath("//link[contains(@rel, 'canonical')]")[:1]]
    said += [page.meta("og:url"), *(node.get("url") for node in page.articles)]
    for address in (safe_url(value, page.url) for value in said):
        if address and not (_is_front(address) and page.url and not _is_front(page.url)):
            return address
    return safe_url(clean_url(page.url)) if page.url else None


def _is_front(address: str) -> bool:
    return not address.split("://", 1)[-1].partition("/")[2].strip("/")


def _links(page: Page, address: str | None) -> frozenset[str]:
    """Letters of links that lead to other pages of the same site, headings and quotations aside."""
    home = domain(page.url or address)
    found = set()
    for link in page.visible.xpath(
        "//a[@href][not(ancestor::h1 or ancestor::h2 or ancestor::h3 or ancestor::blockquote[not(contains(@class, 'embed'))])]"
    )[:MOST_LINKS]:
        href = link.get("href")
        target = safe_url(href, page.url or address or "http://here.invalid/")
        if target and not href.startswith("#") and domain(target) in {home, "here.invalid"}:
            found.add(letters(clean_line(link.text_content()[:400])))
    return frozenset(found - {""})


def _quoted(tree: HtmlElement) -> frozenset[str]:
    """Letters of block quotations and of their paragraphs; what is embedded from elsewhere only looks like one."""
    own = "//blockquote[not(contains(@class, 'embed'))]"
    quotes = tree.xpath(f"{own} | {own}//p | {own}//li | //q")[:300]
    return frozenset(letters(quote.text_content()[:5_000]) for quote in quotes)
