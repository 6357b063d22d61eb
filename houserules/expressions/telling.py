"""An expression in words: what was measured, and what would not meet it."""

from collections.abc import Iterable, Iterator, Mapping

from houserules.expressions.grammar import Node
from houserules.expressions.running import named
from houserules.expressions.variables import VARIABLES, Value

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
"""The same comparison from the other side."""
PASSES = {
    "<": "at least {}", "<=": "more than {}", ">": "at most {}", ">=": "less than {}", "==": "other than {}", "!=": "{}",
    "in": "none of {}",
}  # fmt: skip
HOLDS = {
    "<": "less than {}", "<=": "at most {}", ">": "more than {}", ">=": "at least {}", "==": "{}", "!=": "other than {}",
    "in": "one of {}",
}  # fmt: skip
WITHIN = {"contains": "in", "startsWith": "at the start of", "endsWith": "at the end of"}
LONGEST = 300


def note(values: Mapping[str, Value]) -> str:
    """Why it was found: “links = 4, words = 12: this line’s expression is met.”."""
    shown = ", ".join(f"{name} = {_value(value)}" for name, value in values.items() if not VARIABLES[name].is_long)
    return f"{shown}: this line’s expression is met." if shown else "This line’s expression is met."


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, str) else f"{round(value, 4):g}" if isinstance(value, float) else str(value)


def passes(source: str, root: Node) -> str:
    """What would not: “A comment with links at most 2, or with author_days at least 7.0.”."""
    said = f"A comment with {_said(source, root, holds=False)}."
    return said if len(said) <= LONGEST else f"A comment that does not meet it. {named(source)} has many parts."


def _said(source: str, node: Node, *, holds: bool) -> str:
    """What has to be so that `node` holds, or does not."""
    if node.operator in {"&&", "||"}:
        joint = " and " if (node.operator == "&&") is holds else ", or with "
        return joint.join(_bracketed(source, node.parts, holds=holds))
    if node.operator == "!":
        return _said(source, node.parts[0], holds=not holds)
    if node.operator in PASSES:
        return _compared(source, node, holds=holds)
    if node.operator in WITHIN:
        text, sought = (source[part.start : part.end] for part in node.parts)
        return f"{'' if holds else 'no '}{sought} {WITHIN[node.operator]} {text}"
    return f"{source[node.start : node.end]} {'true' if holds else 'false'}"


def _bracketed(source: str, parts: Iterable[Node], *, holds: bool) -> Iterator[str]:
    for part in parts:
        said = _said(source, part, holds=holds)
        yield f"({said})" if part.operator in {"&&", "||"} else said


def _compared(source: str, node: Node, *, holds: bool) -> str:
    """The constant last, whichever side it was written on."""
    left, right, operator = *node.parts, node.operator
    if operator in TURNED and left.operator == "constant" and right.operator != "constant":
        left, right, operator = right, left, TURNED[operator]
    said = (HOLDS if holds else PASSES)[operator]
    return f"{source[left.start : left.end]} {said.format(source[right.start : right.end])}"


def sought(root: Node) -> Iterator[str]:
    """The texts that the expression looks for in the comment."""
    for node in root.every():
        if node.operator in WITHIN and node.parts[0].text == "text" and node.parts[1].operator == "constant":
            yield node.parts[1].text


def sureness(values: Iterable[str]) -> float:
    """As sure as the least sure of what was looked at."""
    return min((VARIABLES[name].sureness for name in values), default=1.0)


