"""From which device and where somebody signs in, as far as he recognizes it and no further."""

import ipaddress
from typing import TYPE_CHECKING

from allauth.core.internal.httpkit import get_client_ip
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from django.http import HttpRequest

BEGUN = "begun"
"""What a session calls the place where these stand."""
BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
            ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
"""The first that a browser calls itself by; most call themselves by several."""
SYSTEMS = (("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"),
           ("CrOS", "ChromeOS"), ("Linux", "Linux"))  # fmt: skip


def device_of(request: "HttpRequest") -> str:
    return called(str(request.META.get("HTTP_USER_AGENT", "")))


def called(said: str) -> str:
    """“Firefox on Linux”, from what a browser says of itself."""
    said = said[:1000]
    browser = next((name for mark, name in BROWSERS if mark in said), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    return f"{browser} on {system}" if system else browser


def near_of(request: "HttpRequest") -> str:
    """The network of the address: 24 bits of the fourth kind, 48 of the sixth."""
    return _network(request, 24, 48)


def asker_of(request: "HttpRequest") -> str:
    """The address, of the sixth kind the 64 bits that one household has; empty where it is not known."""
    return _network(request, 32, 64)


def _network(request: "HttpRequest", fourth: int, sixth: int) -> str:
    try:
        address = ipaddress.ip_address(get_client_ip(request) or "")
    except (ValueError, ImproperlyConfigured):
        return ""
    return str(ipaddress.ip_network(f"{address}/{fourth if address.version == 4 else sixth}", strict=False))
