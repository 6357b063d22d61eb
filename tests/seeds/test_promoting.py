"""What a participating group shows on the front page: who may promote, where it shows, and what the log says."""

import pytest

from parley.groups import services as groups
from parley.ledger.models import Entry
from parley.seeds import policy
from parley.seeds.models import Seed
from tests.web.test_lists import headlines

pytestmark = pytest.mark.django_db
WHO = ["nobody", "new", "ada", "bo", "mo", "olga", "sita"]
SITE = ("/", "/newest", "/feed.json")


@pytest.fixture
def waiting(people, group_with, seed_with):
    """By ada, in a participating group."""
    return seed_with(group=group_with(is_participating=True), by=people.ada, headline="Waiting")


@pytest.fixture
def promote(as_):
    def send(who, seed, on: str = "1"):
        return as_(who).post(f"/s/{seed.pk}/promote", {"on": on}).status_code

    return send


def reasons(people, may, seed):
    return [may(getattr(people, who, None), seed).reason for who in WHO]


@pytest.mark.parametrize(("state", "promotes", "takes_off"), [
    ({}, ["not-seeder", "seeder", "not-seeder", "mod", "mod", "mod"], ["off-front"] * 6),
    ({"waits_for_front": False}, ["on-front"] * 6, ["not-seeder", "seeder", "not-seeder", "mod", "mod", "mod"]),
    ({"taken_off_id": 1}, ["not-seeder", "taken-off", "not-seeder", "mod", "mod", "mod"], ["off-front"] * 6),
    ({"unlisted_by_id": 1}, ["off-lists"] * 6, ["off-front"] * 6),
])  # fmt: skip
def test_who_may(people, waiting, state, promotes, takes_off):
    for name, value in state.items():
        setattr(waiting, name, value)
    assert reasons(people, policy.may_promote, waiting) == ["signed-out", *promotes]
    assert reasons(people, policy.may_take_off, waiting) == ["signed-out", *takes_off]


def test_who_left_or_is_in_a_group_that_shows_all_does_not(people, waiting, seed):
    assert reasons(people, policy.may_take_off, seed) == ["signed-out", *["no-promotion"] * 6]
    groups.leave(actor=people.ada, group=waiting.group)
    assert policy.may_promote(people.ada, waiting).reason == "not-member"


def test_a_seed_waits_until_it_is_promoted_and_can_be_taken_back(as_, people, waiting, seed_with, promote):
    seed_with(headline="At once")
    assert headlines(as_(people.ada), "/") == ["At once"]
    assert b"Waiting" not in b"".join(as_(None).get(address).content for address in SITE)
    assert headlines(as_(None), waiting.group.url) == ["Waiting"]
    assert "Waiting" in headlines(as_(people.bo), "/mine")
    assert "Promote to the front page" in as_(people.ada).get(waiting.url).content.decode()
    assert "the front page<" not in as_(people.bo).get(waiting.url).content.decode()
    assert promote(people.ada, waiting) == 302
    assert all(b"Waiting" in as_(None).get(address).content for address in SITE)
    shown = as_(people.ada).get(waiting.url).content.decode()
    assert "This stands on the front page now." in shown
    assert "Take off the front page" in shown
    assert promote(people.ada, waiting) == 403
    assert promote(people.ada, waiting, "0") == 302
    assert headlines(as_(None), "/") == ["At once"]
    assert not Entry.objects.filter(act__startswith="seed:front").exists()


def test_the_log_says_what_mods_do_to_others_and_theirs_is_the_last_word(as_, people, waiting, promote):
    for who, on in ((people.mo, "1"), (people.olga, "0")):
        assert promote(who, waiting, on) == 302
    assert promote(people.ada, waiting) == 403
    assert b"so a mod decides" in as_(people.ada).post(f"/s/{waiting.pk}/promote", {"on": "1"}).content
    assert promote(people.sita, waiting) == 302
    shown = as_(None).get("/log").content.decode()
    assert (shown.count("Promoted to the front page:"), shown.count("Taken off the front page:")) == (2, 1)
    found = Entry.objects.filter(act__startswith="seed:front").order_by("pk")
    assert [each.decider for each in found] == ["group mod", "group owner", "site mod"]


def test_nobody_else_promotes_and_odd_requests_are_answered(as_, people, waiting, promote, group_with, seed_with):
    assert promote(people.bo, waiting) == 403
    assert promote(None, waiting) == 403
    assert as_(people.ada).get(f"/s/{waiting.pk}/promote").status_code == 405
    assert as_(people.ada).post("/s/99999/promote", {"on": "1"}).status_code == 404
    private = seed_with(group=group_with(visibility="private", members={"olga": "owner"}))
    assert promote(people.ada, private) == 404
    assert promote(people.ada, waiting, "\x00") == 403


def test_owners_choose_it_and_what_stands_there_stays(as_, people, seed):
    settings = f"{seed.group.url}/settings"
    assert "As soon as it is seeded." in as_(people.olga).get(settings).content.decode()
    given = {"title": "Sky", "visibility": "public", "show": "link", "excerpt_words": "1", "edit_minutes": "0"}
    assert as_(people.olga).post(settings, given | {"is_participating": "True"}).status_code == 302
    assert Seed.objects.get(pk=seed.pk).group.is_participating
    assert as_(people.olga).post(settings, given).status_code == 302
    assert Seed.objects.get(pk=seed.pk).group.is_participating  # an older form does not know of it
    assert headlines(as_(None), "/") == [seed.headline]
