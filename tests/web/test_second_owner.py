"""What one owner asks of another besides a signature: fewer of them, and to be owner no more; who is told, and who answers."""

import re

import pytest

from parley.base import jobs
from parley.groups import policy, queries
from parley.groups import services as groups
from parley.groups.models import Removal
from parley.people.models import SiteRole
from tests.web.test_rule_signatures import asked_on, set_above, signing
from tests.web.test_rule_trials import olga

__all__ = ["olga", "signing"]
pytestmark = pytest.mark.django_db


def notices(browser):
    return browser.get("/notices").content.decode()


# fewer signatures


def test_the_other_owners_are_told_of_a_wish_for_fewer_signatures(as_, people, olga, signing, mailoutbox):
    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    set_above(olga, signing, "5")
    for person in (people.mo, people.bo):
        assert "olga asks for fewer second signatures in Astronomy" in notices(as_(person))
    assert "asks for fewer" not in notices(olga) + notices(as_(people.ada))
    jobs.run_due()
    assert sorted(mail.to[0] for mail in mailoutbox) == ["bo@parley.example", "mo@parley.example"]
    assert f"{signing.url}/settings" in mailoutbox[0].body
    set_above(olga, signing, "5")  # the same again tells nobody
    assert notices(as_(people.mo)).count("asks for fewer second signatures") == 1


@pytest.mark.parametrize(("answer", "said"), [("agree", "mo agreed to fewer second signatures"), ("decline", "as it was: mo")])
def test_an_answer_tells_the_others(as_, people, olga, signing, answer, said):
    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    set_above(olga, signing, "5")
    as_(people.mo).post(f"{signing.url}/settings", {"asked": asked_on(olga, signing), "answer": answer})
    assert all(said in notices(as_(person)) for person in (people.olga, people.bo))
    assert said not in notices(as_(people.mo)).split("asked for fewer")[0]
    assert "asks for fewer" not in notices(as_(people.mo)) + notices(as_(people.bo))  # nothing waits any more


def test_a_wish_that_is_taken_back_says_so(as_, people, olga, signing):
    set_above(olga, signing, "5")
    olga.post(f"{signing.url}/settings", {"asked": asked_on(olga, signing), "answer": "decline"})
    assert "Nothing waits for you." in notices(as_(people.mo))


# an owner's role


@pytest.fixture
def admin(people):
    people.sita.site_role = SiteRole.ADMIN
    people.sita.save()
    return people.sita


def give(browser, group, name, role):
    return browser.post(f"{group.url}/members", {"member": name, "role": role}, follow=True)


def answer(browser, group, asked, said="agree"):
    return browser.post(f"{group.url}/members", {"asked": asked, "answer": said})


def waiting(browser, group):
    """The key of what waits on the page of members, or None."""
    found = re.search(r'name="asked" value="([^"]*)"', browser.get(f"{group.url}/members").content.decode())
    return found and found[1]


def role(group, person):
    person.forget_places()
    return policy.role_in(person, group)


@pytest.mark.parametrize("becomes", ["member", "mod", "out"])
def test_an_owners_role_is_taken_by_two(as_, people, olga, signing, becomes):
    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    shown = give(olga, signing, "mo", becomes)
    assert "Another owner has to agree" in shown.content.decode()
    assert role(signing, people.mo) == "owner"
    key = waiting(as_(people.bo), signing)
    assert answer(olga, signing, key).status_code == 403
    assert answer(as_(people.ada), signing, key).status_code == 403
    assert answer(as_(people.sita), signing, key).status_code == 403  # mods of the site do not
    assert role(signing, people.mo) == "owner"
    assert answer(as_(people.bo), signing, key, "perhaps").status_code == 422
    assert answer(as_(people.bo), signing, key).status_code == 302
    assert role(signing, people.mo) == (None if becomes == "out" else becomes)
    assert "signed by bo" in as_(None).get(f"{signing.url}/log").content.decode()
    assert answer(as_(people.bo), signing, key).status_code == 409
    assert "mo does not own Astronomy any more" in notices(olga)
    assert "You do not own Astronomy any more" in notices(as_(people.mo))


def test_who_is_concerned_is_told_and_can_keep_it(as_, people, olga, signing):
    give(olga, signing, "mo", "member")
    assert "olga asks that you own Astronomy no more" in notices(as_(people.mo))
    assert answer(as_(people.mo), signing, waiting(as_(people.mo), signing), "decline").status_code == 302
    assert role(signing, people.mo) == "owner"
    assert waiting(olga, signing) is None
    assert "stays as it was" in notices(olga)


def test_one_who_runs_the_site_can_agree_where_two_owners_do_not(as_, people, olga, signing, admin):
    assert waiting(as_(admin), signing) is None
    give(olga, signing, "mo", "member")
    assert "asks that mo own Astronomy no more" in notices(as_(admin))
    assert answer(as_(admin), signing, waiting(as_(admin), signing)).status_code == 302
    assert role(signing, people.mo) == "member"
    log = as_(None).get(f"{signing.url}/log").content.decode()
    assert "signed by sita" in log


def test_a_private_group_is_not_opened_to_who_runs_the_site(as_, people, olga, signing, admin):
    type(signing).objects.filter(pk=signing.pk).update(visibility="private")
    give(olga, signing, "mo", "member")
    assert "Astronomy" not in notices(as_(admin))
    assert answer(as_(admin), signing, str(Removal.objects.get().pk)).status_code == 404


def test_an_owner_cannot_loosen_alone_by_way_of_the_others_role(as_, people, olga, signing):
    give(olga, signing, "mo", "out")
    set_above(olga, signing, "")
    signing.refresh_from_db()
    assert (role(signing, people.mo), signing.signed_above) == ("owner", 0)


def test_what_needs_nobody_else(as_, people, olga, signing, group_with):
    assert groups.set_role(actor=people.mo, group=signing, person=people.mo, role="mod")  # one's own
    groups.set_role(actor=people.olga, group=signing, person=people.mo, role="owner")
    people.mo.is_active = False
    people.mo.save()
    assert groups.set_role(actor=people.olga, group=signing, person=people.mo, role="mod")  # who is gone signs nothing
    free = group_with(rules=None)
    groups.set_role(actor=people.olga, group=free, person=people.bo, role="owner")
    assert groups.set_role(actor=people.olga, group=free, person=people.bo, role="member")


def test_a_wish_ends_with_what_it_was_about(as_, people, olga, signing):
    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    give(olga, signing, "mo", "member")
    groups.leave(actor=people.mo, group=signing)
    assert waiting(olga, signing) is None
    groups.join(actor=people.mo, group=signing)
    groups.set_role(actor=people.olga, group=signing, person=people.mo, role="owner")
    give(olga, signing, "mo", "member")
    groups.leave(actor=people.olga, group=signing)  # who asked
    assert queries.removals_of(signing) == []


def test_what_two_ask_for_holds(as_, people, olga, signing):
    groups.set_role(actor=people.olga, group=signing, person=people.bo, role="owner")
    give(olga, signing, "mo", "member")
    give(olga, signing, "mo", "member")
    assert Removal.objects.count() == 1
    give(as_(people.bo), signing, "mo", "member")
    assert role(signing, people.mo) == "member"


@pytest.mark.parametrize("asked", ["", "x", "-1", "9" * 30, "0"])
def test_an_answer_to_nothing_is_refused(as_, people, signing, asked):
    refused = answer(as_(people.mo), signing, asked)
    assert refused.status_code == 409
    assert "Look at what stands now." in refused.content.decode()
