"""The author of a comment that waits for a mod takes it back: gone for good, and nothing is left to decide."""

import re

import pytest
from django.apps import apps

from houserules import Keeping, read
from parley.moderation import casework
from parley.moderation.models import Case, Happened
from parley.rulebooks import services as rulebooks
from parley.threads.models import Comment, Held

pytestmark = pytest.mark.django_db
WORDS = "The mayor sold the zorblax."
TOKEN = "6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11"


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def seed(people, group_with, seed_with):
    group = group_with(rules=None)
    book = read("No talk of the mayor.").all_confirmed()
    book = book.with_keeping({each.key: Keeping.HOLD for each in book.clauses})
    rulebooks.publish(actor=people.olga, group=group, book=book, after=0)
    return seed_with(group=group, by=people.bo)


@pytest.fixture
def held(as_, people, seed):
    as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": WORDS, "anyway": "1", "token": TOKEN})
    return Held.objects.get()


def stored_with(word: str) -> list[str]:
    """Names of the models that hold it anywhere."""
    return [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label != "sessions" and any(word in str(row) for row in model.objects.values())
    ]


def test_it_says_first_what_that_means_then_it_is_gone(as_, people, held, seed):
    ada, url = as_(people.ada), f"/held/{held.pk}/take-back"
    assert f'href="{url}"' in text(ada.get(f"/held/{held.pk}"))
    asked = ada.get(url)
    assert "Then it is gone for good" in text(asked)
    assert WORDS in text(asked)
    assert asked["Cache-Control"] == "private, no-store"
    assert stored_with("zorblax") == ["Revision"]
    answer = ada.post(url)
    assert (answer.status_code, answer.url) == (302, seed.url)
    assert "Your comment is gone" in text(ada.get(seed.url))
    assert stored_with("zorblax") == []
    for address in (f"/held/{held.pk}", url):
        assert ada.get(address).status_code == 404
    assert ada.post(url).status_code == 404
    assert "waits for a mod" not in re.sub(r"<title>.*?</title>", "", text(ada.get("/record")))
    assert "You took it back." in text(ada.get("/notices"))
    assert not Comment.objects.exists()


def test_its_case_is_closed_and_the_mods_find_nothing_to_decide(as_, people, held):
    case = Case.objects.get()
    mo = as_(people.mo)
    assert mo.get(case.url).status_code == 200
    case = Case.objects.get()
    decision = {"do": "decide", "line": "1", "what": "no-breach", "revision": str(held.text.current_id), "version": str(case.version)}
    as_(people.ada).post(f"/held/{held.pk}/take-back")
    case = Case.objects.get()
    assert (case.is_open, case.claimed_by, case.steps.last().what) == (False, None, Happened.TAKEN_BACK)
    late = mo.post(case.url, decision)
    assert late.status_code == 409
    assert "ada took it back" in text(late)
    page = mo.get(case.url)
    assert page.status_code == 200
    assert "took it back" in text(page)
    assert case.url not in text(mo.get("/cases"))
    assert not Comment.objects.exists()


def test_nobody_else_takes_it_back(as_, people, held):
    for person in (people.bo, people.mo, people.olga, people.sita, people.new):
        assert as_(person).get(f"/held/{held.pk}/take-back").status_code == 404
        assert as_(person).post(f"/held/{held.pk}/take-back").status_code == 404
    assert as_(None).get(f"/held/{held.pk}/take-back").status_code == 302
    assert Held.objects.get().taken_back_at is None
    assert Case.objects.get().is_open


def test_once_a_mod_was_first_it_leads_to_the_comment(as_, people, held):
    from parley.deciding.services import decide
    from parley.moderation.services import Choice

    ruling = decide(actor=people.mo, item=held, choice=Choice(action="no-breach", line=1), case=casework.open_case_of(held))
    for answer in (as_(people.ada).get(f"/held/{held.pk}/take-back"), as_(people.ada).post(f"/held/{held.pk}/take-back")):
        assert (answer.status_code, answer.url) == (302, ruling.comment.url)
    assert stored_with("zorblax")


def test_it_can_be_written_anew_also_from_the_same_form(as_, people, held, seed):
    as_(people.ada).post(f"/held/{held.pk}/take-back")
    answer = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": WORDS, "anyway": "1", "token": TOKEN})
    assert re.fullmatch(r"/held/\d+", answer.url)
    assert answer.url != f"/held/{held.pk}"
    assert Case.objects.filter(is_open=True).count() == 1
