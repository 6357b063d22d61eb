"""Who publishes the page: its name, and whether some words are that name."""

import re
from urllib.parse import urlsplit

from parley.seeds.extraction.characters import clean_line, letters
from parley.seeds.extraction.declared import article_nodes, is_kind, resolved
from parley.seeds.extraction.page import Page

LONGEST_NAME = 80
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne"}
_COMMON_HOSTS = {"www", "m", "amp", "mobile", "blog", "blogs", "news", "en", "de", "fr", "es"}
_ARTICLES = re.compile(r"^(?:the|der|die|das|le|la|les|el|los|il|de)\s+", re.IGNORECASE)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(?=.)", re.IGNORECASE)


def own_address(url: str | None) -> str | None:
    """The address itself, also where a web archive keeps a copy of it."""
    if url is None:
        return None
    inner = _ARCHIVED.sub("", url)
    return inner if "://" in inner else f"http://{inner}"


def domain(url: str | None) -> str:
    """Host name without `www.`; empty when unknown."""
    address = own_address(url)
    host = (urlsplit(address).hostname or "") if address else ""
    return host.removeprefix("www.")


def domain_word(url: str | None) -> str:
    """The telling label of a host: "newsweek" of www.newsweek.com, "bbc" of news.bbc.co.uk."""
    labels = domain(url).split(".")
    if len(labels) < 2:
        return labels[0]
    del labels[-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        del labels[-1]
    return labels[-1]


def site_name(page: Page) -> str | None:
    """The publisher's name as the page gives it, else its host name."""
    names = [page.meta("og:site_name"), *_publishers(page), page.meta("application-name", "dc.publisher", "publisher")]
    for name in names:
        if name and len(name) <= LONGEST_NAME and "http" not in name:
            return name
    return domain(page.url) or None


def known_names(page: Page) -> frozenset[str]:
    """Letters of every name the site is known by, hosts included."""
    host = domain(page.url)
    names = [
        page.meta("og:site_name"),
        *_publishers(page),
        page.meta("application-name"),
        page.meta("twitter:site"),
        host,
    ]
    names += [clean_line(node.get("name")) for node in page.nodes if is_kind(node, "website", "newsmediaorganization")]
    word = domain_word(page.url)
    names += [word, word.split("-")[0]] if len(word) > 1 and word not in _COMMON_HOSTS else []
    return as_names(*names)


def as_names(*said: str) -> frozenset[str]:
    """Names in the form in which `is_name_of_site` compares them."""
    return frozenset(filter(None, (letters(_ARTICLES.sub("", name)) for name in said)))


def is_name_of_site(words: str, names: frozenset[str]) -> bool:
    """Whether these words are the site's name, perhaps with a little more ("Newsweek", "NEWSWEEK.com", "Newsweek US")."""
    key = letters(_ARTICLES.sub("", words))
    if not key or len(words.split()) > 10:
        return False
    if key in names:
        return True
    initials = "".join(word[0] for word in words.split()).casefold()
    return any(_alike(key, name) or (len(initials) > 1 and name == initials) for name in names)


def _alike(key: str, name: str) -> bool:
    if len(name) < 4 or len(key) < 4:
        return False
    return (name in key and len(key) <= 3 * len(name) + 8) or (key in name and len(name) <= 2 * len(key))


def _publishers(page: Page) -> list[str]:
    found = (resolved(node.get("publisher"), page.nodes) for node in article_nodes(page.nodes))
    return [clean_line(value.get("name") if isinstance(value, dict) else value) for value in found]
