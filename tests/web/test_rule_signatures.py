"""A second owner's word through the front door: signing, declining, loosening; and drafts that are dropped."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from houserules import read
from parley.base import jobs
from parley.groups.models import Suspension
from parley.ledger.models import Entry
from parley.rulebooks import queries
from parley.rulebooks import services as rulebooks
from parley.trials.models import Replay
from tests.web.test_rule_trials import confirm, drop, in_force, name_of, olga, replayed, rule, say, talk

__all__ = ["confirm", "olga", "say", "talk"]
pytestmark = pytest.mark.django_db


# a second signature


@pytest.fixture
def signing(group_with, people):
    """A group with two owners, olga and mo, in which new rules need both."""
    from parley.groups import services as groups

    group = group_with(rules=None, members={"ada": "member", "mo": "mod"})
    groups.set_role(actor=people.olga, group=group, person=people.mo, role="owner")
    groups.change_settings(actor=people.olga, group=group, signed_above=0)
    return group


@pytest.mark.database
def test_a_second_owner_signs(as_, people, olga, confirm, signing):
    assert confirm(signing, "No talk of the mayor.").status_code == 302
    assert in_force(signing) is None
    (draft,) = queries.offered_drafts(queries.book_of_group(signing))
    address = f"{signing.url}/rules/drafts/{draft.pk}"
    assert b"waits for another owner" in olga.get(address).content
    seen = re.search(r'name="seen" value="([^"]*)"', as_(people.mo).get(address).content.decode())[1]
    assert olga.post(address, {"seen": seen}).status_code == 403
    assert as_(people.ada).post(address, {"seen": seen}).status_code == 403
    assert as_(people.mo).post(address, {"seen": "0" * 16}).status_code == 409
    assert as_(people.mo).post(address, {"seen": seen}).status_code == 302
    version = in_force(signing)
    assert (version.author, version.signed_by) == (people.olga, people.mo)
    assert b"signed by mo" in as_(None).get(f"{signing.url}/rules").content
    assert b"signed by mo" in as_(None).get(f"{signing.url}/log").content
    assert as_(people.mo).get(address).status_code == 404


def test_a_draft_changed_after_it_was_offered_is_offered_anew(olga, confirm, signing):
    confirm(signing, "No talk of the mayor.")
    olga.post(f"{signing.url}/rules/edit", {"prose": "No talk of the weather.", "version": "0", "read": "1"})
    assert queries.offered_drafts(queries.book_of_group(signing)) == []


@pytest.fixture
def asked(people, as_, confirm, signing):
    """The address of a draft by olga that waits for mo, and what mo was shown of it."""
    confirm(signing, "No talk of the mayor.")
    (draft,) = queries.offered_drafts(queries.book_of_group(signing))
    address = f"{signing.url}/rules/drafts/{draft.pk}"
    return address, re.search(r'name="seen" value="([^"]*)"', as_(people.mo).get(address).content.decode())[1]


def decline(browser, asked, because="Name the mayor’s office too.\n<b>Please.</b>", **sent):
    address, seen = asked
    return browser.post(address, {"decline": "1", "seen": seen, "because": because, **sent})


def test_a_second_owner_declines_and_its_author_asks_again(as_, people, olga, confirm, signing, asked, mailoutbox):
    assert decline(as_(people.mo), asked).status_code == 302
    assert in_force(signing) is None
    shown = olga.get(f"{signing.url}/rules/edit").content.decode()
    assert "<bdi>mo</bdi> did not sign this draft" in shown
    assert "Name the mayor’s office too." in shown
    assert "&lt;b&gt;Please.&lt;/b&gt;" in shown
    assert b"did not sign" not in as_(people.mo).get(f"{signing.url}/rules/edit").content
    assert "mo writes: Name the mayor’s office too." in olga.get("/notices").content.decode()
    assert "New rules for Astronomy were taken back" in as_(people.mo).get("/notices").content.decode()
    jobs.run_due()
    (mail,) = [each for each in mailoutbox if each.to == ["olga@parley.example"]]
    assert "office too." in mail.body
    log = as_(None).get(f"{signing.url}/log").content.decode()
    assert "Not signed:" in log
    assert "new rules by olga" in log
    assert "office" not in log
    olga.post(f"{signing.url}/rules/edit", {"prose": "No talk of the mayor’s office.", "version": "0", "read": "1"})
    assert b"did not sign" in olga.get(f"{signing.url}/rules/edit").content  # until he asks again
    assert confirm(signing, "No talk of the mayor’s office.").status_code == 302
    assert b"did not sign" not in olga.get(f"{signing.url}/rules/edit").content
    assert b"asked for a signature again" in olga.get("/notices").content
    (draft,) = queries.offered_drafts(queries.book_of_group(signing))
    assert (draft.declined_by, draft.declined_because) == (None, "")


def test_whoever_signs_is_warned_of_what_acts_on_everybody(as_, people, confirm, signing):
    prose = "New members may not post links."
    name = name_of(prose)
    confirm(signing, prose, shown=name, **{f"keeping-{name}": "ask"})
    (draft,) = queries.offered_drafts(queries.book_of_group(signing))
    shown = as_(people.mo).get(f"{signing.url}/rules/drafts/{draft.pk}").content.decode()
    assert "It acts on everybody and everything it finds" in shown


def test_the_other_owners_are_told_that_new_rules_wait_for_them(as_, people, olga, signing, asked, mailoutbox):
    address, _ = asked
    page = as_(people.mo).get("/notices").content.decode()
    assert "New rules for Astronomy wait for your signature" in page
    jobs.run_due()
    (mail,) = mailoutbox
    assert (mail.to, address in mail.body) == (["mo@parley.example"], True)
    assert "wait for your signature" not in olga.get("/notices").content.decode()


def test_only_another_owner_declines(as_, people, olga, signing, asked):
    refused = decline(olga, asked)
    assert refused.status_code == 403
    assert "somebody other than its author" in refused.content.decode()
    assert [decline(as_(person), asked).status_code for person in (people.ada, people.sita)] == [403, 403]
    assert len(queries.offered_drafts(queries.book_of_group(signing))) == 1


@pytest.mark.parametrize(("because", "status"), [("", 422), (" \n\u200b", 422), ("x" * 2001, 413)])
def test_a_reason_is_needed_and_bounded(as_, people, signing, asked, because, status):
    answer = decline(as_(people.mo), asked, because)
    assert answer.status_code == status
    assert because.strip() in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()
    assert len(queries.offered_drafts(queries.book_of_group(signing))) == 1
    assert decline(as_(people.mo), asked, "x" * 2000).status_code == 302


def test_declining_what_changed_or_waits_no_more_keeps_the_reason(as_, people, olga, confirm, signing, asked):
    confirm(signing, "No talk of the weather.")  # another draft waits by now
    changed = decline(as_(people.mo), asked)
    assert changed.status_code == 409
    assert "office too." in changed.content.decode()
    assert "changed the draft after you opened it" in changed.content.decode()
    olga.post(f"{signing.url}/rules/edit", {"prose": "No talk of anybody.", "version": "0", "read": "1"})
    waits_no_more = decline(as_(people.mo), asked)
    assert waits_no_more.status_code == 409
    assert "office too." in waits_no_more.content.decode()
    drop(olga, signing)
    assert decline(as_(people.mo), asked).status_code == 409
    assert as_(people.mo).post(asked[0], {"seen": asked[1]}).status_code == 409  # the signature likewise


@pytest.mark.database
def test_a_draft_is_declined_once(as_, people, signing, asked):
    from parley.groups import services as groups

    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    assert decline(as_(people.bo), asked, "No.").status_code == 302
    assert decline(as_(people.mo), asked).status_code == 409
    assert as_(people.mo).get(asked[0]).status_code == 404


# loosening the signature


def set_above(browser, group, above):
    return browser.post(f"{group.url}/settings", {"signed_above": above, "title": group.title})


def asked_on(browser, group):
    """The key of what waits for another owner, or None."""
    found = re.search(r'name="asked" value="([^"]*)"', browser.get(f"{group.url}/settings").content.decode())
    return found and found[1]


def above(group):
    group.refresh_from_db()
    return group.signed_above


@pytest.mark.database
@pytest.mark.parametrize(("before", "wanted", "after"), [(0, "5", 5), (0, "", None), (3, "", None), (3, "4", 4)])
def test_loosening_needs_another_owner(as_, people, olga, signing, before, wanted, after):
    set_above(olga, signing, "0")
    type(signing).objects.filter(pk=signing.pk).update(signed_above=before)
    said = olga.post(f"{signing.url}/settings", {"signed_above": wanted, "title": "Stars"}, follow=True).content.decode()
    assert "another owner has to agree" in said
    assert "Take it back" in said
    assert above(signing) == before
    assert signing.title == "Stars"  # the other settings are saved
    assert "asked by olga" in as_(people.mo).get(f"{signing.url}/rules").content.decode()
    assert "asked by olga" not in as_(people.ada).get(f"{signing.url}/rules").content.decode()
    key = asked_on(olga, signing)
    assert olga.post(f"{signing.url}/settings", {"asked": key, "answer": "agree"}).status_code == 403
    assert as_(people.ada).post(f"{signing.url}/settings", {"asked": key, "answer": "agree"}).status_code == 403
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "perhaps"}).status_code == 422
    assert above(signing) == before
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "agree"}).status_code == 302
    assert above(signing) == after
    assert "signed by mo" in as_(None).get(f"{signing.url}/log").content.decode()
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "agree"}).status_code == 409
    assert asked_on(olga, signing) is None


def test_tightening_holds_at_once_and_ends_what_was_asked(as_, people, olga, signing):
    set_above(olga, signing, "9")
    key = asked_on(olga, signing)
    as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "agree"})
    assert above(signing) == 9
    set_above(olga, signing, "")
    key = asked_on(olga, signing)
    assert set_above(as_(people.mo), signing, "2").status_code == 302
    assert above(signing) == 2
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "agree"}).status_code == 409
    assert above(signing) == 2


def test_another_owner_leaves_it_as_it_is(as_, people, olga, signing):
    set_above(olga, signing, "")
    key = asked_on(olga, signing)
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": key, "answer": "decline"}).status_code == 302
    assert (above(signing), asked_on(olga, signing)) == (0, None)
    log = as_(None).get(f"{signing.url}/log").content.decode()
    assert "Not changed:" in log
    assert "as olga asked, 0 → never" in log
    set_above(olga, signing, "")
    assert olga.post(f"{signing.url}/settings", {"asked": asked_on(olga, signing), "answer": "decline"}).status_code == 302
    assert (above(signing), asked_on(olga, signing)) == (0, None)
    assert as_(None).get(f"{signing.url}/log").content.decode().count("Not changed:") == 1  # taken back: nobody refused it


def test_what_both_ask_for_holds_and_another_wish_replaces_the_first(as_, people, olga, signing):
    set_above(olga, signing, "5")
    first = asked_on(olga, signing)
    set_above(olga, signing, "5")
    assert asked_on(olga, signing) == first
    set_above(as_(people.mo), signing, "7")
    assert as_(people.mo).post(f"{signing.url}/settings", {"asked": first, "answer": "agree"}).status_code == 409
    assert above(signing) == 0
    set_above(olga, signing, "7")
    assert above(signing) == 7


def test_a_sole_owner_loosens_alone_and_is_warned(as_, people, olga, signing):
    from parley.groups import services as groups

    assert "another owner has to agree" in olga.get(f"{signing.url}/settings").content.decode()
    set_above(as_(people.mo), signing, "")
    groups.set_role(actor=people.mo, group=signing, person=people.mo, role="mod")
    assert asked_on(olga, signing) is None  # a wish of who is no owner any more
    assert "You are the only owner, so you can loosen this alone." in olga.get(f"{signing.url}/settings").content.decode()
    set_above(olga, signing, "")
    assert above(signing) is None
    assert "0 → never" in as_(None).get(f"{signing.url}/log").content.decode()


@pytest.mark.parametrize("asked", ["", "x", "-1", "9" * 30, "0"])
def test_an_answer_to_nothing_is_refused(as_, people, signing, asked):
    answer = as_(people.mo).post(f"{signing.url}/settings", {"asked": asked, "answer": "agree"})
    assert answer.status_code == 409
    assert "Look at what stands now." in answer.content.decode()


def test_a_sole_owner_is_told_what_is_missing(confirm, group_with, people):
    from parley.groups import services as groups

    group = group_with(rules=None)
    groups.change_settings(actor=people.olga, group=group, signed_above=0)
    answer = confirm(group, "No talk of the mayor.")
    assert answer.status_code == 422
    assert "Make somebody owner first." in answer.content.decode()


@pytest.mark.database
def test_few_members_who_change_side_need_no_signature(confirm, olga, talk, people):
    from parley.groups import services as groups

    groups.change_settings(actor=people.olga, group=talk, signed_above=5)
    assert "asks for a signature" not in confirm(talk, "No talk of the mayor.").content.decode()
    replayed(olga, talk)
    jobs.run_due()
    groups.set_role(actor=people.olga, group=talk, person=people.bo, role="owner")
    assert confirm(talk, "No talk of the mayor.").status_code == 302
    assert in_force(talk).number == 2


@pytest.mark.database
def test_a_signature_needs_a_draft_that_is_still_there_and_rules_that_still_stand(as_, people, olga, confirm, signing):
    from parley.base.refusals import Conflict

    confirm(signing, "No talk of the mayor.")
    (draft,) = queries.offered_drafts(queries.book_of_group(signing))
    seen = rulebooks.digest(rulebooks.reading_of(queries.offered_draft(draft.book, draft.pk)))
    rulebooks.publish(actor=people.olga, group=signing, book=read("No cats.").all_confirmed(), after=0)
    assert as_(people.mo).post(f"{signing.url}/rules/drafts/{draft.pk}", {"seen": seen}).status_code == 409
    drop(olga, signing)
    with pytest.raises(Conflict):
        rulebooks.sign(actor=people.mo, draft=draft, seen=seen)


@pytest.mark.parametrize("days", ["90", "365"])
def test_a_replay_of_a_part_of_the_past_does_not_spare_the_signature(confirm, olga, talk, people, days):
    from parley.groups import services as groups

    groups.set_role(actor=people.olga, group=talk, person=people.bo, role="owner")
    groups.change_settings(actor=people.olga, group=talk, signed_above=5)
    replayed(olga, talk, days=days)
    jobs.run_due()
    confirm(talk, "No talk of the mayor.")
    assert in_force(talk).number == 1


def test_a_replay_beside_other_rules_does_not_spare_the_signature(confirm, olga, talk, people):
    from parley.groups import services as groups

    groups.set_role(actor=people.olga, group=talk, person=people.bo, role="owner")
    groups.change_settings(actor=people.olga, group=talk, signed_above=1)
    rule(people, talk, "No talk of the mayor.")
    replayed(olga, talk, version="2")
    jobs.run_due()
    assert Replay.objects.get().members_moved == 0
    rule(people, talk, "Please be brief.")
    confirm(talk, "No talk of the mayor.")
    assert in_force(talk).number == 3


# dropping


def test_dropping_asks_first_and_says_what_is_lost(olga, group):
    address = f"{group.url}/rules/edit"
    olga.post(address, {"prose": "No talk of the mayor.\nBe <kind>.", "version": "1", "read": "1"})
    typed = {"prose": "No talk of the mayor.\r\nBe <kind>.\r\nNew words.", "version": "1", "shown": ["a", "b"]}
    shown = olga.post(address, typed | {"drop": "1"}).content.decode()
    assert "You lose your draft of 2 lines with 1 clause" in shown
    assert "typed since it was last read" in shown
    assert "Be &lt;kind&gt;." in shown
    assert queries.book_of_group(group).drafts.count() == 1
    assert [shown.count(f'name="shown" value="{each}"') for each in "ab"] == [1, 1]
    kept = olga.post(address, typed | {"read": "1"}).content.decode()  # “Keep it”
    assert "New words." in kept
    assert queries.book_of_group(group).drafts.get().prose.endswith("New words.")
    said = drop(olga, group)
    assert "Dropped: your draft of 3 lines with 1 clause and what you chose for them, begun from version 1." in said
    assert "book/" in re.search(r'data-clears="([^"]*)"', said)[1]
    assert queries.book_of_group(group).drafts.count() == 0


def test_a_draft_that_changed_after_the_question_is_not_dropped(olga, group):
    address = f"{group.url}/rules/edit"
    olga.post(address, {"prose": "No talk of the mayor.", "version": "1", "read": "1"})
    shown = olga.post(address, {"drop": "1"}).content.decode()
    seen = re.search(r'name="seen" value="([^"]*)"', shown)[1]
    olga.post(address, {"prose": "No talk of the weather.", "version": "1", "read": "1"})
    again = olga.post(address, {"drop": "sure", "seen": seen})
    assert again.status_code == 409
    assert "No talk of the weather." in again.content.decode()
    assert olga.post(address, {"drop": "sure"}).status_code == 409
    assert queries.book_of_group(group).drafts.count() == 1


@pytest.mark.parametrize("answer", ["1", "sure"])
def test_dropping_what_is_gone_keeps_what_was_typed(olga, group, answer):
    sent = {"prose": "No talk of the tides.", "version": "1", "drop": answer, "seen": "x"}
    gone = olga.post(f"{group.url}/rules/edit", sent)
    assert gone.status_code == 409
    assert "No talk of the tides." in gone.content.decode()
    assert "No draft of yours is kept here any more" in gone.content.decode()


def test_dropping_an_offered_draft_says_that_nobody_can_sign_it(as_, people, olga, confirm, signing):
    confirm(signing, "No talk of the mayor.")
    shown = olga.post(f"{signing.url}/rules/edit", {"drop": "1"}).content.decode()
    assert "nobody can sign it then" in shown
    assert as_(people.ada).post(f"{signing.url}/rules/edit", {"drop": "1"}).status_code == 403
    drop(olga, signing)
    assert queries.offered_drafts(queries.book_of_group(signing)) == []


def test_who_is_suspended_from_the_site_signs_and_agrees_to_nothing(as_, people, signing, asked):
    address, seen = asked
    entry = Entry.objects.latest("pk")
    Suspension.objects.create(person=people.mo, ends_at=timezone.now() + timedelta(days=3), entry=entry)
    answer = as_(people.mo).post(address, {"sign": "1", "seen": seen})
    assert (answer.status_code, "You are suspended here" in answer.content.decode()) == (403, True)
    assert as_(people.mo).get(f"{signing.url}/settings").status_code == 403
