"""SQLite's FTS5 (https://www.sqlite.org/fts5.html), ranked by its BM25."""

from collections.abc import Iterable, Sequence

from django.db import connection

from parley.base.batches import batches
from parley.search.asking import Need
from parley.search.indexes import Entry, Keys, Looked, page_of

# Tokens are made by us, so everything but the spaces between them belongs to one.
TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(heading, words, marks,"
    " tokenize = \"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'\")"
)
FOUND = (
    "SELECT w.rowid AS id, {score} AS score FROM search_words w CROSS JOIN search_document d ON d.id = w.rowid"
    " WHERE search_words MATCH %s AND w.rowid >= %s AND w.rowid < %s AND d.group_id IN ({groups})"
    " ORDER BY w.rowid DESC"
)
SCORE = "bm25(search_words, 15.0, 1.0, 0.0)"
"""It counts all columns of a row as its length, so headings weigh much."""


class Fts5:
    def set_up(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(TABLE)

    def put(self, entries: Iterable[Entry]) -> None:
        rows = [(each.key, " ".join(each.heading), " ".join(each.words), " ".join(each.marks)) for each in entries]
        with connection.cursor() as cursor:
            cursor.executemany("REPLACE INTO search_words (rowid, heading, words, marks) VALUES (%s, %s, %s, %s)", rows)

    def drop(self, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            for some in batches(list(keys), 500):
                cursor.execute(f"DELETE FROM search_words WHERE rowid IN ({','.join(['%s'] * len(some))})", some)  # noqa: S608

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words")

    def find(self, looked: Looked, *, by_rank: bool, start: int, most: int) -> Keys:
        found = FOUND.format(score=SCORE if by_rank else "0", groups=looked.groups[0])
        order = "score, id DESC" if by_rank else "id DESC"
        return page_of(found, order, [expression(looked), looked.start, looked.end, *looked.groups[1], most, start])


def expression(looked: Looked) -> str:
    """In FTS5's language; tokens are letters and digits, and quoted all the same."""
    parts = [_need(each, looked.near.get(place, ())) for place, each in enumerate(looked.needs)]
    parts += [f"(marks : ({_any(each)}))" for each in looked.marks]
    parts = parts or ['(marks : "all")']
    without = [_need(each) for each in looked.without]
    if looked.without_marks:
        without.append(f"(marks : ({_any(looked.without_marks)}))")
    return f"({' AND '.join(parts)})" + "".join(f" NOT {each}" for each in without)


def _need(need: Need, near: Sequence[str] = ()) -> str:
    phrase = f'{{heading words}} : "{" ".join(need.tokens)}"{" *" if need.is_beginning else ""}'
    return f"(({phrase}) OR (heading : ({_any(near)})))" if near else f"({phrase})"


def _any(tokens: Iterable[str]) -> str:
    return " OR ".join(f'"{token}"' for token in tokens)
