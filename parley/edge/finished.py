"""A finished page: its bytes in the encodings that readers asked for, and what is said with them."""

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import brotli
import zstandard

from parley.base.encodings import IDENTITY

Headers = Sequence[tuple[str, str]]
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstandard.ZstdCompressor(level=9).compress(body),
    "br": lambda body: bytes(brotli.compress(body, quality=6)),  # type: ignore[no-untyped-call] # has no types
    "gzip": lambda body: gzip.compress(body, compresslevel=7, mtime=0),
    IDENTITY: lambda body: body,
}
"""As they are preferred, of those that a reader accepts alike: br is smaller by a twentieth, zstd is packed much sooner."""
OFFERED = tuple(name for name in ENCODERS if name != IDENTITY)
OWN = frozenset({"content-length", "content-encoding", "etag", "vary", "date", "connection"})
"""Headers that follow from the encoding, and so are the page's own."""


@dataclass(frozen=True, slots=True)
class Bytes:
    body: bytes
    etag: str
    headers: list[tuple[str, str]]
    """With the length, which is also right for HEAD."""
    unchanged: list[tuple[str, str]]
    """What is said with 304."""

    @property
    def own(self) -> "Bytes":
        """For a reader whose own cookie decided the language: for no shared cache."""
        return replace(self, headers=_as_own(self.headers), unchanged=_as_own(self.unchanged))


def _as_own(headers: Headers) -> list[tuple[str, str]]:
    return [(name, value.replace("public", "private") if name.lower() == "cache-control" else value) for name, value in headers]


@dataclass(frozen=True, slots=True)
class Finished:
    whole: bytes
    headers: Headers
    """As Django gave them."""
    encoded: dict[str, Bytes] = field(default_factory=dict)

    @property
    def _varies(self) -> str:
        """Django says whether there are words in it."""
        said = next((value for name, value in self.headers if name.lower() == "vary"), "")
        return "Accept-Encoding, Accept-Language" if "accept-language" in said.lower() else "Accept-Encoding"

    def encode(self, encoding: str) -> Bytes:
        """Takes milliseconds the first time; for a thread."""
        if encoding not in self.encoded:
            body = ENCODERS[encoding](self.whole)
            etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
            said = [(name, value) for name, value in self.headers if name.lower() not in OWN]
            said += [("etag", etag), ("vary", self._varies)]
            of_coding = [] if encoding == IDENTITY else [("content-encoding", encoding)]
            whole = [*said, *of_coding, ("content-length", str(len(body)))]
            self.encoded[encoding] = Bytes(body, etag, whole, said)
        return self.encoded[encoding]


def is_unchanged(if_none_match: str | None, etag: str) -> bool:
    """RFC 9110, 13.1.2: compared weakly."""
    if not if_none_match:
        return False
    given = {each.strip().removeprefix("W/") for each in if_none_match[:2000].split(",")}
    return etag in given or "*" in given
