"""Seeding from anywhere: what a share menu or a bookmarklet hands over stands in the form, and nothing of it is lost or acted on."""

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile as File
from django.test import Client

from parley.seeds.models import Reading
from parley.web.pages.shared import MOST_CARRIED, carried
from tests.article_site import PAGE, PARAGRAPHS
from tests.web.seeding_forms import filled, value, words

pytestmark = pytest.mark.django_db
AT = "https://lantern.example/ferry"
SAVED = PAGE.format(home="https://tidewatch.example", body="".join(f"<p>{each}</p>" for each in PARAGRAPHS)).encode()
TOLD_APART = [
    ({"url": AT, "title": "Ferry"}, AT, "Ferry", ""),
    ({"text": f"Look at this: {AT}.", "title": "Ferry"}, AT, "Ferry", "Look at this: ."),
    ({"text": f"Ferry\n{AT}", "title": "Ferry"}, AT, "Ferry", ""),
    ({"title": f"Ferry {AT}"}, AT, "Ferry", ""),
    ({"url": "not one", "text": f"({AT})", "title": ""}, AT, "", ""),
    ({"text": f"{AT}_(boat) – so <b>close</b>"}, f"{AT}_(boat)", "", "– so <b>close</b>"),
    ({"url": AT, "text": "“Words selected.”"}, AT, "", "“Words selected.”"),
]  # fmt: skip
"""What was shared, and the address, headline, and remark in it."""
NO_ADDRESS = [
    ({"text": "Only words", "title": "T"}, "No address came along", {"text": "Only words", "headline": "T"}),
    ({"title": "T"}, "No address came along", {"headline": "T"}),
    ({"url": "lantern ferry", "text": "Why"}, "has to look like", {"url": "lantern ferry", "remark": "Why"}),
    ({"url": AT + "?" + "x" * 2_000}, "2,000 fit", {"url": AT + "?" + "x" * 2_000}),
    ({"url": "javascript:alert(1)"}, "has to look like", {"url": "javascript:alert(1)"}),
]  # fmt: skip
"""What was shared, what is said of it, and what stands in the form."""
NO_PAGE = [
    ([(b"\x89PNG", "<b>.png", "image/png")], 422, "“<b>.png” is no saved page"),
    ([(b"",)], 422, "is no saved page"),
    ([(b"<p>" * 2_000_000,)], 413, "larger than 5 MB"),
    ([(), (b"x", "a.pdf", "application/pdf")], 422, "“a.pdf” is no saved page"),
]  # fmt: skip


@pytest.fixture
def ada(as_, people, group):
    return as_(people.ada)


def saved(body=SAVED, name="ferry.html", kind="text/html"):
    return File(name, body, content_type=kind)


def fields_of(answer):
    return dict(re.findall(r'<input type="hidden" name="(url|title|carried)" value="([^"]*)"', answer.content.decode()))


def test_address_and_words_are_told_apart(ada):
    for given, *wanted in TOLD_APART:
        for answer in (ada.get("/share", given), ada.post("/share", given, follow=True)):
            assert answer.status_code == 200
            assert [value(answer, "url"), value(answer, "headline"), value(answer, "remark")] == wanted


def test_what_is_no_address_is_said_and_kept(ada):
    for given, said, kept in NO_ADDRESS:
        for answer in (ada.get("/share", given), ada.post("/share", given, follow=True)):
            assert answer.status_code == 422
            assert said in words(answer)
            assert {name: value(answer, name) for name in kept} == kept


def test_a_saved_page_travels_in_the_form(ada, group):
    answer = ada.post("/share", {"page": saved(), "title": "Ferry", "text": "Worth a look"})
    assert answer.status_code == 200
    assert filled(answer)["way"] == ["file"]
    assert not Reading.objects.exists()
    seen = ada.post("/seed", filled(answer, group=group.name))
    assert value(seen, "headline") == "Last call for the night ferry"
    assert value(seen, "remark") == "Worth a look"
    again = ada.post("/seed", filled(answer, group=group.name, carried=carried(b"%PDF-1.7 and no page")))
    assert again.status_code == 422
    assert value(again, "remark") == "Worth a look"
    assert ada.post("/seed", filled(answer, group=group.name, carried="a\x00b")).status_code == 422


def test_a_file_that_cannot_be_read_is_said(ada):
    for files, status, said in NO_PAGE:
        answer = ada.post("/share", {"page": [saved(*each) for each in files], "url": AT, "text": "Words"})
        assert answer.status_code == status
        assert said in words(answer)
        assert (value(answer, "url"), value(answer, "remark")) == (AT, "Words")
        assert bool(value(answer, "carried")) == (len(files) > 1)


def test_a_page_that_does_not_fit_into_a_form(ada, monkeypatch):
    monkeypatch.setattr("parley.web.pages.shared.MOST_CARRIED", 100)
    answer = ada.post("/share", {"page": saved(), "url": AT})
    assert answer.status_code == 413
    assert value(answer, "url") == AT
    assert MOST_CARRIED < 2_500_000


def test_who_is_signed_out_comes_back_with_it(as_, ada):
    """A cookie does not come along with what another site posts, and does with the address that it is led to."""
    nobody = as_(None)
    there = nobody.post("/share", {"url": AT, "text": "Look & see"})
    assert there.status_code == 303
    asked = nobody.get(there["Location"])
    assert asked["Location"].startswith("/account/login/?next=%2Fshare%3Furl%3D")
    body = nobody.get(asked["Location"]).content.decode()
    back = unescape(re.search(r'name="next" value="([^"]+)"', body)[1])
    assert value(ada.get(back), "remark") == "Look & see"
    for form in ({"url": AT, "text": "Long. " * 900}, {"url": AT, "page": saved(), "text": "Words", "title": "T"}):
        kept = Client(enforce_csrf_checks=True).post("/share", form)
        assert kept.status_code == 403
        assert "no-store" in kept["Cache-Control"]
        assert form["text"].strip() in kept.content.decode()
        answer = ada.post("/share", {"text": form["text"], **fields_of(kept)})
        assert (answer.status_code, value(answer, "url")) == (200, AT)
        assert value(answer, "remark") == form["text"].strip()
        assert bool(value(answer, "carried")) == ("page" in form)


def test_sharing_does_nothing_without_a_token(people, group):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(people.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = browser.post("/share", {"page": saved()}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 200
    assert not Reading.objects.exists()
    assert browser.post("/seed", filled(answer, csrfmiddlewaretoken="x", group=group.name)).status_code == 403


def test_broken_bytes(ada):
    for body in (b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\na\xed\xa0\x80\xff\r\n--x--\r\n', b"--x", b""):
        for kind in ("multipart/form-data; boundary=x", "multipart/form-data"):
            assert ada.post("/share", body, content_type=kind, follow=True).status_code in {400, 422}


def test_who_is_in_no_group_keeps_it(as_, people):
    shown = as_(people.new).get("/share", {"url": AT})
    assert "you are in none yet" in words(shown)
    assert AT in words(shown)


def test_the_bookmarklet_leads_to_this_site(ada):
    answer = ada.get("/seed/from-anywhere")
    link = unescape(re.search(r'href="(javascript:[^"]+)"', answer.content.decode())[1])
    assert '"http://127.0.0.1:8000/share?"' in link
    assert "%" not in link
    said = json.loads(ada.get("/manifest.webmanifest").content)["share_target"]
    assert (said["action"], said["method"], said["params"]["url"]) == ("/share", "POST", "url")
