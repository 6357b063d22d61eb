"""From a page or pasted text to an article, field by field, with everything that was left out listed.

Plain Python: no Django, no network. `docs/extraction.md` tells how it works and what it reaches.
"""

from parley.seeds.extraction.apart import is_heavy, read_apart
from parley.seeds.extraction.article import Article, Dropped, NotExtractable
from parley.seeds.extraction.page import read_page
from parley.seeds.extraction.pasted import extract_text
from parley.seeds.extraction.reading import read_article

__all__ = ["Article", "Dropped", "NotExtractable", "extract", "extract_text"]


def extract(html: bytes | str, url: str | None = None) -> Article:
    """The article on a page of any encoding and any quality, in at most some seconds.

    `url` is where the page came from; relative addresses are read against it. Raises NotExtractable, whose text is one
    sentence for the seeder, and nothing else.
    """
    page = read_page(html, url)
    return read_apart(page) if is_heavy(page) else read_article(page)
