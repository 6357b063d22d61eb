"""From an address to what it leads to, each step checked anew."""

from collections.abc import Callable
from dataclasses import dataclass

import httpcore
import httpx

from parley.base.fetching.addresses import Address, pins
from parley.base.fetching.bodies import header, kind_and_charset, read_body
from parley.base.fetching.deadline import Deadline
from parley.base.fetching.refusals import Reason, Refused
from parley.base.fetching.terms import Fetched, Identity, Limits, Network
from parley.base.fetching.urls import ascii_host, port_of, read_url
from parley.base.fetching.wire import answer

_OK = 200
_ONWARD = {301, 302, 303, 307, 308}
_STATUSES = {
    204: Reason.EMPTY,
    401: Reason.LOGIN,
    402: Reason.PAYMENT,
    403: Reason.LOGIN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
    429: Reason.TOO_OFTEN,
    451: Reason.LEGAL,
}
_SERVER_ERROR = 500
# What headers, chunk marks and packing that does not pack may add to a body on the wire.
_WIRE_EXTRA = 256 * 1024


@dataclass(frozen=True)
class Hop:
    """One address with the machines it was resolved to, once, and checked."""

    url: httpx.URL
    pins: tuple[Address, ...]

    @property
    def site(self) -> str:
        """Scheme and authority: what one robots.txt speaks for."""
        return f"{self.url.scheme}://{self.url.netloc.decode('ascii')}"


@dataclass(frozen=True, kw_only=True)
class Errand:
    """All that stays the same from hop to hop."""

    kinds: frozenset[str] | None  # None: any
    limits: Limits
    identity: Identity
    network: Network
    deadline: Deadline
    permit: Callable[[Hop, "Errand"], None]  # raises `Refused` where the site does not want us
    cut: bool = False  # take the beginning of a body that is too big, instead of nothing


def reach(url: httpx.URL, errand: Errand) -> Hop:
    """Resolve and check the host of `url`."""
    network = errand.network
    found = pins(ascii_host(url), port_of(url), lookup=network.lookup, allow=network.allow, deadline=errand.deadline)
    return Hop(url, found)


def travel(hop: Hop, errand: Errand) -> Fetched:
    """Follow redirects from `hop` to the end, asking for permission at each, and bring home what is there."""
    passed: list[str] = []
    while True:
        errand.permit(hop, errand)
        found = _ask(hop, errand, tuple(passed))
        if isinstance(found, Fetched):
            return found
        passed.append(str(hop.url))
        if len(passed) > errand.limits.redirects or str(found) in passed:
            raise Refused(Reason.TOO_MANY_REDIRECTS)
        hop = reach(found, errand)


def _ask(hop: Hop, errand: Errand, passed: tuple[str, ...]) -> Fetched | httpx.URL:
    most = errand.limits.body_bytes
    headers = {
        "User-Agent": errand.identity.header(),
        "Accept": ", ".join(sorted(errand.kinds)) if errand.kinds else "*/*",
        "Accept-Encoding": "gzip",
    }
    with answer(
        hop.url,
        hop.pins,
        headers=headers,
        trust=errand.network.trust(),
        deadline=errand.deadline,
        most=2 * most + _WIRE_EXTRA,
    ) as response:
        if response.status in _ONWARD:
            return read_url(_onward(response), errand.limits, base=hop.url)
        if response.status != _OK:
            raise Refused(_reason_for(response.status))
        return _take(response, hop, errand, passed)


def _onward(response: httpcore.Response) -> str:
    where = header(response, b"location")
    if not where:
        raise Refused(Reason.GARBLED)
    return where


def _reason_for(status: int) -> Reason:
    return _STATUSES.get(status, Reason.SITE_TROUBLE if status >= _SERVER_ERROR else Reason.REJECTED)


def _take(response: httpcore.Response, hop: Hop, errand: Errand, passed: tuple[str, ...]) -> Fetched:
    kind, charset = kind_and_charset(header(response, b"content-type"))
    if errand.kinds is not None and kind not in errand.kinds:
        raise Refused(Reason.KIND)
    body = read_body(response, most=errand.limits.body_bytes, cut=errand.cut)
    if not body.strip():
        raise Refused(Reason.EMPTY)
    return Fetched(str(hop.url), kind, charset, body, passed)
