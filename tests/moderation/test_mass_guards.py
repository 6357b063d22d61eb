"""What an act on many comments must not do: reach further than it says, show sealed words, name who acted, lose a ticket."""

import hashlib

import pytest

import parley_verify
from parley.appeals import services as appeals
from parley.appeals.policy import may_decide
from parley.base.refusals import Invalid
from parley.deciding import services as deciding
from parley.deciding.receipts import receipt_of
from parley.groups import services as groups
from parley.ledger import tree
from parley.moderation import flagging, mass
from parley.moderation import services as moderation
from parley.moderation.models import Reach, Ruling, Ticket
from parley.moderation.queries import ruling_for
from parley.moderation.services import Choice
from parley.posting import services as posting
from parley.web.pages.log_rows import entry_rows
from tests.moderation.test_mass import chosen, now
from tests.web.test_discussion_at_once import in_threads
from tests.web.test_discussion_at_once import shared as shared  # noqa: PLC0414 -- a fixture

pytestmark = pytest.mark.django_db


def test_what_is_out_of_reach_stays_though_it_was_sent(people, comment, seed_with):
    here = comment("Here.")
    there = comment("There.", on=seed_with(group=here.seed.group))
    decision = mass.Decision(
        wanted=mass.Wanted(about=here, line=1, reach=Reach.SEED), items={each.pk: each.text.current_id for each in (here, there)}
    )
    assert mass.remove_all(actor=people.mo, decision=decision).removed == 1
    assert now(there) == "There."


def test_who_argued_where_a_part_stands_does_not_read_its_words(people, comment, seed_with, as_):
    here = comment("Here it is kind.")
    there = comment("There it is sealed.", on=seed_with(group=here.seed.group))
    done = mass.remove_all(actor=people.mo, decision=chosen([here, there], reach=Reach.GROUP))
    groups.set_role(actor=people.olga, group=here.seed.group, person=people.sita, role="member")
    comment("I argue in the other one.", by=people.sita, on=there.seed)
    keys = list(done.act.rulings.values_list("pk", flat=True))
    appeal = appeals.appeal_part(actor=people.ada, act=done.act, rulings=keys, source="Kind.")
    answer = as_(people.sita).get(appeal.case.url)
    assert (answer.status_code, "There it is sealed." in answer.content.decode()) == (403, False)


def test_the_log_tells_of_a_held_member_by_whom_as_a_kind_alone(people, seed, as_):
    answer = as_(people.mo).post(f"{seed.group.url}/holds", {"username": "ada", "days": "3", "note": "Too loud."})
    assert answer.status_code == 302
    row = entry_rows([seed_entry()])[0]
    assert row.decider == "a group mod"


def test_naming_all_mods_in_one_part_lets_nobody_decide_where_he_argues(people, comment, seed_with):
    here = comment("Hear me mo, olga, sita!")
    there = comment("There.", on=seed_with(group=here.seed.group))
    groups.set_role(actor=people.olga, group=here.seed.group, person=people.sita, role="member")
    comment("I argue there.", by=people.sita, on=there.seed)
    decision = chosen([here, there], reach=Reach.GROUP)
    done = mass.remove_all(actor=people.mo, decision=decision)
    keys = list(done.act.rulings.values_list("pk", flat=True))
    appeal = appeals.appeal_part(actor=people.ada, act=done.act, rulings=keys, source="Kind.")
    assert not may_decide(people.sita, appeal.case)


@pytest.mark.parametrize("note", [
    "He said zorblax, of course.", "He said zоrblax.", "He said zor\u200bblax.", "He said zorb*lax*.", "z-o-r-b-l-a-x indeed",
])  # fmt: skip
def test_no_disguise_brings_cut_words_into_the_log(people, comment, cut, note):
    said = comment("You are a zorblax, they say.")
    cut(said, "zorblax")
    with pytest.raises(Invalid):
        mass.remove_all(actor=people.mo, decision=chosen([said], note=note))


def test_what_a_seeder_hid_goes_too_and_its_hiding_ends(people, group_with, seed_with, comment):
    group = group_with(rules="Stay on the topic of the article.", hides_per_day=5)
    seed = seed_with(group=group)
    said = [comment("Lamp oil.", on=seed), comment("More lamp oil.", on=seed)]
    flagging.flag(actor=people.olga, item=said[0], report=flagging.Report(line=1, hides=True))
    found = mass.listed(people.mo, mass.Wanted(about=said[1], line=1))
    assert [each.why_not for each in found] == ["", ""]
    done = mass.remove_all(actor=people.mo, decision=chosen(said))
    assert done.removed == 2
    mass.undo(actor=people.mo, act=done.act)
    assert [now(each) for each in said] == ["Lamp oil.", "More lamp oil."]


def test_a_receipt_is_about_the_wording_that_was_ruled_on(people, comment):
    said = comment("Kind words.")
    ruling = deciding.decide(actor=people.mo, item=said, choice=Choice(action="no-breach", line=1))
    posting.edit_comment(actor=people.ada, comment=said, source="You vile goose.", revision=said.text.current_id, anyway=True)
    tree.grow()
    says = parley_verify.check_receipt(receipt_of(ruling_for(people.ada, ruling.pk)), tree.public_key())
    assert (says["wording"]["revision"], says["wording"]["digest"]) == (1, hashlib.sha256(b"Kind words.").hexdigest())


def seed_entry():
    from parley.ledger.models import Entry

    return Entry.objects.latest("pk")


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_who_undo_two_of_one_act_leave_its_ticket_where_something_stands(people, comment, shared):
    said = [comment(f"Lamp oil {number}.") for number in range(3)]
    done = mass.remove_all(actor=people.mo, decision=chosen(said, ticket="breach"))
    shared()

    def undo(place: int, who) -> None:
        rulings = Ruling.objects.select_related("entry", "comment__seed__group", "seed__group").order_by("pk")
        ruling = rulings.filter(mass=done.act)[place]
        moderation.undo(actor=who, ruling=ruling)

    in_threads(lambda: undo(0, people.mo), lambda: undo(1, people.sita))
    stands = in_threads(lambda: Ticket.objects.get().ruling.undone_by_id)
    assert stands == [None]
    tree.grow()
