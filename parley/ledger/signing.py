"""Signed notes: text that carries who signed it (C2SP signed-note), and heads of the log as such notes (C2SP tlog-checkpoint).

A note is text, an empty line, and a line `— NAME BASE64` per signature: four bytes of the key's number, then Ed25519 (RFC 8032)
over the text with its last line break. The key's number is the beginning of SHA-256 over NAME, a line break, the byte 1, and the
public key.
"""

import base64
import hashlib
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

ED25519 = b"\x01"


def new_name() -> str:
    """What a log is called from its first entry on: the site's host and `/log`."""
    return f"{urlsplit(settings.ADDRESS).netloc}/log"


@cache
def _key(seed: str) -> Ed25519PrivateKey:
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    except ValueError:
        raise ImproperlyConfigured("PARLEY_LOG_KEY must be 32 bytes in hexadecimal digits.") from None


def _public() -> bytes:
    return _key(settings.LOG_KEY).public_key().public_bytes_raw()


def _number(named: str, public: bytes) -> bytes:
    return hashlib.sha256(named.encode() + b"\n" + ED25519 + public).digest()[:4]


def public_key(name: str) -> str:
    """Of the log of that name, as checkers take it: NAME+NUMBER+KEY."""
    public = _public()
    return f"{name}+{_number(name, public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def signed(text: str, name: str) -> str:
    """`text`, which ends with a line break, as a note."""
    signature = _number(name, _public()) + _key(settings.LOG_KEY).sign(text.encode())
    return f"{text}\n— {name} {base64.b64encode(signature).decode()}\n"


def head_text(name: str, size: int, root: bytes, at: datetime) -> str:
    """A head: the log's name, its size, its root, and when it was signed."""
    when = at.astimezone(UTC).isoformat(timespec="seconds")
    return signed(f"{name}\n{size}\n{base64.b64encode(root).decode()}\n{when}\n", name)
