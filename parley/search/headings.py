"""Words of headlines that are nearly what somebody wrote: “galcier” finds the glacier.

A process keeps the words it has read and reads only what came since. They are compared by insertions, deletions, changes, and swaps
of neighbours (optimal string alignment), of which longer words may have more.
"""

import threading
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from parley.base.batches import batches
from parley.search.models import HeadingWord
from parley.search.tokens import plain, token_of, words_of

SHORTEST = 4
LONG = 8
"""Words of so many letters may have two slips, shorter ones one."""
MOST_NEAR = 3
_LOCK = threading.Lock()


OVERLAP = 500
"""Keys that are read again: on PostgreSQL a smaller one can become visible after a larger one."""


class Words:
    """By their lengths."""

    def __init__(self) -> None:
        self.last = 0
        self.known: defaultdict[int, set[str]] = defaultdict(set)

    def look(self) -> None:
        """Read what came since."""
        with _LOCK:
            for key, word in HeadingWord.objects.filter(pk__gt=self.last - OVERLAP).order_by("pk").values_list("pk", "word"):
                self.last = max(self.last, key)
                self.known[len(word)].add(word)

    def of_length(self, length: int) -> list[str]:
        with _LOCK:
            return list(self.known.get(length, ()))


WORDS = Words()


def keep(headlines: Iterable[str]) -> None:
    """Words of these, for whoever looks for them with a slip."""
    found = {plain(line[word.start : word.end]) for line in headlines for word in words_of(line)}
    wanted = sorted(word for word in found if len(word) >= SHORTEST and not word.isdigit())
    for some in batches(wanted, 500):
        known = set(HeadingWord.objects.filter(word__in=some).values_list("word", flat=True))
        HeadingWord.objects.bulk_create([HeadingWord(word=word) for word in some if word not in known], ignore_conflicts=True)


def near(word: str) -> Sequence[str]:
    """Tokens of the nearest, none of them the word's own."""
    if len(word) < SHORTEST or word.isdigit():
        return ()
    WORDS.look()
    slips = 2 if len(word) >= LONG else 1
    among = [each for length in range(len(word) - slips, len(word) + slips + 1) for each in WORDS.of_length(length)]
    found = process.extract(word, among, scorer=OSA.distance, score_cutoff=slips, limit=MOST_NEAR)
    return tuple(sorted({token_of(each) for each, _, _ in found} - {token_of(word)}))
