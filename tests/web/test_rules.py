"""Reading, trying, and writing house rules through the front door."""

import re

import pytest

from houserules import read
from parley.people.models import SiteRole
from parley.people.services import create_person
from parley.rulebooks import choices, queries
from parley.rulebooks import services as rulebooks
from parley.web.pages import rule_rows

pytestmark = pytest.mark.django_db
PROSE = "Taunting may be removed.\n* No Marlow, memes.\n* Please be brief."


@pytest.fixture
def edit(as_, people, group):
    """olga's rule editor: sends what its form holds, with what is given besides."""

    def send(by=people.olga, place=None, **sent):
        address = f"{place or group.url + '/rules'}/edit"
        shown = as_(by).get(address).content.decode()
        held = dict(re.findall(r'<input type="hidden" name="(version|reading)" value="([^"]*)"', shown))
        return as_(by).post(address, held | sent)

    return send


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def in_force(group):
    return queries.in_force(queries.book_of_group(group))


def confirm(edit, prose, **sent):
    """Read, then confirm what was read."""
    answer = edit(prose=prose, read="1", **sent)
    return edit(prose=prose, confirm="1", reading=hidden(answer, "reading"), **sent)


def test_words_are_tied_to_clauses_before_anything_acts(edit, group):
    answer = edit(prose=PROSE, read="1")
    shown = answer.content.decode()
    assert '<a class="acts-on" href="#clause-1">Taunting<sup>1</sup></a>' in shown
    assert '<span class="plain-words">Please be brief.</span>' in shown
    assert "Confirm 3 clauses" in shown
    assert 'value="hold"' in shown
    assert 'value="prevent"' not in shown
    assert in_force(group).number == 1


def test_what_was_confirmed_is_in_force_and_stands_in_the_log(as_, edit, group):
    name = next(iter(choices.names(read("No Marlow.")).values()))
    assert confirm(edit, "No Marlow. No memes.", **{f"keeping-{name}": "people"}).url == f"{group.url}/rules"
    clauses = list(rulebooks.reading_of(in_force(group)).clauses)
    assert [(each.keeping.value, each.confirmed) for each in clauses] == [("people", True), ("ask", True)]
    assert b"Put in force" in as_(None).get("/log").content
    assert b"No Marlow" in as_(None).get(f"{group.url}/rules").content


def test_choices_outlive_a_change_of_other_words(edit, group):
    name = next(iter(choices.names(read("No Marlow.")).values()))
    confirm(edit, "No Marlow.", **{f"keeping-{name}": "people"})
    shown = edit(prose="No cats at all. No Marlow.", read="1").content.decode()
    assert re.search(rf'name="keeping-{name}" value="people" checked', shown)


@pytest.mark.parametrize(
    "changed",
    ["No images, except maps of the sky.", "No images.\nMaps of the sky are an exception.", "No images on Sundays."],
)
def test_a_choice_ends_where_its_line_asks_for_something_else(edit, group, changed):
    name = next(iter(choices.names(read("No images.")).values()))
    confirm(edit, "No images.", **{f"keeping-{name}": "ask"})
    confirm(edit, changed, **{f"keeping-{name}": "ask"})
    assert [each.keeping.value for each in rulebooks.reading_of(in_force(group)).clauses] == ["people"]


def test_lines_and_remarks_bear_the_numbers_of_the_red_box(edit):
    admin = create_person(username="root_of_site", email="", password=None, site_role=SiteRole.ADMIN)
    rulebooks.publish(actor=admin, group=None, book=read("Be brief. Be kind.").all_confirmed(), after=0)
    shown = edit(prose="Taunting may be removed.", read="1").content.decode()
    assert '<span class="line-number" aria-label="Rule 3">3</span>' in shown
    assert "Line 3 says what a breach costs" in shown


def test_amounts_are_shown_as_they_are_said(edit):
    shown = edit(prose="At most 3 comments per ten minutes.\nNo links.\nAt most 300 words.", read="1").content.decode()
    for said in ("at most 3, 10 minutes", "none at all", "at most 300 words"):
        assert f">{said}</span>" in shown


def test_words_changed_after_the_reading_are_read_again_first(edit, group):
    answer = edit(prose="No Marlow.", read="1")
    answer = edit(prose="No memes.", confirm="1", reading=hidden(answer, "reading"))
    assert answer.status_code == 409
    assert b"Here is the new reading" in answer.content
    assert in_force(group).number == 1
    assert edit(prose="No memes.", confirm="1", reading=hidden(answer, "reading")).status_code == 302


def test_a_version_published_meanwhile_is_shown_and_nothing_is_lost(people, edit, group):
    answer = edit(prose="No cats, please.", read="1")
    rulebooks.publish(actor=people.olga, group=group, book=read("No birds.").all_confirmed(), after=1)
    answer = edit(prose="No cats, please.", confirm="1", version="1", reading=hidden(answer, "reading"))
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "No cats, please." in shown
    assert "<del>" in shown
    assert "No birds." in shown
    assert "disabled" in shown
    assert in_force(group).number == 2


def test_two_owners_changes_are_merged_line_by_line(people, edit, group):
    first = rulebooks.publish(actor=people.olga, group=group, book=read("No cats.\nNo dogs.\nBe kind.").all_confirmed(), after=1)
    theirs = read("No cats.\nNo dogs.\nBe very kind.\nNo fish.").all_confirmed()
    rulebooks.publish(actor=people.olga, group=group, book=theirs, after=first.number)
    answer = edit(prose="No birds.\nNo dogs.\nBe kind.", merge="1", version="2")
    assert answer.status_code == 200
    assert "No birds.\nNo dogs.\nBe very kind.\nNo fish.</textarea>" in answer.content.decode()
    assert hidden(answer, "version") == "3"
    answer = edit(prose="No birds.\nNo dogs.\nBe kind to all.\nNo fish.", merge="1", version="2")
    assert "Be very kind.\nBe kind to all." in answer.content.decode()
    assert b"yours below: keep one" in answer.content


def test_ways_of_keeping_that_are_not_offered_are_not_taken(edit, group):
    name = next(iter(choices.names(read("No Marlow.")).values()))
    for way in ("prevent", "<b>", ""):
        confirm(edit, "No Marlow.", **{f"keeping-{name}": way})
        assert [each.keeping.value for each in rulebooks.reading_of(in_force(group)).clauses] == ["people"]


def test_what_a_wider_book_forbids_is_said_before_publishing(people, edit):
    admin = create_person(username="root_of_site", email="", password=None, site_role=SiteRole.ADMIN)
    rulebooks.publish(actor=admin, group=None, book=read("No memes. (fixed)").all_confirmed(), after=0)
    assert b"Worth another look" in edit(prose="Memes are allowed.", read="1").content


def test_only_owners_write_a_groups_rules_and_only_the_admin_the_sites(as_, people, edit, group):
    for who in (people.ada, people.mo, people.sita):
        assert as_(who).get(f"{group.url}/rules/edit").status_code == 403
        assert as_(who).post(f"{group.url}/rules/edit", {"prose": "No cats."}).status_code == 403
        assert as_(who).get("/rules/edit").status_code == 403
    admin = create_person(username="root_of_site", email="", password=None, site_role=SiteRole.ADMIN)
    answer = as_(admin).post("/rules/edit", {"prose": "No cats.", "read": "1"})
    sent = {"prose": "No cats.", "confirm": "1", "version": "0", "reading": hidden(answer, "reading")}
    assert as_(admin).post("/rules/edit", sent).url == "/rules"
    assert b"No cats." in as_(None).get("/rules").content
    assert b"No cats." in as_(None).get(f"{group.url}/rules").content


def test_versions_and_what_changed_between_them(as_, people, group):
    rulebooks.publish(actor=people.olga, group=group, book=read("No Marlow.\nNo birds.").all_confirmed(), after=1)
    rulebooks.publish(actor=people.olga, group=group, book=read("No Marlow.\nNo fish.").all_confirmed(), after=2)
    shown = as_(None).get(f"{group.url}/rules?version=3").content.decode()
    assert "No birds.</del>" in shown
    assert "No fish.</ins>" in shown
    assert b"No birds." in as_(None).get(f"{group.url}/rules?version=2").content
    for wrong in ("0", "9", "-1", "x", "", "99999999999999999999"):
        assert as_(None).get(f"{group.url}/rules?version={wrong}").status_code == 404


def test_any_text_can_be_tried_without_an_account(as_, group):
    page = as_(None)
    answer = page.get(f"{group.url}/rules", {"try": "M4rlow <b>again</b>"})
    shown = answer.content.decode()
    assert "The author would be told" in shown
    assert "<mark>M4rlow</mark>" in shown
    assert "<b>again" not in shown
    assert not answer.cookies
    assert b"nothing to say" in page.get(f"{group.url}/rules", {"try": "Lovely weather."}).content
    assert page.get(f"{group.url}/rules", {"try": "x" * 1001}).status_code == 413
    assert page.get(f"{group.url}/rules", {"try": "\u202e\x00"}).status_code == 200


def test_a_draft_can_be_tried_before_it_holds(edit, group):
    answer = edit(prose="No Ottoline.", read="1", **{"try": "Ask Ottoline."})
    assert b"The author would be told" in answer.content
    assert b"<mark>Ottoline</mark>" in answer.content
    assert in_force(group).number == 1


def test_places_without_rules_say_so(as_, group_with):
    group = group_with(rules=None)
    for address in ("/rules", f"{group.url}/rules", f"{group.url}/rules?try=words"):
        assert b"No house rules" in as_(None).get(address).content


def test_rules_can_be_taken_back_altogether(as_, edit, group):
    answer = edit(prose=" ", read="1")
    assert b"takes back every rule" in answer.content
    assert confirm(edit, "").url == f"{group.url}/rules"
    assert in_force(group).number == 2
    assert b"No Marlow" not in as_(None).get(f"{group.url}/rules").content
    assert edit(prose="", read="1").status_code == 422


def test_the_page_of_rules_lists_a_bounded_number_of_versions(as_, people, group, monkeypatch):
    monkeypatch.setattr(queries, "MOST_VERSIONS", 2)
    for after in (1, 2):
        rulebooks.publish(actor=people.olga, group=group, book=read(f"No {after} birds.").all_confirmed(), after=after)
    shown = as_(None).get(f"{group.url}/rules").content.decode()
    assert ("Version 3" in shown, "Version 1" in shown, "Older versions" in shown) == (True, False, True)
    assert as_(None).get(f"{group.url}/rules?version=1").status_code == 200


def test_long_and_empty_prose_is_refused_and_kept(edit, group_with):
    answer = edit(prose="No cats. " * 12_000, read="1")
    assert answer.status_code == 413
    assert answer.content.count(b"No cats.") > 2000
    assert edit(place=f"{group_with(rules=None).url}/rules", prose="  ", read="1").status_code == 422


def test_differences_of_very_long_books_are_told_too():
    before = "\n".join(f"Rule {n % 90}." for n in range(4000))
    found = rule_rows.difference(before, before + "\nA new one.")
    assert found == [("+", "A new one.")]
