"""A prepared query finds what the same query finds, whatever is filled in."""

from datetime import datetime, timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from parley.base.prepared import Prepared, numbers
from parley.people.models import Person
from parley.people.services import create_person

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
