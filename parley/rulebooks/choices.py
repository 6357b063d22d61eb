"""What an author chose beside his words, clause by clause: how it is kept, whether in shadow, its examples.

Choices go by name, which follows the words of a line and how they were read: a choice outlives changes of other lines, and ends
where its line asks for something else.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeVar

from houserules import Clause, Example, Keeping, Line, Param, RuleBook, kinds
from houserules.examples import suggested, with_examples
from parley.base.cleaning import clean_line

MOST_EXAMPLES, LONGEST_EXAMPLE = 10, 600
"""Of one clause; and characters."""
KEEPINGS = {
    Keeping.PEOPLE: "people", Keeping.POINT: "point", Keeping.ASK: "ask", Keeping.HOLD: "hold", Keeping.PREVENT: "prevent",
}  # fmt: skip
"""In one word, as one chooses."""
EXPRESSION = "expression"
"""The kind that an expert attaches to a line."""


@dataclass(frozen=True, slots=True)
class Choice:
    keeping: Keeping
    is_shadow: bool = False
    params: tuple[tuple[str, Param], ...] = ()
    """Those that the prose does not say, by name."""
    examples: tuple[Example, ...] = ()


def names(book: RuleBook) -> dict[str, str]:
    """For each clause by key, the name of its choices."""
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for line in book.lines:
        for clause in line.clauses:
            name = _name(line, clause)
            found[clause.key] = f"{name}-{seen[name]}" if seen[name] else name
            seen[name] += 1
    return found


def _name(line: Line, clause: Clause) -> str:
    chosen = _choosable(clause)
    params = sorted((name, value) for name, value in clause.params.items() if name not in chosen)
    said = (clause.kind, params, clause.permits, clause.proposed, _folded(clause.words), _folded(line.text))
    return hashlib.sha256(repr(said).encode()).hexdigest()[:10]


def _choosable(clause: Clause) -> frozenset[str]:
    kind = kinds().get(clause.kind)
    return frozenset(kind.choices) if kind and not clause.permits else frozenset()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def line_names(book: RuleBook) -> dict[int, str]:
    """For each line by number, the name of its expression; lines that software reads have none."""
    found: dict[int, str] = {}
    for line in book.lines:
        read = [clause for clause in line.clauses if clause.kind != EXPRESSION and not clause.permits]
        if all(clause.proposed in {None, Keeping.PEOPLE} for clause in read):
            name = "line-" + hashlib.sha256(_folded(line.text).encode()).hexdigest()[:10]
            if name not in found.values():
                found[line.number] = name
    return found


def expressions(book: RuleBook | None) -> dict[str, str]:
    """The expressions that a book holds, by name of their lines."""
    named = line_names(book) if book else {}
    return {
        named[line.number]: str(clause.params["expression"])
        for line in (book.lines if book else ())
        for clause in line.clauses
        if clause.kind == EXPRESSION and line.number in named
    }


def with_expressions(book: RuleBook, wanted: Mapping[str, str]) -> RuleBook:
    """A fresh reading with the expressions for its lines; raises `houserules.RuleBookError` for one that cannot be used."""
    for number, name in line_names(book).items():
        if wanted.get(name, "").strip():
            book = book.with_expression(number, wanted[name])
    return book


Chosen = TypeVar("Chosen")


def merged(started: Mapping[str, Chosen], theirs: Mapping[str, Chosen], mine: Mapping[str, Chosen]) -> dict[str, Chosen]:
    """What I chose otherwise than where both started, and else what they chose."""
    found = {name: choice for name, choice in theirs.items() if name in mine or name not in started}
    return found | {name: choice for name, choice in mine.items() if name not in started or choice != started[name]}


def made(book: RuleBook | None) -> dict[str, Choice]:
    """The choices that a book holds, by name."""
    if book is None:
        return {}
    named = names(book)
    return {named[clause.key]: _of(clause) for clause in book.clauses}


class Asked(NamedTuple):
    """What a clause asks, in which words, and for the how manieth time."""

    kind: str
    words: str
    time: int


def by_words(book: RuleBook | None) -> dict[Asked, Choice]:
    """The choices of a book, by what is asked."""
    found: dict[Asked, Choice] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for clause in book.clauses if book else ():
        asked = (clause.kind, _folded(clause.words))
        found[Asked(*asked, seen[asked])] = _of(clause)
        seen[asked] += 1
    return found


def _of(clause: Clause) -> Choice:
    params = tuple((name, value) for name, value in clause.params.items() if name in _choosable(clause))
    return Choice(clause.keeping, clause.shadow, params, clause.examples)


def offered(clause: Clause, among: tuple[Keeping, ...]) -> tuple[Keeping, ...]:
    """The ways of keeping to choose from; none for what is allowed rather than forbidden."""
    kind = kinds().get(clause.kind)
    if clause.permits or kind is None:
        return ()
    return tuple(keeping for keeping in among if keeping in kind.allowed)


def applied(book: RuleBook, choices: Mapping[str, Choice], among: tuple[Keeping, ...]) -> RuleBook:
    """The book with the choices there are for its clauses; raises `houserules.RuleBookError`. A keeping that is not offered
    is people's.
    """
    chosen = {key: choices[name] for key, name in names(book).items() if name in choices}
    clauses = {clause.key: clause for clause in book.clauses}
    kept = dict(_kept(clauses, chosen, among))
    book = book.with_keeping(kept)
    book = book.with_params({key: dict(each.params) for key, each in chosen.items() if each.params})
    shadows = [key for key, each in chosen.items() if each.is_shadow and kept.get(key, Keeping.PEOPLE) is not Keeping.PEOPLE]
    book = book.with_shadow(shadows)
    return with_examples(book, {key: tuple(_cleaned(clauses[key], each.examples)) for key, each in chosen.items()})


def _cleaned(clause: Clause, examples: Iterable[Example]) -> Iterator[Example]:
    """Examples fit to be stored and shown. A context is the engine's own: with another a text might be found for what it does
    not say.
    """
    own = suggested(clause)
    for example in islice(examples, MOST_EXAMPLES):
        text = clean_line(example.text)[:LONGEST_EXAMPLE]
        if example in own:
            yield example
        elif text:
            yield Example(text=text, finds=example.finds)


def _kept(clauses: Mapping[str, Clause], chosen: Mapping[str, Choice], among: tuple[Keeping, ...]) -> Iterator[tuple[str, Keeping]]:
    for key, clause in clauses.items():
        if ways := offered(clause, among):
            wanted = chosen[key].keeping if key in chosen else clause.keeping
            yield key, wanted if wanted in ways else Keeping.PEOPLE
