"""The choices for clauses that a form of rules sends, by the names that `rulebooks.choices` gives them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from houserules import Clause, Example, Keeping, Param, RuleBook, kinds
from parley.rulebooks import choices

if TYPE_CHECKING:
    from django.http import QueryDict

LONGEST_EXAMPLE = 600
LONGEST_EXPRESSION = 2_000
"""Characters, of which the engine says itself how many are too many."""


def sent(post: "QueryDict", book: RuleBook, before: Mapping[str, choices.Choice]) -> dict[str, choices.Choice]:
    """For each clause of a fresh reading what the form says; where it did not show the clause, what was chosen before."""
    found = dict(before)
    shown = set(post.getlist("shown"))
    for key, name in choices.names(book).items():
        if name in shown or f"keeping-{name}" in post:
            found[name] = _sent(post, name, book.clause(key), before.get(name))
    return found


def expressions(post: "QueryDict", book: RuleBook, before: Mapping[str, str]) -> dict[str, str]:
    """For each line that can have an expression what the form says, or what it had before where the form did not show it."""
    found = dict(before)
    for name in choices.line_names(book).values():
        if f"expression-{name}" in post:
            found[name] = post.get(f"expression-{name}", "").strip()[:LONGEST_EXPRESSION]
    return found


def _sent(post: "QueryDict", name: str, clause: Clause, before: choices.Choice | None) -> choices.Choice:
    wanted = post.get(f"keeping-{name}", before.keeping if before else clause.keeping)
    return choices.Choice(
        keeping=Keeping(wanted) if wanted in set(Keeping) else Keeping.PEOPLE,
        is_shadow=f"shadow-{name}" in post,
        params=tuple(_params(post, name, clause, dict(before.params) if before else {})),
        examples=tuple(_examples(post, name, before.examples if before else ())),
    )


def _params(
    post: "QueryDict", name: str, clause: Clause, before: Mapping[str, Param]
) -> Iterator[tuple[str, Param]]:
    kind = kinds().get(clause.kind)
    for param in kind.choices if kind else ():
        if value := post.get(f"set-{name}-{param}", str(before.get(param, ""))).strip():
            yield param, value


def _examples(post: "QueryDict", name: str, before: tuple[Example, ...]) -> Iterator[Example]:
    """One of each side from the form, an unchanged one with its context; then what else there was."""
    for finds in (True, False):
        old = [example for example in before if example.finds is finds]
        text = " ".join(post.get(f"{'find' if finds else 'leave'}-{name}", "").split())[: choices.LONGEST_EXAMPLE]
        if text:
            yield next((each for each in old if _shown(each) == text), Example(text=text, finds=finds))
        yield from old[1:]


def _shown(example: Example) -> str:
    return " ".join(example.text.split())[: choices.LONGEST_EXAMPLE]
