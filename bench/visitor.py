"""Somebody with a browser of few habits: keeps a connection and two cookies, reads forms, and sends them."""

import html
import http.client
import re
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

KEPT = ("sessionid", "csrftoken")
"""Cookies that are sent again: notices that a site keeps in a further one are gone at once, as if the next page had shown them."""
_FIELD = re.compile(r"<input\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z-]+)=(?:"([^"]*)"|'([^']*)')""")


class NotDoneError(Exception):
    """What was asked for did not happen; says what was answered."""


class Visitor:
    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._link = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self.cookies: dict[str, str] = {}

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> tuple[int, str, bytes]:
        """Status, where it leads, and the body."""
        headers = {"Cookie": self.cookie} if self.cookies else {}
        if kind:
            headers["Content-Type"] = kind
        self._link.request(method, path, body, headers)
        answer = self._link.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            if name in KEPT:
                self.cookies[name] = value
        return answer.status, answer.getheader("Location") or "", content

    def form(self, path: str) -> dict[str, str]:
        """Hidden fields of all forms of a page; the last of each name stands."""
        status, _, content = self.ask("GET", path)
        if status != 200:
            raise NotDoneError(f"GET {path} was answered with {status}")
        fields = (
            {name: html.unescape(one or two) for name, one, two in _ATTRIBUTE.findall(tag)}
            for tag in _FIELD.findall(content.decode())
        )
        return {each["name"]: each.get("value", "") for each in fields if each.get("type") == "hidden" and "name" in each}

    def send(self, path: str, fields: Mapping[str, str]) -> str:
        """Where it leads; raises where the form comes back."""
        status, place, content = self.ask("POST", path, urlencode(fields).encode(), "application/x-www-form-urlencoded")
        if status not in {302, 303}:
            raise NotDoneError(f"POST {path} was answered with {status}: {said_on(content)}")
        return place

    def sign_in(self, path: str, fields: Mapping[str, str]) -> None:
        self.send(path, {**self.form(path), **fields})
        if "sessionid" not in self.cookies:
            raise NotDoneError(f"signing in at {path} gave no session")

    def close(self) -> None:
        self._link.close()


def said_on(content: bytes) -> str:
    """The beginning of what a page says in words."""
    text = re.sub(r"<(script|style|head)\b.*?</\1>|<[^>]+>", " ", content.decode(errors="replace"), flags=re.DOTALL)
    return " ".join(text.split())[:600]
