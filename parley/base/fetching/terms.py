"""What a fetch may cost, who asks, through which network, and what it brings home."""

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv4Network, IPv6Network

import httpx

from parley.base.fetching.addresses import system_lookup
from parley.base.fetching.memory import RobotsMemory

HTML = frozenset({"text/html", "application/xhtml+xml"})
# "image/jpg" is registered nowhere and sent everywhere.
PICTURES = frozenset({"image/jpeg", "image/jpg", "image/png", "image/webp", "image/gif", "image/avif"})


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one fetch may cost, redirects and robots.txt included."""

    seconds: float = 10.0
    body_bytes: int = 5 * 1024 * 1024  # after decompression
    redirects: int = 5
    url_chars: int = 2_000
    ports: frozenset[int] = frozenset({80, 443})


@dataclass(frozen=True, kw_only=True)
class Identity:
    """How we introduce ourselves; `name` is also what a robots.txt calls us."""

    name: str = "Parley"
    version: str = "0.1"
    about: str = ""  # a page of this site that says who fetches and why

    def header(self) -> str:
        """Give the User-Agent line, say `Parley/0.1 (+https://example.org/about)`."""
        return f"{self.name}/{self.version}" + (f" (+{self.about})" if self.about else "")


@cache
def public_trust() -> ssl.SSLContext:
    """Trust the usual certificate authorities, whatever the environment says; made once, it costs 20 ms."""
    return httpx.create_ssl_context(trust_env=False)


@dataclass(frozen=True, kw_only=True)
class Network:
    """The way out. Only tests, and operators who know why, use another than the default."""

    lookup: Callable[[str, int], Sequence[str]] = system_lookup  # host, port -> addresses as text; OSError: unknown
    allow: tuple[IPv4Network | IPv6Network, ...] = ()  # opened although not public
    trust: Callable[[], ssl.SSLContext] = public_trust
    memory: RobotsMemory = field(default_factory=RobotsMemory)


@dataclass(frozen=True)
class Fetched:
    """A page or picture as it arrived: bytes, not yet trusted to be what it says."""

    url: str  # where we ended up, without fragment
    content_type: str  # lower case, without parameters; one of the kinds asked for
    charset: str | None  # as the header names it, if it names a text encoding we know
    body: bytes  # decompressed, never empty
    redirects: tuple[str, ...]  # the addresses that sent us on, in order
