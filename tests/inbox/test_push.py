"""Web push: from a browser's subscription to what it reads, and endpoints that are gone or mean harm."""

import json

import pytest

from parley.base.jobs import run_due
from parley.inbox import devices, pushing
from parley.inbox.models import Device, Notice
from parley.people.blocking import block
from tests.inbox.push_server import serving, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(settings):
    with serving() as made:
        settings.FETCH_ALLOW, settings.FETCH_PORTS = ("127.0.0.0/8",), (made.server_port,)
        yield made


@pytest.fixture
def hears(as_, service):
    """Somebody's browser, subscribed."""

    def subscribe(person, path="/browser"):
        answer = as_(person).post("/notices/devices", service.subscription(path), headers={"User-Agent": "Firefox/140 (X11; Linux)"})
        assert answer.json() == {"hears": True}
        return Device.objects.get(endpoint=service.home + path)

    return subscribe


@pytest.fixture
def answered(people, comment):
    """bo has answered ada; the jobs of it have not run."""
    said = comment("Tiltmeters.")
    return comment("A zorblaxian word.", by=people.bo, to=said)


def test_a_push_says_what_sort_it_is_and_where_and_no_word(people, answered, hears, service, as_):
    hears(people.ada)
    run_due()
    notice = Notice.objects.get(person=people.ada)
    assert service.told == [
        {"kind": "replies", "title": "A reply to your comment", "url": f"/notices/{notice.pk}", "path": "/browser"}
    ]
    (headers,) = service.headers
    assert headers["Content-Encoding"] == "aes128gcm"
    assert int(headers["TTL"]) == 86_400
    assert headers["Topic"] == "replies"
    assert "vapid t=" in headers["Authorization"]
    assert "Firefox on Linux" in as_(people.ada).get("/notices/settings").content.decode()


@pytest.mark.database
@pytest.mark.parametrize("how", ["removed", "blocked", "read", "stopped", "suspended"])
def test_what_may_not_be_known_any_more_is_not_pushed(how, people, answered, hears, service, cut, as_):
    device = hears(people.ada)
    run_due()
    service.told.clear()
    notice = Notice.objects.get(person=people.ada)
    match how:
        case "removed":
            cut(answered, None)
        case "blocked":
            block(actor=people.ada, person=people.bo)
        case "read":
            as_(people.ada).post("/notices/read")
        case "stopped":
            as_(people.ada).post(f"/notices/devices/{device.pk}/stop")
        case "suspended":
            people.ada.is_active = False
            people.ada.save()
    pushing.push_notice.call(notice.pk)
    pushing.push_to.call(device.pk, notice.pk)
    run_due()
    assert service.told == []


@pytest.mark.parametrize("status", [404, 410, 403])
def test_a_browser_that_is_gone_is_forgotten(status, people, answered, hears, service):
    hears(people.ada)
    hears(people.ada, "/other")
    service.status = status
    run_due()
    assert not Device.objects.exists()


@pytest.mark.database
@pytest.mark.parametrize("status", [429, 503])
def test_what_is_not_taken_now_is_told_later(status, people, answered, hears, service):
    device = hears(people.ada)
    service.status = status
    run_due()
    assert Device.objects.get().failures == 1
    service.status = 201
    pushing.push_to.call(device.pk, Notice.objects.get(person=people.ada).pk)
    assert len(service.told) == 1
    assert Device.objects.get().failures == 0


def test_after_many_failures_it_is_forgotten(people, answered, hears, service):
    device = hears(people.ada)
    Device.objects.update(failures=pushing.MOST_FAILURES - 1)
    service.status = 500
    run_due()
    assert not Device.objects.filter(pk=device.pk).exists()


def test_a_hostile_endpoint_makes_us_ask_nobody_else(people, answered, hears, service, settings):
    hears(people.ada)
    service.status, service.moved, service.body = 307, service.home + "/inner", b"x" * 10_000_000
    run_due()
    assert len(service.headers) == 1
    settings.FETCH_ALLOW = ()
    device = Device.objects.get()
    pushing.push_to.call(device.pk, Notice.objects.get(person=people.ada).pk)
    assert not Device.objects.exists(), "an address of a private network is never kept"
    assert len(service.headers) == 1


@pytest.mark.parametrize("wrong", [
    {"endpoint": ""}, {"endpoint": "http://push.example/plain"}, {"endpoint": "file:///etc/passwd"},
    {"endpoint": "https://a:b@push.example/"}, {"endpoint": "https://push.example:22/"},
    {"endpoint": "https://push.example/" + "x" * 1000},
    {"p256dh": ""}, {"p256dh": "é"}, {"p256dh": written(b"\x04" + b"\x01" * 64)}, {"p256dh": written(b"x" * 32)},
    {"auth": ""}, {"auth": written(b"short")}, {"auth": "A" * 5},
])  # fmt: skip
def test_what_is_no_subscription_gets_a_sentence(wrong, people, as_, service, settings):
    settings.FETCH_ALLOW, settings.FETCH_PORTS = (), (80, 443)
    given = service.subscription() | {"endpoint": "https://push.example/1"} | wrong
    answer = as_(people.ada).post("/notices/devices", given)
    assert answer.status_code == 422
    assert answer.json()["sentence"] == devices.UNUSABLE
    assert not Device.objects.exists()


@pytest.mark.database
def test_a_member_has_twenty_and_a_browser_has_one_member(people, as_, service, hears):
    for number in range(22):
        hears(people.ada, f"/{number}")
    kept = set(Device.objects.values_list("endpoint", flat=True))
    assert kept == {f"{service.home}/{number}" for number in range(2, 22)}
    hears(people.bo, "/21")
    assert Device.objects.get(endpoint=f"{service.home}/21").person == people.bo
    other = Device.objects.get(person=people.bo)
    as_(people.ada).post(f"/notices/devices/{other.pk}/stop")
    as_(people.ada).post("/notices/devices", {"endpoint": other.endpoint, "stop": "1"})
    assert Device.objects.filter(pk=other.pk).exists()
    as_(people.bo).post("/notices/devices", {"endpoint": other.endpoint, "stop": "1"})
    assert not Device.objects.filter(pk=other.pk).exists()


def test_only_the_settings_page_may_start_a_worker(people, as_, settings):
    policy = as_(people.ada).get("/notices/settings")["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "trusted-types push;" in policy
    assert "worker-src" not in as_(people.ada).get("/notices")["Content-Security-Policy"]
    settings.PUSH_KEY = ""
    assert "data-push" not in as_(people.ada).get("/notices/settings").content.decode()
    notice = Notice(what="comment:reply", pk=1)
    assert json.loads(pushing.payload_of(notice)).keys() == {"kind", "title", "url"}
