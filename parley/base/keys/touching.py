"""Naming the keys of what changes. Called in the transaction of the change, so that whoever can see the change can see this."""

from django.db import connection
from django.utils import timezone

XACT = {"postgresql": "pg_current_xact_id()::text::bigint"}
INSERT = "INSERT INTO keys_touch (key, is_cut, at, xact) VALUES "
AT_ONCE = 100


def purge(*keys: str) -> None:
    """Whatever holds one of these keys is shown to nobody again: for cuts, and for whatever takes something away or corrects it."""
    _touch(keys, is_cut=True)


def renew(*keys: str) -> None:
    """Whatever holds one of these keys is made anew; until then others may get the last one: for what only adds."""
    _touch(keys, is_cut=False)


def _touch(keys: tuple[str, ...], *, is_cut: bool) -> None:
    """Without the models, since every write of the site pays for it."""
    at = connection.ops.adapt_datetimefield_value(timezone.now())
    row = f"(%s, %s, %s, {XACT.get(connection.vendor, '0')})"
    wanted = list(dict.fromkeys(keys))
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            cursor.execute(INSERT + ", ".join([row] * len(some)), [value for key in some for value in (key, is_cut, at)])
