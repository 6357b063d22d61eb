"""Links of one sort: those that hide where they lead, and those that stand without words."""

from houserules.judgement import Judgement
from houserules.signals.links import Link, links

SHORTENERS = frozenset(
    """
    adf.ly bit.ly bitly.com buff.ly cutt.ly dlvr.it goo.gl is.gd j.mp lnkd.in ow.ly rb.gy rebrand.ly short.gy shorturl.at shorte.st
    soo.gd t.co t.ly tiny.cc tiny.one tinyurl.com trib.al v.gd
    """.split()
)
"""Hosts that forward to any address; one that leads to its own site alone hides nothing."""
FEW = 4
"""So few words beside its links make a comment links without words."""


def links_of_sort(judgement: Judgement, sort: str) -> tuple[Link, ...]:
    """`short`, `bare`, or all others."""
    found = judgement.signal(links)
    if sort == "short":
        return tuple(link for link in found if link.host in SHORTENERS)
    if sort == "bare" and _words_beside(judgement, found) >= FEW:
        return ()
    return found


def _words_beside(judgement: Judgement, found: tuple[Link, ...]) -> int:
    text = judgement.facts.text
    for link in reversed([link.span for link in found if link.span]):
        text = text[: link.start] + " " + text[link.end :]
    return sum(any(letter.isalpha() for letter in word) for word in text.split())
