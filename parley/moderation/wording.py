"""What a mod may say in public about a ruling."""

from collections.abc import Sequence

from parley.base.cleaning import clean_line
from parley.base.refusals import Invalid
from parley.moderation.items import Item, text_of
from parley.texts import services as texts
from parley.texts.spans import Span

MOST_NOTE, MOST_EVIDENCE = 300, 500
RUN = 4
"""Words of a removed comment that follow each other and cannot stand in the note: fewer may be what anybody says."""


def noted(note: str, item: Item, spans: Sequence[Span], *, most: int = MOST_NOTE, field: str = "note") -> str:
    """The note as it is kept. The log is public, so it cannot repeat what the ruling takes away: the marked words, or without any the
    whole text.
    """
    note = clean_line(note)
    if len(note) > most:
        raise Invalid(f"Keep this to {most} characters; it stands in the public log.", "too-long", field=field)
    text = text_of(item)
    if not note or text is None:
        return note
    source = texts.sealed_source(text)
    for each in [source[start:end] for start, end in spans] if spans else _runs_of(source):
        words = " ".join(each.split()).strip(" .,;:!?*_\"'“”").casefold()
        if len(words) > 3 and words in note.casefold():
            raise Invalid(
                "The note repeats words that are cut. It stands in the public log, so say it without them.",
                "note-repeats",
                field=field,
            )
    return note


def _runs_of(source: str) -> list[str]:
    words = source.split()
    return [" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN, 0) + 1)]
