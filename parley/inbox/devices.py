"""Browsers that hear of notices by web push: as many as a member has, within a bound."""

import binascii
import re
from base64 import urlsafe_b64decode

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction

from parley.base.fetching import Limits, Refused, read_url
from parley.base.refusals import Invalid
from parley.inbox.models import Device
from parley.people.devices import called
from parley.people.models import Person

MOST = 20
MOST_ENDPOINT = 1_000
UNUSABLE = "This browser gave an address that we cannot send to. Nothing was changed."


def of(person: Person) -> list[Device]:
    """Newest first."""
    return list(Device.objects.filter(person=person).order_by("-pk"))


@transaction.atomic
def add(*, actor: Person, endpoint: str, p256dh: str, auth: str, browser: str) -> Device:
    """A browser hears of the actor's notices from now on, and of nobody else's. Beyond twenty the oldest goes. Raises `Invalid`."""
    if not _can_be_sent_to(endpoint) or not _is_point(p256dh) or len(_decoded(auth)) != 16:
        raise Invalid(UNUSABLE, "no-device")
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)
    said = {"person": actor, "name": called(browser), "p256dh": p256dh, "auth": auth, "failures": 0}
    device, _ = Device.objects.update_or_create(endpoint=endpoint, defaults=said)
    kept = list(Device.objects.filter(person=actor).exclude(pk=device.pk).order_by("-pk").values_list("pk", flat=True)[: MOST - 1])
    Device.objects.filter(person=actor).exclude(pk__in=[device.pk, *kept]).delete()
    return device


def remove(*, actor: Person, device_id: int) -> None:
    """One of one's own; removing it twice is removing it once."""
    Device.objects.filter(person=actor, pk=device_id).delete()


def remove_by_endpoint(*, actor: Person, endpoint: str) -> None:
    Device.objects.filter(person=actor, endpoint=endpoint.replace("\0", "")).delete()


def _can_be_sent_to(endpoint: str) -> bool:
    """Looks at its shape; whether it leads to the public internet is looked at whenever something is sent."""
    try:
        url = read_url(endpoint, Limits(url_chars=MOST_ENDPOINT, ports=frozenset(settings.FETCH_PORTS)))
    except Refused:
        return False
    return url.scheme == "https" or bool(settings.FETCH_ALLOW)


def _is_point(p256dh: str) -> bool:
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(p256dh))
    except ValueError:
        return False
    return len(_decoded(p256dh)) == 65


def _decoded(words: str) -> bytes:
    """Nothing for what is not base64 in the form for addresses."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,100}={0,2}", words):
        return b""
    try:
        return urlsafe_b64decode(words.rstrip("=") + "=" * (-len(words.rstrip("=")) % 4))
    except binascii.Error:
        return b""
