"""Examples of a clause: comments that it must find and must leave, by which its author sees that it was understood (R2.11)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from houserules.book import Clause, Example, Param, RuleBook
from houserules.combined import Combined, NumberedLine, Origin
from houserules.engine import judge
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, kinds
from houserules.plain import Plain
from houserules.saying import say

SOMEBODY = Member(name="somebody")


@dataclass(frozen=True, kw_only=True)
class Unmet(Plain):
    """An example that its clause does not keep to."""

    clause_key: str
    words: str
    """The words of the line that the clause came from."""
    example: Example

    @property
    def sentence(self) -> str:
        if self.example.finds:
            return say("“{words}” should find “{example}”, and does not.", words=self.words, example=self.example.text)
        return say("“{words}” should leave “{example}”, and finds it.", words=self.words, example=self.example.text)


def finds(clause: Clause, example: Example) -> bool:
    """Whether the clause would find this text: whatever other lines allow, and however it is kept."""
    return _finds(clause.kind, tuple(clause.params.items()), example)


@lru_cache(maxsize=1 << 14)
def _finds(kind: str, params: tuple[tuple[str, Param], ...], example: Example) -> bool:
    """Rules are shown again and again while they are written, mostly with the same examples."""
    clause = Clause(key="1.1", kind=kind, params=dict(params), keeping=Keeping.ASK, start=0, end=0, words="", confirmed=True)
    line = NumberedLine(number=1, origin=Origin.GROUP, origin_line=1, text="", clauses=(clause,))
    facts = example.facts or Facts(author=SOMEBODY, text=example.text)
    return bool(judge(facts, Combined(lines=(line,))).findings)


def unmet(clauses: Iterable[Clause]) -> Iterator[Unmet]:
    """Examples that the clauses do not keep to; of clauses left to people none, since nothing looks for them."""
    for clause in clauses:
        for example in clause.examples if replace(clause, confirmed=True).is_judged else ():
            if finds(clause, example) is not example.finds:
                yield Unmet(clause_key=clause.key, words=clause.words, example=example)


def lacking(clause: Clause) -> str:
    """A sentence on what the examples of a clause that is judged still lack; empty: nothing."""
    if not replace(clause, confirmed=True).is_judged:
        return ""
    has = {example.finds for example in clause.examples}
    if not has:
        return say("“{words}” needs two examples: one that it must find and one that it must leave.", words=clause.words)
    if True not in has:
        return say("“{words}” needs two examples: one that it must find is missing.", words=clause.words)
    return "" if False in has else say("“{words}” needs two examples: one that it must leave is missing.", words=clause.words)


def with_examples(book: RuleBook, given: Mapping[str, Iterable[Example]]) -> RuleBook:
    """The book with the examples given by key of a clause, and with made ones where a clause lacks some."""
    chosen = {clause.key: tuple(given.get(clause.key, ())) for clause in book.clauses}
    return book.with_examples(
        {clause.key: _completed(clause, chosen[clause.key]) for clause in book.clauses if not clause.permits}
    )


def _completed(clause: Clause, given: tuple[Example, ...]) -> tuple[Example, ...]:
    has = {example.finds for example in given}
    return (*given, *(example for example in suggested(clause) if example.finds not in has)) if len(has) < 2 else given


def suggested(clause: Clause) -> tuple[Example, ...]:
    """At most one comment that the clause finds and one that it leaves, tried before they are offered."""
    return () if clause.permits else _suggested(clause.kind, tuple(clause.params.items()))


@lru_cache(maxsize=1 << 12)
def _suggested(name: str, params: tuple[tuple[str, Param], ...]) -> tuple[Example, ...]:
    kind = kinds().get(name)
    if kind is None or kind.judge is None:
        return ()
    clause = Clause(key="1.1", kind=name, params=dict(params), keeping=Keeping.ASK, start=0, end=0, words="")
    made = _made(*kind.made(clause.params)) if kind.made else ()
    found: dict[bool, Example] = {}
    for example in chain(made, filter(None, map(_of_case, kind.cases))):
        if example.finds not in found and finds(clause, example) is example.finds:
            found[example.finds] = example
        if len(found) == 2:
            break
    return tuple(found[wanted] for wanted in (True, False) if wanted in found)


def _made(found: Facts, left: Facts) -> tuple[Example, Example]:
    return _of_facts(found, finds=True), _of_facts(left, finds=False)


def _of_case(case: Case) -> Example | None:
    return None if case.facts is None else _of_facts(case.facts, finds=case.finds, name=case.name)


def _of_facts(facts: Facts, *, finds: bool, name: str = "") -> Example:
    """By itself where its context is only an author. An act without words is told by the name of its case."""
    is_alone = facts == Facts(author=facts.author, text=facts.text)
    return Example(text=facts.text or name, finds=finds, facts=None if is_alone else facts)
