"""The language that a page says it is in."""

import re

from parley.seeds.extraction.characters import clean_line
from parley.seeds.extraction.declared import article_nodes
from parley.seeds.extraction.page import Page

_PRIMARY = re.compile(r"([a-z]{2,3})(?=[-_]|$)", re.IGNORECASE)


def language(page: Page) -> str | None:
    """The primary subtag in small letters ("de"), or None where the page is silent."""
    said = [clean_line(node.get("inLanguage")) for node in article_nodes(page.nodes)]
    said += [
        page.tree.get("lang")
        or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or page.tree.get("xml:lang")
        or ""
    ]
    said += [page.meta("og:locale"), page.meta("language", "dc.language", "dcterms.language", "content-language")]
    said += [
        clean_line(value)
        for value in page.tree.xpath("//meta[translate(@http-equiv, 'CL', 'cl') = 'content-language']/@content")[:1]
    ]
    return next((found[1].lower() for found in map(_PRIMARY.match, said) if found), None)
