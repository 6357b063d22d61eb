"""What else a subject may be called: the list from which the author of a topic ban chooses.

First come names written by hand (`names.txt`), then words close by meaning where the extra `meaning` is installed.
Nothing of it acts before it is chosen. Limits: the hand-written names are a selection of what English speakers call
well-known people and subjects; closeness is that of single words whose vectors ship with the extra, which know nothing
of persons, and some of which are words of other languages or say the opposite (“winter” is close to “summer”).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from houserules.signals.folding import fold
from houserules.signals.word_family import word_family

if TYPE_CHECKING:
    from houserules.meaning import Vectors

NAMES = Path(__file__).with_name("names.txt")
CLOSE, CLOSE_IN_PARTS = 0.33, 0.38
"""Cosine from which a word is offered, below which most are not related; more where the term is no word of the table."""
ALIKE = 4
"""Words that begin alike are forms, or pieces that are no words."""
PIECE, LONGER = 0.7, 2
"""A token that begins a longer one of nearly the same meaning (“relig”) is no word."""
SHORTEST, MOST_LETTERS = 4, 60
PERSON = "@"


def near_meanings(term: str, count: int = 12) -> tuple[str, ...]:
    """At most `count` words and names near `term`, nearest first; the same for the same term, always."""
    plain = plain_term(term)
    known, is_person = _known_names(plain)
    found = list(known) if is_person else _mixed(known, _by_meaning(plain))
    return tuple(dict.fromkeys(one for one in found if not _is_covered(one, plain)))[: max(0, count)]


def plain_term(term: str) -> str:
    """A term as it is compared: folded, one space between words, no article."""
    words = fold(term[:MOST_LETTERS]).text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def _mixed(names: Iterable[str], words: Iterable[str]) -> list[str]:
    """Names first, two for each word by meaning."""
    left, right, mixed = list(names), list(words), []
    while left or right:
        mixed.extend([*left[:2], *right[:1]])
        left, right = left[2:], right[1:]
    return mixed


def _is_covered(one: str, plain: str) -> bool:
    """Whether the ban finds it without being told."""
    return plain_term(one) == plain or (" " not in plain and any(form in word_family(plain) for form in one.split()))


@cache
def _subjects() -> tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]:
    """Every subject: its names, what else it is called, whether it is a person."""
    subjects = []
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        names, _, others = line.removeprefix(PERSON).partition(":")
        split = [tuple(part.strip() for part in each.split(",") if part.strip()) for each in (names, others)]
        subjects.append((split[0], split[1], line.startswith(PERSON)))
    return tuple(subjects)


def _known_names(plain: str) -> tuple[list[str], bool]:
    """What the hand-written list knows, by the name of the subject first and then by its other names."""
    by_name = [subject for subject in _subjects() if plain in subject[0]]
    by_other = [subject for subject in _subjects() if plain in subject[1] and subject not in by_name]
    found = [name for names, others, _ in by_name for name in (*names, *others)]
    found += [name for names, _, _ in by_other for name in names[:2]]
    return found, any(is_person for _, _, is_person in by_name)


def _by_meaning(plain: str) -> Iterator[str]:
    """Words close by meaning, nearest first; nothing where the extra is missing."""
    from houserules import meaning

    if not meaning.is_here() or not plain:
        return
    words, table = _vocabulary()
    own = plain.replace("-", " ").replace("'", " ").split()
    floor = CLOSE if plain in words else CLOSE_IN_PARTS
    likeness = meaning.closeness(meaning.vectors([plain]), table)[0]
    for at in sorted(range(len(words)), key=lambda at: (-round(float(likeness[at]), 4), words[at]))[:60]:
        if likeness[at] < floor:
            return
        if not any(word.startswith(words[at][:ALIKE]) for word in own):
            yield words[at]


@cache
def _vocabulary() -> "tuple[tuple[str, ...], Vectors]":
    """Whole words whose vectors ship, in small letters, with the vector of each."""
    from houserules import meaning

    words = [word for word in meaning.whole_words() if len(word) >= SHORTEST]
    table = meaning.vectors(words)
    kept = [at for at in range(len(words)) if not _is_piece(words, table, at)]
    return tuple(words[at] for at in kept), table[kept]


def _is_piece(words: Sequence[str], table: "Vectors", at: int) -> bool:
    """Whether a longer word begins with this one and means the same (the words are in order)."""
    longer = at + 1
    while longer < len(words) and words[longer].startswith(words[at]):
        if len(words[longer]) - len(words[at]) >= LONGER and float(table[at] @ table[longer]) >= PIECE:
            return True
        longer += 1
    return False
