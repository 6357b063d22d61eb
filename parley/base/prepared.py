"""Queries that every page asks, put together once.

Django makes the words of a query anew at each use, which takes several times as long as SQLite needs to answer it. A prepared query
is made by Django all the same, from values that stand in for those to come, and filled in later.

    TAGGED = Prepared(lambda some: Tag.objects.filter(seed__in=some).values_list("name"), numbers(200))
    TAGGED.rows(keys)
    SEED = Prepared(lambda key: Seed.objects.filter(pk=key).select_related("group"), int)
    SEED.first(key)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from django.db.models.query import get_related_populators
from django.db.models.sql import InsertQuery, UpdateQuery

FIRST = 2_000_000_000
"""Numbers from here on stand in for those to come: no query names one itself, and they fit the smallest of our columns, since Django
leaves out what does not.
"""
LARGEST = 2**63 - 1
"""No database compares with more; nothing has it for a key."""


@dataclass(frozen=True, slots=True)
class Several:
    """At most `most` keys or names at once; what is left of the places is filled with one that nothing has."""

    most: int
    kind: type[int] | type[str]


def numbers(most: int) -> Several:
    return Several(most, int)


def names(most: int) -> Several:
    return Several(most, str)


@dataclass(frozen=True, slots=True)
class Compiled:
    words: str
    params: Sequence[Any]
    places: Sequence[tuple[int, int]]
    """Of a parameter, and of the value that goes there."""
    compiler: Any
    converters: Any
    made: Callable[[Sequence[Any]], Any]
    """The instance of a row."""


class Prepared:
    """`make`: the query, from as many values as there are `kinds`: `int`, `str`, `datetime`, `UUID`, `numbers(…)`, `names(…)`."""

    def __init__(self, make: Callable[..., Any], *kinds: Any) -> None:
        self._make, self._kinds = make, kinds

    def rows(self, *values: Any) -> list[Any]:
        """Of a query that gives values."""
        return self._answer(values)[1]

    def instances(self, *values: Any) -> list[Any]:
        """Of a query that gives instances; what they are related to comes with them, what was to be prefetched does not."""
        query, found = self._answer(values)
        return [query.made(row) for row in found]

    def first(self, *values: Any) -> Any:
        """The first instance, or None. The query says how many are read at most."""
        query, found = self._answer(values)
        return query.made(found[0]) if found else None

    def _answer(self, values: Sequence[Any]) -> tuple[Compiled, list[Any]]:
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
            found = cursor.fetchall() if query.compiler.select else []
        return query, list(query.compiler.apply_converters(found, query.converters)) if query.converters else list(found)

    def _compile(self, connection: Any) -> Compiled:
        stand_ins = self._stand_ins()
        compiler: Any = self._query(self._make(*stand_ins)).get_compiler(connection=connection)
        words, params = compiler.as_sql()
        index = {value: place for place, value in enumerate(self._flat(stand_ins, connection))}
        places = [(place, index[param]) for place, param in enumerate(params) if _is_plain(param) and param in index]
        if {value for _, value in places} != set(range(len(index))):
            raise ValueError("some value stands nowhere in the query")
        if compiler.select is None:  # a change
            return Compiled(words, params, places, compiler, {}, tuple)
        selected = [each[0] for each in compiler.select[: compiler.col_count]]
        return Compiled(words, params, places, compiler, compiler.get_converters(selected), _maker(compiler))

    @staticmethod
    def _query(made: Any) -> Any:
        return made.query

    def _stand_ins(self) -> list[Any]:
        """Values that occur nowhere else in a query."""
        found: list[Any] = []
        for place, kind in enumerate(self._kinds):
            if isinstance(kind, Several):
                found.append([kind.kind(FIRST + place * 10_000 + each) for each in range(kind.most)])
            elif kind is datetime:
                found.append(datetime(1000 + place, 1, 1, tzinfo=UTC))
            elif kind is UUID:
                found.append(UUID(int=FIRST + place))
            else:
                found.append(kind(FIRST + place * 10_000))
        return found

    def _flat(self, values: Sequence[Any], connection: Any) -> list[Any]:
        found: list[Any] = []
        for kind, value in zip(self._kinds, values, strict=True):
            if isinstance(kind, Several):
                if len(value) > kind.most:
                    raise ValueError(f"{len(value)} keys where {kind.most} fit")
                found += [*value, *(kind.kind(-1) for _ in range(kind.most - len(value)))]
            elif kind is int:
                found.append(max(-LARGEST, min(LARGEST, value)))
            elif kind is datetime:
                found.append(connection.ops.adapt_datetimefield_value(value))
            else:
                found.append(value.hex if kind is UUID and not connection.features.has_native_uuid_field else value)
        return found


class PreparedChange(Prepared):
    """`make` gives the rows to change and the new values of their fields."""

    def __call__(self, *values: Any) -> None:
        self._answer(values)

    @staticmethod
    def _query(made: Any) -> Any:
        rows, fields = made
        change = rows.query.chain(UpdateQuery)
        change.add_update_values(fields)
        return change


def insert(row: Model) -> None:
    """Stores a new row of a plain model, whose key the database gives; no signal is sent."""
    connection: Any = connections[DEFAULT_DB_ALIAS]
    about, state = row._meta, row._state  # noqa: SLF001 -- Django's, and documented
    fields = [each for each in about.concrete_fields if not each.primary_key]
    known: dict[type[Model], str] = vars(connection).setdefault("prepared_inserts", {})
    if type(row) not in known:
        query: Any = InsertQuery(type(row))
        query.insert_values(fields, [row])
        compiler = query.get_compiler(connection=connection)
        compiler.returning_fields = [about.pk]
        ((known[type(row)], _),) = compiler.as_sql()
    values = [each.get_db_prep_save(each.pre_save(row, add=True), connection) for each in fields]
    with connection.cursor() as cursor:
        cursor.execute(known[type(row)], values)
        row.pk = cursor.fetchone()[0]
    state.adding, state.db = False, DEFAULT_DB_ALIAS


def _maker(compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """Instances with what they are related to, as `django.db.models.query.ModelIterable` makes them."""
    info, select, alias, populators = compiler.klass_info, compiler.select, compiler.using, cast("Any", get_related_populators)
    if info is None or compiler.query.values_select:  # the query gives values
        return tuple
    start, end = info["select_fields"][0], info["select_fields"][-1] + 1
    fields = [each[0].target.attname for each in select[start:end]]
    related = populators(info, select, alias)

    def made(row: Sequence[Any]) -> Any:
        found = info["model"].from_db(alias, fields, row[start:end])
        for each in related:
            each.populate(row, found)
        return found

    return made


def _is_plain(param: Any) -> bool:
    return isinstance(param, int | float | str | datetime | UUID)
