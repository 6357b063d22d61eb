"""Which language a page is in, and what of it may be kept for others."""

import pytest
from django.test import Client
from django.utils import translation

from parley.base.saying import say
from parley.people.models import Person

pytestmark = pytest.mark.django_db
ASKED = {
    "de-AT,de;q=0.9,en;q=0.5": "de",
    "fr, ar;q=0.3": "ar",
    "fr": "en",
    "": "en",
    "*": "en",
    "de;q=0": "en",
    "en;q=0.1, de;q=0.9": "de",
    "de;q=nonsense, ar;q=0.1": "ar",
    "DE": "de",
    ";;;,,,=": "en",
    "x" * 5000 + ",de": "en",
    "fr," * 5000 + "de": "en",
    "de;q=1" + "9" * 400: "en",
    "de\x00, ar;q=-1": "en",
}


def language_of(answer) -> str:
    page = answer.content.decode()
    return page.partition('<html lang="')[2][:2]


@pytest.mark.parametrize(("said", "found"), ASKED.items(), ids=range(len(ASKED)))
def test_a_browser_is_answered_in_a_language_that_we_have(said, found):
    answer = Client().get("/newest", headers={"Accept-Language": said})
    assert language_of(answer) == found == answer["Content-Language"]
    assert answer["Cache-Control"] == "public, no-cache"
    assert "Accept-Language" in answer["Vary"]
    assert "Cookie" not in answer["Vary"]


def test_what_a_reader_chose_goes_before_what_his_browser_asks_for_and_is_kept_for_nobody_else():
    browser = Client()
    answer = browser.get("/language?to=ar", headers={"Referer": "http://testserver/newest?order=x"})
    assert answer["Location"] == "http://testserver/newest?order=x"
    page = browser.get("/newest", headers={"Accept-Language": "de"})
    assert '<html lang="ar" dir="rtl">' in page.content.decode()
    assert page["Cache-Control"] == "private, no-cache"
    assert "Cookie" not in page["Vary"]
    browser.cookies["language"] = "xx-nonsense"
    page = browser.get("/newest", headers={"Accept-Language": "de"})
    assert language_of(page) == "de"
    assert page["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "/language?to=de"])
def test_choosing_leads_to_pages_of_ours_alone(where):
    assert Client().get("/language", {"to": "de", "next": where})["Location"] == "/"


@pytest.mark.parametrize("code", ["xx", "klingon" * 1000, "de_DE", "../de", "\x00"])
def test_a_language_that_we_do_not_have_is_told_so(code, as_, people):
    for browser, ask in ((Client(), "get"), (as_(people.ada), "post")):
        answer = getattr(browser, ask)("/language", {"to": code})
        assert answer.status_code == 422
        assert "There are: English, Deutsch, العربية." in answer.content.decode()
        assert "language" not in answer.cookies


def test_what_a_member_chose_goes_with_him_to_every_device(as_, people):
    assert as_(people.ada).post("/language", {"to": "de", "next": "/newest"})["Location"] == "/newest"
    other = Client()
    other.force_login(people.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    for path in ("/newest", "/account/security", "/account/login/"):
        assert language_of(other.get(path, follow=True)) == "de"
    assert language_of(as_(people.bo).get("/newest")) == "en"


def test_a_link_changes_nothing_that_is_kept_of_a_member(as_, people):
    answer = as_(people.ada).get("/language?to=ar")
    assert answer.status_code == 200
    assert Person.objects.get(pk=people.ada.pk).language == ""


def test_a_kept_discussion_is_kept_in_each_language(as_, people, comment):
    seed = comment().seed
    for language in ("de", "en", "ar", "de"):
        people.ada.language = language
        people.ada.save()
        assert language_of(as_(people.ada).get(seed.url)) == language


def test_what_a_comment_is_written_in_is_marked(as_, people, comment):
    said = comment("Das ist nicht der See, den ich mit den Kindern sah, und er wird es auch nicht.")
    comment("البحيرة ليست تلك التي رأيناها مع الأطفال", by=people.bo, to=said)
    comment("No.", by=people.bo, to=said)
    page = as_(None).get(said.seed.url).content.decode()
    assert page.count('<div class="body" dir="auto" lang="de" data-body>') == 1
    assert page.count('<div class="body" dir="auto" lang="ar" data-body>') == 1
    assert page.count('<div class="body" dir="auto" data-body>') == 1


def test_a_name_stands_apart_where_the_sentence_runs_the_other_way(group_with):
    group = group_with()
    feed = f"{group.url}/log/feed.atom"
    assert "\u2068Astronomy\u2069" in Client().get(feed, headers={"Accept-Language": "ar"}).content.decode()
    assert "\u2068" not in Client().get(feed, headers={"Accept-Language": "de"}).content.decode()
    with translation.override("ar"):  # a mail program would take the sign for a part of it
        assert "\u2068" not in say("No more mails like this one: {address}", address="https://parley.example/x")


def test_what_a_cookie_decided_stays_private_when_it_is_asked_for_again():
    browser = Client()
    browser.cookies["language"] = "ar"
    for path in ("/search?q=lake", "/newest"):
        first = browser.get(path)
        again = browser.get(path, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (304, "private, no-cache"), path
        assert "Accept-Language" in again["Vary"]


def test_what_stands_apart_already_is_not_set_apart_again():
    with translation.override("ar"):
        inner = say("Parley at {host}", host="the lake.")
        assert say("By {decider}.", decider=f"{inner} x").count("\u2068") == inner.count("\u2068")
