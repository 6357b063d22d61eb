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
