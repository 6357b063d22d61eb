"""A page that should have been dropped and was not is the one bug this must not have: random acts, and after each the kept pages."""

import os
from collections import Counter
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from parley.base.keys.shelf import WATCH
from parley.rulebooks import queries
from tests.edge.keeping import KeptHistory
from tests.moderation.test_histories import anew, place  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db
ACTS = int(os.environ.get("KEPT_HISTORIES", "300"))
AT_ONCE, PARTS = 100, 3
CARRIED_OUT: Counter = Counter()


@pytest.mark.parametrize("part", range(PARTS))
@given(random=st.randoms(use_true_random=False, note_method_calls=False))
@settings(
    max_examples=-(-ACTS // (AT_ONCE * PARTS)), deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_what_is_kept_is_what_is_true(part, random, place):  # noqa: F811
    WATCH.forget()  # also what a history that failed has left, else its numbers are taken for seen
    queries._reading.cache_clear()
    queries.rules_of.cache_clear()
    people, seeds = anew(*place)
    with transaction.atomic():
        history = KeptHistory(Random(random.getrandbits(64)), people, seeds, looks_at=4 if ACTS <= 300 else None)  # noqa: S311
        while history.done.total() < AT_ONCE:
            history.act()
        transaction.set_rollback(True)
    assert history.keeper.kept > AT_ONCE // 10  # else nothing was shown by this
    CARRIED_OUT.update(history.done)
    print(f"{CARRIED_OUT.total()} acts, {dict(CARRIED_OUT)}")  # noqa: T201 -- what `make histories` is for
