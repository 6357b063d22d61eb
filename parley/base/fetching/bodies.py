"""Taking in what a site answers: its kind, its encoding, and as much of its body as we said we would."""

import re
import zlib

import httpcore

from parley.base.fetching.refusals import Reason, Refused

_CHARSET = re.compile(r"""charset\s*=\s*["']?([a-z0-9._:-]{2,40})""")
# Encodings that are text and nothing else: Python also knows "unicode_escape" and "idna", which no page is written in.
_TEXT = re.compile(
    r"utf-?(8|16|16-?[lb]e)|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?1|(windows|cp)-?\d{3,4}|koi8-[ru]|macintosh"
    r"|gb2312|gbk|gb18030|big5(-hkscs)?|euc-(jp|kr)|shift[-_]?jis|iso-2022-jp|tis-620"
)


def header(response: httpcore.Response, name: bytes) -> str:
    """Give the first header of that name, or nothing. Bytes outside UTF-8 are read as Latin-1, as browsers do."""
    value: bytes = next((value for key, value in response.headers if key.lower() == name), b"")
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def kind_and_charset(declared: str) -> tuple[str, str | None]:
    """Split a Content-Type into the type and, if it names one that we know, the charset."""
    kind, _, rest = declared.lower().partition(";")
    named = _CHARSET.search(rest)
    known = named and _TEXT.fullmatch(named[1])
    return kind.strip(), named[1] if named and known else None


def read_body(response: httpcore.Response, *, most: int, cut: bool = False) -> bytes:
    """Give the decompressed body, unpacking no more than `most` bytes of it; beyond that refuse, or `cut`."""
    unpack = _unpacker(header(response, b"content-encoding"))
    body = bytearray()
    for chunk in response.iter_stream():
        body += unpack.feed(chunk, most + 1 - len(body))
        if len(body) > most:
            if not cut:
                raise Refused(Reason.TOO_BIG)
            return bytes(body[:most])
    unpack.finish()
    return bytes(body)


class _Plain:
    def feed(self, chunk: bytes, room: int) -> bytes:
        return chunk[:room]

    def finish(self) -> None:
        """Nothing is left over."""


class _Gzip:
    """Unpacks while it arrives, never more than there is room for: a bomb stops at the limit, not after it."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def feed(self, chunk: bytes, room: int) -> bytes:
        try:
            return self._member.decompress(chunk, room)  # after the end of the packed data, the rest is ignored
        except zlib.error:
            raise Refused(Reason.GARBLED) from None

    def finish(self) -> None:
        if not self._member.eof:
            raise Refused(Reason.GARBLED)


def _unpacker(encoding: str) -> _Plain | _Gzip:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case _:  # we asked for gzip only
            raise Refused(Reason.GARBLED)
