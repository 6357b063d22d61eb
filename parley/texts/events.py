"""What higher layers are told."""

from dataclasses import dataclass

from parley.base.events import Event


@dataclass(frozen=True, slots=True)
class TextsChanged(Event):
    """What is shown of these texts is another now: they were edited, cut, or given back. Their layer knows where that is seen."""

    keys: tuple[int, ...]
