"""Members who are named in a text: `@ada`. Only words as they are shown count, so whoever is named in what was cut is not."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

CLASS = "mention"
MOST = 10
"""Members whom one text can name; further names stay plain words."""
MOST_LOOKED_AT = 30
"""Different words of that shape, from the beginning."""
_NAMED = re.compile(r"(?<![\w@./\ufdd1])@([a-z][a-z0-9_]{1,29})(?![\w@\ufdd0])", re.IGNORECASE | re.ASCII)
"""Not within a longer word, an address, or what was cut in part: noncharacters hold the place of a cut (`rendering`)."""


def link_to(name: str) -> str:
    """How a link to a member begins in what is stored."""
    return f'<a class="{CLASS}" href="/m/{name}"'


_SHOWN = re.compile(link_to("([a-z0-9_]+)"))


def asked_of(source: str) -> tuple[str, ...]:
    """Words of the shape of a mention, each once, in their order: whoever is asked for them may be nobody."""
    return tuple(dict.fromkeys(found[1].lower() for found in _NAMED.finditer(source)))[:MOST_LOOKED_AT] if "@" in source else ()


def shown_in(html: str) -> tuple[str, ...]:
    """Names of the members whom a drawn text links, each once. Nobody can write such a link himself: it has a class."""
    return tuple(dict.fromkeys(_SHOWN.findall(html))) if CLASS in html else ()


def linked(children: Sequence[Token], names: tuple[str, ...]) -> Iterator[Token]:
    """The tokens of a paragraph, with links to those of `names` that stand in plain text: not in code, not in another link."""
    depth = 0
    for token in children:
        depth += token.nesting if token.type in {"link_open", "link_close"} else 0
        if depth or token.type != "text" or "@" not in token.content:
            yield token
        else:
            yield from _pieces(token.content, names)


def _pieces(words: str, names: tuple[str, ...]) -> Iterator[Token]:
    at = 0
    for found in _NAMED.finditer(words):
        if (name := found[1].lower()) in names:
            yield Token("text", "", 0, content=words[at : found.start()])
            yield Token("link_open", "a", 1, attrs={"class": CLASS, "href": f"/m/{name}"})
            yield Token("text", "", 0, content=found[0])
            yield Token("link_close", "a", -1)
            at = found.end()
    yield Token("text", "", 0, content=words[at:])
