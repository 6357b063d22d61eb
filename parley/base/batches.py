"""Many things, some at a time: a query takes no endless list."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from django.db import connection, models

Each = TypeVar("Each")


def batches(things: Sequence[Each], size: int) -> Iterator[Sequence[Each]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]


def update_each(rows: Sequence[models.Model], fields: Sequence[str]) -> None:
    """As `bulk_update`, by one statement for all rows, which is sent with each row's values: several times as fast, since no database
    has to read a CASE of hundreds of branches.
    """
    if not rows:
        return
    meta = rows[0]._meta  # noqa: SLF001 -- Django's own door to names
    columns = [meta.get_field(name) for name in fields]
    name = connection.ops.quote_name
    changes = ", ".join(f"{name(str(each.column))} = %s" for each in columns)  # type: ignore[union-attr] # all of them have one
    key = meta.pk
    assert key is not None  # noqa: S101 -- for the type checker
    sql = f"UPDATE {name(meta.db_table)} SET {changes} WHERE {name(str(key.column))} = %s"  # noqa: S608 -- names of our own models
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[*(_value(row, each) for each in columns), row.pk] for row in rows])


def _value(row: models.Model, field: Any) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)
