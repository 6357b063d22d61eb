"""Plain search of one group: every word must stand in what is public of a seed or of a comment.

What was cut is in no public text, and of an article only what the group shows is looked at, so a search cannot tell what a
page does not.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from parley.base.cleaning import clean_line
from parley.groups.models import Group
from parley.people.models import Person
from parley.seeds import queries as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads import queries as threads
from parley.threads.models import Comment

MOST_CHARACTERS = 200
MOST_WORDS = 8
MOST_HITS = 40
"""Of seeds and of comments each."""
AROUND = 90
"""Characters shown before and after the first word that was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `passage` is public text, `marks` are the words asked for in it (code points)."""

    title: str
    url: str
    passage: str
    marks: tuple[tuple[int, int], ...]
    where: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """`total_is_more`: there are more than these hits. `is_shortened`: not all of the query was looked for."""

    hits: tuple[Hit, ...]
    total_is_more: bool
    is_shortened: bool = False


def find(viewer: Person | None, group: Group, query: str) -> Found:
    """Seeds, then comments, newest first; nothing for an empty query."""
    words = clean_line(query[:MOST_CHARACTERS]).split()
    is_shortened = len(query) > MOST_CHARACTERS or len(words) > MOST_WORDS
    words = words[:MOST_WORDS]
    if not words:
        return Found((), total_is_more=False)
    of_seeds = seeds.found_in(viewer, group, words, limit=MOST_HITS + 1)
    of_comments = threads.found_in(viewer, group, words, limit=MOST_HITS + 1)
    hits = [_seed_hit(seed, words) for seed in of_seeds[:MOST_HITS]]
    hits += [_comment_hit(comment, words) for comment in of_comments[:MOST_HITS]]
    return Found(tuple(hits), max(len(of_seeds), len(of_comments)) > MOST_HITS, is_shortened)


def _seed_hit(seed: Seed, words: list[str]) -> Hit:
    remark = texts.shown(seed.remark).plain if seed.remark else ""
    public = [seed.source.name if seed.source else "", remark, seeds.opening_shown(seed)]
    passage, marks = passage_of(max(public, key=lambda text: _weight(text, words)), words)
    return Hit(seed.headline, seed.url, passage, marks, "seed", seed.seeder.name, seed.created_at)


def _comment_hit(comment: Comment, words: list[str]) -> Hit:
    passage, marks = passage_of(texts.shown(comment.text).plain, words)
    where = f"comment {comment.number}"
    return Hit(comment.seed.headline, comment.url, passage, marks, where, comment.author.name, comment.created_at)


def _weight(text: str, words: list[str]) -> int:
    """How many of the words stand in it."""
    return len({found.casefold() for found in _pattern(words).findall(text)})


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in longest_first), re.IGNORECASE)


def passage_of(text: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A run of the text around the first word found, and where words stand in that run."""
    pattern = _pattern(words)
    first = pattern.search(text)
    start = max(0, first.start() - AROUND) if first else 0
    if start and (space := text.find(" ", start, start + 20)) >= 0:
        start = space + 1
    end = min(len(text), (first.end() if first else 0) + 2 * AROUND)
    if end < len(text) and (space := text.rfind(" ", end - 20, end)) >= 0:
        end = space
    run = ("… " if start else "") + " ".join(text[start:end].splitlines()) + (" …" if end < len(text) else "")
    return run, tuple(found.span() for found in pattern.finditer(run))
