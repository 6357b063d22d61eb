"""What the checks of a rule come to in prose: what is not wanted, or where."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from parley.base.saying import say
from parley.exchange.account import quoted, shortened
from parley.exchange.automoderator import names
from parley.exchange.automoderator.checks import Check
from parley.exchange.banning import A_LINE, LONGEST, address, grouped, links_banned
from parley.exchange.patterns import words_of

AGE = re.compile(r"([<>])\s*=?\s*(\d{1,5})\s*(minute|hour|day|week|month|year)?s?", re.IGNORECASE)
DOES = {"mention": "mentions", "begin with": "begins with", "end with": "ends with", "say only": "says only"}
NUMBER = re.compile(r"\d{1,6}")
NO_CONTRARY = "its contrary is not known here"
NOTHING_LISTED = "it lists nothing"
NO_SUCH_WAY = "no such way of searching is known here"
CAPITALS = "capitals make no difference here"
NOT_INSIDE = "a word is not looked for inside of longer words here"
NO_TITLES = "software here reads comments, not the titles of seeds"


@dataclass(frozen=True)
class Stem:
    """What is not wanted, as a line without its stop."""

    text: str
    is_exact: bool = False
    """Whether the line says it all, when nothing else is asked."""
    words: tuple[str, ...] = ()
    """Words that are tried with the engine before the line is written, where the line is about words."""


@dataclass(frozen=True)
class Said:
    """What one check comes to: lines of its own, a condition of another's line, or nothing."""

    rank: int = 9
    """Which check of a rule its line is about; the lowest."""
    stems: tuple[Stem, ...] = ()
    condition: str = ""
    left_out: tuple[str, ...] = ()
    left_out_as_condition: tuple[str, ...] = ()
    """What its condition does not say, beside."""


def said_of(check: Check, of: str) -> Said:
    """What the check comes to in a rule on `of`, a name of `names.TYPES` or “any”."""
    name = check.parts[0]
    if set(check.parts) & (names.TEXTS | names.LINKS):
        return _search(check, of)
    if name in SINGLE and check.is_not:
        return Said(left_out=(names.because(check.said, NO_CONTRARY),))
    if name in SINGLE:
        return SINGLE[name](check, of)
    if name in names.STATES:
        yes, no = names.STATES[name]
        return Said(condition=yes if check.is_true != check.is_not else no)
    return Said(left_out=(names.because(check.said, names.NOT_KNOWN.get(name, names.NO_SUCH_NAME)),))


def is_on_comments(of: str) -> bool:
    return of in {"any", "comment"}


def _noun(of: str) -> str:
    return names.TYPES.get(of, "comments")


# Words and links


def _search(check: Check, of: str) -> Said:
    words, left_out = _words(check)
    if not words:
        return Said(left_out=left_out or (names.because(check.said, NOTHING_LISTED),))
    left_out += _left_out_of_search(check, of)
    if check.is_not:
        return _wanted(check, words, left_out, of)
    domains, rest = _parted(check, words)
    stems = (*_link_stems(domains), *(_word_stems(check, rest, of) if rest else ()))
    told = (_told_of(check, rest, of), f"the text links to {quoted(domains[:A_LINE])}" if domains else "")
    only = (_only_first(check),) if max(len(domains), len(rest)) > A_LINE else ()
    rank = 0 if rest and is_on_comments(of) else 1 if domains else 2
    return Said(rank, stems, " or ".join(filter(None, told)), left_out, only)


def _only_first(check: Check) -> str:
    return say("“{name}”: only its first {most} words are named", name=check.said, most=A_LINE)


def _words(check: Check) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words it searches for, and what was left out: patterns that are no plain lists, and whole texts."""
    left_out: list[str] = []
    words: dict[str, None] = {}
    for value in check.values:
        found = words_of(value) if "regex" in check.how else (value,)
        if not found:
            left_out.append(say("the pattern “{pattern}”: it is no plain list of words", pattern=shortened(value, 60)))
        elif max(map(len, found)) > LONGEST:
            left_out.append(say("“{words}”: it is longer than {most} letters", words=shortened(value, 60), most=LONGEST))
        else:
            words |= dict.fromkeys(found)
    return tuple(words), tuple(left_out)


def _left_out_of_search(check: Check, of: str) -> tuple[str, ...]:
    others = [part for part in check.parts if part not in names.TEXTS | names.LINKS]
    found = [names.because(part, names.NOT_KNOWN.get(part, names.NO_SUCH_NAME)) for part in others]
    found += [names.because(f"({how})", NO_SUCH_WAY) for how in sorted(check.how - names.MODIFIERS)]
    if "case-sensitive" in check.how:
        found.append(names.because("(case-sensitive)", CAPITALS))
    if check.way == "includes" and set(check.parts) & names.TEXTS:
        found.append(names.because("(includes)", NOT_INSIDE))
    if {"title", "body"} <= set(check.parts) and is_on_comments(of):
        found.append(names.because("title", NO_TITLES))
    return tuple(found)


def _parted(check: Check, words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses, and other words."""
    found = {word: address(word) or ("" if set(check.parts) & names.TEXTS else word) for word in words}
    return tuple(filter(None, found.values())), tuple(word for word in words if not found[word])


def _link_stems(addresses: Sequence[str]) -> tuple[Stem, ...]:
    plain = [each for each in addresses if address(each)]
    odd = [each for each in addresses if each not in plain]
    lines = dict.fromkeys(line.text.removesuffix(".") for line in links_banned(plain).values())
    return (
        *(Stem(line, is_exact=True) for line in lines),
        *(Stem(f"No links whose address has {quoted(group)} in it") for group in grouped(odd)),
    )


def _word_stems(check: Check, words: tuple[str, ...], of: str) -> tuple[Stem, ...]:
    if is_on_comments(of) and "body" in check.parts and names.WAYS[check.way] == "mention":
        return (Stem(f"No mention of {quoted(words[:A_LINE])}", is_exact=True, words=words),)
    if is_on_comments(of) and "body" in check.parts:
        return tuple(Stem(f"No comments that {names.WAYS[check.way]} {quoted(group)}") for group in grouped(words))
    what = " or ".join(part for part in ("title", "body") if part in check.parts).replace("body", "text")
    return tuple(Stem(f"No seeds whose {what} {DOES[names.WAYS[check.way]]} {quoted(group)}") for group in grouped(words))


def _told_of(check: Check, words: Sequence[str], of: str) -> str:
    if not words:
        return ""
    who = "the title" if "title" in check.parts and not (is_on_comments(of) and "body" in check.parts) else "the text"
    return f"{who} {DOES[names.WAYS[check.way]]} {quoted(words[:A_LINE])}"


def _wanted(check: Check, words: tuple[str, ...], left_out: tuple[str, ...], of: str) -> Said:
    """A check with “~”: the rule is against what has none of the words."""
    some = quoted(words[:A_LINE])
    more = f" or another of {len(words)} words" if len(words) > A_LINE else ""
    if len(words) > A_LINE:
        left_out += (_only_first(check),)
    if not set(check.parts) & names.TEXTS:
        return Said(6, (Stem(f"Links may lead only to {some}{more}"),), f"the text does not link to {some}{more}", left_out)
    verb = names.WAYS[check.way]
    is_title = "title" in check.parts and not (is_on_comments(of) and "body" in check.parts)
    who, it = ("Titles", "the title") if is_title else ("Comments" if is_on_comments(of) else "Texts of seeds", "the text")
    return Said(6, (Stem(f"{who} must {verb} {some}{more}"),), f"{it} does not {verb} {some}{more}", left_out)


# Figures


def _length(check: Check, of: str) -> Said:
    found = NUMBER.fullmatch(check.first)
    if found is None:
        return _no_figure(check)
    is_long = check.parts[0] == "body_longer_than"
    number = int(found[0])
    amount = f"{number} character{'' if number == 1 else 's'}"
    who = "Comments" if is_on_comments(of) else "Texts of seeds"
    line = f"{who} may have at most {amount}" if is_long else f"{who} must have at least {amount}"
    left_out = (say("texts of seeds: software here reads comments"),) if of == "any" else ()
    condition = f"the text is {'longer' if is_long else 'shorter'} than {amount}"
    return Said(3, (Stem(line, is_exact=is_on_comments(of)),), condition, left_out)


def _age(check: Check, of: str) -> Said:
    found = AGE.fullmatch(check.first)
    if found is None:
        return _no_figure(check)
    number, unit = int(found[2]), (found[3] or "day").lower()
    amount = f"{number} {unit}{'' if number == 1 else 's'}"
    if found[1] == ">":
        return Said(4, (Stem(f"No {_noun(of)} from accounts older than {amount}"),), f"the account is older than {amount}")
    does = "post" if is_on_comments(of) else "seed articles"
    stem = Stem(f"Accounts must be at least {amount} old to {does}", is_exact=is_on_comments(of))
    return Said(4, (stem,), f"the account is younger than {amount}")


def _reports(check: Check, of: str) -> Said:
    found = NUMBER.fullmatch(check.first)
    if found is None:
        return _no_figure(check)
    is_one = int(found[0]) == 1
    amount = f"at least {int(found[0])} report{'' if is_one else 's'}"
    return Said(5, (Stem(f"Mods look at {_noun(of)} with {amount}"),), f"there {'is' if is_one else 'are'} {amount}")


def _standard(check: Check, _of: str) -> Said:
    lines = [names.STANDARDS[each.lower()] for each in check.values if each.lower() in names.STANDARDS]
    left_out = tuple(say("the ready list “{name}”: it is not known here", name=shortened(each, 60))
                     for each in check.values if each.lower() not in names.STANDARDS)  # fmt: skip
    told = " or ".join(line.removeprefix("No ") for line in lines)
    return Said(1, tuple(map(Stem, lines)), told and f"the text has {told}", left_out)


def _no_figure(check: Check) -> Said:
    first = shortened(check.first, 40)
    return Said(left_out=(say("“{name}”: “{value}” is no figure that is understood", name=check.said, value=first),))


SINGLE: Mapping[str, Callable[[Check, str], Said]] = {
    "body_longer_than": _length,
    "body_shorter_than": _length,
    "account_age": _age,
    "reports": _reports,
    "standard": _standard,
}
