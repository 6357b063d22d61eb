"""Pages made of pieces, some of which were compressed before: an encoding is asked for by the browser, and pieces are joined in it.

zstd frames may follow each other (RFC 8878, 3.1), and so may blocks of deflate that end at a byte; gzip's sum over all of it is put
together from the sums of the pieces. What is kept is compressed once and well; what is the reader's own is compressed quickly.

BREACH: a secret must not be compressed together with what an attacker chose. The one secret of a page is its CSRF token, which Django
masks anew for every answer, so that nothing is learnt from lengths.
"""

import struct
import zlib
from collections.abc import Callable, Iterable
from threading import local
from typing import NamedTuple

import zstandard
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from parley.base import encodings
from parley.base.encodings import IDENTITY

ZSTD, GZIP = "zstd", "gzip"
QUICK, WELL = {ZSTD: 1, GZIP: 1}, {ZSTD: 9, GZIP: 6}
"""Levels."""
GZIP_HEAD, GZIP_END = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", b"\x03\x00"
SMALL = 1500
"""Bytes below which a piece is not kept compressed: it goes with what stands around it."""
LEAST = 200
"""Bytes of an answer that is worth it."""
WORDS = (
    "text/", "application/json", "application/atom+xml", "application/rss+xml", "application/feed+json", "application/manifest+json",
    "image/svg+xml",
)  # fmt: skip
_threads = local()


class Packed(NamedTuple):
    """`size`, `crc`: of what it was before, for gzip; `shift`: by how much the sum of what stands before it is multiplied."""

    body: bytes
    size: int = 0
    crc: int = 0
    shift: int = 0


def pack(plain: bytes, encoding: str, levels: dict[str, int]) -> bytes:
    if encoding == ZSTD:
        return _zstd(levels[ZSTD]).compress(plain)
    packer = zlib.compressobj(levels[GZIP], zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH)


def _zstd(level: int) -> zstandard.ZstdCompressor:
    """One for each thread, since they are not for two at once."""
    made: dict[int, zstandard.ZstdCompressor] = _threads.__dict__.setdefault("made", {})
    if level not in made:
        made[level] = zstandard.ZstdCompressor(level=level)
    return made[level]


class Piece:
    """A part of many pages. `make`: its bytes, asked for when it is packed, or sent as it is."""

    __slots__ = ("_packed", "make")

    def __init__(self, make: Callable[[], bytes]) -> None:
        self.make = make
        self._packed: dict[str, Packed] = {}

    def packed(self, encoding: str) -> Packed:
        """Two threads may both make it; either is right."""
        if encoding not in self._packed:
            plain = self.make()
            body = pack(plain, encoding, WELL)
            sums = (len(plain), zlib.crc32(plain), _shift(len(plain))) if encoding == GZIP else ()
            self._packed[encoding] = Packed(body, *sums)
        return self._packed[encoding]


def joined(parts: Iterable[bytes | Piece], encoding: str) -> bytes:
    """The whole page in an encoding."""
    if encoding == IDENTITY:
        return b"".join([part.make() if isinstance(part, Piece) else part for part in parts])
    gathered = _gathered(parts)
    if encoding == ZSTD:
        return b"".join([part.packed(ZSTD).body if isinstance(part, Piece) else pack(part, ZSTD, QUICK) for part in gathered])
    return _gzip(gathered)


def _gzip(parts: Iterable[bytes | Piece]) -> bytes:
    bodies, crc, size = [GZIP_HEAD], 0, 0
    for part in parts:
        if isinstance(part, Piece):
            packed = part.packed(GZIP)
            crc = _times(packed.shift, crc) ^ packed.crc
            size += packed.size
            bodies.append(packed.body)
        else:
            crc = zlib.crc32(part, crc)
            size += len(part)
            bodies.append(pack(part, GZIP, QUICK))
    return b"".join([*bodies, GZIP_END, struct.pack("<LL", crc, size & 0xFFFFFFFF)])


def _gathered(parts: Iterable[bytes | Piece]) -> list[bytes | Piece]:
    """Texts that follow each other become one."""
    found: list[bytes | Piece] = []
    texts: list[bytes] = []
    for part in parts:
        if not isinstance(part, Piece):
            texts.append(part)
            continue
        if texts:
            found.append(b"".join(texts))
            texts = []
        found.append(part)
    return [*found, b"".join(texts)] if texts else found


POLYNOMIAL, ONE = 0xEDB88320, 0x80000000
"""Of CRC-32 (RFC 1952), its highest power in the lowest bit."""


def _times(one: int, other: int) -> int:
    """The product of two polynomials, modulo the one of the sum."""
    product = 0
    while one:
        if one & ONE:
            product ^= other
        one = (one << 1) & 0xFFFFFFFF
        other = (other >> 1) ^ (POLYNOMIAL if other & 1 else 0)
    return product


def _shift(size: int) -> int:
    """To what power of x so many bytes raise it: that of their bits."""
    power, found = ONE >> 8, ONE
    while size:
        if size & 1:
            found = _times(power, found)
        power = _times(power, power)
        size >>= 1
    return found


def answer(request: HttpRequest, parts: Iterable[bytes | Piece]) -> HttpResponse:
    """A page of pieces."""
    encoding = encoding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return _said(HttpResponse(joined(parts, encoding)), encoding)


def compress(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Any other answer of words, in the encoding that is asked for."""
    said = response.headers
    if "Content-Encoding" in said or len(response.content) < LEAST or not said.get("Content-Type", "").startswith(WORDS):
        return response
    encoding = encoding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    if encoding != IDENTITY:
        response.content = joined([response.content], encoding)
        said["Content-Length"] = str(len(response.content))
        if said.get("ETag", "").startswith('"'):
            said["ETag"] = f"W/{said['ETag']}"
    return _said(response, encoding)


def _said(response: HttpResponse, encoding: str) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Encoding"])
    if encoding != IDENTITY:
        response.headers["Content-Encoding"] = encoding
    return response


def encoding_for(accepts: str) -> str:
    return encodings.encoding_for(accepts, (ZSTD, GZIP))
