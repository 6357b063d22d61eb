"""Handing something over at an address that a stranger gave us."""

import httpx

from parley.base.fetching.addresses import pins
from parley.base.fetching.deadline import Deadline
from parley.base.fetching.terms import Identity, Limits, Network
from parley.base.fetching.urls import ascii_host, port_of
from parley.base.fetching.wire import answer

_MOST_ANSWERED = 64 * 1024  # bytes of an answer, of which only the status is looked at


def post(url: httpx.URL, body: bytes, headers: dict[str, str], *, limits: Limits, identity: Identity, network: Network) -> int:
    """Give the status of the answer. Nothing of its body is read, and no redirect is followed."""
    deadline = Deadline(limits.seconds)
    found = pins(ascii_host(url), port_of(url), lookup=network.lookup, allow=network.allow, deadline=deadline)
    lines = {"User-Agent": identity.header(), **headers}
    with answer(
        url, found, headers=lines, trust=network.trust(), deadline=deadline, most=_MOST_ANSWERED, posting=body
    ) as response:
        return response.status
