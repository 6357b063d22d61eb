"""Open streams: what each costs the serving process, and how long until all of them have heard of a new comment."""

import selectors
import socket
import time
from urllib.parse import urlsplit

from bench.site import Site

PATIENCE = 60.0


def streams(here: Site, *, many: int) -> dict[str, float]:
    """Kilobytes of resident memory of the serving process for each; seconds until the last one heard of a new comment."""
    before = here.memory()["serving process MB"]
    host, port = urlsplit(here.address).netloc.split(":")
    asked = f"GET /s/{here.made['posting']}/live HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode()
    opened = [_opened(host, int(port), asked) for _ in range(many)]
    try:
        listening = _until(opened, b"retry:")
        held = (here.memory()["serving process MB"] - before) * 1024 / max(listening, 1)
        client = here.poster(0)
        client.post("A remark that many hear of, about the harbour and its lamps.")
        begun = time.monotonic()
        heard = _until(opened, b"event: changed")
        client.close()
        return {"streams": listening, "kB each": held, "heard": heard, "seconds until the last heard": time.monotonic() - begun}
    finally:
        for each in opened:
            each.close()


def _opened(host: str, port: int, asked: bytes) -> socket.socket:
    made = socket.create_connection((host, port), timeout=PATIENCE)
    made.sendall(asked)
    made.setblocking(False)
    return made


def _until(opened: list[socket.socket], words: bytes) -> int:
    """How many of them said it."""
    found, said = 0, dict.fromkeys(opened, b"")
    with selectors.DefaultSelector() as waiting:
        for each in opened:
            waiting.register(each, selectors.EVENT_READ)
        until = time.monotonic() + PATIENCE
        while found < len(opened) and time.monotonic() < until:
            for key, _ in waiting.select(1):
                link: socket.socket = key.fileobj  # type: ignore[assignment] # registered above
                said[link] += (piece := link.recv(4096))
                if words in said[link] or not piece:
                    waiting.unregister(link)
                    found += words in said[link]
    return found
