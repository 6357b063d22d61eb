"""Who may comment, reply, edit, add, and speak as mod: the whole table."""

from datetime import timedelta

import pytest
from django.utils import timezone

from parley.threads import policy
from parley.threads.models import Comment

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WHO = ["nobody", "new", "bo", "ada", "mo"]


def reasons(people, ask):
    return [ask(getattr(people, who, None)).reason for who in WHO]


def fresh(comment):
    return Comment.objects.select_related("text", "seed__group").get(pk=comment.pk)


def test_on_a_shown_comment(people, comment):
    said, now = fresh(comment()), timezone.now()
    assert (
        reasons(people, lambda who: policy.may_comment(who, said.seed)) == ["signed-out", "not-member"] + ["member"] * 3
    )
    assert reasons(people, lambda who: policy.may_reply(who, said)) == ["signed-out", "not-member"] + ["member"] * 3
    table = ["signed-out", "not-member", "not-author", "author", "not-author"]
    assert reasons(people, lambda who: policy.may_edit(who, said, now=now, is_cut=False)) == table
    assert reasons(people, lambda who: policy.may_append(who, said, is_cut=False)) == table
    table = ["signed-out", "not-mod", "not-mod", "not-mod", "group-mod"]
    assert reasons(people, lambda who: policy.may_speak_as_mod(who, said.seed)) == table


def test_on_a_cut_a_late_and_a_removed_comment(people, comment, cut):
    said, now = fresh(comment()), timezone.now()
    late = now + timedelta(minutes=31)
    assert policy.may_edit(people.ada, said, now=late, is_cut=False).reason == "too-late"
    assert policy.may_append(people.ada, said, is_cut=False).reason == "author"
    assert policy.may_edit(people.ada, said, now=now, is_cut=True).reason == "ruled-on"
    said.text.current.number = policy.MOST_REVISIONS
    assert policy.may_append(people.ada, said, is_cut=False).reason == "changed-often"
    assert policy.may_edit(people.ada, said, now=now, is_cut=False).reason == "changed-often"
    cut(said, None)
    said = fresh(said)
    assert policy.may_reply(people.bo, said).reason == "removed"
    assert policy.may_edit(people.ada, said, now=now, is_cut=True).reason == "removed"
    assert policy.may_append(people.ada, said, is_cut=True).reason == "removed"
