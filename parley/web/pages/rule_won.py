"""Appeals that were won become examples (R2.11): what a rule must leave, where new rules are begun."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from houserules import Example, Keeping, RuleBook
from parley.appeals import queries as appeals
from parley.base.saying import say
from parley.rulebooks import choices

if TYPE_CHECKING:
    from parley.groups.models import Group

Choices = Mapping[str, choices.Choice]
SAID = "An appeal was won against “{line}”: the comment stands now as what this rule must leave. Change it if it does not fit."


def with_won(group: "Group | None", book: RuleBook, chosen: Choices) -> tuple[Choices, str]:
    """The choices with one example more for each clause that judges a line against which an appeal was won, and a sentence on it."""
    newest: dict[str, str] = {}
    for against, words in appeals.won_by(group):
        newest.setdefault(against, " ".join(words.split())[: choices.LONGEST_EXAMPLE])
    names, found, said = choices.names(book), dict(chosen), ""
    for line in book.lines:
        text = newest.get(line.text, "")
        for clause in line.clauses if text else ():
            choice = found.get(names[clause.key])
            if choice is None or clause.permits or choice.keeping is Keeping.PEOPLE:
                continue
            if all(each.text != text for each in choice.examples):
                found[names[clause.key]] = replace(choice, examples=(Example(text=text, finds=False), *choice.examples))
                said = say(SAID, line=line.text)
    return found, said
