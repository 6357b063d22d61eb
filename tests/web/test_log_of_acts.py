"""What the public log says of each act: the act, the line, the kind of decider, whether it stands; never whose words or which."""

import pytest

from parley.appeals import services as appeals
from parley.deciding.services import decide
from parley.ledger.models import Entry, Told
from parley.ledger.wording import ACTS
from parley.moderation import flagging, penalties
from parley.moderation import services as moderation
from parley.moderation.penalties import Term

pytestmark = pytest.mark.django_db
RULES = "Taunting and trolling may be removed.\n\nOff-topic comments may be removed."
SCALE = {"taunting": 2, "skirting": 4, "breach": 8, "limit": 32, "falls_after": 180, "appeal_days": 183, "guard_days": 30}
ADA_SAYS = "The director is a zorblax if he thinks so."


def body(response) -> str:
    return response.content.decode()


@pytest.fixture
def place(group_with, seed_with, people):
    return seed_with(group=group_with(rules=RULES), by=people.bo)


@pytest.fixture
def said(comment, place):
    return comment(ADA_SAYS, on=place)


@pytest.fixture
def log_of(as_):
    """The group's log as everybody reads it, and one entry's page."""

    def read(seed) -> str:
        page = body(as_(None).get(f"{seed.group.url}/log"))
        entries = Entry.objects.filter(group_id=seed.group_id)
        return page + "".join(body(as_(None).get(entry.address_of_entry)) for entry in entries)

    return read


def ruled(people, item, **choice):
    choice = {"action": "remove", "line": 1, **choice}
    return decide(actor=people.mo, item=item, choice=moderation.Choice(**choice))


def test_every_act_has_its_words():
    assert set(ACTS) == {told.value for told in Told}


def test_a_hiding_is_told_with_its_line_and_ends_in_the_log(people, said, place, log_of):
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=2, note="About a director.", hides=True))
    page = log_of(place)
    assert "Hidden by the seeder" in page
    assert "Off-topic comments may be removed." in page
    assert "a seeder" in page
    for kept in ("About a director.", "zorblax"):
        assert kept not in page
    ruled(people, said, action="no-breach", line=2)
    page = log_of(place)
    assert "Shown again" in page
    assert "No breach found in" in page
    assert "undone" in page


def test_a_suspension_names_from_where_and_its_end_is_told(people, said, place, log_of):
    ruling = ruled(people, said, term=Term(scope="group", days=7))
    page = log_of(place)
    assert "Suspended" in page
    assert f"member ada, from the group “{place.group.title}”" in page
    assert "zorblax" not in page
    moderation.undo(actor=people.mo, ruling=ruling)
    assert "Suspension ended" in log_of(place)


@pytest.mark.parametrize(("grants", "told"), [(True, "Appeal granted"), (False, "Appeal refused")])
def test_an_appeal_is_told_without_what_was_said_in_it(grants, told, people, said, place, log_of):
    made = appeals.appeal(actor=people.ada, ruling=ruled(people, said), source="It was quixotic of me.")
    assert "quixotic" not in log_of(place)
    appeals.decide(actor=people.sita, appeal=made, grants=grants, reasons="Rather perspicuous reasons.")
    page = log_of(place)
    assert told in page
    assert "site mod" in page
    for kept in ("quixotic", "perspicuous", "zorblax"):
        assert kept not in page
    assert ("undone" in page) == grants


def test_a_seed_that_was_taken_off_the_lists(people, seed_with, group_with, comment, log_of):
    seed = seed_with(group=group_with(rules=RULES), by=people.ada)
    comment(on=seed, by=people.bo)
    ruling = ruled(people, seed, action="unlist", line=2)
    assert "Taken off the lists" in log_of(seed)
    moderation.undo(actor=people.mo, ruling=ruling)
    assert "Ruling undone" in log_of(seed)


def test_the_scale_is_told_before_and_after(people, place, log_of):
    penalties.change_scale(actor=people.olga, group=place.group, values=SCALE, ladder=(7, 30))
    assert "none of its own → 2/4/8 of 32" in log_of(place)
    penalties.change_scale(actor=people.olga, group=place.group, values=SCALE | {"breach": 9}, ladder=(7, 30))
    assert "2/4/8 of 32" in log_of(place)
    assert "→ 2/4/9 of 32" in log_of(place)


def test_an_admin_is_told_as_an_admin(people, said, place, log_of, as_):
    from parley.people.models import Person, SiteRole

    Person.objects.filter(pk=people.sita.pk).update(site_role=SiteRole.ADMIN)
    people.sita.refresh_from_db()
    decide(actor=people.sita, item=said, choice=moderation.Choice(action="remove", line=1))
    for page in (log_of(place), body(as_(None).get(place.url))):
        assert "an admin" in page
        assert "a admin" not in page


def test_acts_in_a_private_group_stand_in_no_log_of_others(people, group_with, seed_with, comment, as_):
    seed = seed_with(group=group_with(rules=RULES, visibility="private"), by=people.bo)
    said = comment(ADA_SAYS, on=seed)
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=2, hides=True))
    made = appeals.appeal(actor=people.ada, ruling=ruled(people, said, term=Term(scope="group", days=7)), source="No.")
    appeals.decide(actor=people.olga, appeal=made, grants=True, reasons="Yes.")
    for who in (None, people.new, people.sita):
        page = body(as_(who).get("/log"))
        for told in ("Hidden by", "Suspended", "Appeal granted", "member ada"):
            assert told not in page
        for entry in Entry.objects.filter(group_id=seed.group_id):
            assert as_(who).get(entry.address_of_entry).status_code == 404
