"""The key by which push services know this site (RFC 8292)."""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the curve P-256."""


def public_key() -> str:
    """As browsers want it; empty where the site has no key, so that no device can hear."""
    if not settings.PUSH_KEY:
        return ""
    point = _key(settings.PUSH_KEY).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()


def headers_for(origin: str) -> dict[str, str]:
    """Who we are, signed for one push service and half a day."""
    from py_vapid import Vapid02  # type: ignore[import-untyped] # untyped library

    vapid = Vapid02()
    vapid.private_key = _key(settings.PUSH_KEY)
    contact = settings.ADDRESS if settings.ADDRESS.startswith("https:") else f"mailto:{settings.DEFAULT_FROM_EMAIL}"
    signed: dict[str, str] = vapid.sign({"aud": origin, "sub": contact})
    return signed


@cache
def _key(digits: str) -> ec.EllipticCurvePrivateKey:
    """Any 32 bytes make one."""
    return ec.derive_private_key(int(digits, 16) % (ORDER - 1) + 1, ec.SECP256R1())
