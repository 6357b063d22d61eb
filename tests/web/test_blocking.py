"""Blocking a member: his comments fold, he neither answers nor quotes who blocked him, and nobody is told."""

import pytest

from parley.base.decisions import SENTENCES
from parley.base.refusals import NotAllowed
from parley.people.models import Block
from parley.posting import services as posting
from parley.threads.answering import may_answer
from parley.threads.models import Comment
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
FOLD = "A comment by somebody you blocked"


def text(answer) -> str:
    return answer.content.decode()


def part_of(page: str, comment) -> str:
    return page.partition(f'data-comment="{comment.pk}"')[2].partition("</article>")[0]


@pytest.fixture
def blocked(as_, people):
    """ada has blocked bo."""
    assert as_(people.ada).post("/m/bo/block").url == "/m/bo"


@pytest.mark.database
def test_his_comments_fold_for_who_blocked_him_alone(as_, people, seed, comment, blocked):
    theirs, answer = comment("Lakes drain.", by=people.bo), comment("Do they?", by=people.mo)
    kept = text(as_(None).get(seed.url))
    page = text(as_(people.ada).get(seed.url))
    assert FOLD in part_of(page, theirs)
    assert "Lakes drain." in part_of(page, theirs), "it opens on press"
    assert FOLD not in part_of(page, answer)
    for reader in (people.bo, people.mo, None):
        assert FOLD not in text(as_(reader).get(seed.url))
    assert text(as_(None).get(seed.url)) == kept
    as_(people.ada).post("/m/bo/unblock")
    assert FOLD not in text(as_(people.ada).get(seed.url))


def test_the_kept_page_asks_no_more_for_it(as_, people, seed, comment, blocked, django_assert_max_num_queries):
    comment("Lakes drain.", by=people.bo)
    as_(people.ada).get(seed.url)
    with django_assert_max_num_queries(QUERIES["seed_kept"][1]):
        assert FOLD in text(as_(people.ada).get(seed.url))


def test_what_a_mod_says_for_the_group_does_not_fold(as_, people, seed, comment):
    as_(people.ada).post("/m/mo/block")
    official, own = comment("Stay with the lake.", by=people.mo, official=True), comment("I like lakes.", by=people.mo)
    page = text(as_(people.ada).get(seed.url))
    assert FOLD not in part_of(page, official)
    assert FOLD in part_of(page, own)


@pytest.mark.database
def test_he_neither_answers_nor_quotes_and_is_not_told_why(as_, people, seed, comment, blocked):
    ada, mo = comment("Tiltmeters drift."), comment("All of them?", by=people.mo)
    bo = as_(people.bo)
    opened = bo.get(f"/c/{ada.pk}/reply")
    assert (opened.status_code, SENTENCES["not-open"] in text(opened)) == (403, True)
    refused = bo.post(f"/c/{ada.pk}/reply", {"text": "They do not.", "anyway": "1"})
    assert (refused.status_code, "They do not." in text(refused)) == (403, True), "what was typed is kept"
    quoting = bo.post(f"/c/{mo.pk}/reply", {"text": "See this.", "quote": f"{ada.pk}:Tiltmeters", "anyway": "1"})
    assert (quoting.status_code, SENTENCES["quote-not-open"] in text(quoting)) == (403, True)
    coached = bo.post(f"/s/{seed.pk}/coach?parent={ada.pk}", {"text": "Hm."})
    assert SENTENCES["not-open"] in coached.json()["sentence"]
    for answer in (opened, refused, quoting, coached, bo.get("/notices"), bo.get("/record"), bo.get(seed.url)):
        assert "block" not in text(answer).lower().replace("blockquote", "")
    assert "blocked" not in text(bo.get("/m/ada"))
    assert bo.post(f"/c/{mo.pk}/reply", {"text": "Not all.", "anyway": "1"}).status_code == 302
    assert bo.post(f"/s/{seed.pk}/reply", {"text": "A new thought.", "anyway": "1"}).status_code == 302
    first = Comment.objects.filter(author=people.bo).first()
    assert as_(people.ada).post(f"/c/{first.pk}/reply", {"text": "Yes.", "anyway": "1"}).status_code == 302, "who blocks may answer"


def test_changes_of_an_older_answer_are_held_to_it_as_well(as_, people, comment):
    ada = comment("Tiltmeters drift.")
    older = comment("Indeed.", by=people.bo, to=ada)
    as_(people.ada).post("/m/bo/block")
    older = Comment.objects.select_related("seed__group", "text__current").get(pk=older.pk)
    for way in ("edit", "append"):
        sent = {"text": "And more.", "revision": str(older.text.current_id), "anyway": "1"}
        answer = as_(people.bo).post(f"/c/{older.pk}/{way}", sent)
        assert (answer.status_code, "And more." in text(answer)) == (403, True), way
    free = comment("Elsewhere.", by=people.bo)
    free = Comment.objects.select_related("seed__group", "text__current").get(pk=free.pk)
    with pytest.raises(NotAllowed, match="quote"):
        posting.append_to_comment(actor=people.bo, comment=free, source="So.", quotes=[(ada.pk, "")], anyway=True)


def test_mods_are_not_hindered(as_, people, seed, comment, cut):
    as_(people.ada).post("/m/mo/block")
    ada = comment("The director is a fool.")
    spoken = as_(people.mo).post(f"/c/{ada.pk}/reply", {"text": "Mind your words.", "official": "1", "anyway": "1"})
    assert spoken.status_code == 302
    assert comment("I will.", to=Comment.objects.get(author=people.mo)).number
    assert as_(people.mo).post(f"/c/{ada.pk}/reply", {"text": "Just me.", "anyway": "1"}).status_code == 403
    assert as_(people.olga).get(f"/c/{ada.pk}/cut").status_code in {200, 403}


@pytest.mark.parametrize(("kind", "refusing", "reason"), [
    ("none", set(), "open"), ("answer", {1}, "not-open"), ("quote", {1}, "quote-not-open"), ("official", {1}, "open"),
    ("answer", {2}, "open"), ("own", {1}, "own"),
])  # fmt: skip
def test_may_answer(people, kind, refusing, reason):
    one = Comment(author_id=people.bo.pk if kind == "own" else -1, is_official=kind == "official")
    keys = frozenset(-key for key in refusing)
    answers = one if kind in {"answer", "official", "own"} else None
    assert may_answer(people.bo, answers, [one] if kind in {"quote", "official"} else [], keys).reason == reason


def test_the_list_is_ones_own(as_, people, blocked):
    shown = text(as_(people.ada).get("/own/blocked"))
    assert "/m/bo/unblock" in shown
    assert 'href="/own/blocked"' in text(as_(people.ada).get("/m/ada"))
    assert "/m/bo/unblock" not in text(as_(people.bo).get("/own/blocked"))
    assert "blocked by you" in text(as_(people.ada).get("/m/bo"))
    as_(people.ada).post("/m/bo/block")
    assert Block.objects.count() == 1
    assert as_(people.ada).post("/m/bo/unblock?next=/own/blocked").url == "/own/blocked"
    assert Block.objects.count() == 0


@pytest.mark.parametrize(("path", "status"), [("/m/ada/block", 422), ("/m/nobody_here/block", 404), ("/m/nobody_here/unblock", 404)])
def test_nobody_blocks_himself_or_who_is_not_there(as_, people, path, status):
    assert as_(people.ada).post(path).status_code == status


def test_a_profile_asks_no_more_for_many_groups(as_, people, group_with, django_assert_max_num_queries):
    for _ in range(6):
        group_with(rules=None)
    for reader, most in zip((None, people.bo), QUERIES["person"], strict=True):
        as_(reader).get("/m/ada")
        with django_assert_max_num_queries(most):
            as_(reader).get("/m/ada")


def test_the_profile_tells_groups_as_far_as_the_reader_sees_them(as_, people, group_with):
    is_open = group_with().name
    is_closed = group_with(visibility="private", members={"ada": "member", "mo": "mod"}).name
    for reader, is_told in ((people.ada, True), (people.mo, True), (people.bo, False), (people.new, False), (None, False)):
        shown = text(as_(reader).get("/m/ada"))
        assert f'href="/g/{is_open}"' in shown
        assert (f'href="/g/{is_closed}"' in shown) is is_told


def test_at_the_bound_another_is_refused_and_the_same_again_is_nothing(as_, people, monkeypatch):
    monkeypatch.setattr("parley.people.blocking.MOST_BLOCKED", 1)
    ada = as_(people.ada)
    assert [ada.post(f"/m/{name}/block").status_code for name in ("bo", "bo", "mo")] == [302, 302, 422]
    assert Block.objects.get().blocked == people.bo
