"""Recurring work: accounts whose time has come, archives and addresses whose time is over."""

from datetime import timedelta

from parley.base.jobs import every
from parley.exchange import leaving
from parley.groups.leaving import forget_addresses
from parley.people.archives import forget_old


@every(timedelta(hours=1))
def let_members_go() -> None:
    """Also those whose job died."""
    leaving.begin_due()


@every(timedelta(hours=1))
def forget_what_is_over() -> None:
    forget_old()
    forget_addresses()
