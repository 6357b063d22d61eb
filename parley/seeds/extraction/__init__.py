"""From a page or pasted text to an article, field by field, with everything that was left out listed.

Plain Python: no Django, no network. `docs/extraction.md` tells how it works and what it reaches.
"""

from parley.seeds.extraction.article import Article, Dropped, NotExtractable
from parley.seeds.extraction.pasted import extract_text
from parley.seeds.extraction.reading import read_article as extract

__all__ = ["Article", "Dropped", "NotExtractable", "extract", "extract_text"]
