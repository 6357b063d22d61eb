"""Seeding with what nobody should send: a sentence and the right status, never a 500, and nothing typed is lost."""

import pytest
from django.test import Client

from parley.seeds.models import Seed
from tests.web.seeding_forms import TEXT, again, filled, pasted, publish, published, value, words

pytestmark = pytest.mark.django_db
FIELDS = (
    "headline", "original_headline", "bylines", "source_name", "canonical_url", "published", "language", "caption", "credit",
    "licence", "text", "remark", "group", "tags", "prose", "token", "seen", "restore", "restored", "keep_picture",
)  # fmt: skip
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOSTILE = {
    "empty": "", "controls": "a\x00b\x07\x1b[0m", "override": "\u202egnissap\u2066", "script": SCRIPT, "surrogate": "a\ufffdb",
    "braces": "{{ 7 * 7 }}{% raw %}", "line ends": "a\r\nb\rc\u2028d", "invisible": "\u200b\u200d\ufeff", "number": "9" * 40,
    "long": "ab " * 3_000,
}  # fmt: skip


@pytest.fixture
def ada(as_, people):
    return as_(people.ada)


@pytest.fixture
def preview(ada, group):
    return pasted(ada, group)


def is_a_sentence(answer):
    assert answer.status_code in {200, 302, 409, 413, 422}, words(answer)
    if answer.status_code != 302:
        body = answer.content.decode()
        assert "<script>alert" not in body
        assert "<img src=x" not in body
        assert "\u202e" not in body


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_field_of_the_preview_takes_anything(ada, preview, kind):
    for name in FIELDS:
        is_a_sentence(again(ada, preview, **{name: HOSTILE[kind]}))
    is_a_sentence(publish(ada, preview, **dict.fromkeys(FIELDS[:13], HOSTILE[kind])))


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_field_of_the_form_takes_anything(ada, group, kind):
    sent = {"way": "text", "headline": "H", "source": "S", "text_url": "", "url": "", "text": TEXT, "group": group.name}
    for name in sent:
        is_a_sentence(ada.post("/seed", {**sent, name: HOSTILE[kind]}))
    is_a_sentence(ada.get("/seed", dict.fromkeys(("url", "title", "text", "group"), HOSTILE[kind])))


def test_hostile_words_are_published_as_words(ada, preview):
    shown = published(ada, preview, headline=SCRIPT, remark=SCRIPT, caption=SCRIPT, source_name=SCRIPT, tags="<b>", text=SCRIPT * 20)
    is_a_sentence(shown)
    assert SCRIPT in words(shown)


def test_a_megabyte_in_every_large_field(ada, preview):
    large = "ab " * 350_000
    for name in ("text", "remark", "prose", "headline", "bylines", "tags"):
        answer = publish(ada, preview, **{name: large})
        assert answer.status_code in {409, 413, 422}, name
    assert pasted(ada, type("group", (), {"name": "x"}), text=large).status_code in {200, 422}
    assert not Seed.objects.exists()


def test_broken_bytes_are_read_as_far_as_they_go(ada, group):
    body = b"way=text&headline=a\xed\xa0\x80b&text=" + b"word+\xff\xfe" * 50 + b"&group=" + group.name.encode()
    seen = ada.post("/seed", body, content_type="application/x-www-form-urlencoded")
    assert seen.status_code == 200
    form = b'--x\r\nContent-Disposition: form-data; name="headline"\r\n\r\na\xed\xa0\x80\xff\r\n--x--\r\n'
    for kind, sent in (("multipart/form-data; boundary=x", form), ("multipart/form-data", form), ("application/json", b"{}"),
                       ("multipart/form-data; boundary=x", form[:40])):  # fmt: skip
        for address in ("/seed", "/seed/preview"):
            assert ada.post(address, sent, content_type=kind).status_code in {400, 409, 422}


@pytest.mark.parametrize(("field", "wrong", "said"), [
    ("published", "yesterday", "Write the day as year, month, and day"), ("published", "2026-02-31", "2026-11-23"),
    ("language", "English", "its code"), ("canonical_url", "javascript:alert(1)", "https://example.org/article"),
    ("canonical_url", "https://me:secret@a.example/", "example.org/article"), ("group", "no-such", "one of your groups"),
    ("headline", " \u200b", "headline"), ("tags", "a,b,c,d,e,f,g,h,i", "tags fit"), ("remark", "x" * 2_001, "2,000"),
    ("bylines", "\n".join(f"Name {n}" for n in range(13)), "12 names"), ("headline", "x" * 301, "300"),
    ("prose", "No. " * 26_000, "fit"),
])  # fmt: skip
def test_a_wrong_field_is_said_and_kept(ada, preview, field, wrong, said):
    answer = publish(ada, preview, **{field: wrong})
    assert answer.status_code == 422
    assert said in words(answer)
    if field not in {"group", "headline"}:
        assert value(answer, field) == wrong.strip()
    assert not Seed.objects.exists()


def test_a_group_of_others_is_none(ada, as_, people, group_with):
    closed = group_with(visibility="private", members={"bo": "member"}, about="Sealed")
    seen = pasted(ada, closed)
    assert closed.name not in seen.content.decode()
    refused = publish(ada, seen, group=closed.name)
    assert refused.status_code == 422
    assert closed.name not in refused.content.decode()


def test_who_left_the_group_meanwhile_is_told(ada, people, group, preview):
    from parley.groups import services as groups

    groups.leave(actor=people.ada, group=group)
    answer = publish(ada, preview)
    assert answer.status_code == 422
    assert value(answer, "text") == TEXT


def test_a_file_that_is_too_large_or_none(ada, group, tmp_path):
    page = tmp_path / "page.html"
    for body, status in ((b"<p>" * 2_000_000, 413), (b"", 422), (b"%PDF-1.7", 422), (b"\x00" * 100, 422)):
        page.write_bytes(body)
        with page.open("rb") as file:
            answer = ada.post("/seed", {"way": "file", "page": file, "group": group.name, "headline": "Typed"})
        assert answer.status_code == status
        assert value(answer, "headline") == "Typed"


def test_many_large_files_fill_no_memory():
    from parley.web.uploads import MOST, Bounded

    handler, kept = Bounded(None), 0
    for number in range(3):
        handler.new_file("page", f"{number}.html", "text/html", None)
        for _ in range(110):
            handler.receive_data_chunk(b"x" * 64_000, 0)
        kept += handler.file_complete(0).size
    assert kept == MOST + 1


@pytest.mark.parametrize("address", ["/seed/preview", "/seed/picture/1", f"/s/{'9' * 30}/picture", "/s/-1/picture", "/s/0/picture"])
def test_strange_addresses(ada, as_, people, address):
    for browser in (ada, as_(None)):
        assert browser.get(address).status_code in {302, 404}
        assert browser.delete(address).status_code in {302, 404, 405}


def test_a_lost_session_keeps_the_text(as_, preview):
    for address in ("/seed", "/seed/preview"):
        answer = as_(None).post(address, {"text": TEXT, "headline": "Kept headline"})
        assert answer.status_code == 403
        assert TEXT[:60] in words(answer)
        assert "Kept headline" in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(people, group):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(people.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in ("/seed", "/seed/preview"):
        assert browser.post(address, {"text": TEXT}).status_code == 403
    assert filled(browser.get("/seed"))["csrfmiddlewaretoken"]
