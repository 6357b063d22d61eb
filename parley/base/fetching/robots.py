"""Asking a site whether programs may open a page (RFC 9309), by the same safe way as the page itself.

A site that has no robots.txt (4xx) is open. One that cannot say (5xx, garble, no answer in time) is closed until it
can.
"""

import re
from dataclasses import replace

import httpx
from protego import Protego

from parley.base.fetching.memory import Said
from parley.base.fetching.refusals import Reason, Refused
from parley.base.fetching.travel import Errand, Hop, travel

_MOST_BYTES = 500 * 1024  # what RFC 9309 (2.5) asks everybody to read; the rest is not looked at
_SHARE_OF_TIME = 0.5  # a slow robots.txt leaves time to say so
_OPEN = {
    Reason.NOT_FOUND,
    Reason.LOGIN,
    Reason.PAYMENT,
    Reason.TOO_OFTEN,
    Reason.LEGAL,
    Reason.REJECTED,
    Reason.EMPTY,
    Reason.TOO_MANY_REDIRECTS,
}
_NO_WAY_THERE = {
    Reason.UNREACHABLE,
    Reason.TLS,
    Reason.TOO_SLOW,
    Reason.CROWDED,
}  # the page would fare the same: say that
_AGENT = re.compile(r"\s*user(?:-|\s+)?agent(?:\s*:|\s)(?P<names>.*)", re.IGNORECASE)


def permit(hop: Hop, errand: Errand) -> None:
    """Raise `Refused` if the site of `hop` does not want programs to open it."""
    memory = errand.network.memory
    said = memory.recall(hop.site)
    if said is None:
        said = _ask(hop, errand)
        memory.keep(hop.site, said)
    if said.rules is None:
        raise Refused(Reason.ROBOTS_SILENT)
    if not said.rules.can_fetch(str(hop.url), errand.identity.name):
        raise Refused(Reason.ROBOTS)


def _ask(hop: Hop, errand: Errand) -> Said:
    """Fetch and read the robots.txt of a site, at the addresses already resolved for it."""
    question = replace(
        errand,
        kinds=None,
        limits=replace(errand.limits, body_bytes=_MOST_BYTES),
        deadline=errand.deadline.sooner(_SHARE_OF_TIME),
        permit=_always,
        cut=True,
    )
    try:
        body = travel(Hop(httpx.URL(f"{hop.site}/robots.txt"), hop.pins), question).body
    except Refused as refused:
        if refused.reason in _NO_WAY_THERE:
            raise
        return Said(read_rules("", errand.identity.name)) if refused.reason in _OPEN else Said(None)
    text = body.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return Said(read_rules(text, errand.identity.name), len(text))


def _always(hop: Hop, errand: Errand) -> None:
    """Nobody is asked whether robots.txt may be read."""


def read_rules(text: str, name: str) -> Protego:
    """Read a robots.txt, as far as it concerns everybody or us.

    All other agents become one: the reader keeps a copy of each rule for each agent of its group, so that half a
    megabyte of agents and rules would otherwise grow to gigabytes.
    """
    return Protego.parse("\n".join(_only_ours(line, name.lower()) for line in text.splitlines()))


def _only_ours(line: str, name: str) -> str:
    found = _AGENT.match(line)
    if not found:
        return line
    named = found["names"].partition("#")[0].strip(" \t:").lower()
    return f"user-agent: {named if named in {'*', name} else '-'}"
