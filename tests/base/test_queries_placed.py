"""Where the values of a query go is found as Django finds it, whether it was looked for before or not."""

import sqlite3
from contextlib import closing

import pytest
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from parley.base.sqlite3.base import LONGEST, Cursor


@pytest.mark.parametrize("more", ["", " " * LONGEST])
@pytest.mark.parametrize(
    ("query", "values"), [("SELECT %s", [1]), ("SELECT '%%s', %s, '100%%'", [1]), ("SELECT 1", []), ("SELECT %(one)s", {"one": 1})]
)
def test_places_are_found_as_django_finds_them(query, values, more):
    with closing(sqlite3.connect(":memory:")) as connection:
        theirs = connection.cursor(factory=SQLiteCursorWrapper).execute(query + more, values).fetchall()
        for _ in range(2):
            assert connection.cursor(factory=Cursor).execute(query + more, values).fetchall() == theirs
