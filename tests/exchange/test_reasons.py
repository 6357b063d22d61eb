"""Rulings with the fields of the Digital Services Act: what the database takes, nothing that it forbids, and any number of them."""

import csv
import io
import json
import tracemalloc
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from houserules import kinds
from parley.appeals import services as appeals
from parley.deciding.services import decide
from parley.exchange import reasons, reasons_counted, reasons_written
from parley.exchange.reasons import Wanted
from parley.ledger.models import Entry, Told
from parley.moderation import flagging
from parley.moderation import services as moderation
from parley.moderation.actions import actions
from parley.moderation.models import Basis, Ruling
from parley.moderation.penalties import Term
from parley.moderation.services import Choice
from parley.people.models import SiteRole
from tests.exchange.records import check

pytestmark = pytest.mark.django_db
WORDS = "Zorblax says that the tiltmeter lies, doesn't it?"
RULES = "=cmd|' /C calc'!A0 may be removed.\n\nNo personal data.\n\n" + "Stay calm, " * 60 + "please."


def ever(**more) -> Wanted:
    return Wanted(first=date(2020, 1, 1), last=date(2100, 1, 1), **more)


def read(wanted: Wanted, format_: str = "jsonl") -> list[dict]:
    text = "".join(reasons_written.written(wanted, format_))
    if format_ == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def place(group_with, seed_with, people):
    return seed_with(group=group_with(rules=RULES), by=people.bo, headline="Zorblax drained", remark="Read what Zorblax did.")


@pytest.fixture
def rulings(people, place, comment):
    """One of everything a ruling can be, by name."""
    people.olga.site_role = SiteRole.ADMIN
    people.olga.save()

    def ruled(by=people.mo, item=None, *, flagged=False, **choice):
        item = item or comment(WORDS, on=place)
        if flagged:
            flagging.flag(actor=people.bo, item=item, report=flagging.Report(line=1))
        usual = {"action": "remove", "line": 1, "note": "Nolwenn of Xyloport wrote."}
        return decide(actor=by, item=item, choice=Choice(**usual | choice))

    cut, last = {"action": "redact", "spans": [(0, 7)]}, comment(WORDS, on=place)  # before its author is suspended
    made = {
        "cut": ruled(flagged=True, **cut, ticket="breach"),
        "removed": ruled(line=3, basis=Basis.DISCRETION),
        "nothing": ruled(action="no-breach"),
        "undone": ruled(**cut),
        "granted": ruled(),
        "refused": ruled(),
        "group": ruled(term=Term(scope="group", days=9)),
        "site": ruled(by=people.olga, item=last, term=Term(scope="site", days=9)),
        "remark": ruled(item=place),
        "unlisted": ruled(item=place, action="unlist"),
    }
    moderation.undo(actor=people.olga, ruling=made["undone"])
    for name in ("granted", "refused"):
        appeal = appeals.appeal(actor=people.ada, ruling=made[name], source="It was kind.")
        appeals.decide(actor=people.olga, appeal=appeal, grants=name == "granted", reasons="So it is.")
    return made


@pytest.mark.database
def test_every_ruling_is_there_once_as_the_database_takes_it(rulings):
    for wanted in (ever(), ever(restrictions_only=True)):
        found = read(wanted)
        for record in found:
            check(record)
        left_out = {rulings["nothing"].pk} if wanted.restrictions_only else set()
        assert [each["puid"] for each in found] == [
            f"ruling-{pk}" for pk in sorted({ruling.pk for ruling in rulings.values()} - left_out)
        ]
        tables = read(wanted, "csv")
        assert [{name: value for name, value in each.items() if value}.keys() for each in tables] == [each.keys() for each in found]
        assert all(any(name.startswith("parley") for name in each) != wanted.restrictions_only for each in tables)


def test_what_each_of_them_says(rulings):
    found = {name: next(each for each in read(ever()) if each["puid"] == f"ruling-{made.pk}") for name, made in rulings.items()}
    today = timezone.now().date()
    assert found["cut"]["source_type"] == "SOURCE_TYPE_OTHER_NOTIFICATION"
    assert found["removed"]["source_type"] == "SOURCE_VOLUNTARY"
    assert "ticket: breach, 8 points" in found["cut"]["decision_facts"]
    assert "an appeal until" in found["cut"]["decision_facts"]
    assert found["removed"]["decision_visibility"] == ["DECISION_VISIBILITY_CONTENT_REMOVED"]
    assert found["unlisted"]["decision_visibility"] == ["DECISION_VISIBILITY_CONTENT_DEMOTED"]
    assert found["group"]["decision_provision"] == "DECISION_PROVISION_PARTIAL_SUSPENSION"
    assert found["group"]["end_date_service_restriction"] == str(today + timedelta(days=9))
    assert found["site"]["decision_account"] == "DECISION_ACCOUNT_SUSPENDED"
    assert found["nothing"]["parley_status"] == "no restriction"
    for name in ("undone", "granted"):
        assert found[name]["parley_status"] == "withdrawn"
        assert found[name]["end_date_visibility_restriction"] == found[name]["parley_withdrawn_date"] == str(today)
    assert "appeal was granted" in found["granted"]["decision_facts"]
    assert "appeal was refused" in found["refused"]["decision_facts"]
    assert found["refused"]["parley_status"] == found["cut"]["parley_status"] == "standing"


def test_nobodys_name_words_notes_or_address_are_in_it(rulings, place):
    for format_ in reasons_written.FORMATS:
        text = "".join(reasons_written.written(ever(), format_))
        for secret in ("Zorblax", "tiltmeter", "Nolwenn", "Xyloport", "parley.example", "lantern", "/c/", f"/s/{place.pk}", "/m/"):
            assert secret not in text
        for name in ("ada", "bo", "mo", "olga"):
            assert f"{name} " not in text.replace("No ", "")
            assert f'"{name}"' not in text


def test_a_long_line_is_shortened_and_formulas_do_not_run(rulings):
    assert read(ever())[1]["incompatible_content_ground"].endswith("…")
    for row in csv.reader(io.StringIO("".join(reasons_written.written(ever(), "csv")))):
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row)


@given(st.text(), st.sampled_from("=+-@\t\r\n＝＋－＠"))
def test_no_cell_begins_a_formula_and_none_else_is_changed(text, sign):
    assert reasons_written.cell(sign + text) == "'" + sign + text
    assert reasons_written.cell("a" + text) == "a" + text


@given(st.lists(st.text().filter(lambda text: "\0" not in text), min_size=1, max_size=4))
def test_a_table_gives_back_whatever_was_written(values):
    fields = tuple(f"field{n}" for n in range(len(values)))
    written = "".join(reasons_written.as_csv([dict(zip(fields, values, strict=True))], fields))
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert rows == [list(fields), [reasons_written.cell(value) for value in values]]


@pytest.mark.database
def test_private_groups_are_in_their_own_report_alone(group_with, seed_with, people, comment):
    said = comment(WORDS, on=seed_with(group=group_with(visibility="private"), by=people.bo))
    decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1))
    assert read(ever()) == []
    assert reasons_counted.counts(ever()).rulings == 0
    (record,) = read(ever(group=said.seed.group))
    check(record)
    assert reasons_counted.counts(ever(group=said.seed.group)).rulings == 1
    assert read(ever(group=group_with())) == []


@pytest.mark.database
def test_days_count_from_their_first_second_to_their_last(rulings):
    day, ruling = timezone.now().date(), rulings["cut"]
    for days, is_in in ((0, True), (1, False), (-1, False)):
        wanted = Wanted(first=day + timedelta(days=days), last=day + timedelta(days=days))
        assert (f"ruling-{ruling.pk}" in {each["puid"] for each in read(wanted)}) is is_in


@pytest.mark.database
def test_the_counts(rulings):
    found = reasons_counted.counts(ever())
    assert (found.rulings, found.no_breach, found.redacted, found.removed, found.unlisted) == (10, 1, 2, 6, 1)
    assert (found.flags_on_comments, found.flags_on_seeds, found.flags_right) == (1, 0, 1)
    assert (found.after_flags, found.own_initiative, found.suspended) == (1, 8, 2)
    assert (found.appeals, found.granted, found.refused, found.undone) == (2, 1, 1, 1)
    assert timedelta() <= found.time_to_ruling < timedelta(minutes=5)
    assert timedelta() <= found.time_to_answer < timedelta(minutes=5)
    nothing = reasons_counted.counts(Wanted(first=date(2020, 1, 1), last=date(2020, 1, 2)))
    assert (nothing.rulings, nothing.appeals, nothing.time_to_ruling) == (0, 0, None)


@pytest.mark.database
def test_the_median_is_the_middle_or_between_the_two(rulings):
    rows, start = Ruling.objects.filter(case__isnull=False).order_by("pk"), timezone.now()
    for count, minutes in ((3, 20), (2, 15)):
        chosen = list(rows.values_list("pk", "case_id")[:count])
        for number, (pk, case) in enumerate(chosen, start=1):
            Ruling.objects.filter(pk=pk).update(created_at=start + timedelta(minutes=10 * number))
            Ruling._meta.get_field("case").related_model.objects.filter(pk=case).update(opened_at=start)
        these = Ruling.objects.filter(pk__in=[pk for pk, _ in chosen])
        assert reasons_counted.median(these, "case__opened_at", "created_at", count) == timedelta(minutes=minutes)


def test_every_action_and_every_category_is_known():
    assert set(reasons.RESTRICTIONS) == set(reasons.DONE) == set(actions())
    assert set(reasons.CATEGORIES) <= set(kinds())


@pytest.mark.database
def test_thousands_stream_with_two_queries_for_every_500(rulings):
    many(rulings["removed"], 2_000)
    total = Ruling.objects.count()
    with CaptureQueriesContext(connection) as counted:
        lines = reasons_written.written(ever(), "csv")
        tracemalloc.start()
        found = sum(1 for _ in lines) - 1
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert found == total
    assert len(counted) == 2 * -(-total // reasons.AT_ONCE) + 1
    assert most < 40_000_000
    with CaptureQueriesContext(connection) as counted:
        reasons_counted.counts(ever())
    assert len(counted) == 6


def many(like: Ruling, count: int) -> None:
    """Rulings and their entries, as cheaply as can be."""
    now = timezone.now()
    entries = [
        Entry(at=now, act=Told.TEXT_REMOVED, actor="mo", decider="group mod", subject="it", digest="0", because=like.entry.because)
        for _ in range(count)
    ]
    same = {name: getattr(like, name) for name in ("comment_id", "seed_id", "person_id", "actor_id", "action", "version_id")}
    Ruling.objects.bulk_create(
        [Ruling(**same, line_number=1, entry=entry) for entry in Entry.objects.bulk_create(entries, 500)], 500
    )
