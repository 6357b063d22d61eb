"""From which device and where somebody signs in, as far as he recognizes it and no further."""

import ipaddress
from typing import TYPE_CHECKING

from allauth.core.internal.httpkit import get_client_ip
from django.core.exceptions import ImproperlyConfigured

from parley.base.saying import say

if TYPE_CHECKING:
    from django.http import HttpRequest

BEGUN = "begun"
"""What a session calls the place where these stand."""
BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
            ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
"""The first that a browser calls itself by; most call themselves by several."""
SYSTEMS = (("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"),
           ("CrOS", "ChromeOS"), ("Linux", "Linux"))  # fmt: skip


A_BROWSER = "A browser"
A_PASSKEY = "Passkey"
"""Where nothing more is known."""
ON = {
    "an iPhone": "{browser} on an iPhone", "an iPad": "{browser} on an iPad", "Android": "{browser} on Android",
    "Windows": "{browser} on Windows", "a Mac": "{browser} on a Mac", "ChromeOS": "{browser} on ChromeOS",
    "Linux": "{browser} on Linux",
}  # fmt: skip


def device_of(request: "HttpRequest") -> str:
    return called(str(request.META.get("HTTP_USER_AGENT", "")))


def called(said: str) -> str:
    """“Firefox on Linux”, from what a browser says of itself; kept so, in English."""
    said = said[:1000]
    browser = next((name for mark, name in BROWSERS if mark in said), A_BROWSER)
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    return f"{browser} on {system}" if system else browser


def shown(kept: str) -> str:
    """What was called so, to a reader; a name that somebody gave stays as it is."""
    browser, _, system = kept.partition(" on ")
    if browser not in {A_BROWSER, A_PASSKEY, *(name for _, name in BROWSERS)} or (system and system not in ON):
        return kept
    browser = say(browser) if browser in {A_BROWSER, A_PASSKEY} else browser
    return say(ON[system], browser=browser) if system else browser


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
