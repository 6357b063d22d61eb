"""The small community, served by several processes as in production, on both databases."""

import os
import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest

from tests.edge.small import PASSWORD
from tests.server import ROOT, empty_in, served, surroundings

TLS = ssl.create_default_context()
"""Unused, and made once: making it takes longer than an answer."""
SEED = "/s/1/a-glacier-lake-drained"


@dataclass(frozen=True)
class Small:
    address: str
    database: str
    log: Path

    def get(self, path: str = SEED, **headers: str) -> httpx.Response:
        """Over a connection of its own, as somebody without a session."""
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.get(self.address + path, headers=said, timeout=30, verify=TLS)

    @contextmanager
    def signed_in(self, name: str) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=self.address, headers={"Origin": self.address}, timeout=30, verify=TLS) as browser:
            form = browser.get("/account/login/").text
            fields = {"csrfmiddlewaretoken": token_in(form), "login": name, "password": PASSWORD}
            assert browser.post("/account/login/", data=fields).status_code == 302
            yield browser


def token_in(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]


@pytest.fixture(scope="session")
def small_on(tmp_path_factory) -> Iterator[Callable[..., "Iterator[Small]"]]:
    def serve(database: str, **settings: str) -> Iterator[Small]:
        home = tmp_path_factory.mktemp("small") / "home"
        settings = {"PARLEY_WORKERS": "4", **settings, **({"PARLEY_DATABASE": database} if database else {})}
        if not database:
            empty_in(home)
        environment = surroundings(home, PYTHONPATH=str(ROOT), DJANGO_SETTINGS_MODULE="parley.config.settings", **settings)
        command = [sys.executable, "-m", "tests.edge.small"]
        made = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        with served(home, **settings) as site:
            yield Small(site.address, database, site.log)

    return serve


def databases() -> Iterator[str]:
    yield "sqlite"
    if not os.environ.get("PARLEY_POSTGRES_MISSING"):
        yield "postgresql"


@pytest.fixture(scope="session", params=[pytest.param(each, marks=pytest.mark.xdist_group(each)) for each in databases()])
def small(request, small_on) -> Iterator[Small]:
    if request.param == "sqlite":
        yield from small_on("")
        return
    with database() as address:
        yield from small_on(address)


class database:  # noqa: N801 -- used as a function
    """An empty database of PostgreSQL, gone with the block."""

    def __enter__(self) -> str:
        self.server = os.environ.get("PARLEY_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
        self.name = f"parley_edge_{uuid4().hex[:12]}"
        self._say(f"CREATE DATABASE {self.name}")
        return f"{self.server.rpartition('/')[0]}/{self.name}"

    def __exit__(self, *_: object) -> None:
        self._say(f"DROP DATABASE {self.name} WITH (FORCE)")

    def _say(self, words: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(words)
