"""Lists of words to lines that ban them, each tried with the engine: what it would misread goes to people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from houserules import Facts, Line, Member, judge, read
from houserules.signals.hurtful_words import classes_of
from parley.base.cleaning import clean_line
from parley.base.saying import say
from parley.exchange.account import MOST_PROSE, NO_SWEARING, Sentence, acting, is_safe, is_whole, listed, quoted

A_LINE = 10
"""So many words stand in one line."""
LONGEST = 100
PLAIN = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+){0,5}")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:/[\w./-]{0,100}\w)?)/?", re.IGNORECASE)
LETTERS = re.compile(r"[^\W_]+")
MOST_TRIED = MOST_PROSE
"""Letters of a list that are tried with the engine; their lines are longer, and fill a book before."""
NO_LINE = "It cannot be said in a line without being read as something else."
TOO_MANY = "Of one list {most} letters are read, and it stands after them."


def banned(words: Iterable[str]) -> Mapping[str, Sentence | str]:
    """The line that each word stands in, or a sentence why there is none."""
    left = list(dict.fromkeys(words))
    found: dict[str, Sentence | str] = {word: NO_SWEARING for word in left if is_swearing(word)}
    tried = 0
    for group in grouped([word for word in left if word not in found]):
        if tried > MOST_TRIED:
            found |= dict.fromkeys(group, say(TOO_MANY, most=MOST_TRIED))
            continue
        tried += sum(map(len, group))
        found |= _read_well([word for word in group if is_plain(word)])
    rest = [word for word in left if word not in found]
    return found | watched(rest)


def watched(words: Sequence[str]) -> dict[str, Sentence | str]:
    """Lines that people keep: words that software would read as something else."""
    found: dict[str, Sentence | str] = {word: say(NO_LINE) for word in words if not has_signs(word)}
    for group in grouped([word for word in words if word not in found]):
        text = f"Mods look out for {quoted(group)}."
        if is_safe(text):
            found |= dict.fromkeys(group, Sentence(text, is_exact=False))
        elif len(group) > 1:
            found |= {key: line for word in group for key, line in watched([word]).items()}
        else:
            found[group[0]] = say(NO_LINE)
    return found


def links_banned(addresses: Sequence[str]) -> Mapping[str, Sentence]:
    """The line in which links to each address are banned; addresses are such as `address` gives."""
    found: dict[str, Sentence] = {}
    for group in grouped(addresses):
        found |= dict.fromkeys(group, Sentence(f"No links to {listed(group)}."))
    return found


def address(word: str) -> str | None:
    """The domain, with its path, that the word is; None for other words."""
    found = DOMAIN.fullmatch(word)
    return found[1].lower() if found else None


def mention(words: Sequence[str]) -> str:
    """With commas alone: that is how the engine reads most lists of words."""
    return f"No mention of {', '.join(words)}."


def is_plain(word: str) -> bool:
    """Letters and figures that software can look for as they stand."""
    return len(word) > 1 and PLAIN.fullmatch(word) is not None


def has_signs(word: str) -> bool:
    """Whether there is anything to see in it, and not too much."""
    return 0 < len(word) <= LONGEST and word == clean_line(word) and any(not each.isspace() for each in word)


@lru_cache(1_000)
def _swears(word: str) -> bool:
    book = read(NO_SWEARING.text).all_confirmed()
    return bool(judge(Facts(author=Member(name="ada"), text=f"What {word}!"), book).findings)


def is_swearing(word: str) -> bool:
    """Whether the engine knows it as a swear word; then the word itself need not stand in anybody's rules."""
    is_one = len(word) <= 30 and is_plain(word) and " " not in word
    return is_one and bool(classes_of(word.lower())) and _swears(word.lower())


def grouped(words: Sequence[str]) -> Iterator[Sequence[str]]:
    return (words[at : at + A_LINE] for at in range(0, len(words), A_LINE))


def _read_well(words: Sequence[str]) -> dict[str, Sentence]:
    """Lines for those of the words that are read from them as themselves, as many to a line as go together."""
    if not words:
        return {}
    if _reads_as_said(tuple(words)):
        return dict.fromkeys(words, Sentence(mention(words)))
    alone = [word for word in words if len(words) > 1 and _reads_as_said((word,))]
    if len(alone) < len(words):
        return _read_well(alone)
    first, second = _parted(words)
    return {**_read_well(first), **_read_well(second)}


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Words that a line reads as themselves, and those it reads as something else beside them: two lines of their own."""
    terms = _terms(read(mention(words)).lines)
    first = [word for word in words if _folded(word) in terms]
    if not 0 < len(first) < len(words):
        return words[: len(words) // 2], words[len(words) // 2 :]
    return first, [word for word in words if word not in first]


@lru_cache(1_000)
def _reads_as_said(words: tuple[str, ...]) -> bool:
    lines = read(mention(words)).lines
    clauses = [clause for line in lines for clause in line.clauses]
    return is_whole(lines) and len(clauses) == len(words) and _terms(lines) == {_folded(word) for word in words}


def _terms(lines: Iterable[Line]) -> set[str]:
    return {_folded(str(clause.params.get("term"))) for clause in acting(lines) if clause.kind == "topic-ban"}


def _folded(word: str) -> str:
    return " ".join(LETTERS.findall(word.lower()))
