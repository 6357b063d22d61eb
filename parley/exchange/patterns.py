"""Regular expressions that only list words: “gr(a|e)ys?” is gray, grays, grey, greys. All others are not taken apart."""

import re
from collections.abc import Iterable

MOST = 60
"""A pattern that means more words than that is no list."""
MOST_LETTERS, MOST_DEPTH = 2_000, 12
SPACE = re.compile(r"\\s[+*]?|\[(?:\\s|[ _-])+\][?+*]?")
SPECIAL = frozenset("\\[](){}.*+?|^$")


class NotAList(Exception):  # noqa: N818 -- an answer, not an error
    """The pattern means more than some words."""


def words_of(pattern: str) -> tuple[str, ...]:
    """The words that a pattern lists; none where it is no plain list."""
    if len(pattern) > MOST_LETTERS:
        return ()
    try:
        reader = _Reader(SPACE.sub(" ", pattern))
        found = reader.choice(0)
        reader.must_end()
    except NotAList:
        return ()
    words = [" ".join(each.split()) for each in found]
    return tuple(dict.fromkeys(words)) if all(words) else ()


class _Reader:
    """Reads a choice of sequences of letters and groups, each perhaps followed by “?”."""

    def __init__(self, pattern: str) -> None:
        self.rest = pattern

    def must_end(self) -> None:
        if self.rest:
            raise NotAList

    def choice(self, depth: int) -> list[str]:
        if depth > MOST_DEPTH:
            raise NotAList
        found = self._sequence(depth)
        while self._takes("|"):
            found = _few([*found, *self._sequence(depth)])
        return found

    def _sequence(self, depth: int) -> list[str]:
        found = [""]
        self._take_edge()
        while self.rest and self.rest[0] not in "|)":
            parts = self._part(depth)
            if self._takes("?"):
                parts = [*parts, ""]
            found = _few(before + part for before in found for part in parts)
            self._take_edge()
        return found

    def _part(self, depth: int) -> list[str]:
        if self._takes("(?:") or self._takes("("):
            inside = self.choice(depth + 1)
            if not self._takes(")"):
                raise NotAList
            return inside
        if self._takes("["):
            return self._letters()
        return [self._letter()]

    def _letters(self) -> list[str]:
        inside, closed, self.rest = self.rest.partition("]")
        if not closed or not re.fullmatch(r"[^\W_]{1,6}", inside):
            raise NotAList
        return list(inside)

    def _letter(self) -> str:
        if self._takes("\\"):
            letter = self.rest[:1]
            if not letter or letter.isalnum():
                raise NotAList
        else:
            letter = self.rest[0]
            if letter in SPECIAL:
                raise NotAList
        self.rest = self.rest[1:]
        return letter

    def _take_edge(self) -> None:
        while self._takes("\\b") or self._takes("(?i)"):
            pass

    def _takes(self, sign: str) -> bool:
        if not self.rest.startswith(sign):
            return False
        self.rest = self.rest[len(sign) :]
        return True


def _few(words: Iterable[str]) -> list[str]:
    found = []
    for word in words:
        found.append(word)
        if len(found) > MOST:
            raise NotAList
    return found
