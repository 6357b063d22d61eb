"""Lists of words to lines that ban them, each tried with the engine: what it would misread goes to people."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from houserules import Facts, Member, judge, read
from houserules.signals.hurtful_words import classes_of
from parley.base.cleaning import clean_line
from parley.exchange.account import Sentence, acting, is_safe, is_whole, listed, quoted
from parley.rulebooks.services import MOST_PROSE

A_LINE = 10
"""So many words stand in one line."""
LONGEST = 100
PLAIN = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+){0,5}")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:/[\w./-]{0,100}\w)?)/?", re.IGNORECASE)
LETTERS = re.compile(r"[^\W_]+")
NO_SWEARING = Sentence("No profanity.")


def banned(words: Iterable[str]) -> Mapping[str, Sentence]:
    """The line that each word stands in. A word for which there is no safe line has none here."""
    left = list(dict.fromkeys(words))
    found = {word: NO_SWEARING for word in left if is_swearing(word)}
    size = 0
    for group in grouped([word for word in left if word not in found and is_plain(word)]):
        lines = _read_well(group) if size <= MOST_PROSE else _untried(group, mention(group))
        size += sum(len(text) for text in {line.text for line in lines.values()})
        found |= lines
    return found | watched([word for word in left if word not in found])


def watched(words: Sequence[str]) -> dict[str, Sentence]:
    """Lines that people keep: words that software would read as something else."""
    found: dict[str, Sentence] = {}
    size = 0
    for group in grouped([word for word in words if has_signs(word)]):
        text = f"Mods look out for {quoted(group)}."
        if size > MOST_PROSE or is_safe(text):
            found |= _untried(group, text)
            size += len(text)
        elif len(group) > 1:
            found |= {key: line for word in group for key, line in watched([word]).items()}
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


def _untried(words: Sequence[str], text: str) -> dict[str, Sentence]:
    """For people; after so many lines it no longer fits in a book, and trying it would only take time."""
    return dict.fromkeys(words, Sentence(text, is_exact=False))


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
    if _reads_as_said(words):
        return dict.fromkeys(words, Sentence(mention(words)))
    alone = [word for word in words if len(words) > 1 and _reads_as_said([word])]
    if len(alone) < len(words):
        return _read_well(alone) if alone else {}
    half = len(words) // 2
    return {**_read_well(words[:half]), **_read_well(words[half:])}


def _reads_as_said(words: Sequence[str]) -> bool:
    lines = read(mention(words)).lines
    clauses = [clause for line in lines for clause in line.clauses]
    terms = {_folded(str(clause.params.get("term"))) for clause in acting(lines) if clause.kind == "topic-ban"}
    return is_whole(lines) and len(clauses) == len(words) and terms == {_folded(word) for word in words}


def _folded(word: str) -> str:
    return " ".join(LETTERS.findall(word.lower()))
