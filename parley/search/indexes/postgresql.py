"""PostgreSQL's full text (its manual, chapter 12), with tokens of ours in place of its dictionaries, ranked by `ts_rank`."""

from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from parley.base.batches import batches
from parley.search.asking import Need
from parley.search.indexes import Entry, Keys, Looked, page_of
from parley.search.models import LAST as LAST_KEY

TABLES = (
    "CREATE TABLE IF NOT EXISTS search_words (id bigint PRIMARY KEY, group_id bigint, vector tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS search_words_vector ON search_words USING gin (vector)",
    # Of an index that was there before it knew groups.
    "ALTER TABLE search_words ADD COLUMN IF NOT EXISTS group_id bigint",
    "UPDATE search_words w SET group_id = d.group_id FROM search_document d WHERE d.id = w.id AND w.group_id IS NULL",
)
PUT = (
    "INSERT INTO search_words (id, group_id, vector) VALUES (%s, %s, %s::tsvector)"
    " ON CONFLICT (id) DO UPDATE SET vector = EXCLUDED.vector"
)
FOUND = (
    "SELECT w.id{rank} FROM search_words w"
    " WHERE w.vector @@ %s::tsquery{within} AND w.group_id = ANY(ARRAY({groups})) ORDER BY w.id DESC"
)
"""Looking each text's group up elsewhere would take most of the time, and sorting texts much of the rest."""
RANK = ", ts_rank(w.vector, %s::tsquery, 1) AS score"
WITHIN = " AND w.id >= %s AND w.id < %s"
"""Said only where a time was asked for: else the keys of the whole table would be read for it."""
NEAR = "SELECT set_config('random_page_cost', '1.1', true)"
"""What is searched often lies in memory, or on a disk without arms. By its usual figure, four, PostgreSQL reads a million texts in
their order rather than ten thousand here and there.
"""
GAP = 50
"""Places between a heading and its text, so that no phrase reaches from one into the other."""
LAST = 16_383
"""PostgreSQL knows no place behind this one."""


class FullText:
    def set_up(self) -> None:
        with connection.cursor() as cursor:
            for each in TABLES:
                cursor.execute(each)

    def put(self, entries: Iterable[Entry]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(PUT, [(each.key, each.group, _vector(each)) for each in entries])

    def drop(self, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            for some in batches(list(keys), 500):
                cursor.execute("DELETE FROM search_words WHERE id = ANY(%s)", [list(some)])

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE search_words")

    def find(self, looked: Looked, *, by_rank: bool, start: int, most: int) -> Keys:
        asked = expression(looked)
        within = [] if (looked.start, looked.end) == (-LAST_KEY, LAST_KEY) else [looked.start, looked.end]
        found = FOUND.format(rank=RANK if by_rank else "", within=WITHIN if within else "", groups=looked.groups[0])
        params = [*([asked] if by_rank else []), asked, *within, *looked.groups[1], most, start]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(NEAR)
            return page_of(found, "score DESC, id DESC" if by_rank else "id DESC", params)


def _vector(entry: Entry) -> str:
    """As PostgreSQL writes it: words of a heading weigh most."""
    first = len(entry.heading) + GAP
    parts = [f"'{token}':{place}A" for place, token in enumerate(entry.heading, start=1)]
    parts += [f"'{token}':{min(place, LAST)}" for place, token in enumerate(entry.words, start=first)]
    return " ".join([*parts, *(f"'@{mark}'" for mark in entry.marks)])


def expression(looked: Looked) -> str:
    parts = [_need(each, looked.near.get(place, ())) for place, each in enumerate(looked.needs)]
    parts += [_any(each) for each in looked.marks]
    parts = parts or ["'@all'"]
    parts += [f"!{_need(each)}" for each in looked.without]
    if looked.without_marks:
        parts.append(f"!{_any(looked.without_marks)}")
    return " & ".join(parts)


def _need(need: Need, near: Sequence[str] = ()) -> str:
    *first, last = need.tokens
    end = ":*" if need.is_beginning else ""
    phrase = " <-> ".join([*(f"'{token}'" for token in first), f"'{last}'{end}"])
    return "(" + " | ".join([f"({phrase})", *(f"'{token}':A" for token in near)]) + ")"


def _any(marks: Iterable[str]) -> str:
    return "(" + " | ".join(f"'@{mark}'" for mark in marks) + ")"
