"""What arrives from people is made storable before anything parses or judges it."""

import re
import unicodedata

from parley.base.refusals import Invalid, TooLarge

# C0 and C1 controls but newline and tab; bidi embeddings, overrides and isolates (they reorder what stands around them);
# noncharacters (we use two of them as marks of our own); surrogates without their other half.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]"
    "|[" + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)) + "]"
)
MOST_TEXT = 20_000
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that set no spaces between words, for a class of a regular expression."""


def clean(raw: str) -> str:
    """NFC, lines ended by a newline alone, without control characters, bidi overrides, noncharacters and lone surrogates."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean_line(raw: str) -> str:
    """The same for a field of one line."""
    return " ".join(clean(raw).split())


def clean_text(raw: str, *, field: str = "text", most: int = MOST_TEXT) -> str:
    """A text as it will be stored. Raises `TooLarge` before any other work, `Invalid` when nothing readable is left."""
    from parley.base.saying import say  # the command that reads a page has no Django

    if len(raw) > most:
        said = say(
            "This text has {found} characters; {most} fit. Nothing is lost: shorten it and send it again.", found=len(raw), most=most
        )
        raise TooLarge(said, "too-long", field=field)
    text = clean(raw).strip("\n").rstrip()
    if not has_words(text):
        raise Invalid("There is nothing to read in this text yet. Write something, then send it.", "empty", field=field)
    return text


def has_words(text: str) -> bool:
    """Whether there is anything to see: not only white space and invisible characters."""
    return any(not ch.isspace() and unicodedata.category(ch) not in {"Cf", "Mn", "Cc"} for ch in text)
