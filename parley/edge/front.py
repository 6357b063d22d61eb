"""The front, by RSGI (Granian's interface): finished pages leave from memory, live events from here, the rest is for Django."""

import asyncio
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from parley.base.encodings import encoding_for
from parley.base.keys.shelf import WATCH
from parley.base.languages import asked_for, chosen_in
from parley.edge.behind import Answer, Behind, Site
from parley.edge.finished import OFFERED, Bytes, is_unchanged
from parley.edge.live import Live
from parley.edge.names import knows, name_of
from parley.edge.pages import Asked, Pages
from parley.edge.proof import FileProof, proof

MOST_HOSTS = 100


class Front:
    """One for each process of the server."""

    def __init__(self, site: Site, *, megabytes: float, streams: int) -> None:
        self.proof = proof()
        self._is_quick = isinstance(self.proof, FileProof)
        # SQLite computes in our own threads; PostgreSQL does so elsewhere, and one thread can while another waits for it.
        self.behind = Behind(site, turns=1 if self._is_quick else 4)
        self.pages = Pages(self.behind, self.proof, megabytes=megabytes)
        self.live = Live(self.behind, self.proof, most=streams)
        self._hosts: set[str] = set()
        self._session = f"{settings.SESSION_COOKIE_NAME}="
        self._is_proved = False

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.live.begin(loop)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            return
        if scope.method not in {"GET", "HEAD"}:
            await self.behind.answer(scope, protocol)
        elif (seed := self.live.seed_of(scope.path)) is not None:
            await self.live.serve(seed, scope, protocol)
        elif (asked := self._asked(scope)) is None:
            await self.behind.answer(scope, protocol)
        elif (found := self._quickly(asked)) is not None:
            _send(found, scope, protocol, is_chosen=asked.is_chosen)
        else:
            await self._find(asked, scope, protocol)

    def _asked(self, scope: Any) -> Asked | None:
        """For a page that may be kept; None where Django has to look at the request itself."""
        host = scope.headers.get("host") or ""
        if not self._is_nobody(scope) or not self._is_ours(host):
            return None
        name = name_of(scope.path, scope.query_string)
        encoding = encoding_for(scope.headers.get("accept-encoding") or "", OFFERED)
        if name is None:
            return None
        chosen = chosen_in(scope.headers.get_all("cookie")) if scope.headers.get("cookie") is not None else None
        return Asked(name, encoding, host, chosen or asked_for(scope.headers.get("accept-language")), chosen is not None)

    def _quickly(self, asked: Asked) -> Bytes | None:
        """Without waiting for anything. Who is answered before the loop comes to `_forget_proof` was in its queue before that, and
        so before the proof: one look is right for all of them.
        """
        if not self._is_quick:
            return None
        if not self._is_proved:
            self._loop.call_soon(self._forget_proof)
            try:
                WATCH.prove()
            except Exception:  # noqa: BLE001 -- `find` meets it again and says so
                return None
            self._is_proved = True
        page = self.pages.proved(asked)
        return page.encoded.get(asked.encoding) if page is not None else None

    def _forget_proof(self) -> None:
        self._is_proved = False

    async def _find(self, asked: Asked, scope: Any, protocol: Any) -> None:
        is_kept = knows(asked.name.partition("?")[0]) is not None
        found = await self.pages.find(asked) if is_kept else None
        if isinstance(found, Bytes):
            _send(found, scope, protocol, is_chosen=asked.is_chosen)
        elif isinstance(found, Answer):
            await self.behind.send(found, protocol, is_head=scope.method == "HEAD")
        else:
            await self.behind.answer(scope, protocol)

    def _is_nobody(self, scope: Any) -> bool:
        """Without a session a page is the same for all."""
        if scope.headers.get("cookie") is None:
            return True
        return all(self._session not in each for each in scope.headers.get_all("cookie"))

    def _is_ours(self, host: str) -> bool:
        if host in self._hosts:
            return True
        domain, _ = split_domain_port(host)
        if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
            return False
        if len(self._hosts) < MOST_HOSTS:
            self._hosts.add(host)
        return True


def _send(found: Bytes, scope: Any, protocol: Any, *, is_chosen: bool) -> None:
    found = found.own if is_chosen else found
    if is_unchanged(scope.headers.get("if-none-match"), found.etag):
        protocol.response_empty(304, found.unchanged)
    elif scope.method == "HEAD":
        protocol.response_empty(200, found.headers)
    else:
        protocol.response_bytes(200, found.headers, found.body)
