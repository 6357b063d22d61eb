"""A comment’s words as a mod sees them who decides what goes."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from parley.moderation.actions import Span
from parley.moderation.queries import Sealed
from parley.texts.references import Reference, references
from parley.web import rows
from parley.web.pages.write_rows import marked

_SPAN = re.compile(r"(\d{1,6})-(\d{1,6})", re.ASCII)


def spans_of(values: Iterable[str]) -> list[Span]:
    """What the boxes that were ticked stand for; nonsense is passed over."""
    found = (_SPAN.fullmatch(value) for value in values)
    return sorted({(int(each[1]), int(each[2])) for each in found if each})


def joined(spans: Sequence[Span], source: str) -> list[Span]:
    """Neighbouring words of one line as one span, so that one mark stands for them."""
    runs: list[Span] = []
    for start, end in spans:
        between = source[runs[-1][1] : start] if runs else "\n"
        if not between.strip() and "\n" not in between:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def words(sealed: Sealed, marks: set[Span]) -> Iterable[rows.WordRow]:
    """Every word as a box, and every picture as one; of words that are cut already one mark stands for a run."""
    starts_line, was_cut = False, False
    named = references(sealed.source)
    inside = {word.start for word in sealed.words if any(each.start <= word.start < each.end for each in named)}
    begins = {each.start: each for each in named}
    for word in sealed.words:
        if (picture := begins.get(word.start)) is not None:
            yield _picture(picture, sealed, marks)
            starts_line, was_cut = True, False
        if word.start in inside:
            continue
        is_cut = any(start < word.end and word.start < end for start, end in sealed.cut)
        if not (is_cut and was_cut):
            yield rows.WordRow(
                value=f"{word.start}-{word.end}", text=word.words, is_marked=(word.start, word.end) in marks, is_cut=is_cut,
                starts_line=starts_line,
            )
        starts_line, was_cut = word.ends_line, is_cut


def _picture(named: Reference, sealed: Sealed, marks: set[Span]) -> rows.WordRow:
    """The whole of it, with what is said about it, as its address shows it to whoever rules."""
    key = sealed.pictures.get(named.number)
    return rows.WordRow(
        value=f"{named.start}-{named.end}", text=named.alt.strip(), is_marked=named.touches(marks), is_cut=named.touches(sealed.cut),
        starts_line=True, picture=f"/p/{key}/sealed" if key else "",
    )  # fmt: skip


def as_written(sealed: Sealed) -> Markup:
    """The words as they were written, those that are cut now marked."""
    return marked(sealed.source, sealed.cut, around=None) or Markup("{}").format(sealed.source)
