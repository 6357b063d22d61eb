"""Opening an address that a stranger gave us, without harm to the machine that does it or to its neighbours.

`safe_get` is the way out of Parley to the web: pages, lead images, and what they redirect to; `safe_post` goes the same way for what
is handed over. What is always true of them stands in docs/fetching.md. It imports no Django; what it needs is handed in.
"""

from collections.abc import Collection

from parley.base.fetching.deadline import Deadline
from parley.base.fetching.memory import RobotsMemory
from parley.base.fetching.posting import post
from parley.base.fetching.refusals import SENTENCES, Reason, Refused
from parley.base.fetching.robots import permit
from parley.base.fetching.terms import HTML, PICTURES, Fetched, Identity, Limits, Network
from parley.base.fetching.travel import Errand, reach, travel
from parley.base.fetching.urls import read_url
from parley.base.turns import elsewhere

__all__ = [
    "HTML",
    "PICTURES",
    "SENTENCES",
    "Fetched",
    "Identity",
    "Limits",
    "Network",
    "Reason",
    "Refused",
    "RobotsMemory",
    "read_url",
    "safe_get",
    "safe_post",
]

USUAL = Limits()
PARLEY = Identity()
INTERNET = Network()


def safe_get(
    url: str,
    *,
    kinds: Collection[str] = HTML,
    limits: Limits = USUAL,
    identity: Identity = PARLEY,
    network: Network = INTERNET,
) -> Fetched:
    """Open `url` and give what is there, if it is one of `kinds`; else raise `Refused`, and nothing but `Refused`.

    Blocks for `limits.seconds` at most.
    """
    deadline = Deadline(limits.seconds)
    errand = Errand(
        kinds=frozenset(kinds), limits=limits, identity=identity, network=network, deadline=deadline, permit=permit
    )
    with elsewhere():
        return travel(reach(read_url(url, limits), errand), errand)


def safe_post(
    url: str,
    body: bytes,
    headers: dict[str, str],
    *,
    limits: Limits = USUAL,
    identity: Identity = PARLEY,
    network: Network = INTERNET,
) -> int:
    """Hand `body` over at `url` and give the status of the answer; raises `Refused`, and nothing but `Refused`. Redirects are not
    followed, no robots.txt is asked. Blocks for `limits.seconds` at most.
    """
    with elsewhere():
        return post(read_url(url, limits), body, headers, limits=limits, identity=identity, network=network)
