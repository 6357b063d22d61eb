"""One moment after which a fetch stops, whatever it is doing."""

import time

from parley.base.fetching.refusals import Reason, Refused


class Deadline:
    """`seconds` from now; asked before every wait, so that a lively drip of single bytes gains nothing."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Give the seconds left, more than none; raise `Refused` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Refused(Reason.TOO_SLOW)
        return left

    def sooner(self, share: float) -> "Deadline":
        """Give a deadline at `share` of what is left."""
        return Deadline(self.left() * share)
