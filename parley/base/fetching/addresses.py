"""Which machines may be talked to: those of the public internet, nothing else.

The tables are our own rather than `ipaddress.is_global`, whose answers changed between patch releases of Python and
which does not look inside an address that wraps another. They follow the IANA special-purpose address registries (RFC
6890).
"""

import queue
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from parley.base.fetching.deadline import Deadline
from parley.base.fetching.refusals import Reason, Refused

Address = IPv4Address | IPv6Address
Lookup = Callable[[str, int], Sequence[str]]

_CLOSED_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # carriers' NAT, and one cloud's metadata service
            "127.0.0.0/8",
            "168.63.129.16/32",  # public by number, but inside one large cloud it is the host's own service
            "169.254.0.0/16",  # link-local, and most clouds' metadata services
            "172.16.0.0/12",
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
# The only block handed out to the internet; loopback, unique local, link-local and multicast lie outside.
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo (which wraps IPv4), benchmarks, ORCHID
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which wraps IPv4; no site lives there any more
            "3ffe::/16",  # the experimental network of old
            "3fff::/20",  # documentation
        ),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")

# A lookup cannot be interrupted, so it runs in a thread of its own; this bounds how many a slow name server can tie up.
_LOOKUPS = threading.BoundedSemaphore(32)


def system_lookup(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver; OSError or UnicodeError when it knows no such host."""
    return [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def unwrapped(address: Address) -> Address:
    """Give the IPv4 address inside `::ffff:a.b.c.d` or NAT64's `64:ff9b::a.b.c.d`: that is the machine it leads to."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def is_public(address: Address) -> bool:
    """Say whether an address, after unwrapping, is one of the public internet."""
    inner = unwrapped(address)
    if isinstance(inner, IPv4Address):
        return not any(inner in network for network in _CLOSED_4)
    return inner in _OPEN_6 and not any(inner in network for network in _CLOSED_6)


def pins(
    host: str, port: int, *, lookup: Lookup, allow: Iterable[IPv4Network | IPv6Network], deadline: Deadline
) -> tuple[Address, ...]:
    """Resolve `host` once and give its addresses, all checked. One bad address refuses the host.

    The caller connects to these and never resolves again, so a name server that changes its mind changes nothing.
    """
    written = _written_out(host)
    found = [written] if written else _looked_up(host, port, lookup, deadline)
    if not found:
        raise Refused(Reason.UNKNOWN_HOST)
    allowed = tuple(allow)
    for address in found:
        if not is_public(address) and not any(unwrapped(address) in network for network in allowed):
            raise Refused(Reason.PRIVATE)
    return tuple(dict.fromkeys(found))


def _written_out(host: str) -> Address | None:
    """Read a host that is an address, also in the old spellings: `2130706433` and `0x7f.1` are 127.0.0.1."""
    try:
        return ip_address(host)
    except ValueError:
        last = host.rpartition(".")[2]
    if not last.isdecimal() and not last.startswith("0x"):
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        raise Refused(Reason.NOT_AN_ADDRESS) from None


def _looked_up(host: str, port: int, lookup: Lookup, deadline: Deadline) -> list[Address]:
    """Resolve in a thread, so that a name server that never answers costs no more than the deadline."""
    if not _LOOKUPS.acquire(blocking=False):
        raise Refused(Reason.CROWDED)
    answers: queue.SimpleQueue[list[Address]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put([ip_address(text) for text in lookup(host, port)])
        except (OSError, ValueError):  # UnicodeError, for a label too long, is a ValueError
            answers.put([])
        finally:
            _LOOKUPS.release()

    threading.Thread(target=ask, daemon=True, name="parley-lookup").start()
    try:
        return answers.get(timeout=deadline.left())
    except queue.Empty:
        raise Refused(Reason.TOO_SLOW) from None
