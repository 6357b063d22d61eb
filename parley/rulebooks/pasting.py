"""Rules as they arrive from elsewhere: pages' markup becomes lines, and only words are kept."""

import html
import re

import nh3

TAG = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|span|b|i|strong|em|a|font|table|tr|td|blockquote|section)\b[^<>]*>", re.IGNORECASE)
ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
BREAK = re.compile(r"<(?:br|/?(?:p|div|ul|ol|h[1-6]|tr|table|blockquote|section))\b[^<>]*>", re.IGNORECASE)
EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def words_of(pasted: str) -> str:
    """The words of pasted rules; what has no markup of pages stays as it is."""
    if TAG.search(pasted) is None:
        return pasted
    lines = BREAK.sub("\n", ITEM.sub("\n* ", pasted))
    words = html.unescape(nh3.clean(lines, tags=set()))
    return EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in words.splitlines())).strip()
