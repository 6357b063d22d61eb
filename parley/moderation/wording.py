"""What a mod may say in public about a ruling."""

from collections.abc import Sequence

from houserules.signals.folding import fold
from parley.base.cleaning import clean_line
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.moderation.items import Item, text_of
from parley.texts import services as texts
from parley.texts.spans import Span

MOST_NOTE, MOST_EVIDENCE = 300, 500
RUN = 4
"""Words of a removed comment that follow each other and cannot stand in the note: fewer may be what anybody says."""

SHORT = 7
"""Letters of what is only looked for within single words of a note: so few come about by chance where two words meet."""


def noted(note: str, item: Item, spans: Sequence[Span], *, most: int = MOST_NOTE, field: str = "note") -> str:
    """The note as it is kept. The log is public, so it cannot repeat what the ruling takes away: the marked words, or without any the
    whole text.
    """
    note = clean_line(note)
    if len(note) > most:
        said = say("Keep this to {most} characters; it stands in the public log.", most=most)
        raise Invalid(said, "too-long", field=field)
    text = text_of(item)
    if not note or text is None:
        return note
    refuse_repeats(note, texts.sealed_source(text), spans or texts.standing_spans(text), is_whole=not spans, field=field)
    return note


def refuse_repeats(
    note: str, source: str, spans: Sequence[Span] = (), *, is_whole: bool = True, field: str = "note"
) -> None:  # fmt: skip
    """`spans`: what is cut of it; `is_whole`: all of it goes. Letters and digits alone are compared, disguises folded."""
    said, each_word = _letters(note), " ".join(map(_letters, note.split()))
    runs = [source[start:end] for start, end in spans] + (_runs_of(source) if is_whole else [])
    for each in runs:
        words = _letters(each)
        if len(words) > 3 and words in (said if len(words) > SHORT else each_word):
            raise Invalid(
                "The note repeats words that are cut. It stands in the public log, so say it without them.",
                "note-repeats",
                field=field,
            )


def _letters(words: str) -> str:
    return "".join(each for each in fold(words).text if each.isalnum())


def _runs_of(source: str) -> list[str]:
    words = source.split()
    return [" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN, 0) + 1)]
