"""Rule pages and bad input: nothing typed is lost, nothing is answered with a 500, and the number of queries does not grow."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houserules import read
from parley.rulebooks import queries, services

pytestmark = pytest.mark.django_db
PASTED = (
    "<div><h2>House rules</h2><ul><li>No <b>talk</b> of “the mayor”.</li><li>At most 3 links&nbsp;a comment.</li></ul>"
    "<script>alert(1)</script><p>Don’t repeat comments.</p></div>"
)
PACKED = {
    "line": 1, "kind": "topic-ban", "words": "talk of the mayor", "params": {"term": "mayor"}, "keeping": "ask", "proposed": "ask",
}  # fmt: skip
YAML = """---
type: comment
body (includes): [mayor, harbour]
action: remove
unknown_key: 7
---
&a
type: any
domain: [spam.example]
action: spam
---
broken: [
"""


@pytest.fixture
def olga(as_, people):
    return as_(people.olga)


@pytest.fixture
def edit(olga, group):
    return lambda **sent: olga.post(f"{group.url}/rules/edit", {"version": "1", **sent})


def test_pasted_pages_become_lines(edit):
    shown = edit(prose=PASTED, read="1").content.decode()
    words = re.search(r'name="prose"[^>]*>\n?(.*?)</textarea>', shown, re.DOTALL)[1]
    assert [line for line in words.strip().splitlines() if line] == [
        "House rules", "* No talk of “the mayor”.", "* At most 3 links\xa0a comment.", "Don’t repeat comments.",
    ]  # fmt: skip
    assert "its words were kept" in shown
    assert "alert" not in shown


def test_a_hundred_kilobytes_of_rules_are_read_and_kept(edit, group):
    lines = [f"No talk of subject{number}, and no comment of more than {number + 10} words." for number in range(1200)]
    prose = "\n".join(lines)[:99_000]
    answer = edit(prose=prose, read="1")
    assert answer.status_code == 200
    assert queries.draft_of(None, None) is None
    assert queries.book_of_group(group).drafts.get().prose == prose


@pytest.mark.parametrize("sent", [
    {"days": "x", "replay": "1"}, {"days": "-1", "replay": "1"}, {"stop": "1"}, {"resume": "1"}, {"version": "-1"},
    {"version": "9" * 40},
    {"shown": "x"}, {"shown": ["a", "b"]}, {"merge": "1", "version": "7"}, {"find-x": "y"}, {"try": "x" * 5000},
])  # fmt: skip
def test_odd_fields_are_answered(edit, sent):
    answer = edit(prose="No talk of the mayor.", **sent)
    assert answer.status_code in {200, 409, 422}
    assert b"No talk of the mayor." in answer.content


@pytest.mark.parametrize(("expression", "said"), [
    ("links >", "line"), ("nothing > 2", "nothing"), ("words", "holds or does not"), ("x" * 1500, "1,000"),
])  # fmt: skip
def test_an_expression_that_cannot_be_used_is_said_and_kept(edit, expression, said):
    from parley.rulebooks import choices

    name = next(iter(choices.line_names(read("Be kind to newcomers.")).values()))
    answer = edit(prose="Be kind to newcomers.", read="1", **{f"expression-{name}": expression})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_an_expression_acts_once_confirmed(edit, olga, group, seed_with, as_, people):
    from parley.rulebooks import choices

    name = next(iter(choices.line_names(read("Be kind to newcomers.")).values()))
    answer = edit(prose="Be kind to newcomers.", read="1", **{f"expression-{name}": "links > 2"})
    shown = answer.content.decode()
    assert 'value="links &gt; 2"' in shown
    key = re.search(r'name="shown" value="([^"]*)"', shown)[1]
    examples = {f"find-{key}": "https://a.example https://b.example https://c.example", f"leave-{key}": "Hello."}
    sent = {f"expression-{name}": "links > 2", "shown": key, f"keeping-{key}": "ask", **examples}
    reading = re.search(r'name="reading" value="([^"]*)"', shown)[1]
    assert edit(prose="Be kind to newcomers.", confirm="1", reading=reading, **sent).status_code == 302
    seed = seed_with(group=group)
    said = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "https://a.example https://b.example https://c.example"})
    assert said.status_code == 422
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Hello."}).status_code == 302


NO_NUMBERS = [
    "abc", "", "0", "-1", "1.0", "1e3", "01", "+1", " 1", "1 ", "\u0661", "1\x00", "1,2", "null", "2", "2147483648", "9" * 18,
    "9" * 19, "9" * 5000,
]  # fmt: skip


@pytest.mark.database
def test_a_version_that_there_is_not_is_our_page_of_nothing(as_, people, group):
    site = queries.Book.objects.create(scope="site")
    book = read("Be kind.").all_confirmed()
    queries.Version.objects.create(book=site, number=1, prose=book.prose, reading=book.to_json(), author=people.sita)
    for browser in (as_(None), as_(people.olga)):
        for address in (f"{group.url}/rules", "/rules"):
            assert browser.get(address, {"version": "1"}).status_code == 200
            for asked in NO_NUMBERS:
                answer = browser.get(address, {"version": asked, "try": "Hello"})
                assert answer.status_code == 404, asked
                assert "There is nothing here" in answer.content.decode(), asked


@pytest.mark.database
def test_a_draft_that_there_is_not_is_nothing(olga, group):
    for key in ("0", "9" * 18, "9" * 30):
        assert olga.get(f"{group.url}/rules/drafts/{key}").status_code == 404, key
        assert olga.post(f"{group.url}/rules/drafts/{key}", {"seen": "x"}).status_code == 409, key


def test_who_began_before_there_were_rules_does_not_pass_over_the_first_version(olga, people, group_with):
    group = group_with(rules=None)
    address = f"{group.url}/rules/edit"
    sent = {"prose": "No talk of the mayor.", "version": "0"}
    reading = re.search(r'name="reading" value="([^"]*)"', olga.post(address, sent | {"read": "1"}).content.decode())[1]
    services.publish(actor=people.olga, group=group, book=read("Be kind.").all_confirmed(), after=0)
    answer = olga.post(address, sent | {"reading": reading, "confirm": "1"})
    assert answer.status_code == 409
    assert queries.in_force(queries.book_of_group(group)).prose == "Be kind."


# rules from elsewhere


def test_every_entry_of_a_file_is_accounted_for(olga, group):
    file = SimpleUploadedFile("automod.yml", YAML.encode())
    shown = olga.post(f"{group.url}/rules/import", {"file": file}).content.decode()
    assert "→ No mention of “mayor” or “harbour”, where mods see cause." in shown
    assert "unknown_key" in shown
    assert shown.count("Not carried over:") >= 1
    assert queries.in_force(queries.book_of_group(group)).number == 1
    assert "No mention of “mayor”" in olga.get(f"{group.url}/rules/edit").content.decode()


def test_a_pack_brings_words_choices_and_examples(olga, group, group_with, people):
    book = services.exemplified(read("No talk of the mayor.\nTaunting may be removed.").all_confirmed())
    services.publish(actor=people.olga, group=group, book=book.with_keeping({"1.1": "people", "2.1": "ask"}), after=1)
    pack = olga.get(f"{group.url}/rules/pack")
    assert pack["Content-Disposition"].startswith("attachment")
    other = group_with(rules=None)
    assert olga.post(f"{other.url}/rules/import", {"pasted": pack.content.decode()}).status_code == 200
    (draft,) = queries.book_of_group(other).drafts.all()
    kept = {clause.words: clause.keeping.value for clause in services.reading_of(draft).clauses}
    assert kept == {"talk of the mayor": "people", "Taunting": "ask"}


@pytest.mark.parametrize("change", [
    lambda pack: pack | {"parley_pack": 99}, lambda pack: pack | {"clauses": [{"kind": "no-such"}, *pack["clauses"]]},
    lambda pack: pack | {"clauses": "x"}, lambda _: {"parley_pack": 1}, lambda pack: pack | {"prose": 7},
])  # fmt: skip
def test_a_newer_or_broken_pack_is_told(olga, group, change):
    pack = json.loads(olga.get(f"{group.url}/rules/pack").content)
    answer = olga.post(f"{group.url}/rules/import", {"pasted": json.dumps(change(pack))})
    assert answer.status_code in {200, 422}


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"%PDF-1.4", b"{" * 5000, b"- " * 50_000, b"a: &a [*a]"])
def test_no_file_breaks_the_page(olga, group, data):
    answer = olga.post(f"{group.url}/rules/import", {"file": SimpleUploadedFile("x", data)})
    assert answer.status_code in {200, 413, 422}


def test_only_owners_bring_rules(as_, people, group):
    for person in (people.ada, people.mo, people.sita):
        assert as_(person).get(f"{group.url}/rules/import").status_code == 403
        assert as_(person).get("/rules/import").status_code == 403


def test_examples_that_cannot_be_stored_are_cleaned(olga, group, as_):
    texts = ["You are a stupid liar. \ud800\x00\u202e", "hi \udfff"]
    examples = [{"text": text, "finds": not at} for at, text in enumerate(texts)]
    pack = {"parley_pack": 1, "prose": "No talk of the mayor.", "clauses": [PACKED | {"examples": examples}]}
    assert olga.post(f"{group.url}/rules/import", {"pasted": json.dumps(pack)}).status_code == 200
    assert olga.get(f"{group.url}/rules/edit").status_code == 200


def test_an_example_is_tried_on_the_words_it_shows(olga, group):
    facts = {"author": {"name": "a"}, "text": "The mayor!"}
    shown = {"text": "Thank you, what a kind answer!", "finds": True, "facts": facts}
    pack = {"parley_pack": 1, "prose": "No talk of the mayor.", "clauses": [PACKED | {"examples": [shown]}]}
    olga.post(f"{group.url}/rules/import", {"pasted": json.dumps(pack)})
    assert "should find “Thank you, what a kind answer!”" in olga.get(f"{group.url}/rules/edit").content.decode()


# how much a page asks


@pytest.mark.parametrize("end", ["edit", "edit/replay"])
def test_the_page_of_a_draft_asks_no_more_for_longer_rules(olga, group, end):
    asked = []
    for many in (2, 40):
        lines = "\n".join(f"No talk of subject{number}." for number in range(many))
        olga.post(f"{group.url}/rules/edit", {"version": "1", "prose": lines, "replay": "1", "days": "0"})
        with CaptureQueriesContext(connection) as counted:
            assert olga.get(f"{group.url}/rules/{end}").status_code == 200
        asked.append(len(counted))
    assert asked[0] == asked[1] <= 22


def test_the_rules_of_a_discussion_ask_few_queries(as_, people, seed, comment):
    comment("One.")
    for reader in (None, people.ada, people.olga):
        client = as_(reader)
        with CaptureQueriesContext(connection) as counted:
            assert client.get(f"/s/{seed.pk}/rules").status_code == 200
        assert len(counted) <= 10
