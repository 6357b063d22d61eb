"""A prepared query finds what the same query finds, whatever is filled in."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db.models import F, Q
from django.utils import timezone

from parley.base.prepared import Prepared, PreparedChange, insert, names, numbers
from parley.people.models import Person
from parley.people.services import create_person
from parley.texts.models import Revision, Text
from parley.threads.models import Comment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def _query(key: int, name: str, since, keys):
    wanted = Q(pk=key) | Q(username=name) | Q(pk__in=keys)
    found = Person.objects.filter(wanted, date_joined__gt=since).order_by("pk")
    return found.values_list("pk", "username", "date_joined", "is_active")


def test_it_finds_what_the_query_finds(db):
    asked = Prepared(_query, int, str, datetime, numbers(3))
    made = [create_person(username=f"n{each}", email=f"n{each}@parley.example", password="correct horse") for each in range(6)]
    ago, ahead = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)
    for values in (
        (made[0].pk, "n1", ago, [made[2].pk, made[3].pk]), (made[4].pk, "nobody", ago, []), (0, "' OR 1=1 --", ago, [made[5].pk] * 3),
        (made[0].pk, "n1", ahead, [made[2].pk]), (made[1].pk, "n1", ago, [made[1].pk]), (2**62, "%s", ago, [1]),
    ):  # fmt: skip
        assert [tuple(row) for row in asked.rows(*values)] == list(_query(*values))
    with pytest.raises(ValueError, match="4 keys where 3 fit"):
        asked.rows(0, "", ago, [1, 2, 3, 4])


def _by_form(form_key: UUID, some):
    wanted = Q(form_key=form_key) | Q(author__username__in=some)
    return Comment.objects.select_related("author", "parent__text__current", "text").filter(wanted).order_by("pk")


def test_instances_come_with_what_they_are_related_to(comment, django_assert_num_queries):
    top = comment("The first of all.")
    Comment.objects.filter(pk=top.pk).update(form_key=(key := uuid4()))
    answer = comment("The second.", to=top)
    asked = Prepared(_by_form, UUID, names(3))
    with django_assert_num_queries(1):
        found = asked.instances(key, [answer.author.username])
        assert {each.author.username for each in found} == {top.author.username, answer.author.username}
        assert [each.parent and each.parent.text.current.source for each in found] == [None, "The first of all."]
    assert [(each.pk, each.path, each.created_at, each.form_key) for each in found] == [
        (each.pk, each.path, each.created_at, each.form_key) for each in Comment.objects.order_by("pk")
    ]
    assert asked.first(uuid4(), []) is None


def _renamed(key: int, source: str, more: int):
    return Revision.objects.filter(pk=key), {"source": source, "number": F("number") + more}


def test_a_change_changes_the_rows_it_names_and_an_insert_is_as_djangos(people):
    text = Text(author=people.ada)
    insert(text)
    revision = Revision(text=text, number=1, source="It’s 100 %", html="<p>", plain="")
    insert(revision)
    rename = PreparedChange(_renamed, int, str, int)
    other = Revision.objects.create(text=text, number=70, source="Other", html="", plain="")
    for number, source in enumerate(("a", "", "'; --", "%s"), 1):
        rename(revision.pk, source, 2)
        found = Revision.objects.get(pk=revision.pk)
        assert (found.source, found.number, found.html, found.text) == (source, 1 + 2 * number, "<p>", text)
        assert found.created_at == revision.created_at
    other.refresh_from_db()
    assert (other.source, other.number) == ("Other", 70)
    revision.plain = "saved as one that stands"
    revision.save(update_fields=["plain"])
    assert Revision.objects.get(pk=revision.pk).plain == "saved as one that stands"
