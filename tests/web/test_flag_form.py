"""Flags as members meet them: the three states, the form, hiding by the seeder, and what is refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from parley.moderation.models import Case, Flag
from parley.threads.models import Comment
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
TOPIC = "Stay on topic.\n\nTaunting and trolling may be removed."


def send(as_, person, item, **fields):
    place = f"/c/{item.pk}/flag" if isinstance(item, Comment) else f"/s/{item.pk}/flag"
    return as_(person).post(place, {"line": "1", **fields})


def text(answer) -> str:
    return answer.content.decode()


def test_a_comment_is_flagged_and_its_place_says_so(as_, people, comment, seed):
    said = comment("You are a goose, and the lake is dry.")
    assert f'href="/c/{said.pk}/flag">Flag<' in text(as_(people.bo).get(seed.url))
    assert "Taunting and trolling" in text(as_(people.bo).get(f"/c/{said.pk}/flag"))
    answer = send(as_, people.bo, said, words="a  goose", note="Said to a person.")
    assert answer.status_code == 302
    made = Flag.objects.get()
    assert (made.person, made.line_number, made.spans, made.note) == (people.bo, 1, [[8, 15]], "Said to a person.")
    page = text(as_(people.bo).get(seed.url))
    assert "Flagged. A mod looks at it" in page
    assert "flagged by you" in page
    assert "flagged by you" not in text(as_(people.new).get(seed.url))


def test_a_flag_sent_twice_is_one_and_is_shown_as_it_stands(as_, people, comment):
    said = comment("You are a goose, and the lake is dry.")
    send(as_, people.bo, said, words="a goose", note="First.")
    form = text(as_(people.bo).get(f"/c/{said.pk}/flag"))
    assert "Your flag stands" in form
    assert "First." in form
    assert "\na goose</textarea>" in form
    send(as_, people.bo, said, line="2", note="Second.")
    assert (Flag.objects.get().note, Flag.objects.get().line_number) == ("Second.", 2)


def test_a_seed_is_flagged(as_, people, seed_with, seed):
    seed = seed_with(remark="A goose wrote this.")
    assert f'href="/s/{seed.pk}/flag"' in text(as_(people.bo).get(seed.url))
    assert "A goose wrote this." in text(as_(people.bo).get(f"/s/{seed.pk}/flag"))
    assert send(as_, people.bo, seed, words="A goose").status_code == 302
    assert Case.objects.get().comment is None
    assert "flagged by you" in text(as_(people.bo).get(seed.url))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"line": "0"}, "Name the line"),
        ({"line": "99"}, "Name the line"),
        ({"line": "²"}, "Name the line"),
        ({"note": "x" * 10_000}, "Keep the note to 500"),
        ({"hides": "on"}, "what is off topic, and nothing else"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(as_, people, comment, fields, sentence):
    said = comment()
    answer = send(as_, people.bo, said, words="kept words", **fields)
    assert answer.status_code in {403, 422}
    assert sentence in text(answer)
    assert "kept words" in text(answer)
    assert not Flag.objects.exists()


def test_nobody_flags_his_own_or_from_outside(as_, people, comment):
    said = comment()
    assert send(as_, people.ada, said).status_code == 403
    assert "own" in text(as_(people.ada).get(f"/c/{said.pk}/flag"))
    assert send(as_, people.new, said).status_code == 403
    assert as_(None).get(f"/c/{said.pk}/flag").status_code == 302
    assert as_(people.bo).get("/c/9999/flag").status_code == 404
    assert not Flag.objects.exists()


def test_what_is_settled_is_flagged_again_on_new_grounds_only(as_, people, comment, cut, seed):
    said = comment("You are a goose, and the lake is dry.")
    cut(said, "goose")
    assert "a mod has ruled" in text(as_(people.bo).get(seed.url))
    assert "A mod has ruled on this" in text(as_(people.bo).get(f"/c/{said.pk}/flag"))
    again = send(as_, people.bo, said, note="Still.")
    assert again.status_code == 403
    assert "Still." in text(again)
    assert send(as_, people.bo, said, line="3").status_code == 302
    assert "flagged by you" in text(as_(people.bo).get(seed.url))


def test_what_is_old_is_closed_to_flags(as_, people, comment, seed):
    said = comment()
    Comment.objects.filter(pk=said.pk).update(created_at=timezone.now() - timedelta(days=91))
    assert send(as_, people.bo, said).status_code == 403
    assert f"/c/{said.pk}/flag" not in text(as_(people.bo).get(seed.url))


def test_a_cut_word_cannot_be_marked(as_, people, comment, cut):
    said = comment("You are a goose, and the lake is dry.")
    cut(said, "goose")
    send(as_, people.bo, said, line="2", words="goose\na [✘], and")
    assert Flag.objects.get().spans == [[8, 20]]  # around the cut
    assert "goose" not in text(as_(people.bo).get(f"/c/{said.pk}/flag"))


@pytest.fixture
def off_topic(people, seed_with, group_with, comment):
    seed = seed_with(group=group_with(rules=TOPIC, hides_per_day=2), by=people.bo)
    return seed, [comment(on=seed) for _ in range(3)]


def test_the_seeder_hides_what_is_off_topic_until_a_mod_has_ruled(as_, people, off_topic):
    seed, (said, *_) = off_topic
    assert "You can hide 2 more comments today." in text(as_(people.bo).get(f"/c/{said.pk}/flag"))
    assert 'name="hides"' not in text(as_(people.mo).get(f"/c/{said.pk}/flag"))
    assert send(as_, people.bo, said, hides="on").status_code == 302
    words = said.text.current.source
    page = text(as_(None).get(seed.url))
    assert "Hidden by the seeder until a mod has ruled" in page
    assert words not in page
    assert "Show it again" not in page
    assert f'formaction="/c/{said.pk}/show"' in text(as_(people.bo).get(seed.url))
    assert f'formaction="/c/{said.pk}/show"' not in text(as_(people.mo).get(seed.url))


def test_a_hide_is_taken_back_by_who_hid_it(as_, people, off_topic):
    seed, (said, *_) = off_topic
    send(as_, people.bo, said, hides="on")
    assert as_(people.mo).post(f"/c/{said.pk}/show").status_code == 403
    assert as_(people.bo).get(f"/c/{said.pk}/show").status_code == 405
    assert as_(people.bo).post(f"/c/{said.pk}/show").status_code == 302
    assert said.text.current.source in text(as_(None).get(seed.url))
    assert as_(people.bo).post(f"/c/{said.pk}/show").status_code == 403
    assert Flag.objects.count() == 1


def test_hides_are_limited(as_, people, off_topic):
    _, comments = off_topic
    answers = [send(as_, people.bo, each, hides="on") for each in comments]
    assert [each.status_code for each in answers] == [302, 302, 403]
    assert "as many comments today as a seeder can" in text(answers[-1])
    assert "as many as a seeder can" in text(as_(people.bo).get(f"/c/{comments[2].pk}/flag"))
    assert Flag.objects.count() == 2
    assert send(as_, people.bo, comments[2]).status_code == 302


def test_others_and_other_lines_hide_nothing(as_, people, off_topic):
    _, (said, *_) = off_topic
    assert send(as_, people.mo, said, hides="on").status_code == 403
    assert send(as_, people.bo, said, hides="on", line="2").status_code == 403
    assert not Flag.objects.exists()


def test_flags_do_not_make_the_page_ask_more(as_, people, seed_with, comment, django_assert_max_num_queries):
    for count in (2, 12):
        seed = seed_with()
        for _ in range(count):
            send(as_, people.bo, comment(on=seed))
        as_(people.bo).get(seed.url)  # takes the notices away
        with django_assert_max_num_queries(QUERIES["seed"][1]):
            as_(people.bo).get(seed.url)
