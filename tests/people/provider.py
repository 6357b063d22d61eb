"""A small provider of OpenID Connect on loopback: discovery, authorizing, tokens, keys, who somebody is. It can be told to lie."""

from __future__ import annotations

import json
import secrets
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENT, SECRET = "parley", "between us"


class _Talk(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        here: Provider = self.server  # type: ignore[assignment]
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path in here.instead:
            self._say(here.instead[path])
        elif path == "/.well-known/openid-configuration":
            self._say(here.config)
        elif path == "/authorize":
            code = here.code_for(query["client_id"][0], query.get("code_challenge"))
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri'][0]}?{urlencode({'code': code, 'state': query['state'][0]})}")
            self.end_headers()
        elif path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(here.key.public_key()))
            self._say({"keys": [key | {"kid": "1", "alg": "RS256"}]})
        elif path == "/me":
            self._say(here.person)

    def do_POST(self) -> None:
        here: Provider = self.server  # type: ignore[assignment]
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if "/token" in here.instead:
            self._say(here.instead["/token"])
        elif form["client_secret"] != [SECRET] or here.codes.pop(form["code"][0], None) is None or "code_verifier" not in form:
            self._say({"error": "invalid_grant"}, 400)
        else:
            self._say({"access_token": secrets.token_hex(8), "token_type": "Bearer", "id_token": here.word()})

    def _say(self, what: Any, status: int = 200) -> None:
        body = what if isinstance(what, bytes) else json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Provider(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with: Any = self.key
        self.person: dict[str, Any] = {"sub": "17", "email": "nora@parley.example", "email_verified": True}
        self.person["preferred_username"] = "nora"
        self.claims: dict[str, Any] = {}
        """What its signed word says otherwise."""
        self.instead: dict[str, Any] = {}
        """Path: what is answered there in place of the truth."""
        self.codes: dict[str, bool] = {}

    @property
    def config(self) -> dict[str, Any]:
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys", "userinfo_endpoint": "me"}
        return {"issuer": self.address} | {name: f"{self.address}/{path}" for name, path in ends.items()}

    @property
    def app(self) -> dict[str, Any]:
        """As PARLEY_OIDC has it."""
        return {"id": "lantern", "name": "The Lantern", "server": self.address, "client": CLIENT, "secret": SECRET}

    def code_for(self, client: str, challenge: Any) -> str:
        assert client == CLIENT
        assert challenge
        self.codes[code := secrets.token_hex(8)] = True
        return code

    def word(self) -> str:
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "sub": self.person.get("sub"), "iat": now, "exp": now + 300} | self.claims
        return jwt.encode(said, self.signs_with, "HS256" if isinstance(self.signs_with, str) else "RS256", headers={"kid": "1"})


@contextmanager
def serving() -> Iterator[Provider]:
    with Provider() as provider:
        threading.Thread(target=provider.serve_forever, daemon=True).start()
        yield provider
        provider.shutdown()
