"""One line of prose to a `Line`: its clauses, the words each came from, and the words that nothing stands for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from houserules.asides.finding import cues_of
from houserules.book import Aside, Clause, Line, Modal
from houserules.combined import ABOUT, SUBJECT
from houserules.keeping import Keeping
from houserules.plain import Span
from houserules.prose.addressed import addresses_some, speaks_of_some
from houserules.prose.contrasts import Contrast, contrast
from houserules.prose.foreign.listing import foreign
from houserules.prose.foreign.telling import language_of
from houserules.prose.frames import Frame, Says, frame, segments
from houserules.prose.items import listed_items
from houserules.prose.lexicon import GLUE, LEADING
from houserules.prose.lexicon import words as word_set
from houserules.prose.limits import limit
from houserules.prose.lines import RawLine
from houserules.prose.loosening import excepts
from houserules.prose.matching import Item
from houserules.prose.naming import Capitals, capitals_of
from houserules.prose.wordings import QUOTES
from houserules.prose.words import Token, tokens

EXCEPTING = frozenset({"except", "unless", "excepting", "excluding", "besides", "barring", "apart"})
PERMITTING = word_set("may can fine ok okay allowed permitted acceptable exempt tolerated welcome")
MOST_WORDS = 1000
"""No sentence has so many words and marks; those behind them are left to people."""
LONGEST_KEPT = 1000
"""Lines of more letters are not kept to be found again."""
GREETED = frozenset({"welcome", "welcomed", "encouraged", "appreciated"})
"""What is welcome is no exception from anything."""
HEDGES = frozenset({"but", "however", "though", "although", "provided", "except", "unless", "only", "just", "long"})
NEWCOMERS = "new-members"
"""The kind that is about some members by itself."""

HEADING = word_set(
    """
    rule rules house simple basic general main my our the a one these this here is are follow following in on for to of and also
    not allowed forbidden banned prohibited off limits limit out topics topic subjects subject list do don t never please note
    remember reminder nb ps seed group thread discussion comments posts no stay away from clear be let me us
    """
)
"""Words of a heading before a colon that only says that a list of rules follows."""


@dataclass
class Reading:
    """What was understood so far of one line, and the heading that may govern it."""

    capitals: Capitals
    hedges: bool
    """The line says “but” somewhere: what it allows may be taken back."""
    has_exception: bool = False
    """A part of the line takes back what another says: “No memes – unless …”, “… but cat memes are fine”."""
    is_of_some: bool = False
    """The line speaks to some members only: “New members: no links.”"""
    clauses: list[Clause] = field(default_factory=list)
    understood: frozenset[int] = frozenset()
    """Where words begin that govern the clauses of a line in another language."""
    sanction: list[Token] = field(default_factory=list)
    modals: list[Modal] = field(default_factory=list)
    carried: Says | None = None
    permitted: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of the prose that say what is fine."""


def read_line(prose: str, raw: RawLine, number: int, carried: Says | None) -> tuple[Line, Says | None]:
    """The line, and what it says of a list below it when it is a heading (“Not allowed:”)."""
    text = prose[raw.start : raw.end]
    line, opened = _told(text, carried) if len(text) <= LONGEST_KEPT else _read(text, carried)
    return _placed(line, raw, number), opened


@lru_cache(maxsize=1 << 11)
def _told(text: str, carried: Says | None) -> tuple[Line, Says | None]:
    """As `_read`; lines of rules often recur, and a line is read again whenever its book is."""
    return _read(text, carried)


def _placed(line: Line, raw: RawLine, number: int) -> Line:
    """A line that was read by itself, at its place in the prose."""
    by = raw.start
    return replace(
        line,
        number=number,
        start=raw.start,
        end=raw.end,
        standing=raw.standing,
        clauses=tuple(
            replace(
                each,
                key=f"{number}.{at}",
                params=dict(each.params),
                proposed=each.keeping,
                start=each.start + by,
                end=each.end + by,
            )
            for at, each in enumerate(line.clauses, 1)
        ),
        unread=tuple(Span(start + by, end + by) for start, end in line.unread),
        sanction=tuple(Span(start + by, end + by) for start, end in line.sanction),
        asides=tuple(
            replace(each, params=dict(each.params), start=each.start + by, end=each.end + by) for each in line.asides
        ),
    )


def _read(prose: str, carried: Says | None) -> tuple[Line, Says | None]:
    """A line that is all of the prose."""
    words = tuple(tokens(prose, 0, len(prose)))
    reading = Reading(
        carried=carried, capitals=capitals_of(words), hedges=bool(HEDGES & {word.folded for word in words})
    )
    language = language_of(words)
    if language:
        found = foreign(prose, words, 1, language)
        reading.clauses.extend(found.clauses)
        reading.understood = found.understood
        return replace(_line(prose, words, reading), asides=(), language=language), None
    sides = contrast(words)
    if sides is None or not _read_contrast(prose, words, sides, reading):
        for segment in segments(words[:MOST_WORDS]):
            _read_segment(prose, segment, reading)
    if reading.has_exception or (reading.clauses and excepts(prose, 0, len(prose))):
        reading.clauses = [replace(clause, keeping=Keeping.PEOPLE) for clause in reading.clauses]
    is_heading = prose.rstrip(" *_").endswith(":") and not reading.clauses
    return _line(prose, words, reading), reading.carried if is_heading else None


def _read_segment(prose: str, segment: Sequence[Token], reading: Reading) -> None:
    if all(token.folded in LEADING or not token.folded.isalpha() for token in segment):
        return
    framed = frame(segment, reading.carried)
    reading.is_of_some |= framed.says is not Says.FORBIDS and addresses_some(segment)
    is_of_some = reading.is_of_some or speaks_of_some(segment)
    first = next(token.folded for token in segment if token.is_word)
    reading.has_exception |= first in EXCEPTING or (
        first == "but" and (framed.says is Says.PERMITS or _permits(segment))
    )
    reading.carried = framed.says if _is_heading(framed) else None
    reading.sanction.extend(framed.sanction)
    reading.modals.append(framed.modal)
    if framed.says is Says.PERMITS:
        reading.permitted.append((segment[0].start, segment[-1].end))
    if _read_limit(prose, segment, framed, reading, is_of_some=is_of_some) or framed.says is Says.NOTHING:
        return
    listed = listed_items(framed, reading.capitals)
    is_conditional = listed.is_conditional or framed.is_conditional
    if framed.says is Says.PERMITS and (is_conditional or is_of_some or reading.hedges or not listed.is_complete):
        return
    for item in listed.items:
        if framed.says is Says.PERMITS and not item.is_whole:
            continue
        key = f"1.{len(reading.clauses) + 1}"
        reading.clauses.append(
            _clause(
                prose,
                key,
                item,
                framed.says,
                is_sure=item.is_sure
                and not is_conditional
                and not (is_of_some and item.kind.name != NEWCOMERS)
                and not _is_quoted(prose, item)
                and not _is_told(prose, item),
            )
        )


def _permits(segment: Sequence[Token]) -> bool:
    """“… but you may mention him when he is the subject”: not read, and yet it takes something back."""
    told = {token.folded for token in segment}
    return not told.isdisjoint(PERMITTING) and told.isdisjoint({"not", "never", "no", "nor"})


def _is_quoted(prose: str, item: Item) -> bool:
    """“No ‘Dear Santa’ posts” is about a form of words, no subject."""
    return "term" in item.params and prose[max(0, item.words[0].start - 1) : item.words[0].start] in QUOTES


def _is_told(prose: str, item: Item) -> bool:
    """“Use their names: no Killary” and “Bring proper sources: no Substacks” say by example what they ask, and ban no subject."""
    before, colon, _ = prose[: item.words[0].start].rpartition(":")
    if not (colon and item.kind.names_anything):
        return False
    return not HEADING.issuperset(re.findall(r"[^\W\d_]+", before.lower()))


def _read_contrast(prose: str, words: Sequence[Token], sides: Contrast, reading: Reading) -> bool:
    """Whether a line that allows one thing and forbids another was understood in what it forbids."""
    if sides.is_about_subject:
        return _read_narrowing(prose, words, sides, reading)
    barred = listed_items(Frame(Says.FORBIDS, sides.barred, lists_acts=not sides.allowed), Capitals.SAY_NOTHING)
    if len(barred.items) != 1 or not barred.items[0].is_whole or not barred.is_complete:
        return False
    allowed = listed_items(Frame(Says.PERMITS, sides.allowed), Capitals.SAY_NOTHING)
    for item in allowed.items if allowed.is_complete and not allowed.is_conditional else ():
        if item.is_whole:
            reading.clauses.append(_clause(prose, "1.1", item, Says.PERMITS, is_sure=True))
    key = f"1.{len(reading.clauses) + 1}"
    reading.clauses.append(_clause(prose, key, barred.items[0], Says.FORBIDS, is_sure=barred.items[0].is_sure))
    reading.permitted.append((words[0].start, words[-1].end))
    return True


def _read_narrowing(prose: str, words: Sequence[Token], sides: Contrast, reading: Reading) -> bool:
    """Whether a line allows about the subject of the article what a ban then forbids about members alone."""
    listed = listed_items(Frame(Says.FORBIDS, sides.allowed, is_headed=True), reading.capitals)
    items = [item for item in listed.items if ABOUT in item.kind.params and item.is_sure]
    if len(items) != 1 or len(listed.items) != 1 or not listed.is_complete or listed.is_conditional:
        return False
    item = replace(items[0], params={**items[0].params, ABOUT: SUBJECT})
    reading.clauses.append(_clause(prose, "1.1", item, Says.PERMITS, is_sure=True))
    reading.permitted.append((words[0].start, words[-1].end))
    return True


def _read_limit(
    prose: str, segment: Sequence[Token], framed: Frame, reading: Reading, *, is_of_some: bool
) -> bool:
    """Whether the segment says how much is fine. “Comments under 20 words may go” forbids, and is no limit."""
    item = limit(segment) if framed.says is not Says.FORBIDS else None
    if item is None:
        return False
    key = f"1.{len(reading.clauses) + 1}"
    is_sure = item.is_sure and not (is_of_some and item.kind.name != NEWCOMERS)
    reading.clauses.append(_clause(prose, key, item, Says.FORBIDS, is_sure=is_sure))
    return True


def _is_heading(framed: Frame) -> bool:
    return framed.says in {Says.FORBIDS, Says.PERMITS} and not any(token.is_word for token in framed.listed)


def _clause(prose: str, key: str, item: Item, says: Says, *, is_sure: bool) -> Clause:
    start, end = item.words[0].start, item.words[-1].end
    return Clause(
        key=key,
        kind=item.kind.name,
        params=dict(item.params),
        keeping=item.kind.default if is_sure else Keeping.PEOPLE,
        start=start,
        end=end,
        words=prose[start:end],
        permits=says is Says.PERMITS,
    )


def _line(prose: str, words: Sequence[Token], reading: Reading) -> Line:
    has_sanction = bool(reading.sanction) and bool(reading.clauses)
    return Line(
        number=1,
        text=" ".join(prose.split()),
        start=0,
        end=len(prose),
        clauses=tuple(reading.clauses),
        unread=tuple(_unread(words, reading)) if reading.clauses else (Span(0, len(prose)),),
        sanction=tuple(_runs(reading.sanction)) if has_sanction else (),
        asides=tuple(_asides(prose, words, reading)),
        modal=max(reading.modals, key=tuple(Modal).index, default=Modal.PLAIN),
    )


def _asides(prose: str, words: Sequence[Token], reading: Reading) -> Iterator[Aside]:
    told = [word for word in words if word.is_word]
    for start, end in reading.permitted[:1]:
        if not any(word.folded in GREETED for word in told):
            yield Aside(name="exception", start=start, end=end, words=prose[start:end])
    for found in cues_of(words, reading.permitted):
        start, end = told[found.first].start, told[found.last - 1].end
        yield Aside(name=found.cue.name, start=start, end=end, words=prose[start:end], params=found.params)


def _unread(words: Sequence[Token], reading: Reading) -> Iterator[Span]:
    """Runs of words that are in no clause and no sanction and govern none, without the glue at their ends."""
    told = reading.understood.union(token.start for token in reading.sanction)
    run: list[Token] = []
    clauses = iter(reading.clauses)
    clause = next(clauses, None)
    for word in words:
        while clause is not None and word.start >= clause.end:
            clause = next(clauses, None)
        if word.start in told or (clause is not None and word.start >= clause.start):
            yield from _without_glue(run)
            run = []
        else:
            run.append(word)
    yield from _without_glue(run)


def _without_glue(run: Sequence[Token]) -> Iterator[Span]:
    told = [at for at, token in enumerate(run) if token.is_word and token.folded not in GLUE]
    if told:
        yield Span(run[told[0]].start, run[told[-1]].end)


def _runs(words: Sequence[Token]) -> Iterator[Span]:
    """Words that follow each other as spans."""
    start = end = None
    for word in words:
        if start is not None and end is not None and word.start - end > len(" , "):
            yield Span(start, end)
            start = None
        start, end = word.start if start is None else start, word.end
    if start is not None and end is not None:
        yield Span(start, end)
