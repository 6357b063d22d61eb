"""What happened, told upwards: a lower layer tells, higher ones listen, and neither imports the other.

    @dataclass(frozen=True, slots=True)
    class RulingGiven(Event):
        ruling_id: int

    tell(RulingGiven(ruling.pk))              # in the transaction of what happened
    listen(RulingGiven, write_statement)      # in `ready` of the higher layer's app

Listeners run at once and in the same transaction, so that a notice can be lost no more than what it tells of. What leaves the machine
is a job they enqueue.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """Has keys of rows, never rows."""


_LISTENERS: defaultdict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)


def listen(event: type[Event], listener: Callable[[Any], None]) -> None:
    """Call `listener` with every event of this very type; saying so twice is saying so once."""
    if listener not in _LISTENERS[event]:
        _LISTENERS[event].append(listener)


def tell(event: Event) -> None:
    for listener in _LISTENERS[type(event)]:
        listener(event)
