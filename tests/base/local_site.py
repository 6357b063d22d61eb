"""A web site on loopback that answers byte for byte what a test tells it to, however wrong."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from parley.base.fetching import Limits, Network, Refused, safe_get

PEM = Path(__file__).with_name("local_site.pem")
LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
NAMES = {"news.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
Answer = bytes | Callable[[socket.socket], None]


def http(body: bytes = b"<p>Hello", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A well-formed answer; `headers` may replace any line, underscores standing for dashes."""
    lines = {"content_type": kind, "content_length": str(len(body)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status} Whatever\r\n{head}\r\n".encode() + body


def moved(to: str, status: int = 302) -> bytes:
    return http(b"", status, location=to)


class Site:
    """Serves `routes` (path to bytes, or to a function that is given the connection); what is not there is 404."""

    def __init__(self, *, tls: bool = False) -> None:
        self.routes: dict[str, Answer] = {}
        self.heads: list[str] = []
        self.server_names: list[str | None] = []
        self.done = threading.Event()  # ends what a route does for ever
        self._scheme = "https" if tls else "http"
        self._tls = self._context() if tls else None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.limits = Limits(ports=frozenset({self.port}), seconds=5)
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def url(self, path: str, host: str = "news.example") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [head.split()[1] for head in self.heads]

    def close(self) -> None:
        self.done.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=5)

    def _context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(PEM)
        context.sni_callback = lambda _socket, name, _context: self.server_names.append(name)
        return context

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._serve, args=(connection,)))
            self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self._tls is None:
                    self._answer(connection)
                    return
                with self._tls.wrap_socket(connection, server_side=True) as secured:
                    self._answer(secured)
            except OSError:  # the other side has heard enough
                return

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := connection.recv(4096)):
                return
            head += more
            if head.startswith(b"\x16"):  # a TLS greeting, to a site that does not speak it
                return
        self.heads.append(head.decode())
        answer = self.routes.get(self.paths()[-1], http(b"", 404))
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):  # until the other side closes too, so that nothing sent is lost
            pass


def trust_pem() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(PEM))


def lookup(host: str, port: int) -> list[str]:
    return NAMES.get(host, [])


def network(**changes: object) -> Network:
    """A fresh way out in which loopback stands for the internet and the names above are known."""
    return Network(**{"lookup": lookup, "allow": LOOPBACK, **changes})


def get(site, path="/a", host="news.example", *, kinds=None, changes=(), **limits):
    """Open a page of the local site, as news.example unless another host is named."""
    given_kinds = {} if kinds is None else {"kinds": kinds}
    return safe_get(
        site.url(path, host), limits=replace(site.limits, **limits), network=network(**dict(changes)), **given_kinds
    )


@contextmanager
def refused(reason):
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.reason is reason
