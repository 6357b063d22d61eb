"""What the database itself refuses: to change or to delete what the ledger holds, whoever asks.

Set anew after each migration, since SQLite makes a table anew when a column changes and forgets its triggers. Two changes go through:
an entry is emptied (`EntryQuerySet.purge`), and a place is given out.
"""

from typing import Any

from django.db import connections

from parley.ledger.models import Entry, Head, Node, Place

KEPT = ("id", "at", "act", "group_id", "decider", "because", "corrects_id", "digest")
EMPTIED = ("actor", "subject", "address", "salt")
REFUSAL = "the ledger is append-only"


def _may_change(model: type, differs: str) -> str:
    """SQL that is true where an UPDATE of the row is allowed."""
    if model is Entry:
        kept = [f"NOT (OLD.{name} {differs} NEW.{name})" for name in KEPT]
        empty = [f"NEW.{name} = ''" for name in EMPTIED]
        emptied = "CAST(NEW.body AS text) = '{}'"
        return " AND ".join(["OLD.purged_by_id IS NULL", "NEW.purged_by_id IS NOT NULL", *kept, *empty, emptied])
    if model is Place:
        return "OLD.index_ IS NULL AND NEW.index_ IS NOT NULL AND OLD.entry_id = NEW.entry_id".replace("index_", '"index"')
    return "FALSE"


def _on_sqlite(table: str, model: type) -> list[str]:
    return [
        *_off_sqlite(table),
        (
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table} WHEN NOT ({_may_change(model, 'IS NOT')}) "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        ),
        f"CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    ]


def _off_sqlite(table: str) -> list[str]:
    return [f"DROP TRIGGER IF EXISTS {table}_{what}" for what in ("kept", "not_deleted")]


def _on_postgresql(table: str, model: type) -> list[str]:
    return [
        (
            f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'UPDATE' THEN IF {_may_change(model, 'IS DISTINCT FROM')} THEN RETURN NEW; END IF; END IF; "
            f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        ),
        f"CREATE OR REPLACE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
    ]


def _tables() -> dict[str, type]:
    return {model._meta.db_table: model for model in (Entry, Place, Node, Head)}  # noqa: SLF001 -- Django's own door to names


def set_up(using: str = "default", **_: Any) -> None:
    """Called after each migration."""
    make = _on_sqlite if connections[using].vendor == "sqlite" else _on_postgresql
    with connections[using].cursor() as cursor:
        for table, model in _tables().items():
            for statement in make(table, model):
                cursor.execute(statement)


def take_down(using: str = "default") -> None:
    """For tests that empty the whole database, on SQLite, where that is a DELETE."""
    with connections[using].cursor() as cursor:
        for table in _tables():
            for statement in _off_sqlite(table):
                cursor.execute(statement)
