"""Cutting through the front door: the form, recusal, the log's entry, and taking it back."""

import re

import pytest

from parley.moderation.lines import lines_of
from parley.moderation.models import Case, Ruling
from parley.posting import services as posting
from parley.votes.services import set_vote
from parley.web.pages.cut_rows import joined, spans_of

pytestmark = pytest.mark.django_db
SAID = "The director is a zorblax if he thinks so."


def body(response) -> str:
    return response.content.decode()


def values(page: str) -> dict[str, str]:
    """The boxes of the form: word to what its box sends."""
    boxes = re.findall(r'name="cut" value="([\d-]+)"[^>]*><span>([^<]*)</span>', page)
    return {word: value for value, word in boxes}


def sent(page: str, *words: str, **more: str) -> dict:
    revision = re.search(r'name="revision" value="(\d+)"', page)[1]
    boxes = values(page)
    return {"revision": revision, "cut": [boxes[word] for word in words], "what": "redact", "line": "1", **more}


def test_marked_words_go_everywhere_and_the_mark_leads_to_the_entry(seed, comment, people, as_):
    said = comment(SAID)
    comment("Is he?", by=people.bo, to=said)
    mo = as_(people.mo)
    page = body(mo.get(f"/c/{said.pk}/cut"))
    assert "Taunting and trolling may be removed." in page
    assert "1 comment quotes it" in page
    response = mo.post(f"/c/{said.pk}/cut", sent(page, "a", "zorblax", note="Said to a person."))
    assert (response.status_code, response.headers["Location"]) == (302, f"/c/{said.pk}")
    ruling = Ruling.objects.get()
    for who in (None, people.bo, people.ada, people.mo):
        shown = body(as_(who).get(seed.url))
        assert "zorblax" not in shown
        assert shown.count(f'director is <a class="redacted" href="/log/{ruling.entry_id}"') == 2
    assert "for rule 1, “Taunting and trolling may be removed.”" in shown
    assert "Cut by a group mod" in shown


def test_a_whole_comment_is_removed(seed, comment, people, as_):
    said = comment(SAID)
    mo = as_(people.mo)
    mo.post(f"/c/{said.pk}/cut", sent(body(mo.get(f"/c/{said.pk}/cut")), what="remove"))
    page = body(as_(None).get(seed.url))
    assert "zorblax" not in page
    assert "Removed</b> for rule 1" in page


def test_what_is_missing_is_said_and_the_marks_are_kept(comment, people, as_):
    said = comment(SAID)
    mo = as_(people.mo)
    page = body(mo.get(f"/c/{said.pk}/cut"))
    good = sent(page, "zorblax", note="A note of mine.")
    for change in ({"line": ""}, {"line": "99"}, {"what": "burn"}, {"what": ""}, {"note": "x" * 301}, {"note": "zorblax, he said"}):
        response = mo.post(f"/c/{said.pk}/cut", good | change)
        assert response.status_code == 422, change
        assert f'value="{values(page)["zorblax"]}" checked' in body(response)
        assert 'class="problems"' in body(response)
    assert mo.post(f"/c/{said.pk}/cut", good | {"cut": []}).status_code == 422
    assert not Ruling.objects.exists()


@pytest.mark.parametrize("spans", [["0-0"], ["5-3"], ["0-999999"], ["999999-9999999"], ["x"], ["-1-4"], ["٣-٤"], ["0-4"] * 5000])
def test_spans_that_are_none(comment, people, as_, spans):
    said = comment(SAID)
    mo = as_(people.mo)
    response = mo.post(f"/c/{said.pk}/cut", sent(body(mo.get(f"/c/{said.pk}/cut"))) | {"cut": spans})
    assert response.status_code == (302 if spans[0] == "0-4" else 422)


def test_an_edit_meanwhile_is_read_again_first(comment, people, as_):
    said = comment(SAID)
    mo = as_(people.mo)
    marked = sent(body(mo.get(f"/c/{said.pk}/cut")), "zorblax")
    posting.edit_comment(actor=people.ada, comment=said, source="I take the zorblax back.", revision=said.text.current_id)
    response = mo.post(f"/c/{said.pk}/cut", marked)
    assert response.status_code == 409
    page = body(response)
    assert "back." in values(page)
    assert not re.search(r'name="cut" value="[^"]*" checked', page)
    for revision in ("", "x", "0"):
        assert mo.post(f"/c/{said.pk}/cut", marked | {"revision": revision}).status_code == 409


def test_the_cut_page_is_kept_by_nobody(comment, people, as_):
    response = as_(people.mo).get(f"/c/{comment(SAID).pk}/cut")
    assert response.headers["Cache-Control"] == "private, no-store"


def test_words_that_are_cut_stand_as_a_mark_and_more_can_be_cut(seed, comment, cut, people, as_):
    said = comment(SAID)
    cut(said, "zorblax if")
    mo = as_(people.mo)
    page = body(mo.get(f"/c/{said.pk}/cut"))
    assert "zorblax" not in values(page)
    assert page.count('<span class="redacted">[✘]</span>') == 1
    mo.post(f"/c/{said.pk}/cut", sent(page, "thinks"))
    assert "he <a class" in body(as_(None).get(seed.url))


@pytest.mark.parametrize("who", ["ada", "bo", "new"])
def test_only_mods_come_to_the_form(comment, people, as_, who):
    said = comment(SAID)
    for response in (as_(getattr(people, who)).get(f"/c/{said.pk}/cut"), as_(getattr(people, who)).post(f"/c/{said.pk}/cut", {})):
        assert response.status_code == 403
        assert "mods can do this" in body(response)


def test_a_mod_who_takes_part_is_told_why_and_who_else_can(seed, comment, people, as_):
    said = comment(SAID)
    comment("I speak as a member.", by=people.mo)
    set_vote(actor=people.mo, item=said, voted=True)
    mo = as_(people.mo)
    for response in (mo.get(f"/c/{said.pk}/cut"), mo.post(f"/c/{said.pk}/cut", {"what": "remove", "line": "1"})):
        page = body(response)
        assert response.status_code == 403
        assert "You commented in this discussion as a member." in page
        assert "You voted for this" in page
        assert 'href="/m/sita"' in page
        assert 'href="/m/olga"' not in page  # who seeded the article
        assert "zorblax" not in page
    assert not Ruling.objects.exists()


def test_without_house_rules_there_is_no_line_to_name(group_with, seed_with, comment, people, as_):
    said = comment(on=seed_with(group=group_with(rules=None)))
    response = as_(people.mo).get(f"/c/{said.pk}/cut")
    assert response.status_code == 403
    assert "no line to name" in body(response)


def test_the_entry_says_what_for_which_line_and_not_the_words(comment, cut, people, as_):
    said = comment(SAID)
    ruling = cut(said, "zorblax", note="Said to a person.")
    page = body(as_(None).get(f"/log/{ruling.entry_id}"))
    wanted = ("Words redacted", "comment 1", "Rule 1", "Taunting and trolling", "group mod", "Said to a person.")
    for words in (*wanted, ruling.entry.digest):
        assert words in page, words
    for who in (None, people.bo, people.new, people.olga):
        assert "zorblax" not in body(as_(who).get(f"/log/{ruling.entry_id}"))
    for who in (people.ada, people.mo, people.sita):
        response = as_(who).get(f"/log/{ruling.entry_id}")
        assert "<mark>zorblax</mark>" in body(response)
        assert response.headers["Cache-Control"] == "private, no-store"


def test_a_removed_comment_is_readable_to_its_author_alone(comment, cut, people, as_):
    ruling = cut(comment(SAID), None)
    assert "zorblax" in body(as_(people.ada).get(f"/log/{ruling.entry_id}"))
    assert "zorblax" not in body(as_(people.bo).get(f"/log/{ruling.entry_id}"))


def test_undoing_from_the_entry_restores_to_the_byte(seed, comment, people, cut, as_):
    said = comment(SAID)
    before = as_(None).get(seed.url).content
    ruling = cut(said, "zorblax")
    entry = f"/log/{ruling.entry_id}"
    for who, may in ((None, False), (people.ada, False), (people.olga, False), (people.mo, True), (people.sita, True)):
        assert (f'formaction="/rulings/{ruling.pk}/undo"' in body(as_(who).get(entry))) == may
    for who in (people.ada, people.olga, people.new):
        assert as_(who).post(f"/rulings/{ruling.pk}/undo").status_code == 403
    response = as_(people.mo).post(f"/rulings/{ruling.pk}/undo")
    assert (response.status_code, response.headers["Location"]) == (302, f"/c/{said.pk}")
    assert as_(None).get(seed.url).content == before
    page = body(as_(people.mo).get(entry))
    assert "undone" in page
    assert "/undo" not in page
    assert "zorblax" not in page
    ruling.refresh_from_db()
    assert "Ruling undone" in body(as_(None).get(f"/log/{ruling.undone_by_id}"))
    assert as_(people.mo).post(f"/rulings/{ruling.pk}/undo").status_code == 403


def test_entries_of_a_private_group_are_not_there_for_others(group_with, seed_with, comment, cut, people, as_):
    said = comment(SAID, on=seed_with(group=group_with(visibility="private")))
    ruling = cut(said, "zorblax")
    for who in (None, people.new, people.sita):
        assert as_(who).get(f"/log/{ruling.entry_id}").status_code == 404
    assert as_(people.sita).post(f"/rulings/{ruling.pk}/undo").status_code == 404
    assert as_(people.bo).get(f"/log/{ruling.entry_id}").status_code == 200


def test_entries_that_are_no_rulings_have_pages_too(group, people, as_):
    from parley.ledger.queries import entries_of_group

    found = entries_of_group(group.pk, before=None, limit=10)
    assert {entry.act for entry in found} == {"group:role:changed", "rulebook:version:published"}
    for entry in found:
        assert as_(None).get(f"/log/{entry.pk}").status_code == 200


def test_an_only_mod_who_takes_part_may_rule_and_it_is_marked(group_with, seed_with, comment, people, as_, db):
    from parley.people.models import Person

    Person.objects.filter(pk=people.sita.pk).delete()
    said = comment(SAID, on=seed_with(group=group_with(members={"ada": "member"})))
    olga = as_(people.olga)
    olga.post(f"/c/{said.pk}/cut", sent(body(olga.get(f"/c/{said.pk}/cut")), "zorblax"))
    ruling = Ruling.objects.get()
    assert ruling.is_involved
    assert "Nobody who could rule here was free of a part in it" in body(as_(None).get(f"/log/{ruling.entry_id}"))


def test_neighbouring_words_of_a_line_become_one_span():
    source = "one two\nthree  four five"
    assert joined([(0, 3), (4, 7), (8, 13), (15, 19)], source) == [(0, 7), (8, 19)]
    assert joined([(0, 3), (8, 13)], source) == [(0, 3), (8, 13)]
    assert joined([], source) == []
    assert spans_of(["4-7", "0-3", "x", "4-7", "-3-4", "1-"]) == [(0, 3), (4, 7)]


def test_undo_stays_open_to_mods_after_a_second_cut(seed, comment, cut, people, as_):
    said = comment("One zorblax and two quibbles.")
    before = as_(None).get(seed.url).content
    first, second = cut(said, "zorblax"), cut(said, "two quibbles")
    for ruling in (first, second):
        assert as_(people.mo).post(f"/rulings/{ruling.pk}/undo").status_code == 302
    assert as_(None).get(seed.url).content == before
    assert lines_of(said)


def test_the_page_offers_all_that_a_case_offers_and_shows_what_is_read_first(comment, people, as_):
    said = comment(SAID)
    mo = as_(people.mo)
    url = f"/c/{said.pk}/cut"
    form = sent(body(mo.get(url)), "zorblax", ticket="breach", evidence="Minutes of May.", note="Said to a person.")
    shown = body(mo.post(url, form | {"do": "preview"}))
    assert "will read:" in shown
    assert 'value="breach" checked' in shown
    assert not Ruling.objects.exists()
    assert mo.post(url, form | {"scope": "group", "days": "soon"}).status_code == 422
    assert mo.post(url, form | {"do": "decide"}).status_code == 302
    ruling = Ruling.objects.get()
    assert (ruling.ticket.points, ruling.evidence) == (8, "Minutes of May.")


def test_a_comment_that_waits_for_a_mod_is_decided_in_its_case(comment, people, as_):
    said = comment(SAID)
    as_(people.bo).post(f"{said.url}/flag", {"line": "1"})
    case = Case.objects.get()
    assert as_(people.mo).get(f"/c/{said.pk}/cut").url == case.url
