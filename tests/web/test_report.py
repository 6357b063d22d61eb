"""The page of the report on rulings: for owners of their group, for admins of the site."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.moderation.models import Ruling
from parley.people.models import SiteRole
from tests.budgets import QUERIES
from tests.exchange.records import check

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(people):
    people.sita.site_role = SiteRole.ADMIN
    people.sita.save(update_fields=["site_role"])
    return people.sita


def text(answer) -> str:
    return answer.content.decode()


def sent(answer) -> str:
    return b"".join(answer.streaming_content).decode()


def test_owners_see_figures_and_take_a_file(as_, people, comment, cut, group, seed_with):
    said = comment("Remark about tiltmeters.", on=seed_with(group=group, by=people.bo))
    cut(said, "tiltmeters")
    url = f"{group.url}/report"
    olga = as_(people.olga)
    assert f'href="{url}"' in text(olga.get(f"{group.url}/settings"))
    page = text(olga.get(url))
    assert '<th scope="row">Words cut</th><td>1</td>' in page
    assert '<th scope="row">Removed whole</th><td>0</td>' in page
    answer = olga.get(f"{url}?download=1")
    assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="rulings-{group.name}-')
    assert answer.headers["Cache-Control"] == "private, no-store"
    (row,) = csv.DictReader(io.StringIO(sent(answer)))
    assert json.loads(row["decision_visibility"]) == ["DECISION_VISIBILITY_OTHER"]
    for line in sent(olga.get(f"{url}?download=1&format=jsonl&what=restrictions")).splitlines():
        check(json.loads(line))


def test_the_site_is_for_admins_and_leaves_private_groups_out(as_, people, admin, comment, cut, seed_with, group_with):
    for visibility in ("public", "private"):
        cut(comment("About tiltmeters.", on=seed_with(group=group_with(visibility=visibility), by=people.bo)), "About")
    (public, private) = Ruling.objects.order_by("pk")
    found = sent(as_(admin).get("/report?download=1&format=jsonl"))
    assert f'"ruling-{public.pk}"' in found
    assert f'"ruling-{private.pk}"' not in found
    assert "Private groups are left out" in text(as_(admin).get("/report"))
    assert as_(admin).get(f"{private.seed.group.url}/report").status_code == 404
    own = sent(as_(people.olga).get(f"{private.seed.group.url}/report?download=1&format=jsonl"))
    assert json.loads(own)["puid"] == f"ruling-{private.pk}"


def test_others_get_neither_page_nor_file(as_, people, group):
    for end in ("", "?download=1", "?download=1&format=jsonl"):
        for person in (people.ada, people.mo, people.new, people.sita):
            assert as_(person).get(f"{group.url}/report{end}").status_code == 403
        for person in (people.ada, people.olga, people.sita):
            assert as_(person).get(f"/report{end}").status_code == 403
        assert as_(None).get(f"{group.url}/report{end}").status_code == 302
        assert as_(None).get(f"/report{end}").status_code == 302


@pytest.mark.parametrize(
    ("first", "last", "wrong"),
    [
        ("", "2026-01-01", "from"), ("soon", "2026-01-01", "from"), ("2026-02-30", "2026-03-01", "from"),
        ("2026-01-01", "2026-13-01", "to"), ("2026-01-02", "2026-01-01", "to"), ("0001-01-01", "2026-01-01", "from"),
        ("2026-01-01", "9999-12-31", "to"), ("2026-01-01", "9" * 9000, "to"), ("2026-01-01", "\x00", "to"),
        ("20260101", "2026-02-01", "from"),
        ("2026-W01-1", "2026-02-01", None), ("２０２６-01-01", "2026-02-01", "from"),
    ],
)  # fmt: skip
def test_bad_dates_get_a_sentence_and_nothing_typed_is_lost(as_, people, group, first, last, wrong):
    for more in ({}, {"download": "1"}):
        answer = as_(people.olga).get(f"{group.url}/report", {"from": first, "to": last, "format": "jsonl", **more})
        if wrong is None:
            assert answer.status_code in {200, 422}
            continue
        assert answer.status_code == 422
        page = text(answer)
        assert f'id="error-{wrong}"' in page
        assert 'value="jsonl" checked' in page
        assert first[:30] in page
        assert "Figures" not in page


def test_unknown_words_of_the_address_are_the_first_ones(as_, people, group):
    page = text(as_(people.olga).get(f"{group.url}/report?format=exe&what=%00"))
    assert 'value="csv" checked' in page
    assert 'value="all" checked' in page


def test_nobody_else_reads_it_from_a_cache_and_it_asks_few_queries(as_, people, group):
    olga = as_(people.olga)
    with CaptureQueriesContext(connection) as counted:
        answer = olga.get(f"{group.url}/report")
    assert len(counted) <= QUERIES["report"][1], [each["sql"] for each in counted]
    assert answer.headers["Cache-Control"] == "private, no-store"
