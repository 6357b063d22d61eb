"""Addresses and numbers that lead to a private person: mail, telephone, payment card, bank account."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.saying import say

MAIL = re.compile(r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.,/=#-])[+(]?\d(?:[ ()./-]{0,3}\d){6,18}(?![\w%])")
ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
DATE = re.compile(
    r"\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\d{4} ?[-/] ?\d{4}|\d{1,3}(?:[ .]\d{3})+"
)
MOST_LETTERS = 20_000


@dataclass(frozen=True)
class Datum:
    """One such thing."""

    span: Span
    what: str


def personal_data(judgement: Judgement) -> tuple[Datum, ...]:
    """All of them, in order; overlapping readings count once."""
    text = judgement.facts.text[:MOST_LETTERS]
    found: list[Datum] = []
    for each in sorted(_found(text), key=lambda datum: datum.span):
        if not found or each.span.start >= found[-1].span.end:
            found.append(each)
    return tuple(found)


def _found(text: str) -> Iterator[Datum]:
    if "@" in text:
        yield from (Datum(Span(*each.span()), say("an e-mail address")) for each in MAIL.finditer(text))
    if any(character.isdigit() for character in text):
        yield from (
            Datum(Span(*each.span()), say("a bank account")) for each in ACCOUNT.finditer(text) if is_account(each[0])
        )
        for each in NUMBER.finditer(text):
            what = _number(each[0])
            if what:
                yield Datum(Span(*each.span()), what)


def _number(written: str) -> str:
    digits = "".join(character for character in written if character in "0123456789")
    if 13 <= len(digits) <= 19 and is_card(digits):
        return say("a payment card")
    looks = (
        written[0] in "+("
        or (digits.startswith("0") and len(digits) > 8)
        or re.fullmatch(r"\d{3}[-. ]\d{3}[-. ]\d{4}", written)
    )
    return say("a telephone number") if looks and len(digits) <= 15 and DATE.fullmatch(written) is None else ""


def is_card(digits: str) -> bool:
    """Luhn's check; a row of one figure is no card."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def is_account(written: str) -> bool:
    """The check of an international bank account number, modulo 97."""
    plain = written.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(character, 36)) for character in plain[4:] + plain[:4])) % 97 == 1
