"""One writer at a time; long queries are looked through for their places once.

SQLite lets one connection write at a time; who finds another at it sleeps and asks again, longer each time, while those who come
later get in between. With eight threads of one process some waited for seconds. Here they wait for each other before they ask, and
are woken as soon as they can, with as much patience as the settings give SQLite; other processes are waited for as ever.
"""

import threading
from functools import lru_cache

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

WRITING = threading.Lock()
LONGEST = 20_000
"""Letters of a query that is kept; longer ones name thousands of keys, and hardly come twice."""


class Cursor(base.SQLiteCursorWrapper):
    """Looking through the words of a long query for its places takes longer than answering it, and the same ones come again."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        if param_names is None and len(query) < LONGEST:
            return _placed(query)
        return super().convert_query(query, param_names=param_names)


@lru_cache(maxsize=1000)
def _placed(query: str) -> str:
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(base.DatabaseWrapper):
    _is_writing = False

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002 -- of Django's interface
        made: Cursor = self.connection.cursor(factory=Cursor)
        return made

    def _start_transaction_under_autocommit(self) -> None:
        if not WRITING.acquire(timeout=self.settings_dict["OPTIONS"]["timeout"]):
            raise OperationalError("database is locked")
        self._is_writing = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc] # not in its stub
        except BaseException:
            self._let_others()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc] # not in its stub
        self._let_others()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc] # not in its stub
        finally:
            self._let_others()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc] # not in its stub
        finally:
            self._let_others()

    def _let_others(self) -> None:
        if self._is_writing:
            self._is_writing = False
            WRITING.release()
