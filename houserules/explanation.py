"""A verdict told to people: what was found and why, what was looked for and not found, and what is left to people.

    explain(facts, book).sentences()      # lines of plain text
    explain(facts, book).to_json()        # for programs

The words of comments and rules stand in it as they are: whoever shows them makes them safe for where they show.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from houserules.book import ENGINE, Clause, RuleBook
from houserules.combined import Combined, NumberedLine, combine
from houserules.engine import DECIMALS, judged
from houserules.facts import Event, Facts
from houserules.judgement import Judgement
from houserules.keeping import KEPT, Keeping
from houserules.kind import kinds
from houserules.plain import Plain
from houserules.prose.foreign.telling import about
from houserules.verdict import Finding

LONGEST = 120
"""Letters of marked words that a sentence shows."""


class Left(StrEnum):
    """Why software did not look."""

    UNREAD = "unread"
    KIND = "kind"
    """Nobody but people can tell."""
    PEOPLE = "people"
    """Software could look; what the rules say besides, the kind, or an author leaves it to people."""
    UNCONFIRMED = "unconfirmed"
    PERMITS = "permits"
    LIFTED = "lifted"
    EVENT = "event"
    """It is asked of other acts than this one."""
    WEIGHTS = "weights"
    """It is measured with something that is missing, wholly or in part, and was not found without."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Marked(Plain):
    """Words of the comment; `words` is exactly `Facts.text[start:end]`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Told(Plain):
    """One finding in words."""

    line_number: int
    line_text: str
    words: str
    """The words of the line that ask for it."""
    kind: str
    title: str
    """The kind as readers know it."""
    marked: tuple[Marked, ...] = ()
    """Empty when the act as a whole is meant."""
    measured: str
    """Value and threshold in words."""
    confidence: float
    sureness: str
    """The confidence in words."""
    keeping: Keeping
    kept: str
    """What follows, in a few words."""
    why: str
    passes: str


@dataclass(frozen=True, kw_only=True)
class Looked(Plain):
    """A clause that was looked for and not found."""

    line_number: int
    words: str
    kind: str
    title: str


@dataclass(frozen=True, kw_only=True)
class LeftToPeople(Plain):
    """A clause, or a line without any, that software did not look for."""

    line_number: int
    words: str
    kind: str = ""
    title: str = ""
    reason: Left
    why: str
    """One sentence."""


@dataclass(frozen=True, kw_only=True)
class Explanation(Plain):
    """All that a verdict rests on, in the order of the lines."""

    event: Event
    keeping: Keeping | None = None
    found: tuple[Told, ...] = ()
    not_found: tuple[Looked, ...] = ()
    left: tuple[LeftToPeople, ...] = ()
    missing: tuple[str, ...] = ()
    """One sentence for each file of weights that could not be used."""
    engine: str = ENGINE

    def sentences(self) -> Iterator[str]:
        """The explanation as lines of text; what belongs to the line above begins with spaces."""
        yield _summary(self)
        for told in self.found:
            yield from _told(told)
        if self.not_found:
            yield "Looked for and not found:"
            yield from (f"  line {each.line_number}, “{each.words}” ({each.title})" for each in self.not_found)
        if self.left:
            yield "Left to people:"
            yield from (f"  line {each.line_number}, “{each.words}”: {each.why}" for each in self.left)
        yield from self.missing


def explain(facts: Facts, rules: Combined | RuleBook) -> Explanation:
    """`judge(facts, rules)` with every clause accounted for. The same input gives the same explanation."""
    combined = combine(None, rules, None) if isinstance(rules, RuleBook) else rules
    judgement = Judgement(facts)
    verdict = judged(judgement, combined)
    found = {(each.line_number, each.clause_key) for each in verdict.findings}
    looked: list[Looked] = []
    left: list[LeftToPeople] = []
    for line in combined.lines:
        if not line.clauses:
            left.append(_unread(line))
        for clause in line.clauses:
            reason = _reason(judgement, line, clause)
            if reason is not None:
                left.append(_left(line, clause, reason, facts.event))
            elif (line.number, clause.key) not in found:
                looked.append(
                    Looked(line_number=line.number, words=clause.words, kind=clause.kind, title=_title(clause.kind))
                )
    return Explanation(
        event=facts.event,
        keeping=verdict.keeping,
        found=tuple(_finding(facts, each) for each in verdict.findings),
        not_found=tuple(looked),
        left=tuple(left),
        missing=verdict.missing,
        engine=verdict.engine,
    )


def _title(kind: str) -> str:
    known = kinds().get(kind)
    return known.title if known is not None else kind


def _finding(facts: Facts, found: Finding) -> Told:
    kind = kinds().get(found.kind)
    return Told(
        line_number=found.line_number,
        line_text=found.line_text,
        words=found.words,
        kind=found.kind,
        title=_title(found.kind),
        marked=tuple(Marked(start=start, end=end, words=facts.text[start:end]) for start, end in found.spans),
        measured=_measured(found),
        confidence=found.confidence,
        sureness=_sureness(found.confidence),
        keeping=found.keeping,
        kept=(kind.kept if kind is not None else KEPT).get(found.keeping, KEPT[found.keeping]),
        why=found.note,
        passes=found.passes,
    )


def _measured(found: Finding) -> str:
    """“18; found from 1 on”. What is counted differs with the kind, and the note says it."""
    return f"{_number(found.value)}; found from {_number(found.threshold)} on"


def _number(value: float) -> str:
    """With the decimals that are kept, and none that say nothing."""
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")


def _sureness(confidence: float) -> str:
    if confidence >= 1:
        return "certain"
    for least, word in ((0.9, "nearly certain"), (0.7, "likely"), (0.5, "more likely than not")):
        if confidence >= least:
            return f"{word}, {confidence:.0%}"
    return f"a hint, {confidence:.0%}"


def _reason(judgement: Judgement, line: NumberedLine, clause: Clause) -> Left | None:
    """Why software does not look for a clause; None when it does. The reasons that last come first."""
    kind = kinds().get(clause.kind)
    if kind is None:
        return Left.PERMITS if clause.permits else Left.UNKNOWN
    holds = {
        Left.PERMITS: clause.permits,
        Left.KIND: kind.judge is None,
        Left.LIFTED: clause.key in line.lifted_by,
        Left.PEOPLE: clause.keeping is Keeping.PEOPLE,
        Left.UNCONFIRMED: not clause.confirmed,
        Left.EVENT: judgement.facts.event not in kind.events,
        Left.WEIGHTS: (line.number, clause.key) in judgement.unmeasured,
    }
    return next((reason for reason, is_so in holds.items() if is_so), None)


def _left(line: NumberedLine, clause: Clause, reason: Left, event: Event) -> LeftToPeople:
    lifting = line.lifted_by.get(clause.key)
    whys = {
        Left.PERMITS: "this allows something, so there is nothing to look for.",
        Left.UNKNOWN: f"this engine knows no kind “{clause.kind}”.",
        Left.KIND: "only people can tell.",
        Left.LIFTED: f"line {lifting} lifts it.",
        Left.PEOPLE: _kept_by_people(clause),
        Left.UNCONFIRMED: "its author has not confirmed this reading yet.",
        Left.EVENT: f"it is not asked of {WHAT[event]}.",
        Left.WEIGHTS: "a part of what it is measured with is missing.",
    }
    return LeftToPeople(
        line_number=line.number,
        words=clause.words,
        kind=clause.kind,
        title=_title(clause.kind),
        reason=reason,
        why=whys[reason],
    )


def _kept_by_people(clause: Clause) -> str:
    """The book keeps who decides, and not why; so every reason there may be is named."""
    kind = kinds().get(clause.kind)
    if kind is not None and kind.default is Keeping.PEOPLE:
        return "people keep what this kind finds unless an author chooses otherwise."
    return (
        "people keep it: its line or another part of the rules says more than software reads, or its author chose so."
    )


WHAT = {Event.COMMENT: "comments", Event.EDIT: "edits", Event.VOTE: "votes", Event.SEED: "seeds"}


def _unread(line: NumberedLine) -> LeftToPeople:
    return LeftToPeople(
        line_number=line.number,
        words=line.text,
        reason=Left.UNREAD,
        why=about(line.language) or "software reads nothing to look for in this line.",
    )


def _summary(explanation: Explanation) -> str:
    looked = len(explanation.found) + len(explanation.not_found)
    if explanation.keeping is None:
        return f"Nothing found; {_clauses(looked)} looked for."
    follows = max(explanation.found, key=lambda told: told.keeping.strength).kept
    return f"{len(explanation.found)} of {_clauses(looked)} found; {follows}."


def _clauses(count: int) -> str:
    return "1 clause" if count == 1 else f"{count} clauses"


def _told(told: Told) -> Iterator[str]:
    yield f"Line {told.line_number}, “{told.words}” ({told.title}): {told.kept}."
    if told.line_text != told.words:
        yield f"  the line: {told.line_text}"
    if told.marked:
        yield f"  marked: {', '.join(f'“{_short(mark.words)}” ({mark.start}–{mark.end})' for mark in told.marked)}"
    yield f"  why: {told.why}"
    yield f"  measured: {told.measured}; {told.sureness}"
    yield f"  what would have passed: {told.passes}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
