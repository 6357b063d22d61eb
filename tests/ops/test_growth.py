"""A page of a community four times as large costs the database as much, counted in steps of SQLite's machine.

SQLite keeps no statistics here, as on a site, so that plans are those of a large community.
"""

import re

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parley.groups.models import Membership
from parley.ops.generating import community, size
from parley.seeds.models import Seed
from parley.seeds.stories import words_of
from parley.web.pages.seed_body import SHELF

pytestmark = pytest.mark.django_db
MOST = 1.25
"""Pages that show other texts and other people differ by chance."""
TABLES = (
    "seeds_seed", "threads_comment", "texts_text", "texts_revision", "votes_vote", "ledger_entry", "people_person",
    "threads_citation",
)  # fmt: skip


@pytest.fixture(autouse=True)
def on_sqlite(monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("steps are SQLite's")
    monkeypatch.setattr(size, "FEWEST_RULINGS", 4)


def addresses():
    seed = Seed.objects.filter(comment_count__gte=20, group__name="group-1", unlisted_by=None).order_by("comment_count").first()
    return {"front": "/", "newest": "/newest", "group": "/g/group-1", "group, newest": "/g/group-1?order=newest", "seed": seed.url,
            "seed, votes": f"{seed.url}?order=votes", "seed, newest": f"{seed.url}?order=newest"}  # fmt: skip


def reader():
    return Membership.objects.filter(group__name="group-1", role="member").order_by("person").first().person


def steps_of(client, address):
    """Steps that the database took for a page, and the plans of its queries."""
    client.get(address)
    SHELF.clear()  # a body that is kept costs no step, and says nothing of what drawing it does
    counted = [0]

    def count():
        counted[0] += 1

    connection.connection.set_progress_handler(count, 10)
    try:
        assert client.get(address).status_code == 200
    finally:
        connection.connection.set_progress_handler(None, 0)
    return counted[0]


def plans_of(client, address):
    """Of each query, by what it asks."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    found = {}
    for query in asked:
        if query["sql"].startswith("SELECT"):
            with connection.cursor() as cursor:
                found[query["sql"]] = [row[-1] for row in cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}").fetchall()]
    return found


def asked_of(wanted):
    """Steps by page, signed out and signed in, of a community of that size."""
    with transaction.atomic():
        community.generate(wanted, seed=11, now=timezone.now())
        inside = Client()
        inside.force_login(reader(), backend="allauth.account.auth_backends.AuthenticationBackend")
        found = {
            f"{name}, {how}": steps_of(client, address)
            for how, client in (("signed out", Client()), ("signed in", inside)) for name, address in addresses().items()
        }  # fmt: skip
        transaction.set_rollback(True)
    return found


def test_pages_do_not_grow_with_the_community():
    small, large = asked_of(size.Size(60, 100, 1000)), asked_of(size.Size(240, 400, 4000))
    grown = {name: (steps, large[name]) for name, steps in small.items() if large[name] > steps * MOST}
    assert not grown


OF_ONE_VOTER = re.compile(r"SEARCH votes_vote USING .*\(person_id=\?\)")
"""All votes of a person, who may have voted ten thousand times."""


def taken_where_empty(sql, plan):
    """Columns whose index is used to find where nothing stands in them, which is nearly everywhere."""
    used = (re.match(r"SEARCH (\w+) USING .*INDEX \w+ \((\w+)=\?", line) for line in plan)
    columns = {(each[2], f'"{each[1]}"."{each[2]}"') for each in used if each}
    return {name for name, column in columns if f"{column} IS NULL" in sql and f"{column} IN (" not in sql}


def test_no_page_reads_a_large_table_through():
    community.generate(size.Size(40, 60, 600), seed=11, now=timezone.now())
    word, inside, addressed = words_of(Seed.objects.first().headline)[0], Client(), addresses()
    inside.force_login(reader(), backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in (addressed["seed"], "/", "/notices", f"/search?q={word}", f"/search?q={word}&order=newest"):
        plans = plans_of(inside, address)
        assert not [sql for sql, plan in plans.items() if taken_where_empty(sql, plan)], address
        assert not [plan for plan in plans.values() if any(OF_ONE_VOTER.match(line) for line in plan)], address
    for name, address in {**addressed, "log": "/log"}.items():
        plans = plans_of(Client(), address)
        assert plans
        for sql, plan in plans.items():
            is_read_through = any(f"SCAN {table}" in plan for table in TABLES)
            in_order_of_keys = "LIMIT" in sql and not any("TEMP B-TREE" in line for line in plan)
            assert in_order_of_keys or not is_read_through, (name, plan)
            assert not taken_where_empty(sql, plan), (name, plan)
            assert not any("seeds_seed_unlisted" in line or "SCAN groups_membership" in line for line in plan), (name, plan)
