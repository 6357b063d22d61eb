"""Reading an address that somebody typed, or that a site sent us on to."""

import re

import httpx

from parley.base.fetching.refusals import Reason, Refused
from parley.base.fetching.terms import Limits

DEFAULT_PORTS = {"http": 80, "https": 443}

# What a host may be made of once IDN names are in their ASCII form. Stricter than the parser, so that no other reader
# of the same address can see another host in it.
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_IPV6 = re.compile(r"[0-9a-f:.]*:[0-9a-f:.]*")
_LONGEST_NAME = 253


def read_url(text: str, limits: Limits, *, base: httpx.URL | None = None) -> httpx.URL:
    """Give the address in its one ASCII form, without fragment, or raise `Refused`. `base`: for relative ones."""
    if len(text) > limits.url_chars:
        raise Refused(Reason.TOO_LONG)
    try:
        url = base.join(text.strip()) if base else httpx.URL(text.strip())
        url = url.copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError):
        raise Refused(Reason.NOT_AN_ADDRESS) from None
    _check_shape(url, limits)
    return url.copy_with(host=url.host.rstrip(".")) if url.host.endswith(".") else url


def port_of(url: httpx.URL) -> int:
    """Give the port an address leads to."""
    return DEFAULT_PORTS[url.scheme] if url.port is None else url.port


def ascii_host(url: httpx.URL) -> str:
    """Give the host as it is resolved, sent, and checked against the certificate."""
    return url.raw_host.decode("ascii")


def _check_shape(url: httpx.URL, limits: Limits) -> None:
    if url.scheme not in DEFAULT_PORTS:
        raise Refused(Reason.SCHEME)
    if url.userinfo:
        raise Refused(Reason.CREDENTIALS)
    if not _is_host(ascii_host(url)):
        raise Refused(Reason.NOT_AN_ADDRESS)
    if port_of(url) not in limits.ports:
        raise Refused(Reason.PORT)
    if len(str(url)) > limits.url_chars:
        raise Refused(Reason.TOO_LONG)


def _is_host(host: str) -> bool:
    name = host.removesuffix(".")
    return bool(_IPV6.fullmatch(host) or (len(name) <= _LONGEST_NAME and _NAME.fullmatch(name)))
