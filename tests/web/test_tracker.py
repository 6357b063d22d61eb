"""The tracker: what is new where, on all devices, and drafts."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.tracker import filled, measured
from parley.groups import services as groups
from parley.inbox import tracking, unsent
from parley.inbox.models import Tracked, Unsent
from parley.people.models import Person
from tests.budgets import QUERIES
from tests.houserules.slowness import slowness

pytestmark = pytest.mark.django_db


def page(browser, url, **options) -> str:
    answer = browser.get(url, **options)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_two_devices_agree_on_what_is_read(people, seed, comment, as_):
    said = [comment(by=people.bo) for _ in range(3)]
    one, other = as_(people.olga), Client()
    other.force_login(people.olga, backend="allauth.account.auth_backends.AuthenticationBackend")
    for browser in (one, other):
        assert page(browser, seed.url).count('class="role is-new"') == 3
        assert ">3 new</span>" in page(browser, seed.url)
    assert one.post(f"/s/{seed.pk}/seen", {"comments": f"{said[1].pk},x,-1,{10**30}"}).status_code == 204
    assert page(other, seed.url).count('class="role is-new"') == 2
    assert other.get(f"/s/{seed.pk}/next").url.endswith(f"#c{said[0].pk}")
    to = re.search(r'/read" name="to" value="(\d+)"', page(other, seed.url))[1]
    late = comment(by=people.bo)
    other.post(f"/s/{seed.pk}/read", {"to": to})
    assert page(one, seed.url).count('class="role is-new"') == 1
    assert one.get(f"/s/{seed.pk}/next").url.endswith(f"#c{late.pk}")
    assert ">1 new<" in page(one, "/tracker")


def test_looking_at_pages_changes_nothing(people, seed, comment, as_):
    comment(by=people.bo)
    before = list(Tracked.objects.order_by("pk").values())
    for url in (seed.url, "/tracker", f"/s/{seed.pk}/next", f"{seed.url}?order=newest", "/tracker?show=history"):
        as_(people.olga).get(url)
    assert list(Tracked.objects.order_by("pk").values()) == before


def test_the_first_new_one_is_found_on_a_later_slice(people, seed, comment, as_, monkeypatch):
    monkeypatch.setattr("parley.threads.slices.cursor_before", lambda _: "1")
    said = comment(by=people.bo)
    assert as_(people.olga).get(f"/s/{seed.pk}/next").url == f"{seed.url}?after=1#c{said.pk}"
    assert as_(people.mo).get(f"/s/{seed.pk}/next").url == f"{seed.url}#discussion"


@pytest.mark.alone
def test_a_thousand_followed_discussions_in_one_query_and_thirty_milliseconds(people, group, as_):
    filled(people.ada, people.bo, group, count=1000)
    for address in ("/tracker", "/tracker?show=history"):
        found = measured(as_(people.ada), address)
        assert found["queries about discussions"] == 1
        assert found["processor ms"] < 30 * slowness(), found


def test_the_tracker_asks_no_more_for_many_than_for_few(people, group, seed_with, comment, as_):
    for more in (1, 12):
        for _ in range(more):
            comment(on=seed_with(group=group), by=people.bo)
        for show in ("current", "history", "drafts"):
            as_(people.olga).get(f"/tracker?show={show}")
            with CaptureQueriesContext(connection) as asked:
                as_(people.olga).get(f"/tracker?show={show}")
            assert len(asked) <= QUERIES["tracker"][1], "\n".join(each["sql"] for each in asked)


def test_who_left_a_private_group_is_told_nothing(people, group_with, seed_with, comment, as_):
    seed = seed_with(group=group_with(visibility="private"), headline="A zorblax drained")
    said = comment(on=seed)
    unsent.keep(actor=people.ada, seed=seed, parent=said, text="My own words.", version=0, form_key=None)
    comment(on=seed, by=people.bo)
    assert "zorblax" in page(as_(people.ada), "/tracker")
    assert 'Tracker <span class="count">1</span>' in page(as_(people.ada), "/g")
    groups.leave(actor=people.ada, group=seed.group)
    for url in ("/tracker", "/tracker?show=history", "/tracker?show=drafts", "/g"):
        assert "zorblax" not in page(as_(people.ada), url)
        assert 'Tracker <span class="count">' not in page(as_(people.ada), url)
    assert "My own words." in page(as_(people.ada), "/tracker?show=drafts")
    for act in ("follow", "mute", "read", "seen", "draft"):
        assert as_(people.ada).post(f"/s/{seed.pk}/{act}", {"on": "1", "text": "x"}).status_code == 404
    for act in ("fold", "mute", "draft"):
        assert as_(people.ada).post(f"/c/{said.pk}/{act}", {"on": "1", "text": "x"}).status_code == 404
    assert as_(people.ada).get(f"/s/{seed.pk}/next").status_code == as_(people.ada).get(f"/c/{said.pk}/branch").status_code == 404


def test_following_muting_and_marking_all_from_the_tracker(people, seed, comment, as_):
    comment(by=people.bo)
    mo = as_(people.mo)
    mo.post(f"/s/{seed.pk}/follow", {"on": "1"})
    comment(by=people.bo)
    assert ">1 new<" in page(mo, "/tracker")
    assert mo.post(f"/s/{seed.pk}/mute?next=/tracker", {"on": "1"}).url == "/tracker"
    assert seed.headline not in page(mo, "/tracker")
    assert "muted" in page(mo, "/tracker?show=history")
    assert 'class="role is-new"' not in page(mo, seed.url)
    mo.post(f"/s/{seed.pk}/mute?next=https://elsewhere.example/", {"on": "0"})
    to = re.search(r'name="to" value="(\d+)"', page(mo, "/tracker"))[1]
    mo.post("/tracker/read", {"to": to})
    assert ">1 new<" not in page(mo, "/tracker")
    for nonsense in ({}, {"to": "x"}, {"to": "9" * 40}):
        assert mo.post("/tracker/read", nonsense).status_code == 302


def test_a_branch_is_folded_and_muted_on_all_devices(people, seed, comment, as_):
    top = comment(by=people.bo)
    olga = as_(people.olga)
    tracking.read(actor=people.olga, seed=seed, to=top.pk)
    assert olga.post(f"/c/{top.pk}/fold", {"on": "1"}, headers={"Accept": "application/json"}).json() == {}
    assert f'data-folded="{top.pk}"' in page(olga, seed.url)
    assert "Mute this branch" in page(olga, f"/c/{top.pk}/branch")
    assert olga.post(f"/c/{top.pk}/mute", {"on": "1"}).url == f"/c/{top.pk}"
    comment(by=people.ada, to=top)
    assert 'class="role is-new"' not in page(olga, seed.url)
    assert f'data-muted="{top.pk}"' in page(olga, seed.url)
    assert 'data-folded=""' in page(as_(people.bo), seed.url)
    assert f"/c/{top.pk}/branch" in page(olga, f"/c/{top.pk}/reply")
    assert not any("Sign in to do this" in page(olga, f"/c/{top.pk}/{way}") for way in ("reply", "branch"))


def test_a_draft_waits_on_every_device_until_it_is_posted(people, seed, comment, as_):
    said = comment(by=people.bo)
    ada, url = as_(people.ada), f"/c/{said.pk}/reply"
    assert ada.post(f"/c/{said.pk}/draft", {"text": "Half a\r\nthought", "version": "0"}).json() == {"version": 1}
    form = page(ada, url)
    assert "Half a\nthought</textarea>" in form
    assert 'name="version" value="1"' in form
    assert "This is your draft of" in form
    assert "a reply to comment 1" in page(ada, "/tracker?show=drafts")
    assert "thought" not in page(as_(people.mo), "/tracker?show=drafts")
    token = re.search(r'name="token" value="([^"]+)"', form)[1]
    fields = {"text": "A whole thought about tiltmeters.", "token": token, "version": "1", "anyway": "1"}
    assert ada.post(url, fields).status_code == 302
    assert not Unsent.objects.exists()
    assert ada.post(f"/c/{said.pk}/draft", fields | {"version": "0"}).json() == {"version": 0}
    assert not Unsent.objects.exists()


def test_without_javascript_a_draft_is_kept_by_a_button_and_nothing_is_written_over(people, seed, as_):
    ada = as_(people.ada)
    assert ada.post(f"/s/{seed.pk}/reply", {"text": "From the phone.", "keep": "1", "version": "0"}).url == "/tracker?show=drafts"
    assert "Go on with your draft" in page(ada, seed.url)
    assert 'data-begun="1"' in page(ada, seed.url)
    assert f'You have a draft here. <a href="/s/{seed.pk}/reply">' in page(ada, seed.url)
    assert "You have a draft here" not in page(ada, f"/s/{seed.pk}/reply")
    answer = ada.post(f"/s/{seed.pk}/reply", {"text": "From the desk.", "keep": "1", "version": "0"})
    assert answer.status_code == 409
    assert "From the desk." in answer.content.decode()
    assert Unsent.objects.get().text == "From the phone."
    assert ada.post(f"/s/{seed.pk}/draft", {"text": "Third.", "version": "7"}).status_code == 409
    form = answer.content.decode()
    assert "From the phone.</div>" in form
    fields = {"text": "From the desk.", "version": re.search(r'name="version" value="(\d+)"', form)[1]}
    assert ada.post(f"/s/{seed.pk}/draft", fields | {"text": "From the desk, and one letter"}).status_code == 409
    assert ada.post(f"/s/{seed.pk}/reply", fields | {"keep": "1"}).status_code == 409
    assert Unsent.objects.get().text == "From the phone."
    ada.post(f"/s/{seed.pk}/reply", fields | {"over": re.search(r'name="over" value="(\d+)">Keep these words instead', form)[1]})
    assert Unsent.objects.get().text == "From the desk."
    as_(people.bo).post(f"/drafts/{Unsent.objects.get().pk}/drop")
    assert Unsent.objects.count() == 1
    ada.post(f"/drafts/{Unsent.objects.get().pk}/drop")
    assert not Unsent.objects.exists()


def test_drafts_are_bounded_and_grow_old(people, seed, comment, monkeypatch):
    monkeypatch.setattr(unsent, "MOST_UNSENT", 2)
    said = [comment(by=people.bo) for _ in range(3)]
    for each in said:
        unsent.keep(actor=people.ada, seed=seed, parent=each, text="x", version=0, form_key=None)
    assert [row.parent for row in unsent.unsent_of(people.ada)] == [said[2], said[1]]
    monkeypatch.setattr(unsent, "KEPT_FOR", -unsent.KEPT_FOR)
    unsent.forget_old()
    assert not Unsent.objects.exists()


def test_a_session_revoked_while_writing_loses_nothing(people, seed, as_):
    ada = as_(people.ada)
    page(ada, f"/s/{seed.pk}/reply")
    person = Person.objects.get(pk=people.ada.pk)
    person.set_password("another red box")
    person.save()
    for fields in ({}, {"keep": "1"}):
        answer = ada.post(f"/s/{seed.pk}/reply", {"text": "Many careful words.", **fields})
        assert answer.status_code == 403
        assert "Many careful words.</textarea>" in answer.content.decode()


def test_news_name_authors_so_that_ones_own_are_none(people, seed, comment, as_):
    comment()
    comment(by=people.bo)
    assert as_(None).get(f"/s/{seed.pk}/news").json()["authors"] == ["bo", "ada"]


@pytest.mark.parametrize("headline", ["Follow", "Mute", "Read", "Seen", "Next", "Draft"])
def test_a_headline_cannot_take_these_addresses(seed_with, as_, headline):
    assert headline in page(as_(None), seed_with(headline=headline).url)
