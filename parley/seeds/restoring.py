"""Lines that were taken for furniture, put back where they stood, and taken out again. Pure.

The text between may have been edited by then, so a place is found by what stands around it: the nearest paragraph or
line before it that is still there, else the nearest after it, else the count of paragraphs that once stood before.
"""

import re
from collections.abc import Collection

from parley.seeds.extraction import Article


def paragraphs_of(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def rearranged(text: str, article: Article, *, back: Collection[int], out: Collection[int]) -> str:
    """`text` with the dropped lines numbered `back` in their places, and without those numbered `out`.

    Numbers count `article.dropped`; unknown ones are passed over. A text that nothing happens to is given back as it is.
    """
    known = range(len(article.dropped))
    if not (back := [n for n in sorted(set(back)) if n in known]) and not any(n in known for n in out):
        return text
    parts = paragraphs_of(text)
    for number in out:
        if number in known and article.dropped[number].line in parts:
            parts.remove(article.dropped[number].line)
    order = _order(article)
    for number in back:
        parts.insert(_place(parts, order, number, article.dropped[number].after), article.dropped[number].line)
    return "\n\n".join(parts)


def _order(article: Article) -> list[tuple[int | None, str]]:
    """Everything in the order of the page: (number of a dropped line, or None for a paragraph; words)."""
    before: dict[int, list[tuple[int | None, str]]] = {}
    paragraphs = paragraphs_of(article.text)
    for number, dropped in enumerate(article.dropped):
        before.setdefault(min(dropped.after, len(paragraphs)), []).append((number, dropped.line))
    order = list(before.get(0, ()))
    for count, paragraph in enumerate(paragraphs, 1):
        order += [(None, paragraph), *before.get(count, ())]
    return order


def _place(parts: list[str], order: list[tuple[int | None, str]], number: int, after: int) -> int:
    here = next(at for at, (which, _) in enumerate(order) if which == number)
    for _, words in reversed(order[:here]):
        if words in parts:
            return parts.index(words) + 1
    for _, words in order[here + 1 :]:
        if words in parts:
            return parts.index(words)
    return min(after, len(parts))
