"""Telling browsers by web push. A push says of what sort a notice is and where it stands, and no word of anybody's."""

import json
from functools import cache
from ipaddress import ip_network

import httpx
from django.conf import settings
from django.db.models import F

from parley.base.fetching import Identity, Limits, Network, Reason, Refused, safe_post
from parley.base.jobs import job, slow_job
from parley.base.languages import spoken_to
from parley.base.saying import say
from parley.inbox import vapid
from parley.inbox.mailing import is_reached
from parley.inbox.models import Device, Notice, What
from parley.inbox.queries import with_matter
from parley.inbox.seeing import seen
from parley.inbox.topics import TOPIC_OF

DAY = 24 * 3600
SECONDS = 3.0
"""A member chooses whom we wait for, so we wait shortly, and no mail waits with us."""
MOST_FAILURES = 50
"""Attempts in a row after which a browser is taken for gone."""
GONE = {401, 403, 404, 410}
"""The push service has forgotten the browser, or does not know our key: it will never take anything for it."""
LATER = {408, 425, 429}
NEVER = {Reason.PRIVATE, Reason.PORT, Reason.SCHEME, Reason.CREDENTIALS, Reason.NOT_AN_ADDRESS, Reason.TOO_LONG}
"""Addresses that nothing is sent to, whatever happens."""


class NotTakenError(Exception):
    """Not now: the job is tried again."""


@job
def push_notice(notice_id: int) -> None:
    """One job for each browser, since one may fail alone."""
    if (notice := _to_tell(notice_id)) is not None:
        for key in Device.objects.filter(person=notice.person_id).values_list("pk", flat=True):
            push_to.enqueue(key, notice_id)


@slow_job
def push_to(device_id: int, notice_id: int) -> None:
    """Twice is no harm: the second takes the place of the first. What is read or hidden meanwhile is not told."""
    device = Device.objects.filter(pk=device_id).first()
    notice = _to_tell(notice_id)
    if device is None or notice is None or device.person_id != notice.person_id or not settings.PUSH_KEY:
        return
    try:
        status = _send(device, notice)
    except Refused as refused:
        if refused.reason in NEVER:
            device.delete()
            return
        _failed(device, refused.reason.value)
    else:
        _answered(device, status)


def _to_tell(notice_id: int) -> Notice | None:
    notice = with_matter(Notice.objects.filter(pk=notice_id, read_at=None, pk__in=seen(pk=notice_id))).first()
    return notice if notice is not None and is_reached(notice) else None


def _answered(device: Device, status: int) -> None:
    if status in GONE:
        device.delete()
    elif status in LATER or status >= 500:
        _failed(device, str(status))
    elif device.failures:
        Device.objects.filter(pk=device.pk).update(failures=0)


def _failed(device: Device, why: str) -> None:
    Device.objects.filter(pk=device.pk).update(failures=F("failures") + 1)
    if Device.objects.filter(pk=device.pk, failures__gte=MOST_FAILURES).delete()[0]:
        return
    raise NotTakenError(f"the push service of device {device.pk} did not take it: {why}")


def payload_of(notice: Notice) -> bytes:
    what = What(notice.what)
    topic = TOPIC_OF[what]
    return json.dumps({"kind": topic.value, "title": say(what.label), "url": f"/notices/{notice.pk}"}).encode()


def _send(device: Device, notice: Notice) -> int:
    """Encrypted for the browser (RFC 8291), which alone can read it."""
    from pywebpush import WebPusher  # type: ignore[import-untyped] # untyped library; takes most of a second, which only workers wait

    keys = {"p256dh": device.p256dh, "auth": device.auth}
    with spoken_to(notice.person.language):
        payload = payload_of(notice)
    body = WebPusher({"endpoint": device.endpoint, "keys": keys}).encode(payload)["body"]
    url = httpx.URL(device.endpoint)
    headers = vapid.headers_for(f"{url.scheme}://{url.netloc.decode('ascii')}") | {
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(DAY),
        "Topic": TOPIC_OF[What(notice.what)].value,
        "Urgency": "normal",
    }
    network, limits = _way_out(tuple(settings.FETCH_ALLOW), frozenset(settings.FETCH_PORTS))
    return safe_post(device.endpoint, body, headers, limits=limits, identity=Identity(about=settings.FETCH_CONTACT), network=network)


@cache
def _way_out(allow: tuple[str, ...], ports: frozenset[int]) -> tuple[Network, Limits]:
    return Network(allow=tuple(ip_network(each) for each in allow)), Limits(ports=ports, seconds=SECONDS)
