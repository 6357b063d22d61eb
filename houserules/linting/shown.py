"""Rules as remarks look at them: every line with its words, clauses, and cues, whichever book it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from houserules.asides.finding import cues_of
from houserules.asides.matching import Said, elements, needed, spans
from houserules.book import Clause, Line, RuleBook
from houserules.combined import Combined, NumberedLine
from houserules.linting.remark import Place, Remark
from houserules.prose.frames import Frame, frame, segments
from houserules.prose.words import Token, tokens
from houserules.saying import Sentence, say

MOST_WORDS = 200
"""Only so many words of a line are looked at: no remark turns on the rest."""


@cache
def _telling(patterns: tuple[str, ...]) -> frozenset[str] | None:
    """Stems without any of which no pattern matches; None where one may match without."""
    sets = [needed(pattern)[:1] for pattern in patterns]
    return frozenset().union(*(first for (first,) in sets)) if all(sets) else None


class Looked:
    """What is seen in a text, whichever lines have it: each thing is looked for once."""

    def __init__(self, text: str) -> None:
        """Nothing is looked for before it is asked."""
        self.text = text
        self._found: dict[tuple[str, ...], tuple[int, int] | None] = {}

    @cached_property
    def marked(self) -> tuple[Token, ...]:
        """Words and punctuation."""
        found = tuple(tokens(self.text, 0, len(self.text)))
        return found[: 2 * MOST_WORDS]

    @cached_property
    def words(self) -> tuple[Token, ...]:
        return tuple(token for token in self.marked if token.is_word)[:MOST_WORDS]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self.stems)

    @cached_property
    def _said(self) -> Said:
        return Said(self.stems)

    @cached_property
    def cues(self) -> dict[str, tuple[int, int]]:
        """Names of cues with the words that say so, and what the line allows left aside."""
        return {found.cue.name: (found.first, found.last) for found in cues_of(self.words, ())}

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """What the stretches of the line say of the things they list."""
        return tuple(frame(segment) for segment in segments(self.marked) if any(token.is_word for token in segment))

    def says(self, patterns: tuple[str, ...]) -> tuple[int, int] | None:
        """The first words that match a pattern (see `asides.matching`), as indices from and to."""
        if patterns not in self._found:
            self._found[patterns] = self._look_for(patterns)
        return self._found[patterns]

    def _look_for(self, patterns: tuple[str, ...]) -> tuple[int, int] | None:
        telling = _telling(patterns)
        if telling is not None and self._present.isdisjoint(telling):
            return None
        for pattern in patterns:
            if all(not self._present.isdisjoint(each) for each in needed(pattern)):
                found = next(spans(elements(pattern), self._said), None)
                if found is not None:
                    return found
        return None


@dataclass(frozen=True)
class Shown:
    """A line of the rules under the number that readers see."""

    number: int
    looked: Looked
    """Lines of the same text share it, so that a long list of equal lines is looked at once."""
    clauses: tuple[Clause, ...]
    lifted: frozenset[str] = frozenset()
    """Keys of clauses that a narrower line lifts."""

    @property
    def text(self) -> str:
        return self.looked.text

    @property
    def marked(self) -> tuple[Token, ...]:
        """Words and punctuation."""
        return self.looked.marked

    @property
    def words(self) -> tuple[Token, ...]:
        return self.looked.words

    @property
    def stems(self) -> tuple[str, ...]:
        return self.looked.stems

    @property
    def cues(self) -> dict[str, tuple[int, int]]:
        """Names of cues with the words that say so, and what the line allows left aside."""
        return self.looked.cues

    @property
    def frames(self) -> tuple[Frame, ...]:
        """What the stretches of the line say of the things they list."""
        return self.looked.frames

    def says(self, *patterns: str) -> tuple[int, int] | None:
        """The first words that match a pattern (see `asides.matching`), as indices from and to."""
        return self.looked.says(patterns)

    def place(self, first: int = 0, last: int | None = None) -> Place:
        """The words from index `first` to before `last`; the whole line without them."""
        if last is None or not self.words:
            return Place(number=self.number, start=0, end=len(self.text), words=self.text)
        return self.between(self.words[first], self.words[last - 1])

    def between(self, first: Token, last: Token) -> Place:
        """The text from one word to another."""
        return Place(number=self.number, start=first.start, end=last.end, words=self.text[first.start : last.end])

    def place_of(self, clause: Clause) -> Place:
        """The words of a clause of this line."""
        words, start = " ".join(clause.words.split()), 0
        for each in self.clauses:
            found = self.text.find(" ".join(each.words.split()), start)
            start = max(found, start)
            if each.key == clause.key:
                break
        if not self.text.startswith(words, start):
            return self.place()
        return Place(number=self.number, start=start, end=start + len(words), words=words)


@dataclass(frozen=True)
class Rules:
    """All lines, one book's or those of a discussion."""

    lines: tuple[Shown, ...]

    @classmethod
    def of(cls, book: RuleBook | Combined) -> "Rules":
        """The lines of either."""
        looked = {line.text: Looked(line.text) for line in book.lines}
        return cls(tuple(_shown(line, looked[line.text]) for line in book.lines))

    @property
    def forbidding(self) -> Iterator[tuple[Shown, Clause]]:
        """Every clause that forbids or asks."""
        return ((line, clause) for line in self.lines for clause in line.clauses if not clause.permits)

    @property
    def permitting(self) -> Iterator[tuple[Shown, Clause]]:
        """Every clause that permits."""
        return ((line, clause) for line in self.lines for clause in line.clauses if clause.permits)

    def says(self, *patterns: str) -> bool:
        """Whether any line says so."""
        return any(line.says(*patterns) is not None for line in self.lines)


def _shown(line: Line | NumberedLine, looked: Looked) -> Shown:
    lifted = frozenset(line.lifted_by) if isinstance(line, NumberedLine) else frozenset()
    return Shown(line.number, looked, line.clauses, lifted)


def remark(name: str, sentence: Sentence, *places: Place) -> Remark:
    """A remark about places, which stand in the order of their lines."""
    return Remark(
        name=name, places=tuple(sorted(places, key=lambda place: (place.number, place.start))), sentence=sentence
    )


def quoted(words: str, most: int = 60) -> Sentence:
    """Words of a line inside a sentence, cut where they are long."""
    return say("“{words}”", words=words if len(words) <= most else f"{words[: most - 1].rstrip()}…")
