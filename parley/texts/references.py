"""Pictures as a source names them: `![what it shows](picture:1)` on a line of its own, the number being the text's own.

Whatever stands between the brackets is read as it stands, without Markdown, so that nothing has to be escaped. In any other form
it is words. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.base.refusals import Invalid
from parley.base.saying import say

MOST_SHOWN = 4
"""Pictures in one comment."""
_NAMED = re.compile(r"^!\[(.*)\]\(picture:([1-9][0-9]{0,2})\)$", re.MULTILINE)

_ANYWHERE = re.compile(r"!\[([^\]\n]{0,600})\]\(picture:([1-9][0-9]{0,2})\)")


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a source names a picture, in code points."""

    start: int
    end: int
    number: int
    alt: str

    def touches(self, spans: Iterable[tuple[int, int]]) -> bool:
        return any(start < self.end and self.start < end for start, end in spans)


def references(source: str) -> list[Reference]:
    """In order."""
    if "](picture:" not in source:
        return []
    return [Reference(found.start(), found.end(), int(found[2]), found[1]) for found in _NAMED.finditer(source)]


def spoken(words: str) -> str:
    """Words of a source, or their HTML, as they are shown to people: nobody wrote the Markdown of a picture that was uploaded."""
    return _ANYWHERE.sub(lambda found: say("[picture {number}: {words}]", number=found[2], words=found[1]), str(words))


def with_pictures(source: str, added: Sequence[tuple[int, str]]) -> str:
    """The source with these pictures (number, what it shows) below it, but for those that it names already."""
    named = {each.number for each in references(source.replace("\r\n", "\n"))}
    lines = [f"![{alt}](picture:{number})" for number, alt in added if number not in named]
    return "\n\n".join(filter(None, [source.rstrip(), *lines])) if lines else source


def refuse_bad(source: str) -> None:
    """Raises `Invalid` where a picture is not described, or there are too many."""
    found = references(source)
    for each in found:
        if not any(letter.isalnum() for letter in each.alt):
            raise no_words(each.number)
    if len({each.number for each in found}) > MOST_SHOWN:
        most = say("A comment shows up to {most} pictures. Take some out and send it again.", most=MOST_SHOWN)
        raise Invalid(most, "too-many-pictures")


def no_words(number: int) -> Invalid:
    """For who cannot see it."""
    wanted = say("Say in a few words what picture {number} shows, for those who cannot see it.", number=number)
    return Invalid(wanted, "no-alt", field=f"alt{number}")


def whole(spans: Iterable[tuple[int, int]], source: str, numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Spans to cut, with all that names the pictures of these numbers."""
    wanted = set(numbers)
    named = [(each.start, each.end) for each in references(source) if each.number in wanted]
    return sorted({*named, *(span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in named))})
