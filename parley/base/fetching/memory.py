"""What sites said in their robots.txt, kept for some minutes so that a site is asked once and not for every page."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from protego import Protego


@dataclass(frozen=True)
class Said:
    """One site's answer. `rules` is None when it gave none and so nothing is open to us (RFC 9309, 2.3.1.4)."""

    rules: Protego | None
    chars: int = 0


class RobotsMemory:
    """Bounded in time, in sites, and in what one site may fill; safe between threads."""

    def __init__(
        self, *, sites: int = 200, chars: int = 50_000, seconds: float = 600, silent_seconds: float = 60
    ) -> None:
        self._sites, self._chars = sites, chars
        self._seconds, self._silent_seconds = seconds, silent_seconds
        self._kept: OrderedDict[str, tuple[float, Said]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def recall(self, site: str) -> Said | None:
        """Give what `site` (scheme and authority) said, or None if that is unknown or too long ago."""
        with self._lock:
            until, said = self._kept.get(site, (0.0, None))
            return said if time.monotonic() < until else None

    def keep(self, site: str, said: Said) -> None:
        """Keep an answer; one of unusual size is asked for again each time instead."""
        if said.chars > self._chars:
            return
        seconds = self._seconds if said.rules else self._silent_seconds
        with self._lock:
            self._kept[site] = (time.monotonic() + seconds, said)
            self._kept.move_to_end(site)
            while len(self._kept) > self._sites:
                self._kept.popitem(last=False)
