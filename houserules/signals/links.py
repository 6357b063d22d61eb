"""Links of a text and the sites they lead to."""

import re
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span

LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>()\[\]\"“”]{1,2000}", re.IGNORECASE)
BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|biz|io|tv|co|uk|de|fr|eu|ru|me|ly|gl|be|example)\b"
    r"(?!@)(?:/[^\s<>()\[\]\"“”]{0,2000})?",
    re.IGNORECASE,
)
POSSIBLE = re.compile(r"[^\W_]\.[^\W\d_]|//")
"""Most texts hold no point or slashes between letters, and need no closer look."""
END = ".,;:!?*_'’"


@dataclass(frozen=True)
class Link:
    """One link; `host` in lower case without “www.”."""

    span: Span | None
    """None when the caller gave an address that does not stand in the text."""
    host: str


def links(judgement: Judgement) -> tuple[Link, ...]:
    """The links that the caller gave, or those in the text; an address that stands twice in one link counts once."""
    facts = judgement.facts
    if facts.links is not None:
        return tuple(_given(facts.text, address) for address in facts.links)
    return links_of(facts.text)


def links_of(text: str) -> tuple[Link, ...]:
    """The links in a text, in order."""
    if "." not in text or POSSIBLE.search(text) is None:
        return ()
    found: list[Link] = []
    taken = 0
    for match in sorted((*LINK.finditer(text), *BARE.finditer(text)), key=lambda each: (each.start(), -each.end())):
        if match.start() >= taken:
            address = match[0].rstrip(END)
            taken = match.end()
            found.append(Link(Span(match.start(), match.start() + len(address)), host_of(address)))
    return tuple(_once(found, text))


def _once(found: list[Link], text: str) -> list[Link]:
    """Without the visible address of `[https://a.example](https://a.example)`."""
    kept: list[Link] = []
    for link in found:
        joined = (
            bool(kept) and text[kept[-1].span.end : link.span.start] == "]("
            if link.span and kept and kept[-1].span
            else False
        )
        if not (joined and kept[-1].host == link.host):
            kept.append(link)
    return kept


def host_of(address: str) -> str:
    """The host of an address, in lower case without “www.”."""
    host = re.split(r"[/?#:]", address.split("//", 1)[-1], maxsplit=1)[0]
    return host.lower().removeprefix("www.")


def _given(text: str, address: str) -> Link:
    at = text.find(address) if address else -1
    return Link(Span(at, at + len(address)) if at >= 0 else None, host_of(address))
