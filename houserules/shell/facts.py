"""Rules and facts as `judge` and `explain` are given them."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeVar

from houserules.book import RuleBook, RuleBookError
from houserules.combined import Combined, combine
from houserules.facts import Facts
from houserules.plain import ShapeError
from houserules.prose import read
from houserules.records import RecordError, objects
from houserules.shell.files import ShellError, opened, text

Answer = TypeVar("Answer")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Rules, facts, and what the rules' author chose."""
    parser.add_argument("--rules", metavar="FILE", required=True, help="prose in UTF-8; - for standard input")
    parser.add_argument("--facts", metavar="FILE", required=True, help="JSON Lines, one object per line; - likewise")
    choosing(parser)
    parser.add_argument(
        "--expression",
        metavar="LINE=EXPRESSION",
        action="append",
        default=[],
        help="an expression that stands for a line, such as 3='links > 2 && author_days < 7.0'",
    )
    parser.add_argument("--json", action="store_true", help="JSON for programs")


def choosing(parser: argparse.ArgumentParser) -> None:
    """What the rules' author chose for clauses."""
    parser.add_argument(
        "--choose",
        metavar="KEY:NAME=VALUE",
        action="append",
        default=[],
        help="a parameter of a clause that its author chooses, such as 1.1:sureness=keen or 1.2:near='potus|the donald'",
    )


def each(chosen: argparse.Namespace, asked: Callable[[Facts, Combined], Answer]) -> Iterator[tuple[int, Answer]]:
    """The answer for every line of facts, with the number of the line; told as soon as it is known."""
    if chosen.rules == chosen.facts == "-":
        raise ShellError("rules and facts cannot both come from standard input")
    book = _with_expressions(with_choices(read(text(chosen.rules)), chosen.choose), chosen.expression)
    rules = combine(None, book.all_confirmed(), None)
    with opened(chosen.facts) as stream:
        try:
            for number, facts in _facts(stream):
                yield number, asked(facts, rules)
        except RecordError as wrong:
            raise ShellError(f"{chosen.facts}, {wrong}") from wrong


def _facts(stream: BinaryIO) -> Iterator[tuple[int, Facts]]:
    for number, record in objects(stream):
        try:
            yield number, Facts.from_json(record)
        except ShapeError as wrong:
            raise RecordError(number, wrong) from wrong


def with_choices(book: RuleBook, choices: Sequence[str]) -> RuleBook:
    """The book with what was chosen; raises ShellError with a sentence for what cannot be."""
    for choice in choices:
        key, _, rest = choice.partition(":")
        name, equals, value = rest.partition("=")
        if not equals:
            raise ShellError(f"{choice}: a choice is KEY:NAME=VALUE")
        try:
            book = book.with_params({key: {name: value}})
        except RuleBookError as wrong:
            raise ShellError(str(wrong)) from wrong
    return book


def _with_expressions(book: RuleBook, expressions: Sequence[str]) -> RuleBook:
    for given in expressions:
        number, equals, expression = given.partition("=")
        if not equals or not (number.isascii() and number.isdigit()):
            raise ShellError(f"{given}: an expression is LINE=EXPRESSION")
        try:
            book = book.with_expression(int(number[:9]), expression)
        except RuleBookError as wrong:
            raise ShellError(str(wrong)) from wrong
    return book
