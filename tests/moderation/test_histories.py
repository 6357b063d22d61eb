"""A short history in every run; a long one by `make histories`."""

import os
from collections import Counter
from random import Random
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from houserules import Keeping, read
from parley.base.keys.shelf import WATCH
from parley.groups import services as groups
from parley.people.models import Person
from parley.people.services import create_person
from parley.rulebooks import queries
from parley.rulebooks import services as rulebooks
from parley.seeds.queries import seed_for
from tests.moderation.histories import History

pytestmark = pytest.mark.django_db
ACTS = int(os.environ.get("HISTORIES", "300"))
"""Acts that are carried out, in all; those that are refused come on top."""
AT_ONCE = 100
"""Of one history; all doors are knocked at when it ends."""
PARTS = 3
"""Which processes of a test run share."""
CARRIED_OUT: Counter = Counter()
RULES = "Stay on topic.\n\nNo talk of the mayor.\n\nNo taunting."


@pytest.fixture
def place(people, group_with, seed_with):
    """Two discussions under rules one of which holds, and a cast that moderates, owns, and writes."""
    made = {name: create_person(username=name, email=f"{name}@parley.example", password=None) for name in ("cy", "mi")}
    group = group_with(rules=None, hides_per_day=50)
    for name, role in (("cy", "member"), ("mi", "mod")):
        groups.set_role(actor=people.olga, group=group, person=made[name], role=role)
    book = read(RULES).all_confirmed()
    keeps = {clause.key: Keeping.HOLD for clause in book.clauses if clause.kind == "topic-ban"}
    rulebooks.publish(actor=people.olga, group=group, book=book.with_keeping(keeps), after=0)
    cast = SimpleNamespace(**{name: getattr(people, name) for name in ("ada", "bo", "mo", "olga", "sita")}, **made)
    return cast, [seed_with(group=group, remark="Look."), seed_with(group=group)]


def anew(people, seeds):
    """As they are stored, since what the history before did to the objects is not."""
    again = {name: Person.objects.get(pk=person.pk) for name, person in vars(people).items()}
    return SimpleNamespace(**again), [seed_for(again["olga"], seed.pk) for seed in seeds]


@pytest.mark.parametrize("part", range(PARTS))
@given(random=st.randoms(use_true_random=False, note_method_calls=False))
@settings(
    max_examples=max(ACTS // AT_ONCE // PARTS, 1), deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_whatever_happens_what_is_always_true_is_true(part, random, place):
    WATCH.forget()  # what is kept of the history before: numbers of touches are given out again, too
    people, seeds = anew(*place)
    with transaction.atomic():  # each history begins where nothing has happened yet
        history = History(Random(random.getrandbits(64)), people, seeds)  # noqa: S311 -- not for secrets
        while history.done.total() < AT_ONCE:
            history.act()
        history.knock_at_all_doors()
        transaction.set_rollback(True)
    queries._reading.cache_clear()  # keys are given out again
    queries.rules_of.cache_clear()
    CARRIED_OUT.update(history.done)
    print(f"{CARRIED_OUT.total()} acts carried out, {dict(CARRIED_OUT)}")  # noqa: T201 -- what `make histories` is for
