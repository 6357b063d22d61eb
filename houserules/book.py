"""The rule book: what an author's prose was understood to ask, line by line and clause by clause.

Every span counts Unicode code points of `RuleBook.prose`. A fresh book is unconfirmed throughout: nothing acts
before its author has said yes to a clause.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from houserules.facts import Facts
from houserules.keeping import KEPT, Keeping
from houserules.plain import Plain, Span
from houserules.saying import say

ENGINE = "houserules-4"
"""Names the grammar and the signals; changes whenever the same input may be read or judged differently."""

Param = str | int | float | bool
ATTACHED = "x"
"""Stands for the place in the line in the key of a clause that its author attached."""


class RuleBookError(ValueError):
    """Something was asked of a rule book that it does not hold; the message is a sentence for people."""


class Modal(StrEnum):
    """How strongly a line speaks."""

    PLAIN = "plain"
    """Says it flatly: “No memes.”"""
    PLEASE = "please"
    MUST = "must"
    MAY = "may"
    """A breach may cost the comment."""
    WILL = "will"
    """A breach will cost the comment."""
    RISK = "risk"


class Standing(StrEnum):
    """Whether a narrower book may lift the line. Unmarked lines cannot be lifted either; `fixed` says so aloud."""

    UNMARKED = "unmarked"
    OPEN = "open"
    FIXED = "fixed"


@dataclass(frozen=True, kw_only=True)
class Example(Plain):
    """A comment that a clause must find, or must leave."""

    text: str
    finds: bool
    facts: Facts | None = None
    """The comment in its context; None: by itself."""


@dataclass(frozen=True, kw_only=True)
class Clause(Plain):
    """One thing that a line asks (or, with `permits`, allows): a kind from the catalogue and its parameters."""

    key: str
    """Unique in the book and stable for the same prose: line number, dot, place in the line."""
    kind: str
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)
    keeping: Keeping
    proposed: Keeping | None = None
    """How the reading would have it kept; `keeping` is how its author chose. None in a book from before this was kept."""
    start: int
    end: int
    words: str
    """Exactly `prose[start:end]`."""
    permits: bool = False
    confirmed: bool = False
    shadow: bool = False
    """Judged on live comments and counted, but shown to nobody and acting on nobody."""
    examples: tuple[Example, ...] = ()

    @property
    def is_judged(self) -> bool:
        """Whether the software looks for it: confirmed, forbidding, and not left to people."""
        return self.confirmed and not self.permits and self.keeping is not Keeping.PEOPLE

    @property
    def acts(self) -> bool:
        """Whether anything follows from what is found."""
        return self.is_judged and not self.shadow


@dataclass(frozen=True, kw_only=True)
class Aside(Plain):
    """Words of a line that are recognised for what they say, and kept by people: who decides, what follows, where."""

    name: str
    """Of a cue in `houserules.asides`."""
    start: int
    end: int
    words: str
    """Exactly `prose[start:end]`."""
    params: Mapping[str, Param] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class Line(Plain):
    """One sentence, bullet or numbered item of the prose."""

    number: int
    text: str
    """Its words for display: without bullet, number, and the mark “(open)” or “(fixed)”."""
    start: int
    end: int
    clauses: tuple[Clause, ...] = ()
    unread: tuple[Span, ...] = ()
    """Words that no clause stands for; people keep them."""
    sanction: tuple[Span, ...] = ()
    """Words that say what a breach costs; kept as words."""
    asides: tuple[Aside, ...] = ()
    """What else its words were recognised to say; nothing here ever acts."""
    modal: Modal = Modal.PLAIN
    standing: Standing = Standing.UNMARKED
    language: str = ""
    """In English, lower case, where the line is in another language; `prose.foreign.telling.about` says what is read then."""

    @property
    def kept_by_people(self) -> bool:
        """Whether nothing in this line is, or could be after confirmation, judged by software."""
        return all(clause.permits or clause.keeping is Keeping.PEOPLE for clause in self.clauses)


@dataclass(frozen=True, kw_only=True)
class RuleBook(Plain):
    """Prose and how it was read. Immutable: changes give a new book."""

    prose: str
    lines: tuple[Line, ...]
    engine: str = ENGINE

    @property
    def clauses(self) -> Iterator[Clause]:
        """All clauses in the order of the prose."""
        return (clause for line in self.lines for clause in line.clauses)

    def clause(self, key: str) -> Clause:
        """The clause with this key; raises RuleBookError when there is none."""
        return self._named((key,))[0]

    def with_keeping(self, keepings: Mapping[str, Keeping | str]) -> "RuleBook":
        """A book in which the clauses named by key are kept as given; raises RuleBookError where a kind forbids it."""
        chosen = {each.key: each for each in self._named(keepings)}
        return self._changed(
            {key: replace(chosen[key], keeping=_allowed(chosen[key], keeping)) for key, keeping in keepings.items()}
        )

    def with_params(self, params: Mapping[str, Mapping[str, Param]]) -> "RuleBook":
        """A book in which the clauses named by key have these parameters that an author chooses, beside what was read.

        A clause that changes waits to be confirmed again. Raises RuleBookError for what cannot be chosen.
        """
        chosen = {each.key: each for each in self._named(params)}
        return self._changed({key: _with_choices(chosen[key], wanted) for key, wanted in params.items()})

    def with_shadow(self, keys: Iterable[str]) -> "RuleBook":
        """A book in which exactly the clauses with these keys run in shadow; raises RuleBookError for unknown keys."""
        wanted = {clause.key for clause in self._named(keys)}
        return self._changed({each.key: replace(each, shadow=each.key in wanted) for each in self.clauses})

    def with_examples(self, examples: Mapping[str, Iterable[Example]]) -> "RuleBook":
        """A book in which the clauses named by key have these examples; raises RuleBookError for unknown keys."""
        chosen = {each.key: each for each in self._named(examples)}
        return self._changed({key: replace(chosen[key], examples=tuple(given)) for key, given in examples.items()})

    def with_expression(self, line_number: int, expression: str) -> "RuleBook":
        """A book in which this expression stands for the line, beside what was read there; "" takes it off.

        A part of CEL, see `houserules.expressions`. Its clause, `<line>.x`, waits to be confirmed. Raises RuleBookError
        with a sentence, and the place, for a line that is not there and for an expression that cannot be used.
        """
        line = next((each for each in self.lines if each.number == line_number), None)
        if line is None:
            raise RuleBookError(f"These rules have no line {line_number}.")
        _check_expression(line_number, expression)
        clauses = _with_expression(line, expression)
        return replace(self, lines=tuple(replace(each, clauses=clauses) if each is line else each for each in self.lines))

    def confirmed(self, keys: Iterable[str]) -> "RuleBook":
        """A book in which exactly the clauses with these keys are confirmed; raises RuleBookError for unknown keys."""
        wanted = {clause.key for clause in self._named(keys)}
        return self._changed({each.key: replace(each, confirmed=each.key in wanted) for each in self.clauses})

    def all_confirmed(self) -> "RuleBook":
        """A book in which every clause is confirmed."""
        return self.confirmed(clause.key for clause in self.clauses)

    def _named(self, keys: Iterable[str]) -> list[Clause]:
        known = {clause.key: clause for clause in self.clauses}
        wanted = list(keys)
        for key in wanted:
            if key not in known:
                raise RuleBookError(f"These rules have no clause {key}.")
        return [known[key] for key in wanted]

    def _changed(self, changed: Mapping[str, Clause]) -> "RuleBook":
        lines = (
            replace(line, clauses=tuple(changed.get(clause.key, clause) for clause in line.clauses))
            for line in self.lines
        )
        return replace(self, lines=tuple(lines))


def _allowed(clause: Clause, keeping: Keeping | str) -> Keeping:
    from houserules.kind import kinds

    try:
        chosen = Keeping(keeping)
    except ValueError:
        raise RuleBookError(f"A clause cannot be kept by “{keeping}”.") from None
    kind = kinds().get(clause.kind)
    if kind is not None and chosen not in kind.allowed:
        offered = ", ".join(kind.allowed)
        raise RuleBookError(f"“{clause.words}” ({kind.title}) can be kept by {offered}, not by {chosen}.")
    return chosen


def _with_choices(clause: Clause, wanted: Mapping[str, Param]) -> Clause:
    from houserules.kind import kinds

    kind = kinds().get(clause.kind)
    choices = kind.choices if kind is not None and not clause.permits else {}
    params = dict(clause.params)
    for name, value in wanted.items():
        if name not in choices:
            offered = f"only {', '.join(choices)}" if choices else "nothing"
            raise RuleBookError(f"For “{clause.words}” {offered} can be chosen, not “{name}”.")
        try:
            params[name] = choices[name].clean(value)
        except (TypeError, ValueError) as wrong:
            raise RuleBookError(f"For “{clause.words}”, {name}: {wrong}") from wrong
        if params[name] == "":
            del params[name]
    return clause if params == clause.params else replace(clause, params=params, confirmed=False)


def _check_expression(line_number: int, expression: str) -> None:
    """Raises RuleBookError for one that would fail later: whoever writes it is told now."""
    from houserules.expressions import ExpressionError, checked, compiled

    if not expression.strip():
        return
    try:
        checked(expression)
    except ExpressionError as wrong:
        raise RuleBookError(f"The expression for line {line_number} cannot be used. {wrong}") from wrong
    program = compiled(expression)
    if isinstance(program, str):
        raise RuleBookError(program)


def _with_expression(line: Line, expression: str) -> tuple[Clause, ...]:
    """The clauses of the line with this expression last; the same as before when it is there already."""
    key = f"{line.number}.{ATTACHED}"
    former = next((each for each in line.clauses if each.key == key), None)
    others = tuple(each for each in line.clauses if each.key != key)
    if not expression.strip():
        return others
    if former is not None and former.params == {"expression": expression}:
        return line.clauses
    if former is not None:
        return (*others, replace(former, params={"expression": expression}, confirmed=False))
    return (*others, _expressed(line, key, expression))


def _expressed(line: Line, key: str, expression: str) -> Clause:
    from houserules.kind import kinds

    kept = kinds()["expression"].default
    return Clause(
        key=key,
        kind="expression",
        params={"expression": expression},
        keeping=kept,
        proposed=kept,
        start=line.start,
        end=line.end,
        words=line.text,
    )


def how_kept(clause: Clause, *, once_confirmed: bool = False) -> str:
    """A short phrase for readers. An unconfirmed clause is kept by people; `once_confirmed` says what it would be."""
    from houserules.kind import kinds

    if clause.permits:
        return "allowed"
    if clause.shadow and (clause.confirmed or once_confirmed) and clause.keeping is not Keeping.PEOPLE:
        return "in shadow: counted, and nothing follows"
    if not (clause.acts or once_confirmed):
        return KEPT[Keeping.PEOPLE]
    kind = kinds().get(clause.kind)
    return (kind.kept if kind is not None else KEPT).get(clause.keeping, KEPT[clause.keeping])


def is_wider(clause: Clause) -> bool:
    """Whether its author turned it up although its line says more than was understood, so that it acts where the line may not."""
    from houserules.kind import kinds

    kind = kinds().get(clause.kind)
    if kind is None or clause.permits or clause.keeping is Keeping.PEOPLE:
        return False
    return clause.proposed is Keeping.PEOPLE and kind.default is not Keeping.PEOPLE


def told_wider(clause: Clause) -> str:
    """The same for whoever it acts on; empty where it keeps to its line."""
    if not is_wider(clause):
        return ""
    return say(
        "Of this line the software reads only “{words}”, so it speaks to everybody; people look at the rest.", words=clause.words
    )
