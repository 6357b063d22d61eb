"""Comments that wait for a mod, comments that a mod is told of, unlisted seeds, and members who are suspended."""

import json
import re

import pytest

from houserules import Keeping, read
from parley.base import jobs
from parley.moderation import services as moderation
from parley.moderation.models import Case
from parley.moderation.penalties import Term
from parley.rulebooks import choices
from parley.rulebooks import services as rulebooks
from parley.threads.models import Comment, Held

pytestmark = pytest.mark.django_db
MAYOR = "No talk of the mayor."


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def seed_kept(people, group_with, seed_with):
    """A seed in a group where talk of the mayor is kept that way."""

    def make(keeping):
        group = group_with(rules=None)
        book = read(MAYOR).all_confirmed()
        book = book.with_keeping({each.key: keeping for each in book.clauses})
        rulebooks.publish(actor=people.olga, group=group, book=book, after=0)
        return seed_with(group=group)

    return make


def post(as_, person, seed, words, **fields):
    return as_(person).post(f"/s/{seed.pk}/reply", {"text": words, **fields})


def test_its_author_is_asked_then_it_waits_for_a_mod(as_, people, seed_kept):
    seed = seed_kept(Keeping.HOLD)
    asked = post(as_, people.ada, seed, "The mayor sold the lake.")
    assert asked.status_code == 422
    assert "press “Send it to a mod”: a mod looks at it first" in text(asked)
    assert '<button class="button quiet" data-coach-post>Post the changed words</button>' in text(asked)
    assert '<button class="button" name="anyway"' in text(asked)
    assert re.search(r'name="anyway" value="1" data-coach-anyway>Send it to a mod', text(asked))
    answer = post(as_, people.ada, seed, "The mayor sold the lake.", anyway="1")
    held = Held.objects.get()
    assert answer.url == f"/held/{held.pk}"
    page = as_(people.ada).get(answer.url)
    assert page["Cache-Control"] == "private, no-store"
    told = ("A mod looks at your comment before others see it.", "Rule 1", "No talk of the mayor", "You are told")
    for words in (*told, "The mayor sold the lake."):
        assert words in text(page)
    assert not Comment.objects.exists()
    for reader in (None, people.bo, people.mo, people.ada):
        assert "sold the lake" not in text(as_(reader).get(seed.url))


def test_the_same_form_sent_twice_waits_once(as_, people, seed_kept):
    seed, token = seed_kept(Keeping.HOLD), "6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11"
    answers = [post(as_, people.ada, seed, "The mayor!", anyway="1", token=token) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert Held.objects.count() == Case.objects.count() == 1


def test_nobody_else_sees_it(as_, people, seed_kept):
    post(as_, people.ada, seed_kept(Keeping.HOLD), "The mayor!", anyway="1")
    held = Held.objects.get()
    for reader in (people.bo, people.mo, people.olga, people.sita):
        assert as_(reader).get(f"/held/{held.pk}").status_code == 404
    assert as_(None).get(f"/held/{held.pk}").status_code == 302
    assert as_(people.ada).get("/held/9999").status_code == 404
    assert as_(people.ada).post(f"/held/{held.pk}").status_code == 405


def test_once_ruled_its_page_leads_to_the_comment(as_, people, seed_kept):
    seed = seed_kept(Keeping.HOLD)
    post(as_, people.ada, seed, "The mayor!", anyway="1")
    held = Held.objects.get()
    moderation.rule(actor=people.mo, item=held, choice=moderation.Choice(action="no-breach", line=1))
    made = Comment.objects.get()
    assert as_(people.ada).get(f"/held/{held.pk}").url == made.url
    assert "The mayor!" in text(as_(None).get(seed.url))


def test_a_change_cannot_wait(as_, people, seed_kept):
    seed = seed_kept(Keeping.HOLD)
    post(as_, people.ada, seed, "The lake.")
    said = Comment.objects.get()
    for way, fields in (("edit", {"revision": said.text.current_id}), ("append", {})):
        answer = as_(people.ada).post(f"/c/{said.pk}/{way}", {"text": "The mayor!", "anyway": "1", **fields})
        assert answer.status_code == 422
        assert "a change of a comment cannot wait" in text(answer)
        assert "The mayor!" in text(answer)
        assert not re.search(r'name="anyway" value="1" data-coach-anyway>', text(answer))
    said.refresh_from_db()
    assert said.text.current.source == "The lake."
    assert not Held.objects.exists()


def test_the_coach_says_what_waits(as_, people, seed_kept):
    seed = seed_kept(Keeping.HOLD)
    answer = as_(people.ada).post(f"/s/{seed.pk}/coach", {"text": "The mayor!"}).json()
    assert (answer["can_post_anyway"], answer["anyway"], answer["waits"]) == (True, "Send it to a mod", True)
    assert "a mod looks at it first" in answer["after"]


def test_what_is_pointed_at_is_posted_and_opens_a_case(as_, people, seed_kept):
    seed = seed_kept(Keeping.POINT)
    assert "a mod looks at it" in as_(people.ada).post(f"/s/{seed.pk}/coach", {"text": "The mayor!"}).json()["after"]
    assert post(as_, people.ada, seed, "The mayor!").url == Comment.objects.get().url
    assert Case.objects.get().comment == Comment.objects.get()
    assert "software points" in text(as_(None).get(seed.url))


def test_the_red_box_says_what_is_held(as_, seed_kept):
    assert "held before posting" in text(as_(None).get(seed_kept(Keeping.HOLD).url))


def test_somebody_suspended_is_told_until_when(as_, people, seed, comment):
    said = comment("You are a goose.")
    choice = moderation.Choice(action="remove", line=1, ticket="breach", term=Term(scope="group", days=7))
    moderation.rule(actor=people.mo, item=said, choice=choice)
    page = text(as_(people.ada).get(seed.url))
    assert "You are suspended here until" in page
    assert 'href="/record"' in page
    assert 'class="write"' not in page
    assert "You are suspended" not in text(as_(people.bo).get(seed.url))


def test_somebody_suspended_from_one_discussion_writes_in_others(as_, people, seed, seed_with, comment):
    said, other = comment("You are a goose."), seed_with(group=seed.group)
    term = Term(scope="seed", days=None, agreement="I stay with the lake.")
    moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="remove", line=1, term=term))
    assert "You are suspended here until you agree to a text." in text(as_(people.ada).get(seed.url))
    assert 'class="write"' in text(as_(people.ada).get(other.url))


def test_an_unlisted_seed_says_so_and_stands_in_no_list(as_, people, seed):
    ruling = moderation.rule(actor=people.mo, item=seed, choice=moderation.Choice(action="unlist", line=1))
    page = text(as_(None).get(seed.url))
    assert "for rule 1" in page
    assert f'href="/log/{ruling.entry_id}"' in page
    for place in ("/", "/newest", seed.group.url, f"{seed.group.url}/search?q=glacier"):
        assert seed.url not in text(as_(None).get(place))


def test_a_judgement_holds_nothing_before_a_finished_replay(as_, people, group_with, seed_with):
    group, prose, olga = group_with(rules=None), "Do not repeat yourself.", as_(people.olga)
    address, name = f"{group.url}/rules/edit", next(iter(choices.names(read(prose)).values()))
    sent = {"prose": prose, "version": "0", f"keeping-{name}": "hold", "shown": name}
    seen = text(olga.post(address, {**sent, "read": "1"}))
    reading = re.search(r'name="reading" value="([^"]*)"', seen)[1]
    refused = olga.post(address, {**sent, "confirm": "1", "reading": reading})
    assert refused.status_code == 422
    assert "Run these rules over the past first" in text(refused)
    olga.post(address, {**sent, "replay": "1", "days": "0"})
    assert "Run these rules over the past first" in text(olga.post(address, {**sent, "confirm": "1", "reading": reading}))
    jobs.run_due()
    assert olga.post(address, {**sent, "confirm": "1", "reading": reading}).status_code == 302


@pytest.mark.parametrize(("keeping", "words"), [(Keeping.ASK, "talk of the mayor"), (Keeping.HOLD, "talk of the mayor")])
def test_an_author_is_told_when_a_clause_that_was_turned_up_means_more_people_than_its_line(
    as_, people, group_with, seed_with, keeping, words
):
    group = group_with(rules=None)
    book = read("New members: no talk of the mayor.").all_confirmed()
    assert all(clause.proposed is Keeping.PEOPLE for clause in book.clauses if clause.words == words)
    book = book.with_keeping({each.key: keeping for each in book.clauses if each.words == words})
    rulebooks.publish(actor=people.olga, group=group, book=book, after=0)
    seed = seed_with(group=group)
    said = f"Of this line the software reads only “{words}”"
    assert said in text(post(as_, people.ada, seed, "The mayor sold the lake."))
    told = as_(people.ada).post(f"/s/{seed.pk}/coach", {"text": "The mayor sold the lake."})
    assert said in json.loads(told.content)["findings"][0]["note"]
    assert "It acts on everybody" in text(as_(None).get(f"{group.url}/rules"))
    if keeping is Keeping.HOLD:
        answer = post(as_, people.ada, seed, "The mayor sold the lake.", anyway="1")
        assert said in text(as_(people.ada).get(answer.url))
