"""What was brought, and what became of each entry of its source: nothing is dropped without a word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from houserules import Clause, Keeping, Line, RuleBook, ShapeError, read
from houserules.book import Param
from houserules.plain import from_plain, type_hints
from parley.base.cleaning import clean_line
from parley.base.saying import say

QUOTES = re.compile('[“”"]')
MOST_PROSE = 20_000
"""Characters; nobody looks through more of what was brought at once."""
MOST_WORDS = 120
"""So many letters of an entry are shown in the account."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of the source."""

    where: str
    """Where it stood: “line 12”, “word 3”."""
    words: str
    """Its own words, shortened."""
    lines: tuple[str, ...] = ()
    """The lines of the prose that it became; a line may stand for several entries."""
    by_software: tuple[bool, ...] = ()
    """For each of these lines whether, once confirmed, software judges by it; otherwise people keep it."""
    why_not: str = ""
    """A sentence, where it became no line."""
    left_out: tuple[str, ...] = ()
    """Parts of it that its lines do not say, each a sentence or a few words."""
    note: str = ""
    """A sentence on how it is read here."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    """Prose as a draft for its author, choices to begin with, and the account. Nothing here is confirmed."""

    prose: str
    account: tuple[Entry, ...]
    format: str = ""
    """The name of the format it was read as."""
    title: str = ""
    """What its source calls itself."""
    keepings: Mapping[str, Keeping] = field(default_factory=dict)
    """By key of a clause of the prose: how it is to be kept, where not as proposed."""
    params: Mapping[str, Mapping[str, Param]] = field(default_factory=dict)
    """By key of a clause: parameters that an author chose."""
    examples: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """By key of a clause: its examples, as plain data."""
    remarks: tuple[str, ...] = ()
    """Sentences on the whole file."""

    @property
    def book(self) -> RuleBook:
        """The reading of the prose with these choices."""
        book = read(self.prose).with_keeping(self.keepings).with_params(self.params)
        return book if not self.examples else _with_examples(book, self.examples)


@dataclass(frozen=True)
class Sentence:
    """A line that an entry becomes."""

    text: str
    is_exact: bool = True
    """Whether it says all that its entry asks. One that says less or more is kept by people."""


NO_SWEARING = Sentence("No profanity.")
SWEARING = "Words that the engine knows as swear words are one line here, which covers all others that it knows."


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An entry whose lines have not been read yet."""

    where: str
    words: str
    sentences: tuple[Sentence, ...] = ()
    why_not: str = ""
    left_out: tuple[str, ...] = ()
    note: str = ""


def does_not_fit() -> str:
    return say("Rules have at most {most} characters, and this no longer fits.", most=MOST_PROSE)


def composed(drafts: Sequence[Draft], *, format_: str, remarks: tuple[str, ...] = ()) -> Imported:
    """All lines once, in order, as far as they fit; read, and accounted for."""
    fitting = _fitting(sentence for draft in drafts for sentence in draft.sentences)
    prose = "\n".join(fitting)
    found = _lines_by_text(read(prose))
    keepings = {
        clause.key: Keeping.PEOPLE
        for text, is_exact in fitting.items()
        for clause in acting(found[text])
        if not (is_exact and is_whole(found[text]))
    }
    software = {
        text: is_exact and is_whole(found[text]) and bool(acting(found[text])) for text, is_exact in fitting.items()
    }
    account = tuple(_entry(draft, software) for draft in drafts)
    return Imported(prose=prose, account=account, format=format_, keepings=keepings, remarks=remarks)


def acting(lines: Iterable[Line]) -> list[Clause]:
    """The clauses that software would judge by, once confirmed."""
    return [
        clause for line in lines for clause in line.clauses if not clause.permits and clause.keeping is not Keeping.PEOPLE
    ]


def is_whole(lines: Sequence[Line]) -> bool:
    """Whether no words were left unread: what was left may narrow what was read."""
    return not any(line.unread for line in lines)


@lru_cache(1_000)
def is_safe(text: str) -> bool:
    """Whether a line that quotes words from elsewhere is one line and allows nothing: a permission could lift other rules."""
    lines = read(text).lines
    return (
        len(lines) == 1 and lines[0].text == text and not any(clause.permits for clause in lines[0].clauses)
    )


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """On one line, without what cannot be shown."""
    line = clean_line(text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1]}…"


def quoted(words: Iterable[str]) -> str:
    """“a”, “b”, or “c”."""
    return listed(["“" + QUOTES.sub("'", word) + "”" for word in words])


def listed(words: Sequence[str]) -> str:
    """a, b, or c."""
    if len(words) < 3:
        return " or ".join(words)
    return f"{', '.join(words[:-1])}, or {words[-1]}"


def _fitting(sentences: Iterable[Sentence]) -> dict[str, bool]:
    """Each text once; exact where one entry asks all of it and no less."""
    found: dict[str, bool] = {}
    size = 0
    for sentence in sentences:
        size += 0 if sentence.text in found else len(sentence.text) + 1
        if size > MOST_PROSE + 1:
            break
        found[sentence.text] = found.get(sentence.text, False) or sentence.is_exact
    return found


def _lines_by_text(book: RuleBook) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {text: [] for text in book.prose.split("\n")}
    for line in book.lines:
        start = book.prose.rfind("\n", 0, line.start) + 1
        end = book.prose.find("\n", line.start)
        found[book.prose[start : end if end >= 0 else None]].append(line)
    return found


def _entry(draft: Draft, software: Mapping[str, bool]) -> Entry:
    lines = tuple(dict.fromkeys(each.text for each in draft.sentences if each.text in software))
    is_cut = len(lines) < len({each.text for each in draft.sentences})
    return Entry(
        where=draft.where,
        words=draft.words,
        lines=lines,
        by_software=tuple(software[line] for line in lines),
        why_not="" if lines else draft.why_not or does_not_fit(),
        left_out=(*draft.left_out, *([does_not_fit()] if is_cut and lines else [])),
        note=draft.note or (say(SWEARING) if NO_SWEARING.text in lines else ""),
    )


def _with_examples(book: RuleBook, examples: Mapping[str, tuple[Any, ...]]) -> RuleBook:
    """With its examples."""
    lines = (replace(line, clauses=tuple(_with(each, examples.get(each.key)) for each in line.clauses)) for line in book.lines)
    return replace(book, lines=tuple(lines))


def _with(clause: Clause, examples: tuple[Any, ...] | None) -> Clause:
    change: dict[str, Any] = {"examples": _as_examples(examples or ())}
    return replace(clause, **change) if examples else clause


def _as_examples(examples: tuple[Any, ...]) -> object:
    """In the shape of this engine's clauses; raises ShapeError."""
    return from_plain(type_hints(Clause)["examples"], examples, "examples")


def are_examples(examples: tuple[Any, ...]) -> bool:
    """Whether they have the shape of this engine's."""
    try:
        return _as_examples(examples) is not None
    except ShapeError:
        return False


def lines_of(book: RuleBook) -> Iterator[tuple[Line, str]]:
    """Each line with its words as they stand in the prose."""
    return ((line, book.prose[line.start : line.end]) for line in book.lines)
