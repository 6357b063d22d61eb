"""Searching seeds and comments: what the viewer may read, as it is shown now. What he may not is neither found nor counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from parley.groups.models import Group
from parley.groups.queries import readable_by
from parley.people.models import Person
from parley.search import headings
from parley.search.asking import MOST_CHARACTERS as MOST_CHARACTERS  # noqa: PLC0414 -- for the form
from parley.search.asking import Asked, Narrowing, Need, asked_of
from parley.search.indexes import Keys, Looked, index
from parley.search.models import LAST, Document, place_at
from parley.search.narrowing import asked_marks
from parley.search.passages import passage_of, places_of
from parley.seeds import queries as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads import queries as threads
from parley.threads.models import Comment

PAGE = 20
MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `title` and `passage` are public text, with the words asked for in them (code points)."""

    title: str
    title_marks: tuple[tuple[int, int], ...]
    url: str
    passage: str
    marks: tuple[tuple[int, int], ...]
    group: Group
    number: str
    """Of a comment; empty for a seed."""
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """`count` of all, as far as they are counted; `is_more`: there are more than that. `remarks`: sentences about what was asked.
    `is_near`: nothing has the words as they are written, these headlines nearly have them.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    is_more: bool = False
    is_near: bool = False
    has_next: bool = False
    remarks: tuple[str, ...] = ()


def find(viewer: Person | None, query: str, *, group: Group | None = None, by_rank: bool = True, page: int = 1) -> Found:
    """One page, the best first or the newest; in one group or in all that the viewer may read. Nothing for an empty query."""
    asked = asked_of(query)
    if asked.is_empty:
        return Found(remarks=tuple(asked.remarks))
    if group is not None:
        asked.narrowed.append(Narrowing("in", group.name))
    start = (min(max(page, 1), MOST_PAGES) - 1) * PAGE
    looked = _looked(viewer, asked)
    by_rank = by_rank and bool(asked.needs)
    keys = index().find(looked, by_rank=by_rank, start=start, most=PAGE)
    is_near = False
    if not keys.count and start == 0 and (near := _near(asked.needs)):
        keys = index().find(replace(looked, near=near), by_rank=by_rank, start=0, most=PAGE)
        is_near = bool(keys.count)
    words = [*_sought(asked.needs), *((token,) for each in near.values() for token in each)] if is_near else _sought(asked.needs)
    has_next = start + len(keys.keys) < min(keys.count, PAGE * MOST_PAGES)
    return Found(_hits(viewer, keys, words), keys.count, keys.is_more, is_near, has_next, tuple(asked.remarks))


def _looked(viewer: Person | None, asked: Asked) -> Looked:
    within, without = [], list[str]()
    for each in asked.narrowed:
        marks = asked_marks(viewer, each)
        if each.is_without:
            without += marks
        else:
            within.append(marks)
    groups = Group.objects.filter(readable_by(viewer)).values("pk").query.sql_with_params()
    start = place_at(asked.start) if asked.start else -LAST
    end = place_at(asked.end) if asked.end else LAST
    return Looked(asked.needs, {}, asked.without, within, without, groups, start, end)


def _near(needs: Sequence[Need]) -> dict[int, Sequence[str]]:
    found = {place: headings.near(need.word) for place, need in enumerate(needs)}
    return {place: tokens for place, tokens in found.items() if tokens}


def _sought(needs: Sequence[Need]) -> list[tuple[str, ...]]:
    """For marks: tokens, the last one with a star where it is only the beginning of a word."""
    return [(*need.tokens[:-1], need.tokens[-1] + "*") if need.is_beginning else need.tokens for need in needs]


def _hits(viewer: Person | None, keys: Keys, words: Sequence[tuple[str, ...]]) -> tuple[Hit, ...]:
    """Three queries. The viewer's right is asked once more, by the same condition as on every page."""
    documents = Document.objects.in_bulk(keys.keys)
    rows = [documents[key] for key in keys.keys if key in documents]
    of_seeds = seeds.found_by_key(viewer, [row.seed_id for row in rows if row.comment_id is None])
    of_comments = threads.found_by_key(viewer, [row.comment_id for row in rows if row.comment_id is not None])
    hits = [
        _comment_hit(of_comments.get(row.comment_id), words) if row.comment_id else _seed_hit(of_seeds.get(row.seed_id), words)
        for row in rows
    ]
    return tuple(hit for hit in hits if hit)


def _seed_hit(seed: Seed | None, words: Sequence[tuple[str, ...]]) -> Hit | None:
    if seed is None:
        return None
    remark = texts.shown(seed.remark).plain if seed.remark else ""
    opening, source = seeds.opening_shown(seed), seed.source.name if seed.source else ""
    passage, marks = passage_of([remark, opening, source] if remark else [opening, source], words)
    title_marks = tuple(places_of(seed.headline, words))
    return Hit(seed.headline, title_marks, seed.url, passage, marks, seed.group, "", seed.seeder.name, seed.created_at)


def _comment_hit(comment: Comment | None, words: Sequence[tuple[str, ...]]) -> Hit | None:
    if comment is None:
        return None
    passage, marks = passage_of([texts.shown(comment.text).plain], words)
    seed = comment.seed
    return Hit(seed.headline, (), comment.url, passage, marks, seed.group, comment.number, comment.author.name, comment.created_at)

