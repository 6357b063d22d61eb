"""Queries that every page asks, put together once.

Django makes the words of a query anew at each use, which takes several times as long as SQLite needs to answer it. A prepared query
is made by Django all the same, from values that stand in for those to come, and filled in later.

    TAGGED = Prepared(lambda some: Tag.objects.filter(seed__in=some).values_list("name"), numbers(200))
    TAGGED.rows(keys)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

FIRST = 9_000_000_000_000_000_000
"""Numbers from here on are nobody's key."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """At most `most` keys at once; what is left of the places is filled with a key that nothing has."""

    most: int


def numbers(most: int) -> Numbers:
    return Numbers(most)


@dataclass(frozen=True, slots=True)
class Compiled:
    words: str
    params: Sequence[Any]
    places: Sequence[tuple[int, int]]
    """Of a parameter, and of the value that goes there."""
    compiler: Any
    converters: Any


class Prepared:
    """`make`: the query, from as many values as there are `kinds`: `int`, `str`, `datetime`, `numbers(most)`."""

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], *kinds: Any) -> None:
        self._make, self._kinds = make, kinds

    def rows(self, *values: Any) -> list[Any]:
        connection: Any = connections[DEFAULT_DB_ALIAS]
        known: dict[Prepared, Compiled] = vars(connection).setdefault("prepared_queries", {})
        if self not in known:
            known[self] = self._compile(connection)
        query, given = known[self], self._flat(values, connection)
        params = list(query.params)
        for place, value in query.places:
            params[place] = given[value]
        with connection.cursor() as cursor:
            cursor.execute(query.words, params)
            found = cursor.fetchall()
        return list(query.compiler.apply_converters(found, query.converters)) if query.converters else list(found)

    def _compile(self, connection: Any) -> Compiled:
        stand_ins = self._stand_ins()
        compiler: Any = self._make(*stand_ins).query.get_compiler(connection=connection)
        words, params = compiler.as_sql()
        index = {value: place for place, value in enumerate(self._flat(stand_ins, connection))}
        places = [(place, index[param]) for place, param in enumerate(params) if _is_plain(param) and param in index]
        selected = [each[0] for each in compiler.select[: compiler.col_count]]
        return Compiled(words, params, places, compiler, compiler.get_converters(selected))

    def _stand_ins(self) -> list[Any]:
        """Values that occur nowhere else in a query."""
        found: list[Any] = []
        for place, kind in enumerate(self._kinds):
            if isinstance(kind, Numbers):
                found.append([FIRST + place * 10_000 + each for each in range(kind.most)])
            elif kind is datetime:
                found.append(datetime(1000 + place, 1, 1, tzinfo=UTC))
            else:
                found.append(kind(FIRST + place * 10_000))
        return found

    def _flat(self, values: Sequence[Any], connection: Any) -> list[Any]:
        found: list[Any] = []
        for kind, value in zip(self._kinds, values, strict=True):
            if isinstance(kind, Numbers):
                if len(value) > kind.most:
                    raise ValueError(f"{len(value)} keys where {kind.most} fit")
                found += [*value, *(-1 for _ in range(kind.most - len(value)))]
            else:
                found.append(connection.ops.adapt_datetimefield_value(value) if kind is datetime else value)
        return found


def _is_plain(param: Any) -> bool:
    return isinstance(param, int | str | datetime)
