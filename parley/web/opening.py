"""Marks pages as open. Every page that is not marked asks to sign in."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def open_page(view: View) -> View:
    """Readable without an account; without a session cookie it is the same for everybody (tests/test_doors.py)."""
    view.is_open = True  # type: ignore[attr-defined] # read by middleware.Viewer
    return view
