"""Reads an expression: its names, types, and cost, with errors that say where; computes nothing.

A part of CEL, smallest first: names of `VARIABLES`, whole numbers, fractions, texts, `true` and `false`; brackets;
`text.contains(…)`, `.startsWith(…)`, `.endsWith(…)`, `double(…)`, `int(…)`; `!` and `-`; `* / %`; `+ -`;
`== != < <= > >= in [ … ]`; `&&`; `||`. All that is read here, CEL reads alike. (`size` is left out: the library counts
bytes; `characters` counts characters.)
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain
from typing import NamedTuple, NoReturn

from houserules.expressions.variables import VARIABLES, Type
from houserules.signals.folding import fold

LONGEST, DEEPEST, MOST_PARTS = 1_000, 12, 150
"""Characters, brackets within brackets, and values with operators that an expression may have."""
TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+)|(?P<fraction>\d+\.\d+(?:[eE][+-]?\d+)?)|(?P<whole>\d+)|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<text>\"(?:[^\"\\\r\n]|\\[\\\"'nt])*\"|'(?:[^'\\\r\n]|\\[\\\"'nt])*')"
    r"|(?P<sign>&&|\|\||==|!=|<=|>=|[<>!+\-*/%()\[\],.])",
    re.ASCII,
)
ESCAPED = re.compile(r"\\(.)")
MEANT = {"=": "==", "&": "&&", "|": "||", "and": "&&", "or": "||", "not": "!", "True": "true", "False": "false"}
"""What other languages write, and CEL does not."""
COMPARING, ORDERING = ("==", "!=", "<", "<=", ">", ">="), ("<", "<=", ">", ">=")
WITHIN_TEXT = ("contains", "startsWith", "endsWith")
FUNCTIONS = ("double", "int")
LOOPS = ("all", "exists", "exists_one", "map", "filter")
NUMBERS = (Type.WHOLE, Type.FRACTION)
LARGEST = (1 << 53) - 1
NUL = "\0"


class ExpressionError(ValueError):
    """An expression that cannot be used; the message is a sentence for people that names the place."""


class Token(NamedTuple):
    """A word or sign; `kind` is the name of its group in TOKEN, or "end"."""

    kind: str
    words: str
    start: int


@dataclass(frozen=True)
class Node:
    """A part of an expression: an operator or function with what it is applied to, a name, or a constant."""

    operator: str
    """`name`, `constant`, `list`, or as CEL writes it."""
    parts: tuple["Node", ...]
    type: Type
    start: int
    end: int
    text: str = ""
    """The name, or the value of a text."""

    def every(self) -> Iterator["Node"]:
        """Itself and all it is made of, in the order of the expression."""
        return chain((self,), *(part.every() for part in self.parts))


def checked(source: str) -> Node:
    """What an expression says; raises ExpressionError for one that is not CEL, names what is unknown, or costs too much."""
    if len(source) > LONGEST:
        raise ExpressionError(f"It has {len(source):,} characters; at most {LONGEST:,} are allowed.")
    if not source.strip():
        raise ExpressionError("It is empty.")
    found = _Reading(source).whole()
    if found.type is not Type.TRUTH:
        raise ExpressionError(f"It is a {found.type}; it has to be something that holds or does not, such as links > 2.")
    parts = sum(1 for _ in found.every())
    if parts > MOST_PARTS:
        raise ExpressionError(f"It has {parts} parts; at most {MOST_PARTS} are allowed.")
    return found


def _fail(at: int, sentence: str) -> NoReturn:
    raise ExpressionError(f"At character {at + 1}: {sentence}")


def _tokens(source: str) -> Iterator[Token]:
    at = 0
    while at < len(source):
        found = TOKEN.match(source, at)
        if found is None:
            sign = source[at]
            if sign in "\"'":
                _fail(at, "this text does not end, or holds a mark after “\\” that is not understood.")
            _fail(at, _not_understood(sign))
        at = found.end()
        if found.lastgroup != "space":
            yield Token(str(found.lastgroup), found[0], found.start())
    yield Token("end", "", len(source))


def _not_understood(words: str) -> str:
    meant = MEANT.get(words)
    return f"“{words if words.isprintable() else '�'}” is not understood" + (f"; write {meant}." if meant else ".")


class _Reading:
    """One expression under way, by descent; `depth` bounds how deep."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = list(_tokens(source))
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        found = self.either()
        if self.next.kind != "end":
            self.unexpected()
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def taken(self, *words: str) -> Token | None:
        """The next token, when it is one of these signs; it is passed."""
        token = self.next
        if token.kind == "text" or token.words not in words:
            return None
        self.at += 1
        return token

    def wanted(self, sign: str) -> Token:
        token = self.taken(sign)
        if token is None:
            self.unexpected(sign)
        return token

    def unexpected(self, wanted: str = "") -> NoReturn:
        token = self.next
        also = f"; “{wanted}” is missing." if wanted else "; something is missing."
        if token.kind == "end":
            _fail(token.start, f"it ends too early{also}")
        if token.words in MEANT:
            _fail(token.start, _not_understood(token.words))
        if token.words in COMPARING:
            _fail(token.start, "only two things can be compared at once; join comparisons with &&.")
        _fail(token.start, f"“{token.words}” cannot stand here{f' before “{wanted}”' if wanted else ''}.")

    def made(self, operator: str, parts: tuple[Node, ...], type_: Type, start: int) -> Node:
        before = self.tokens[self.at - 1]
        return Node(operator, parts, type_, start, before.start + len(before.words))

    def deeper(self, token: Token) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            _fail(token.start, f"brackets and signs stand too deep within each other; at most {DEEPEST} may.")

    def either(self) -> Node:
        return self.joined("||", self.both)

    def both(self) -> Node:
        return self.joined("&&", self.comparison)

    def joined(self, operator: str, part: Callable[[], Node]) -> Node:
        """Parts with `&&` or `||` between them, as one node: CEL balances them, so that many are not deep."""
        parts = [part()]
        while (token := self.taken(operator)) is not None:
            parts.append(part())
            for each in parts[-2:]:
                _need(each, Type.TRUTH, f"{operator} joins what holds or does not", token)
        return self.made(operator, tuple(parts), Type.TRUTH, parts[0].start) if len(parts) > 1 else parts[0]

    def comparison(self) -> Node:
        left = self.sum()
        if (token := self.taken("in")) is not None:
            return self.among(left, token)
        token = self.taken(*COMPARING)
        if token is None:
            return left
        right = self.sum()
        _comparable(left, right, token)
        return self.made(token.words, (left, right), Type.TRUTH, left.start)

    def among(self, left: Node, token: Token) -> Node:
        """`left in [constant, …]`."""
        start, found = self.wanted("[").start, list[Node]()
        while self.next.words != "]":
            found.append(self.signed())
            _comparable(left, found[-1], token)
            if any(node.operator not in {"constant", "-"} for node in found[-1].every()):
                _fail(found[-1].start, "a list holds numbers and texts only.")
            if self.taken(",") is None:
                break
        self.wanted("]")
        if not found:
            _fail(start, "this list is empty.")
        listed = self.made("list", tuple(found), left.type, start)
        return self.made("in", (left, listed), Type.TRUTH, left.start)

    def sum(self) -> Node:
        left = self.product()
        while (token := self.taken("+", "-")) is not None:
            left = self.computed(left, token, self.product())
        return left

    def product(self) -> Node:
        left = self.signed()
        while (token := self.taken("*", "/", "%")) is not None:
            left = self.computed(left, token, self.signed())
        return left

    def computed(self, left: Node, token: Token, right: Node) -> Node:
        types = {left.type, right.type}
        if not types <= set(NUMBERS):
            _fail(token.start, f"{token.words} needs numbers.")
        if len(types) > 1:
            _fail(token.start, f"{token.words} needs two whole numbers or two fractions; write 2.0 or double(…).")
        if token.words == "%" and left.type is Type.FRACTION:
            _fail(token.start, "% needs whole numbers.")
        return self.made(token.words, (left, right), left.type, left.start)

    def signed(self) -> Node:
        token = self.taken("!", "-")
        if token is None:
            return self.called()
        self.deeper(token)
        inner = self.signed()
        self.depth -= 1
        if token.words == "!":
            _need(inner, Type.TRUTH, "! turns what holds or does not", token)
        elif inner.type not in NUMBERS:
            _fail(token.start, "- needs a number.")
        return self.made(token.words, (inner,), inner.type, token.start)

    def called(self) -> Node:
        """A value, with `.contains("…")` and the like behind it."""
        value = self.value()
        while self.taken(".") is not None:
            name = self.next
            if name.kind != "name":
                self.unexpected()
            self.at += 1
            if name.words not in WITHIN_TEXT:
                _unknown_function(name, WITHIN_TEXT)
            value = self.applied(name, value)
        return value

    def applied(self, name: Token, value: Node) -> Node:
        self.wanted("(")
        _need(value, Type.TEXT, f"{name.words} needs a text", name)
        sought = self.value()
        _need(sought, Type.TEXT, f"{name.words} looks for a text", name)
        self.wanted(")")
        return self.made(name.words, (value, sought), Type.TRUTH, value.start)

    def value(self) -> Node:
        token = self.next
        if token.words in MEANT:
            _fail(token.start, _not_understood(token.words))
        if self.taken("(") is not None:
            return self.bracketed(token)
        if token.kind == "name":
            self.at += 1
            return self.function(token) if self.next.words == "(" else self.named(token)
        if token.kind not in {"whole", "fraction", "text"}:
            self.unexpected()
        self.at += 1
        return self.constant(token)

    def bracketed(self, token: Token) -> Node:
        self.deeper(token)
        inner = self.either()
        self.depth -= 1
        end = self.wanted(")").start + 1
        return replace(inner, start=token.start, end=end)

    def named(self, token: Token) -> Node:
        if token.words in {"true", "false"}:
            return self.made("constant", (), Type.TRUTH, token.start)
        if token.words not in VARIABLES:
            near = get_close_matches(token.words.lower(), VARIABLES, n=3, cutoff=0.5)
            also = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(VARIABLES)}."
            _fail(token.start, f"“{token.words}” is not known; {also}")
        return Node("name", (), VARIABLES[token.words].type, token.start, token.start + len(token.words), token.words)

    def function(self, name: Token) -> Node:
        if name.words not in FUNCTIONS:
            _unknown_function(name, FUNCTIONS)
        self.deeper(self.wanted("("))
        inner = self.either()
        self.depth -= 1
        self.wanted(")")
        if inner.type not in NUMBERS:
            _fail(name.start, f"{name.words} needs a number.")
        return self.made(name.words, (inner,), Type.FRACTION if name.words == "double" else Type.WHOLE, name.start)

    def constant(self, token: Token) -> Node:
        if token.kind == "text":
            return Node("constant", (), Type.TEXT, token.start, token.start + len(token.words), _text(token))
        is_whole = token.kind == "whole"
        if (is_whole and int(token.words) > LARGEST) or (not is_whole and float(token.words) > LARGEST):
            _fail(token.start, "this number is too large.")
        if self.next.kind == "name" and self.next.start == token.start + len(token.words):
            _fail(self.next.start, f"“{self.next.words}” cannot stand right behind a number.")
        return self.made("constant", (), Type.WHOLE if is_whole else Type.FRACTION, token.start)


def _text(token: Token) -> str:
    """The value of a text in quotation marks; it has to be written as texts are compared."""
    value = ESCAPED.sub(lambda mark: {"n": "\n", "t": "\t"}.get(mark[1], mark[1]), token.words[1:-1])
    if NUL in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        _fail(token.start, "this text holds a character that cannot be looked for.")
    plain = fold(value).text
    if plain != value:
        _fail(token.start, f"texts are compared in plain small letters; write “{plain}” for “{value}”.")
    return value


def _need(node: Node, type_: Type, why: str, token: Token) -> None:
    if node.type is not type_:
        _fail(token.start, f"{why}, and what stands beside it is a {node.type}.")


def _comparable(left: Node, right: Node, token: Token) -> None:
    kinds = [Type.FRACTION if each.type in NUMBERS else each.type for each in (left, right)]
    if kinds[0] is not kinds[1]:
        _fail(token.start, f"a {left.type} cannot be compared with a {right.type}.")
    if token.words in ORDERING and kinds[0] is not Type.FRACTION:
        _fail(token.start, f"only numbers are more or less than others; use == or != with a {left.type}.")


def _unknown_function(name: Token, offered: tuple[str, ...]) -> NoReturn:
    if name.words in LOOPS or name.words == "has":
        _fail(name.start, f"“{name.words}” is not allowed: expressions have no loops and no fields.")
    if name.words == "size":
        _fail(name.start, "“size” is not allowed; write characters, words, or lines.")
    if name.words == "matches":
        _fail(name.start, "“matches” is not allowed, as patterns can take long; use contains, startsWith, or endsWith.")
    near = get_close_matches(name.words, offered, n=2, cutoff=0.5)
    also = f"did you mean {' or '.join(near)}?" if near else f"known here are {', '.join(offered)}."
    _fail(name.start, f"“{name.words}” is no function; {also}")
