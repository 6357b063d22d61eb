"""From a page or pasted text to an article, field by field, with everything that was left out listed.

Plain Python: no Django, no network. `docs/extraction.md` tells how it works and what it reaches.
"""

from parley.seeds.extraction.article import Article, Dropped, NotExtractable, Why

__all__ = ["Article", "Dropped", "NotExtractable", "Why", "extract", "extract_text"]


def extract(html: bytes | str, url: str | None = None) -> Article:
    """The article on a page of any encoding and any quality, in at most some seconds.

    `url` is where the page came from; relative addresses are read against it. Raises NotExtractable, whose text is one
    sentence for the seeder, and nothing else.
    """
    # What reads is large, and a start of the site does not wait for it.
    from parley.seeds.extraction.apart import is_heavy, read_apart
    from parley.seeds.extraction.page import read_page
    from parley.seeds.extraction.reading import read_article

    page = read_page(html, url)
    return read_apart(page) if is_heavy(page) else read_article(page)


def extract_text(pasted: str) -> Article:
    """The article in pasted text: its headline where the first line looks like one, byline and date from the first lines."""
    from parley.seeds.extraction.pasted import article_in_text

    return article_in_text(pasted)
