"""Marks pages as open, and as kept by the front. Every page that is not marked asks to sign in."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def kept_page(*reads: str, **tests: Callable[[str], object]) -> Callable[[View], View]:
    """An open page that the front may keep. `reads` are the parts of its query that it reads, `tests` others with a test: a value
    that does not pass is passed over here and there. By `base.keys.shows` it says what it shows.
    """
    knows = dict.fromkeys(reads, bool) | tests

    def mark(view: View) -> View:
        view.knows = knows  # type: ignore[attr-defined] # read by edge.names
        return open_page(view)

    return mark


def open_page(view: View) -> View:
    """Readable without an account; without a session cookie it is the same for everybody (tests/test_doors.py)."""
    view.is_open = True  # type: ignore[attr-defined] # read by middleware.Viewer
    return view


def door_page(view: View) -> View:
    """For whoever is on the way in, with or without a session: it may begin one, so it is nobody's but its reader's."""
    view.is_door = True  # type: ignore[attr-defined] # read by middleware.Viewer
    return view
