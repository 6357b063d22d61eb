"""Parts judged on a Dask cluster (extra `cluster`): workers come and go, and the scheduler gives lost parts to others."""

from concurrent.futures import CancelledError
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Self

from houserules.replaying.books import Books, ReplayError, tally_of
from houserules.replaying.crews import AHEAD
from houserules.replaying.cutting import Batch, Part

if TYPE_CHECKING:
    from concurrent.futures import Future

    from houserules.replaying.tally import Tally

SECONDS = 10
"""So long the address has to answer, and the cluster to have its first worker."""


def is_here() -> bool:
    """Whether the extra is installed."""
    return find_spec("distributed") is not None


class Cluster:
    """The workers of the scheduler at `address`, such as `tcp://10.0.0.1:8786`. They need the same houserules.

    Raises ReplayError when the extra is not installed, nothing answers there, or there is no worker.
    """

    def __init__(self, address: str) -> None:
        """Connected, and sure of one worker."""
        if not is_here():
            raise ReplayError("A cluster needs the extra of that name: pip install 'parley[cluster]'.")
        import distributed

        self.address = address
        self.lost: tuple[type[BaseException], ...] = (distributed.KilledWorker, CancelledError)
        self._client = _connected(distributed, address)
        try:
            self._client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError as wrong:
            self._client.close()
            raise ReplayError(f"The scheduler at {address} has no workers.") from wrong
        self._executor: Any = self._client.get_executor(pure=False)
        self.at_once = max(1, sum(self._client.nthreads().values())) * (1 + AHEAD)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        """What waits is not begun; the cluster stays as it was."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def submit(self, books: Books, part: Part | Batch) -> "Future[Tally]":
        """To the worker the scheduler chooses, and to another when that is lost."""
        try:
            future: Future[Tally] = self._executor.submit(tally_of, books, part)
        except Exception as gone:
            raise ReplayError(self._gone) from gone
        return future

    def mend(self) -> None:
        """The scheduler does that; raises ReplayError when it is gone itself."""
        if self._client.status != "running":
            raise ReplayError(self._gone)

    @property
    def _gone(self) -> str:
        return f"The scheduler at {self.address} does not answer any more."


def _connected(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as wrong:
        raise ReplayError(f"No scheduler answers at {address}.") from wrong
