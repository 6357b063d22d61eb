"""Flags, hiding by the seeder, and comments that wait for a mod."""

from datetime import timedelta

import pytest
from django.utils import timezone

from houserules import Keeping, read
from parley.deciding import services as deciding
from parley.moderation.models import Case, Flag
from parley.moderation.services import Choice
from parley.rulebooks import services as rulebooks
from parley.threads.models import Comment, Held

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(comment):
    return comment("You genius. Read it again.")


def flag(as_, who, item, **sent):
    return as_(who).post(f"{item.url}/flag", {"line": "1", **sent})


def held_by(rules, keeping):
    """The rules with every clause kept in this way."""
    book = read(rules).all_confirmed()
    return book.with_keeping({clause.key: keeping for clause in book.clauses})


@pytest.mark.database
def test_a_flag_is_one_whatever_is_sent_twice_and_is_no_news_to_others(as_, people, said):
    assert flag(as_, people.bo, said, note="Look at the last word.").status_code == 302
    assert flag(as_, people.bo, said, note="Look at the last word, please.").status_code == 302
    assert Flag.objects.get().note == "Look at the last word, please."
    assert flag(as_, people.olga, said).status_code == 302
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "status"),
    [({"line": "0"}, 422), ({"line": "99"}, 422), ({"line": "x"}, 422), ({"note": "n" * 10_240}, 422)],
)
def test_bad_flags_keep_what_was_typed(as_, people, said, sent, status):
    answer = flag(as_, people.bo, said, **({"note": "Kept as typed."} | sent))
    assert answer.status_code == status
    assert (b"Kept as typed." if "note" not in sent else b"nnnn") in answer.content
    assert not Flag.objects.exists()


def test_who_cannot_flag_is_told_why(as_, people, said):
    assert "your own" in flag(as_, people.ada, said).content.decode()
    assert flag(as_, people.new, said).status_code == 403
    assert flag(as_, None, said).status_code == 403
    Comment.objects.update(created_at=timezone.now() - timedelta(days=91))
    assert "too old" in flag(as_, people.bo, said).content.decode()


@pytest.mark.database
def test_what_is_settled_is_flagged_again_on_new_grounds_only(as_, people, said):
    flag(as_, people.bo, said)
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="no-breach", line=1), case=Case.objects.get())
    again = flag(as_, people.bo, said)
    assert again.status_code == 403
    assert "A mod has ruled" in again.content.decode()
    assert flag(as_, people.bo, said, line="2").status_code == 302


def test_a_seeder_hides_what_is_off_topic_until_a_mod_has_ruled(as_, people, seed_with, group_with, comment):
    seed = seed_with(group=group_with(rules="Stay on topic.\nNo taunting."))
    said = comment("My aunt keeps bees.", on=seed)
    assert "Hide it" in as_(people.olga).get(f"{said.url}/flag").content.decode()
    assert "Hide it" not in as_(people.bo).get(f"{said.url}/flag").content.decode()
    assert flag(as_, people.olga, said, line="2", hides="on").status_code == 403
    assert flag(as_, people.bo, said, hides="on").status_code == 403
    assert flag(as_, people.olga, said, hides="on").status_code == 302
    shown = as_(None).get(seed.url).content.decode()
    assert "bees" not in shown
    assert "Hidden by the seeder until a mod has ruled" in shown
    assert "Hidden by the seeder" in as_(None).get(f"{seed.group.url}/log").content.decode()
    assert "Hidden for now" in as_(people.ada).get("/notices").content.decode()
    assert as_(people.bo).post(f"{said.url}/show").status_code == 403
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="no-breach", line=1), case=Case.objects.get())
    assert "bees" in as_(None).get(seed.url).content.decode()


@pytest.mark.database
def test_hiding_has_a_limit_and_can_be_taken_back(as_, people, seed_with, group_with, comment):
    seed = seed_with(group=group_with(rules="Stay on topic.", hides_per_day=1))
    first, second = comment("Bees.", on=seed), comment("Wasps.", on=seed)
    flag(as_, people.olga, first, hides="on")
    refused = flag(as_, people.olga, second, hides="on")
    assert refused.status_code == 403
    assert "as many comments today" in refused.content.decode()
    assert as_(people.olga).post(f"{first.url}/show").status_code == 302
    assert "Bees." in as_(None).get(seed.url).content.decode()


def test_a_comment_that_the_rules_hold_is_seen_by_its_author_and_a_mod_until_it_is_ruled_on(
    as_, people, seed_with, group_with
):
    group = group_with(rules=None)
    rulebooks.publish(actor=people.olga, group=group, book=held_by("No talk of the mayor.", Keeping.HOLD), after=0)
    seed = seed_with(group=group)
    asked = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "The mayor sails."})
    assert asked.status_code == 422
    assert "Send it to a mod" in asked.content.decode()
    sent = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "The mayor sails.", "anyway": "1"})
    held = Held.objects.get()
    assert sent.url == held.url
    assert "The mayor sails." in as_(people.ada).get(held.url).content.decode()
    for other in (people.bo, people.mo):
        assert as_(other).get(held.url).status_code == 404
    for url in (seed.url, f"/s/{seed.pk}/feed.atom", f"{group.url}/search?q=sails", "/m/ada?show=comments", "/"):
        assert "The mayor sails." not in as_(None).get(url).content.decode()
    case = Case.objects.get()
    assert ">sails.<" in as_(people.mo).get(case.url).content.decode()
    deciding.decide(actor=people.mo, item=held, case=case, choice=Choice(action="no-breach", line=1))
    assert "The mayor sails." in as_(None).get(seed.url).content.decode()
    assert as_(people.ada).get(held.url).url == Comment.objects.get().url
    assert "is posted now" in as_(people.ada).get("/notices").content.decode()


def test_what_the_rules_point_at_is_posted_and_opens_a_case(as_, people, seed_with, group_with):
    group = group_with(rules=None)
    rulebooks.publish(actor=people.olga, group=group, book=held_by("No talk of the mayor.", Keeping.POINT), after=0)
    seed = seed_with(group=group)
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "The mayor sails."}).status_code == 302
    assert "The mayor sails." in as_(None).get(seed.url).content.decode()
    case = as_(people.mo).get(Case.objects.get().url).content.decode()
    assert "software" in case
    assert "% sure" in case


def test_a_seed_is_taken_off_the_lists_and_says_so(as_, people, seed_with, group):
    seed = seed_with(group=group, by=people.ada, remark="Read this.")
    assert as_(people.bo).post(f"/s/{seed.pk}/flag", {"line": "1"}).status_code == 302
    case = Case.objects.get()
    assert as_(people.mo).get(case.url).status_code == 200
    ruling = deciding.decide(actor=people.mo, item=seed, case=case, choice=Choice(action="unlist", line=1))
    assert seed.headline not in as_(None).get("/").content.decode()
    assert "off the front page" in as_(None).get(seed.url).content.decode()
    assert as_(people.ada).get(ruling.url).status_code == 200
    assert as_(people.mo).post(f"{ruling.url}/undo").status_code == 302
    assert seed.headline in as_(None).get("/").content.decode()


def test_an_appeal_about_a_seed_stands_beside_an_open_case_of_it(people, seed_with, group):
    from parley.appeals import services as appeals
    from parley.moderation import flagging

    seed = seed_with(group=group, by=people.ada)
    ruling = deciding.decide(actor=people.mo, item=seed, choice=Choice(action="unlist", line=1))
    appeals.appeal(actor=people.ada, ruling=ruling, source="It is news.")
    flagging.flag(actor=people.bo, item=seed, report=flagging.Report(line=2))
    assert Case.objects.filter(is_open=True).count() == 2
