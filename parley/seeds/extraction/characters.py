"""Characters and addresses that may leave extraction. Everything in an article has passed through here."""

import re
import unicodedata
from html import unescape
from urllib.parse import urljoin, urlsplit

LONGEST_LINE = 1_000
LONGEST_URL = LONGEST_LINE - 1  # a longer one may have been cut on its way here
# Controls, direction overrides and isolates, invisible fillers, noncharacters, surrogates. Newline is kept.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    "\ud800-\udfff" + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
_SPACES = re.compile(r"[^\S\n]+")
_NOT_IN_A_URL = re.compile(r"[\s<>\"\x00-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Text without control, bidi, invisible and impossible characters; spaces made single, newlines kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _SPACES.sub(" ", text.replace("\x0b", " ").replace("\x0c", " "))
    return _SPACES.sub(" ", _UNWANTED.sub("", text))


def clean_line(text: object) -> str:
    """One line of clean text from anything; empty when it is no string. Entities left by careless pages are read."""
    if not isinstance(text, str):
        return ""
    text = text[: LONGEST_LINE * 4]
    if "&" in text:
        text = unescape(text)
    text = unicodedata.normalize("NFC", " ".join(clean(text).split()))
    return text[:LONGEST_LINE].strip()


def letters(text: str) -> str:
    """Letters and digits only, case-folded: how two lines are compared."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()


def safe_url(address: object, base: str | None = None) -> str | None:
    """An absolute http(s) URL without a user name in it, or None."""
    if not isinstance(address, str) or len(address) > LONGEST_URL:
        return None
    try:
        joined = urljoin(base or "", _UNWANTED.sub("", address).strip())
        parts = urlsplit(joined)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        parts.port  # noqa: B018  (reading it raises when it is no number)
    except ValueError:
        return None
    if not sound or _NOT_IN_A_URL.search(joined) or len(joined) > LONGEST_URL:
        return None
    return joined


def listed(words: str) -> list[str]:
    """The words of a list that is written as a text."""
    return words.split()
