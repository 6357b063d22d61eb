"""What a group asks of new members: told before they write, with its end, and kept by every way to write."""

from datetime import timedelta

import pytest
from django.utils import timezone

from parley.groups import services as groups
from parley.groups.models import Membership
from parley.people.models import Person
from parley.texts.models import Picture
from parley.threads.models import Comment, Held
from tests.conftest import RULES
from tests.pictures import upload

pytestmark = pytest.mark.django_db
LINKS, PICTURES = "New members’ comments have no links here", "New members’ comments have no pictures here"


def text(answer) -> str:
    return answer.content.decode()


def post(browser, path, words):
    return browser.post(path, {"text": words, "anyway": "1"})


@pytest.fixture
def strict(people, seed):
    """ada joined today, bo a year ago; words alone, for ten days or three comments."""
    groups.change_settings(actor=people.olga, group=seed.group, new_days=10, new_comments=3, new_may="words", new_held=0)
    Membership.objects.filter(person=people.bo).update(joined_at=timezone.now() - timedelta(days=365))
    return seed


@pytest.mark.database
def test_told_before_writing_with_its_end_and_kept(as_, people, strict):
    ada, ends = as_(people.ada), f"{timezone.now() + timedelta(days=10):%-d %B %Y}, or when 3 comments of yours stand here."
    for path in (strict.url, f"/s/{strict.pk}/reply", "/m/ada"):
        shown = text(ada.get(path))
        assert "your comments can have no links and no pictures yet" in shown, path
        assert ends in shown, path
    assert "no links" not in text(as_(people.bo).get("/m/ada"))
    tried = {"See https://lake.example/a.": LINKS, "See lake.example now.": LINKS, "![x](/pictures/1)": PICTURES}
    for words, sentence in tried.items():
        refused = post(ada, f"/s/{strict.pk}/reply", words)
        assert (refused.status_code, sentence in text(refused), words[:12] in text(refused)) == (403, True, True)
        assert sentence in ada.post(f"/s/{strict.pk}/coach", {"text": words}).json()["sentence"]
    assert post(ada, f"/s/{strict.pk}/reply", "Only words.").status_code == 302


def test_a_change_is_held_to_it_and_the_third_comment_ends_it(as_, people, strict):
    ada = as_(people.ada)
    for words in ("The lake drained.", "The second thing is a dam."):
        assert post(ada, f"/s/{strict.pk}/reply", words).status_code == 302
    said = Comment.objects.select_related("text").filter(author=people.ada).first()
    for way in ("edit", "append"):
        sent = {"text": "See https://lake.example/", "revision": str(said.text.current_id), "anyway": "1"}
        answer = ada.post(f"/c/{said.pk}/{way}", sent)
        assert (answer.status_code, LINKS in text(answer)) == (403, True), way
    assert post(ada, f"/s/{strict.pk}/reply", "Thirdly, there are otters.").status_code == 302
    assert "You are new" not in text(ada.get(strict.url))
    assert post(ada, f"/s/{strict.pk}/reply", "Now see https://lake.example/b.").status_code == 302


@pytest.mark.parametrize("who", ["bo", "mo", "olga"])
def test_who_joined_long_ago_or_runs_the_group_is_never_limited_nor_asked_about(as_, people, strict, who):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from parley.threads import newcomers

    person = Person.objects.get(pk=getattr(people, who).pk)
    assert person.group_roles
    with CaptureQueriesContext(connection) as asked:
        assert newcomers.limits_of(person, strict) is None
    assert len(asked) == 0
    assert "You are new" not in text(as_(person).get(strict.url))
    assert post(as_(person), f"/s/{strict.pk}/reply", "See https://lake.example/.").status_code == 302


@pytest.mark.database
def test_first_comments_wait_for_a_mod(as_, people, strict):
    groups.change_settings(actor=people.olga, group=strict.group, new_may="all", new_held=1)
    ada = as_(people.ada)
    assert "your first comment waits for a mod before others see it" in text(ada.get(strict.url))
    post(ada, f"/s/{strict.pk}/reply", "My first words, with https://lake.example/.")
    held = Held.objects.get(author=people.ada)
    assert "A mod looks at" in text(ada.get(held.url))
    assert "My first words" not in text(as_(None).get(strict.url))
    case = held.cases.get()
    as_(people.mo).post(f"{case.url}", {"version": str(case.version), "way": "no-breach", "line": "1", "note": ""})
    assert post(ada, f"/s/{strict.pk}/reply", "My second words.").status_code == 302
    assert Held.objects.filter(author=people.ada).count() == 2 - Comment.objects.filter(author=people.ada).exists()


def test_without_rules_nothing_waits(as_, people, group_with, seed_with):
    group = group_with(rules=None, new_days=5, new_held=2)
    seed = seed_with(group=group)
    ada = as_(people.ada)
    assert "for a mod before" not in text(ada.get(seed.url)) + text(ada.get("/m/ada"))
    post(ada, f"/s/{seed.pk}/reply", "Hello lake.")
    said = Comment.objects.select_related("text").get(author=people.ada, seed=seed)
    sent = {"text": "Hello, lake.", "revision": str(said.text.current_id), "anyway": "1"}
    assert ada.post(f"/c/{said.pk}/edit", sent).status_code == 302
    strict = seed_with(group=group, rules=RULES)
    assert "for a mod before" in text(ada.get(strict.url)), "its own rules are there to rule by"


@pytest.mark.parametrize(("field", "value"), [("new_days", "400"), ("new_comments", "x"), ("new_may", "nothing"), ("new_held", "-1")])
def test_odd_settings_get_a_sentence(as_, people, group, field, value):
    answer = as_(people.olga).post(f"/g/{group.name}/settings", {"title": "Lakes", field: value})
    assert answer.status_code == 422
    assert 'class="problems"' in text(answer)


def test_the_settings_page_sets_them(as_, people, group):
    sent = {"title": "Lakes", "new_days": "14", "new_comments": "5", "new_may": "links", "new_held": "2"}
    assert as_(people.olga).post(f"/g/{group.name}/settings", sent).status_code == 302
    group.refresh_from_db()
    assert (group.new_days, group.new_comments, group.new_may, group.new_held) == (14, 5, "links", 2)


def test_who_is_new_brings_no_pictures(as_, people, strict):
    groups.change_settings(actor=people.olga, group=strict.group, allows_pictures=True)
    ada, path = as_(people.ada), f"/s/{strict.pk}/reply"
    assert "Add pictures" not in text(ada.get(path))
    refused = ada.post(path, {"text": "Look at the shore.", "picture1": upload(), "alt1": "A lake", "anyway": "1"})
    assert (refused.status_code, "Look at the shore." in text(refused)) == (403, True)
    assert not Picture.objects.exists()
    assert "Add pictures" in text(as_(people.bo).get(path))
