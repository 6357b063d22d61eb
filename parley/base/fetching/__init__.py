"""Opening an address that a stranger gave us, without harm to the machine that does it or to its neighbours.

`safe_get` is the only way out of Parley to the web: pages, lead images, and what they redirect to. What is always true
of it stands in docs/fetching.md. It imports no Django; what it needs is handed in.
"""

from collections.abc import Collection

from parley.base.fetching.deadline import Deadline
from parley.base.fetching.memory import RobotsMemory
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
    "safe_get",
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
