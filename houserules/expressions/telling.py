"""An expression in words: what was measured, and what would not meet it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

from houserules.expressions.grammar import Node
from houserules.expressions.running import shortened
from houserules.expressions.variables import VARIABLES, Value
from houserules.saying import Sentence, assembled, say

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
"""The same comparison from the other side."""
PASSES = {
    "<": "{what} at least {value}", "<=": "{what} more than {value}", ">": "{what} at most {value}", ">=": "{what} less than {value}",
    "==": "{what} other than {value}", "!=": "{what} equal to {value}", "in": "{what} none of {value}",
}  # fmt: skip
HOLDS = {
    "<": PASSES[">="], "<=": PASSES[">"], ">": PASSES["<="], ">=": PASSES["<"], "==": PASSES["!="], "!=": PASSES["=="],
    "in": "{what} one of {value}",
}  # fmt: skip
WITHIN = {
    "contains": "{what} in {text}", "startsWith": "{what} at the start of {text}", "endsWith": "{what} at the end of {text}",
}  # fmt: skip
NOT_WITHIN = {
    "contains": "no {what} in {text}", "startsWith": "no {what} at the start of {text}", "endsWith": "no {what} at the end of {text}",
}  # fmt: skip
LONGEST = 300


def note(values: Mapping[str, Value]) -> Sentence:
    """Why it was found: “links = 4, words = 12: this line’s expression is met.”."""
    shown = ", ".join(f"{name} = {_value(value)}" for name, value in values.items() if not VARIABLES[name].is_long)
    return say("{values}: this line’s expression is met.", values=shown) if shown else say("This line’s expression is met.")


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, str) else f"{round(value, 4):g}" if isinstance(value, float) else str(value)


def passes(source: str, root: Node) -> Sentence:
    """What would not: “A comment with links at most 2, or with author_days at least 7.0.”."""
    said = say("A comment with {what}.", what=_said(source, root, holds=False))
    if len(said) <= LONGEST:
        return said
    return say("A comment that does not meet the expression “{expression}”, which has many parts.", expression=shortened(source))


def _said(source: str, node: Node, *, holds: bool) -> str:
    """What has to be so that `node` holds, or does not."""
    if node.operator in {"&&", "||"}:
        is_both = (node.operator == "&&") is holds
        return reduce(_both if is_both else _either, _bracketed(source, node.parts, holds=holds))
    if node.operator == "!":
        return _said(source, node.parts[0], holds=not holds)
    if node.operator in PASSES:
        return _compared(source, node, holds=holds)
    if node.operator in WITHIN:
        text, sought = (source[part.start : part.end] for part in node.parts)
        return say((WITHIN if holds else NOT_WITHIN)[node.operator], what=sought, text=text)
    what = source[node.start : node.end]
    return say("{what} true", what=what) if holds else say("{what} false", what=what)


def _both(one: str, other: str) -> str:
    return say("{one} and {other}", one=one, other=other)


def _either(one: str, other: str) -> str:
    return say("{one}, or with {other}", one=one, other=other)


def _bracketed(source: str, parts: Iterable[Node], *, holds: bool) -> Iterator[str]:
    for part in parts:
        said = _said(source, part, holds=holds)
        yield assembled("({what})", what=said) if part.operator in {"&&", "||"} else said


def _compared(source: str, node: Node, *, holds: bool) -> str:
    """The constant last, whichever side it was written on."""
    left, right, operator = *node.parts, node.operator
    if operator in TURNED and left.operator == "constant" and right.operator != "constant":
        left, right, operator = right, left, TURNED[operator]
    what, value = source[left.start : left.end], source[right.start : right.end]
    return say((HOLDS if holds else PASSES)[operator], what=what, value=value)


def sought(root: Node) -> Iterator[str]:
    """The texts that the expression looks for in the comment."""
    for node in root.every():
        if node.operator in WITHIN and node.parts[0].text == "text" and node.parts[1].operator == "constant":
            yield node.parts[1].text


def sureness(values: Iterable[str]) -> float:
    """As sure as the least sure of what was looked at."""
    return min((VARIABLES[name].sureness for name in values), default=1.0)


