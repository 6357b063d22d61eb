"""Many rows of a model at a time: one prepared statement on SQLite, COPY on PostgreSQL. Fields that are not named get their defaults.

`bulk_create` makes an object of each row and, on SQLite, a statement of each few dozen: several times slower.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

Row = Sequence[Any]


def next_key(model: type[models.Model]) -> int:
    """The first that is free."""
    return int(model._default_manager.aggregate(Max("pk"))["pk__max"] or 0) + 1  # noqa: SLF001 -- any model's


def store(model: type[models.Model], names: Sequence[str], rows: Iterable[Row]) -> None:
    """`names`: attributes in the order in which each row has their values."""
    fields = {each.attname: each for each in model._meta.concrete_fields}  # noqa: SLF001 -- Django's own door to names
    rest = [each for name, each in fields.items() if name not in names and not each.primary_key]
    given = [fields[name] for name in names]
    constant = [_prepared(each)(each.get_default()) for each in rest]
    columns = [str(each.column) for each in (*given, *rest)]
    insert = _copied if connection.vendor == "postgresql" else _sent
    insert(model._meta.db_table, columns, _filled(given, constant, rows))  # noqa: SLF001 -- as above


def _filled(fields: Sequence[models.Field[Any, Any]], constant: Row, rows: Iterable[Row]) -> Iterator[Row]:
    unlike = [(place, _prepared(each)) for place, each in enumerate(fields) if not isinstance(each, _PLAIN)]
    for row in rows:
        values = [*row, *constant]
        for place, prepared in unlike:
            values[place] = prepared(values[place])
        yield values


_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BinaryField, models.ForeignKey)
"""Stored as they are."""


def _prepared(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return lambda value: field.get_db_prep_save(value, connection)


def _named(table: str, columns: Sequence[str]) -> str:
    name = connection.ops.quote_name
    return f"{name(table)} ({', '.join(map(name, columns))})"


def _sent(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {_named(table, columns)} VALUES ({places})", list(rows))  # noqa: S608 -- names of our own models


def _copied(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {_named(table, columns)} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def count_on(stored: Sequence[type[models.Model]]) -> None:
    """PostgreSQL goes on counting behind the keys that were given; SQLite does so by itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(stored)):
            cursor.execute(statement)


def look_at_tables() -> None:
    """PostgreSQL gathers statistics, as it would by itself within the hour. SQLite has none on a site, and gets none here."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def tidy_tables() -> None:
    """What PostgreSQL does by itself within the day: rows it knows to be seen by everybody are found in an index alone. Not possible
    within a transaction.
    """
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
