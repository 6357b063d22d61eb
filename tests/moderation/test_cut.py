"""Cutting words and removing comments: what everybody sees, and what undo brings back."""

import pytest

from parley.moderation import services as moderation
from parley.texts import services as texts
from parley.threads.models import Comment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def fresh(comment):
    return Comment.objects.select_related("text__current", "text__removed_by").get(pk=comment.pk)


def test_cut_words_leave_a_mark_in_the_comment_and_in_its_citation(comment, cut, people):
    said = comment("The director is a zorblax if he thinks **so**.")
    answer = comment("Is he?", by=people.bo, to=said)
    cut(said, "zorblax")
    shown = texts.shown(fresh(said).text)
    assert "zorblax" not in shown.html + shown.plain
    assert "[✘]" in shown.html
    citation = answer.citations.get()
    part = texts.shown_part(citation.revision, citation.start, citation.end)
    assert part.plain == "The director is a [✘] if he thinks so."


def test_undo_restores_to_the_byte_also_after_a_later_cut(comment, cut, people):
    said = comment("One zorblax and two quibbles.")
    before = texts.shown(fresh(said).text)
    first = cut(said, "zorblax")
    second = cut(said, "zorblax and two quibbles")
    moderation.undo(actor=people.mo, ruling=first)
    assert texts.shown(fresh(said).text).plain == "One [✘]."
    moderation.undo(actor=people.mo, ruling=second)
    assert texts.shown(fresh(said).text) == before


def test_spans_count_code_points_beyond_the_basic_plane(comment, cut):
    said = comment("😀👩‍👩‍👧 𝔡𝔢 zorblax 😀 and **more** 😀.")
    cut(said, "zorblax 😀")
    assert texts.shown(fresh(said).text).plain == "😀👩‍👩‍👧 𝔡𝔢 [✘] and more 😀."


def test_a_removal_moves_nothing(people, comment, cut):
    tops = [comment() for _ in range(3)]
    answers = [comment(by=people.bo, to=tops[1]) for _ in range(2)]
    numbers = {each.pk: fresh(each).number for each in (*tops, *answers)}
    cut(tops[1], None)
    cut(answers[0], None)
    assert {key: Comment.objects.get(pk=key).number for key in numbers} == numbers
    assert [fresh(comment(by=people.bo, to=answers[1])).number, comment().number] == ["2.2.1", "4"]
    assert comment(by=people.bo, to=tops[2]).number == "3.1"
    assert comment(by=people.ada, to=answers[1]).number == "2.2.2"


def test_a_citation_of_a_removed_comment_shows_a_mark_and_no_words(people, comment, cut):
    said = comment("All of this goes.")
    answer = comment("Why?", by=people.bo, to=said)
    cut(said, None)
    citation = answer.citations.select_related("revision__text__removed_by").get()
    part = texts.shown_part(citation.revision, citation.start, citation.end)
    assert part.plain == "[✘]"
    assert "/log/" in part.html
