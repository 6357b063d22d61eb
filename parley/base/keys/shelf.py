"""A bounded shelf of finished things with the keys of what they show. What is touched leaves it; what was used last stays longest."""

import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakSet

from parley.base.keys.tails import EVERYTHING, Tail, Touched, tail

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60.0
"""After these a thing counts as touched, whatever happened: pages show what ends by the clock."""


@dataclass(frozen=True, slots=True)
class Made:
    """`size` in bytes; `keys` of everything it shows."""

    value: Any
    size: int
    keys: frozenset[str]


@dataclass(slots=True)
class Row:
    made: Made
    good_until: float
    """By the monotonic clock."""
    is_touched: bool = False
    """It is good no longer, and still the last one until its time is over."""

    @property
    def is_good(self) -> bool:
        return not self.is_touched and self.is_last

    @property
    def is_last(self) -> bool:
        return self.good_until > time.monotonic()


@dataclass(slots=True)
class Flight:
    """Something is being made; meanwhile these keys were touched."""

    touched: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)


class Told(Protocol):
    def touch(self, touched: Iterable[Touched]) -> None:
        """In any thread."""


class Watch:
    """Tells all shelves of this process what was touched."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._reading = RLock()
        self._told: WeakSet[Told] = WeakSet()
        self._tail: Tail | None = None

    def add(self, told: "Told") -> None:
        self._told.add(told)

    def prove(self) -> None:
        """After this, nothing on a shelf is older than the call. Raises what the database raises; then nothing is proved."""
        with self._reading:
            self._tail = self._tail or tail()
            if found := self._tail.read():
                self.tell(found)

    def tell(self, touched: Iterable[Touched]) -> None:
        with self.lock:
            for each in self._told:
                each.touch(touched)

    def forget(self) -> None:
        """Begin anew: another database, or the same one with a past of its own."""
        with self._reading:
            self._tail = None
            self.tell(EVERYTHING)


WATCH = Watch()


class Shelf:
    def __init__(self, *, megabytes: float, seconds: float = SECONDS) -> None:
        self._most = int(megabytes * 1_000_000)
        self._seconds = seconds
        self._lock = WATCH.lock
        self._flights: list[Flight] = []
        self.clear()
        WATCH.add(self)

    def fresh(self, name: Hashable, make: Callable[[], Made]) -> Any:
        """What `make` makes, or made before: from a state of the database no older than this call."""
        WATCH.prove()
        if (row := self.look(name)) is not None and row.is_good:
            return row.made.value
        with self.flight() as flight:
            made = make()
            self.put(name, made, flight)  # while it is still told what is touched
        return made.value

    def look(self, name: Hashable) -> Row | None:
        """The last one, good or not. Whoever asks has proved what it may be used for."""
        row = self._rows.get(name)
        if row is not None and self.size > self._most // 2:  # only then it matters which was used last
            with self._lock:
                if name in self._rows:
                    self._rows.move_to_end(name)
        return row

    @contextmanager
    def flight(self) -> "Iterator[Flight]":
        """Opened before anything is read for what is made, and after a proof."""
        flight = Flight()
        with self._lock:
            self._flights.append(flight)
        try:
            yield flight
        finally:
            with self._lock:
                self._flights.remove(flight)

    def put(self, name: Hashable, made: Made, flight: Flight) -> bool:
        """Keep it, unless it was cut meanwhile or is too large; then False. What was touched meanwhile is kept as the last one."""
        with self._lock:
            if "" in flight.cut or made.keys & flight.cut or made.size > self._most // 4:
                return False
            self._drop(name)
            self._rows[name] = Row(made, time.monotonic() + self._seconds, bool(made.keys & flight.touched))
            self.size += made.size
            for key in made.keys:
                self._names[key].add(name)
            while self.size > self._most:
                self._drop(next(iter(self._rows)))
        return True

    def touch(self, touched: Iterable[Touched]) -> None:
        with self._lock:
            for key, is_cut in touched:
                for flight in self._flights:
                    (flight.cut if is_cut else flight.touched).add(key)
                if not key:
                    self.clear()
                for name in list(self._names.get(key, ())):
                    if is_cut:
                        self._drop(name)
                    else:
                        self._rows[name].is_touched = True

    def clear(self) -> None:
        self._rows: OrderedDict[Hashable, Row] = OrderedDict()
        self._names: defaultdict[str, set[Hashable]] = defaultdict(set)
        self.size = 0

    def _drop(self, name: Hashable) -> None:
        row = self._rows.pop(name, None)
        if row is None:
            return
        self.size -= row.made.size
        for key in row.made.keys:
            names = self._names[key]
            names.discard(name)
            if not names:
                del self._names[key]

    def __len__(self) -> int:
        return len(self._rows)
