"""One request over a connection that can only lead to addresses checked before.

httpcore does the talking; its network backend is the one place where a connection is opened, so that is where the pins,
the deadline, and the count of bytes sit. The host name still goes into the Host header, into SNI, and into the check of
the certificate. Nothing here reads proxies or anything else from the environment.
"""

import ssl
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from parley.base.fetching.addresses import Address, unwrapped
from parley.base.fetching.deadline import Deadline
from parley.base.fetching.refusals import Reason, Refused
from parley.base.fetching.urls import port_of

_MOST_DIALLED = 4  # of the addresses of one host


class _Stream(httpcore.NetworkStream):
    """A stream whose every wait ends at the deadline and which carries no more than `most` bytes towards us."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, most: int) -> None:
        self._stream, self._deadline, self._room = stream, deadline, most

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline decides
        data = self._stream.read(max_bytes, self._deadline.left())
        self._room -= len(data)
        if self._room < 0:
            raise Refused(Reason.TOO_BIG)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline decides
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline decides
    ) -> httpcore.NetworkStream:
        try:
            left = self._deadline.left()
        except Refused:
            self.close()  # nobody else knows of this connection yet
            raise
        secured = self._stream.start_tls(ssl_context, server_hostname, left)
        return _Stream(secured, self._deadline, self._room)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _PinnedBackend(httpcore.NetworkBackend):
    """Dials the pins, whatever host it is asked for."""

    def __init__(self, pins: Sequence[Address], deadline: Deadline, most: int) -> None:
        self._pins, self._deadline, self._most = pins[:_MOST_DIALLED], deadline, most

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - resolved and checked already; never resolved again
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline decides
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        for position, pin in enumerate(self._pins):
            share = self._deadline.left() / (len(self._pins) - position)  # a dead address leaves time for the next
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    str(unwrapped(pin)), port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _Stream(stream, self._deadline, self._most)
        raise httpcore.ConnectError


@contextmanager
def answer(
    url: httpx.URL,
    pins: Sequence[Address],
    *,
    headers: dict[str, str],
    trust: ssl.SSLContext,
    deadline: Deadline,
    most: int,
    posting: bytes | None = None,
) -> Iterator[httpcore.Response]:
    """GET `url` from one of `pins`, or POST what is given there, and give the answer, its body unread. `most` bounds all bytes that
    come back.
    """
    host, port = url.raw_host, port_of(url)
    address = httpcore.URL(scheme=url.raw_scheme, host=host, port=port, target=url.raw_path)
    lines = [("Host", url.netloc.decode("ascii")), ("Connection", "close"), *headers.items()]
    if posting is not None:
        lines.append(("Content-Length", str(len(posting))))
    with (
        _failures_in_words(),
        httpcore.HTTPConnection(
            address.origin, ssl_context=trust, network_backend=_PinnedBackend(pins, deadline, most)
        ) as connection,
        connection.stream("GET" if posting is None else "POST", address, headers=lines, content=posting) as response,
    ):
        yield response


@contextmanager
def _failures_in_words() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException:
        raise Refused(Reason.TOO_SLOW) from None
    except httpcore.ConnectError as error:
        raise Refused(Reason.TLS if isinstance(error.__cause__, ssl.SSLError) else Reason.UNREACHABLE) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError):
        raise Refused(Reason.GARBLED) from None
