"""Bytes of a file to text, with a remark where that was a guess."""

import codecs
import re

from parley.base.refusals import Invalid
from parley.base.saying import say

MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
GUESSED = "The file does not say how its letters are written. They were read as Western European ones; look at odd letters."
NO_TEXT = "This file holds no text that can be read. Save it as text (UTF-8), then bring it again."


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with lines ended by a newline alone, and remarks on how it was read. Raises `Invalid`."""
    text, remarks = _decoded(data)
    if CONTROLS.search(text):
        raise Invalid(NO_TEXT, "not-text", field="file")
    if not any(letter.isalnum() for letter in text):
        raise Invalid("There is nothing to read in this file.", "empty", field="file")
    return "\n".join(text.replace("\r\n", "\n").split("\r")), remarks


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), (say(GUESSED),)
    except UnicodeDecodeError:
        raise Invalid(NO_TEXT, "not-text", field="file") from None
