"""isso: comments below pages, one process. It judges nothing; its page is JSON, which a script makes a page of in the browser."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from bench.community import PAGE
from bench.load import Target
from bench.peers import SERVER, Peer, Running, versions
from bench.posting import Client
from bench.processes import free_port, running
from bench.visitor import NotDoneError, Visitor
from bench.words import text

SETTINGS = """
[general]
dbpath = {folder}/comments.db
host = http://127.0.0.1:{port}/
notify =
[guard]
enabled = false
"""
THREAD, OTHER = "/read/", "/posted/"


def poster(address: str, thread: str, author: str) -> Client:
    visitor = Visitor(address)

    def post(said: str) -> None:
        body = json.dumps({"text": said, "author": author, "title": "A discussion"}).encode()
        status, _, content = visitor.ask("POST", f"/new?uri={thread}", body, "application/json")
        if status != 201:
            raise NotDoneError(f"isso answered {status}: {content[:200].decode(errors='replace')}")

    return Client(post, visitor.close)


@contextlib.contextmanager
def isso(programs: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = folder / "isso.cfg"
    settings.write_text(SETTINGS.format(folder=folder, port=port), encoding="utf-8")
    words = [str(programs / "gunicorn"), "--bind", f"127.0.0.1:{port}", *SERVER, "isso.run"]
    environment = os.environ | {"ISSO_SETTINGS": str(settings)}
    with running(words, port=port, log=folder / "isso.log", environment=environment, folder=folder):
        client = poster(address, THREAD, "member0")
        for number in range(PAGE):
            client.post(text(number))
        client.close()
        pages = [Target("isso, JSON for a script", f"{address}/?uri={THREAD}", holds='"created":')]
        yield Running(pages, lambda number: poster(address, OTHER, f"member{number}"), versions(programs, ("isso", "gunicorn")))


PEER = Peer("isso", ("isso", "gunicorn"), isso)
