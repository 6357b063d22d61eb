"""Rows of one's own account: what it is entered by, devices, invitations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WayInRow:
    """One thing that keeps an account: what is so, and where it is changed."""

    label: str
    state: str
    url: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A device on which one is signed in. `name` is what ending it sends as `session`; never the session's key."""

    name: str
    device: str
    near: str
    at: datetime | None
    is_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRow:
    """`state` is empty while somebody can join with it; then `address` is the whole link."""

    key: int
    email: str
    at: datetime
    until: datetime
    state: str
    address: str
    used_by_url: str | None
