"""What another app or another site hands over, read: which address, which words, which page."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.base.cleaning import clean, clean_line
from parley.base.refusals import Invalid, TooLarge
from parley.base.saying import say
from parley.seeds.addresses import LONGEST, normal_form
from parley.seeds.reading import MOST_PAGE, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from django.core.files.uploadedfile import UploadedFile
    from django.http import QueryDict

MOST_WORDS = 100_000
MOST_CARRIED = 2_000_000
"""Characters of a page on its way through a form, which as a whole holds 2.5 million."""
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
KINDS = ("text/html", "application/xhtml+xml")
ENDINGS = (".html", ".htm", ".xhtml")
"""Of saved pages."""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """`words` are what came besides address and headline. `page` is a saved page; `refusal`, what is to be said of all this."""

    address: str = ""
    headline: str = ""
    words: str = ""
    page: bytes = b""
    refusal: Invalid | None = None


def shared(form: "QueryDict", files: "Iterable[UploadedFile[Any]]" = ()) -> Shared:
    """Phones put the address into the text, some apps into the title."""
    given, headline = clean_line(form.get("url", "")[:MOST_WORDS]), clean_line(form.get("title", "")[:1_000])
    text = clean(form.get("text", "")).strip()
    address = next((each for each in (given, *_addresses(text), *_addresses(headline)) if normal_form(each)), given)
    words = text.replace(address, "", 1).strip() if address else text
    says_more = words != headline and any(each.isalnum() for each in words)
    page, refusal = _page(files)
    return Shared(
        address=address, headline=headline.replace(address, "").strip() if address else headline,
        words=words if says_more else "", page=page, refusal=refusal or (None if page else _wrong(address)),
    )  # fmt: skip


def _addresses(text: str) -> list[str]:
    """Without what a sentence puts behind them; a bracket belongs to an address that opened it."""
    found = []
    for each in _ADDRESS.findall(text[:MOST_WORDS]):
        address = each.rstrip(".,;:!?'’…*_")
        found.append(address if "(" in address else address.rstrip(")].,;:!?"))
    return found


def _wrong(address: str) -> Invalid | None:
    if not address:
        return Invalid("No address came along. Give the article’s address, or paste its text.", "empty", field="url")
    if len(address) > LONGEST:
        said = say(
            "This address has {found} characters; {most} fit. What stands behind a “?” or “#” can often go.",
            found=len(address), most=LONGEST,
        )  # fmt: skip
        return Invalid(said, "too-long", field="url")
    if normal_form(address) is None:
        return Invalid("The address has to look like https://example.org/article.", "not-an-address", field="url")
    return None


def _page(files: "Iterable[UploadedFile[Any]]") -> tuple[bytes, Invalid | None]:
    """The first saved page among them, and the sentence on what is none."""
    page = b""
    refusal: Invalid | None = None
    for file in files:
        name = clean_line(file.name or "")[:80] or say("This file")
        is_page = file.content_type in KINDS or name.lower().endswith(ENDINGS)
        if not is_page or not file.size:
            left = say("“{name}” is no saved page (HTML), so it was left out. Share the article’s address.", name=name)
            refusal = Invalid(left, "no-page", field="page")
        elif file.size > MOST_PAGE:
            refusal = TooLarge(TOO_LARGE, "too-large", field="page")
        else:
            page = page or file.read()
    return page, refusal


def carried(page: bytes) -> str:
    """A page as a form carries it along, so that nothing has to be kept here for somebody who only followed a button elsewhere.
    Raises `TooLarge`.
    """
    packed = base64.urlsafe_b64encode(zlib.compress(page)).decode() if page else ""
    if len(packed) > MOST_CARRIED:
        raise TooLarge("This page is too large to be carried along. Choose its file under “A saved page”.", "too-large", field="page")
    return packed


def unpacked(said: str) -> bytes:
    """At most one byte more than fits; nothing where it is not what we packed."""
    try:
        return zlib.decompressobj().decompress(base64.urlsafe_b64decode(said[:MOST_CARRIED]), MOST_PAGE + 1)
    except (binascii.Error, ValueError, zlib.error):
        return b""
