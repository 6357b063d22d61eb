"""From an address, a page, or pasted text to an article with its picture. No Django: `parley extract` uses it too."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from parley.base.cleaning import clean, has_words
from parley.base.fetching import PICTURES, Fetched, Identity, Limits, Network, Refused, safe_get
from parley.base.pictures import NotAPicture, Picture, reencode
from parley.base.refusals import Invalid, TooLarge
from parley.seeds.addresses import normal_form
from parley.seeds.extraction import Article, Dropped, NotExtractable, Why, extract, extract_text

MOST_PAGE = 5_000_000
"""Bytes of a page, fetched or uploaded."""
TOO_LARGE = "This page is larger than 5 MB. Paste the article’s text instead."
NO_PICTURE = "The article’s picture could not be brought along, so the seed stands without it."
_PICTURE_SECONDS = 6.0


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """How we go to the web: through what, at which cost, under which name."""

    network: Network = field(default_factory=Network)
    limits: Limits = field(default_factory=Limits)
    identity: Identity = field(default_factory=Identity)

    def page(self, address: str) -> Fetched:
        return safe_get(address, limits=self.limits, identity=self.identity, network=self.network)

    def picture(self, address: str) -> bytes:
        limits = replace(self.limits, seconds=min(self.limits.seconds, _PICTURE_SECONDS))
        return safe_get(address, kinds=PICTURES, limits=limits, identity=self.identity, network=self.network).body


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What a seeder brings: `way` is `address`, `file`, or `text`, and names the fields that count."""

    way: str
    address: str = ""
    page: bytes | None = None
    text: str = ""
    headline: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was read. `address` is where a fetched page stood in the end; `notes` are sentences for the seeder."""

    article: Article
    address: str = ""
    raw_page: bytes = b""
    picture: Picture | None = None
    notes: tuple[str, ...] = ()


def check(brought: Brought) -> None:
    """That there is something to read. Raises `Invalid` naming the field."""
    match brought.way:
        case "file" if not brought.page:
            raise Invalid("Choose the file of a saved page, then send it again.", "empty", field="page")
        case "file" if len(brought.page or b"") > MOST_PAGE:
            raise TooLarge(TOO_LARGE, "too-large", field="page")
        case "text" if not has_words(clean(brought.text)) and not normal_form(brought.address):
            raise Invalid("Paste the article’s text, or give its address.", "empty", field="text")
        case "address" if not brought.address.strip():
            raise Invalid("Give the address of the article.", "empty", field="url")


def find(brought: Brought, way_out: WayOut) -> Found:
    """Read what was brought, which was checked. Raises `Refused` and `Invalid`."""
    match brought.way:
        case "file":
            return from_page(brought.page or b"", way_out)
        case "text":
            return from_text(brought.text, headline=brought.headline, source=brought.source, address=brought.address)
        case _:
            return from_address(brought.address, way_out)


def article_at(address: str, way_out: WayOut) -> tuple[Article, Fetched]:
    """The article at an address. Raises `Refused`, and `Invalid` where no article could be read."""
    fetched = way_out.page(address)
    return _read(lambda: extract(_page(fetched), fetched.url), "url"), fetched


def from_address(address: str, way_out: WayOut) -> Found:
    """The same with its picture, and its address in normal form."""
    article, fetched = article_at(address, way_out)
    article = replace(article, canonical_url=article.canonical_url or fetched.url)
    return _with_picture(Found(article=article, address=fetched.url, raw_page=fetched.body), way_out)


def article_in(page: bytes) -> Article:
    """The article in a saved page. Raises `Invalid`."""
    if len(page) > MOST_PAGE:
        raise TooLarge(TOO_LARGE, "too-large", field="page")
    return _read(lambda: extract(page, None), "page")


def from_page(page: bytes, way_out: WayOut) -> Found:
    """The same with its picture, which is the only thing fetched."""
    return _with_picture(Found(article=article_in(page), raw_page=page), way_out)


def from_text(text: str, *, headline: str, source: str, address: str) -> Found:
    """Pasted text; what the seeder typed beside it stands. Raises `Invalid`."""
    article = _read(lambda: extract_text(text), "text") if has_words(clean(text)) else Article()
    if headline and article.original_title and headline.casefold() != article.original_title.casefold():
        # Its first line was taken for the headline, and is none.
        line = Dropped(article.original_title, Why.FOR_HEADLINE, 0)
        article = replace(article, original_title=None, dropped=(line, *article.dropped))
    address = normal_form(address) or address
    typed = replace(article, title=headline or article.title, source=source or article.source, canonical_url=address or None)
    return Found(article=typed)


def _read(reading: Callable[[], Article], field_name: str) -> Article:
    try:
        article = reading()
    except NotExtractable as reason:
        raise Invalid(str(reason), "not-extractable", field=field_name) from None
    normal = normal_form(article.canonical_url) if article.canonical_url else None
    return replace(article, canonical_url=normal or article.canonical_url)


def _page(fetched: Fetched) -> bytes | str:
    """The page decoded as its header says, but where it is UTF-8 after all: servers name the wrong one more often."""
    charset = fetched.charset or ""
    if not charset:
        return fetched.body
    if not charset.startswith(("utf-16", "iso-2022")):
        try:
            return fetched.body.decode("utf-8")
        except UnicodeDecodeError:
            charset = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(charset, charset)
    try:
        return fetched.body.decode(charset, "replace")
    except LookupError:
        return fetched.body


def _with_picture(found: Found, way_out: WayOut) -> Found:
    """No picture is an obstacle; the seeder is told in one sentence."""
    if not found.article.image:
        return found
    try:
        return replace(found, picture=reencode(way_out.picture(found.article.image)))
    except (Refused, NotAPicture):
        return replace(found, notes=(*found.notes, NO_PICTURE))
