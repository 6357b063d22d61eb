"""A push service on loopback (RFC 8030): takes what is encrypted for a browser of its own, which reads it (RFC 8291)."""

from __future__ import annotations

import json
import threading
from base64 import urlsafe_b64encode
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import urandom
from typing import TYPE_CHECKING

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

if TYPE_CHECKING:
    from collections.abc import Iterator


def written(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


class Service(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.home = f"http://127.0.0.1:{self.server_port}"
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), urandom(16)
        self.told: list[dict[str, str]] = []
        """Payloads as the browser reads them, each with the path it came to."""
        self.headers: list[dict[str, str]] = []
        self.status, self.body, self.moved = 201, b"", ""

    def subscription(self, path: str = "/browser") -> dict[str, str]:
        """What the browser hands to a site."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.home + path, "p256dh": written(point), "auth": written(self.auth)}


class _Answering(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        service = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        service.headers.append(dict(self.headers.items()))
        if not Vapid02.verify(self.headers["Authorization"]):
            service.status = 403
        if service.status < 300:
            read = http_ece.decrypt(body, private_key=service.key, auth_secret=service.auth, version="aes128gcm")
            service.told.append(json.loads(read) | {"path": self.path})
        self.send_response(service.status)
        if service.moved:
            self.send_header("Location", service.moved)
        self.send_header("Content-Length", str(len(service.body)))
        self.end_headers()
        self.wfile.write(service.body)

    def log_message(self, *_: object) -> None:
        """A test says enough."""


@contextmanager
def serving() -> Iterator[Service]:
    service = Service()
    threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield service
    finally:
        service.shutdown()
        service.server_close()
