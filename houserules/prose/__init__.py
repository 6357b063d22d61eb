"""Prose to lines to clauses, with the words each came from.

lines: prose to lines · words: a line to folded words · frames: what a line says about the things it lists ·
items: the things listed, matched with the phrasings of the catalogue · naming: which bare words name a subject ·
doubts: words of a list that narrow their neighbours · reading: a line put together · loosening: lines that take back
a part of another.
"""

from typing import TYPE_CHECKING

from houserules.book import Line, RuleBook

if TYPE_CHECKING:
    from houserules.prose.frames import Says


def read(prose: str) -> RuleBook:
    """What the prose asks, line by line. Nothing in the book is confirmed yet."""
    # The grammar is loaded here: a program that judges by books read before starts in half the time without it.
    from houserules.prose.addressed import heads_some, kept_by_people
    from houserules.prose.lines import raw_lines
    from houserules.prose.loosening import loosened
    from houserules.prose.reading import read_line

    lines: list[Line] = []
    heading: Says | None = None
    block, is_of_some = -1, False
    for number, raw in enumerate(raw_lines(prose), 1):
        if raw.block != block and not raw.is_item:
            heading = None
        line, opened = read_line(prose, raw, number, heading)
        heading = opened if opened is not None or not raw.is_item else heading
        block = raw.block
        is_of_some = is_of_some if raw.is_item else heads_some(line)
        lines.append(kept_by_people(line) if is_of_some else line)
    return RuleBook(prose=prose, lines=loosened(lines))
