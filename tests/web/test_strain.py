"""Discussions under strain: locked, paused, slowed, held, closed by themselves; impasses; the call for calm; late flagged seeds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from parley.appeals import services as appeals
from parley.groups import services as groups
from parley.inbox.models import Notice
from parley.ledger.models import Entry
from parley.moderation import front
from parley.moderation import services as moderation
from parley.moderation.penalties import Term
from parley.seeds.models import Seed
from parley.threads.models import Comment, Held, Impasse, MemberHold, Strain

pytestmark = pytest.mark.django_db
WHY = "Too many insults since noon."


def text(answer) -> str:
    return answer.content.decode()


def strain(as_, who, seed, way, **fields):
    return as_(who).post(f"/s/{seed.pk}/strain", {"do": "strain", "way": way, "note": WHY, **fields})


def post(as_, who, seed, words="The lake drained slowly.", **fields):
    return as_(who).post(f"/s/{seed.pk}/reply", {"text": words, **fields})


def reply(as_, who, to, words="I see it another way.", **fields):
    return as_(who).post(f"/c/{to.pk}/reply", {"text": words, "anyway": "1", **fields})


SHUT = {"locked": ({}, "This discussion is locked"), "paused": ({"hours": "2"}, "This discussion pauses")}


@pytest.mark.parametrize("way", SHUT)
def test_what_shuts_a_discussion_is_said_above_it_and_keeps_what_was_typed(as_, people, seed, comment, way):
    said = comment("My own words.")
    fields, sentence = SHUT[way]
    assert strain(as_, people.mo, seed, way, **fields).status_code == 302
    for reader in (None, people.ada, people.mo):
        page = text(as_(reader).get(seed.url))
        for words in (sentence, WHY, "a group mod", Entry.objects.latest("pk").address_of_entry):
            assert words in page
    assert 'class="write"' not in text(as_(people.ada).get(seed.url))
    assert f"/c/{said.pk}/reply" not in text(as_(people.ada).get(seed.url))
    assert as_(people.ada).get(f"/s/{seed.pk}/reply").status_code == 403
    for answer in (
        post(as_, people.ada, seed),
        reply(as_, people.bo, said, "The lake drained slowly."),
        as_(people.ada).post(f"/c/{said.pk}/edit", {"text": "The lake drained slowly.", "revision": said.text.current_id}),
        as_(people.ada).post(f"/c/{said.pk}/append", {"text": "The lake drained slowly."}),
    ):
        assert answer.status_code == 403
        assert sentence in text(answer)
        assert "The lake drained slowly." in text(answer)
    coached = as_(people.ada).post(f"/s/{seed.pk}/coach", {"text": "A draft."})
    assert coached.status_code == 403
    assert sentence in coached.json()["sentence"]
    assert as_(people.bo).post(f"/c/{said.pk}/vote", {"on": "1"}).status_code in {200, 302}
    assert Comment.objects.count() == 1


def test_mods_write_in_a_locked_discussion_as_mods_only(as_, people, seed):
    strain(as_, people.mo, seed, "locked")
    assert "Speak as a mod" in text(as_(people.mo).get(seed.url))
    assert post(as_, people.mo, seed).status_code == 403
    assert post(as_, people.mo, seed, official="1").status_code == 302
    assert post(as_, people.ada, seed, official="1").status_code == 403


def test_a_lock_holds_until_a_mod_ends_it_and_a_pause_ends_by_itself(as_, people, seed):
    strain(as_, people.mo, seed, "locked")
    assert strain(as_, people.mo, seed, "locked").status_code == 409
    as_(people.mo).post(f"/s/{seed.pk}/strain", {"do": "ease", "strain": Strain.objects.get().pk})
    assert Entry.objects.latest("pk").act == "thread:discussion:eased"
    assert post(as_, people.ada, seed).status_code == 302
    strain(as_, people.mo, seed, "paused", hours="1")
    assert post(as_, people.ada, seed, "Another thing altogether.").status_code == 403
    Strain.objects.filter(way="paused").update(ends_at=timezone.now() - timedelta(seconds=1))
    assert post(as_, people.ada, seed, "Another thing altogether.").status_code == 302
    assert "pauses" not in text(as_(None).get(seed.url))


def test_slow_mode_counts_between_two_comments_of_one_member(as_, people, seed):
    strain(as_, people.mo, seed, "slowed", minutes="10")
    assert "one comment in 10 minutes" in text(as_(people.ada).get(f"/s/{seed.pk}/reply"))
    assert post(as_, people.ada, seed).status_code == 302
    refused = post(as_, people.ada, seed, "Another thing altogether.")
    assert refused.status_code == 403
    assert "You can post again in 10 minutes." in text(refused)
    assert "Another thing altogether." in text(refused)
    assert post(as_, people.bo, seed, "Bo was here.").status_code == 302
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    assert post(as_, people.ada, seed, "Another thing altogether.").status_code == 302


def test_slow_mode_counts_additions_too(as_, people, seed):
    strain(as_, people.mo, seed, "slowed", minutes="10")
    said = post(as_, people.ada, seed).url
    answer = as_(people.ada).post(f"{said.partition('#')[0]}/append", {"text": "And another thing.", "anyway": "1"})
    assert (answer.status_code, "slow mode" in text(answer), "And another thing." in text(answer)) == (403, True, True)


def test_an_impasse_binds_changes_of_older_comments(as_, people, seed, comment):
    said = comment("My own words.", by=people.bo)
    mine = comment("I answer.", to=said)
    as_(people.ada).post(f"/c/{said.pk}/impasse")
    for way in ("edit", "append"):
        answer = as_(people.ada).post(f"/c/{mine.pk}/{way}", {"text": "More of it.", "revision": mine.text.current_id, "anyway": "1"})
        assert (answer.status_code, "impasse" in text(answer), "More of it." in text(answer)) == (403, True, True)


def test_new_comments_wait_and_their_author_is_told(as_, people, seed):
    strain(as_, people.mo, seed, "held")
    assert "A mod looks at every new comment here" in text(as_(people.ada).get(f"/s/{seed.pk}/reply"))
    answer = post(as_, people.ada, seed)
    held = Held.objects.get()
    assert answer.url == held.url
    assert "A mod looks at your comment" in text(as_(people.ada).get(held.url))
    assert Notice.objects.get(person=people.ada).what == "comment:held"
    assert "drained slowly" not in text(as_(people.bo).get(seed.url))
    moderation.rule(actor=people.mo, item=held, choice=moderation.Choice(action="no-breach", line=1))
    made = Comment.objects.get()
    edited = as_(people.ada).post(f"/c/{made.pk}/edit", {"text": "Something worse.", "revision": made.text.current_id})
    assert edited.status_code == 403
    assert post(as_, people.mo, seed, "I speak.").status_code == 302
    assert Held.objects.count() == 1


def test_a_member_whose_comments_wait_is_told_why_and_until_when(as_, people, seed):
    address = f"{seed.group.url}/holds"
    for who in (people.ada, people.new):
        assert as_(who).get(address).status_code == 403
    assert as_(people.mo).post(address, {"username": "mo", "days": "3", "note": WHY}).status_code == 422
    assert as_(people.mo).post(address, {"username": "ada", "days": "3", "note": WHY}).status_code == 302
    assert Notice.objects.get(person=people.ada).what == "member:held"
    assert WHY in text(as_(people.ada).get("/notices"))
    assert post(as_, people.ada, seed).url.startswith("/held/")
    assert post(as_, people.bo, seed, "Bo was here.").url.startswith("/c/")
    as_(people.mo).post(address, {"do": "free", "hold": MemberHold.objects.get().pk})
    assert post(as_, people.ada, seed, "Another thing altogether.").url.startswith("/c/")


def test_who_argued_with_a_member_leaves_it_to_other_mods(as_, people, seed, comment):
    said = comment("The lake is a puddle.")
    comment("It is not, and you know it.", by=people.mo, to=said)
    address = f"{seed.group.url}/holds"
    answer = as_(people.mo).post(address, {"username": "ada", "days": "3", "note": WHY})
    assert (answer.status_code, "another mod decides" in text(answer), WHY in text(answer)) == (403, True, True)
    assert as_(people.sita).post(address, {"username": "ada", "days": "3", "note": WHY}).status_code == 302


def test_who_was_overruled_does_not_let_the_member_wait(as_, people, seed, comment):
    ruling = moderation.rule(actor=people.mo, item=comment("Kind words."), choice=moderation.Choice(action="remove", line=1))
    appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="They were kind.")
    appeals.decide(actor=people.sita, appeal=appeal, grants=True, reasons="They were.")
    answer = as_(people.mo).post(f"{seed.group.url}/holds", {"username": "ada", "days": "3", "note": WHY})
    assert answer.status_code == 403
    assert not MemberHold.objects.exists()


def test_only_mods_without_a_part_hold_a_discussion(as_, people, seed, comment):
    for who, status in ((people.ada, 403), (people.new, 403), (None, 403)):
        assert strain(as_, who, seed, "locked").status_code == status
    comment("I argue here.", by=people.mo)
    assert "You take part in this discussion" in text(strain(as_, people.mo, seed, "locked"))
    assert not Strain.objects.exists()
    assert strain(as_, people.sita, seed, "locked").status_code == 302


ODD = [{"way": ""}, {"way": "melted"}, {"way": "paused"}, {"way": "slowed", "minutes": "x"}, {"way": "locked", "note": " "}]


@pytest.mark.parametrize("fields", ODD)
def test_what_cannot_be_used_is_said_and_kept(as_, people, seed, fields):
    answer = as_(people.mo).post(f"/s/{seed.pk}/strain", {"do": "strain", "note": WHY, **fields})
    assert answer.status_code == 422
    assert not Strain.objects.exists()


def test_a_discussion_closes_by_itself_and_a_mod_opens_it_again(as_, people, seed):
    settings = {"closes_after_days": "3", "rule_hours": "0"}
    assert as_(people.mo).post(f"{seed.group.url}/settings", settings).status_code == 403
    assert as_(people.olga).post(f"{seed.group.url}/settings", settings).status_code == 302
    assert Entry.objects.latest("pk").act == "group:strain:changed"
    assert post(as_, people.ada, seed).status_code == 302
    Seed.objects.update(created_at=timezone.now() - timedelta(days=4))
    assert post(as_, people.ada, seed, "Another thing altogether.").status_code == 403
    assert "This discussion closed by itself" in text(as_(None).get(seed.url))
    assert strain(as_, people.mo, seed, "reopened").status_code == 302
    assert post(as_, people.ada, seed, "Another thing altogether.").status_code == 302


def test_an_impasse_binds_both_at_once(as_, people, seed, comment):
    ada, bo = comment("Ada speaks."), comment("Bo speaks.", by=people.bo)
    assert "/impasse" in text(as_(people.ada).get(f"/c/{bo.pk}/reply"))
    begun = as_(people.ada).post(f"/c/{bo.pk}/impasse")
    assert begun.url == Impasse.objects.get().url
    assert Notice.objects.get(person=people.bo).what == "impasse:begun"
    assert "asks for an impasse" in text(as_(people.bo).get("/notices"))
    for who, other in ((people.ada, bo), (people.bo, ada)):
        refused = reply(as_, who, other, "But you said it.")
        assert refused.status_code == 403
        assert "at an impasse" in text(refused)
        assert "But you said it." in text(refused)
        cites = post(as_, who, seed, "As was said.", quote=f"{other.pk}:")
        assert cites.status_code == 403
        coached = as_(who).post(f"/s/{seed.pk}/coach?parent={other.pk}", {"text": "A draft."})
        assert "at an impasse" in coached.json()["sentence"]
        assert as_(who).get(f"/c/{other.pk}/reply").status_code == 403
        assert post(as_, who, seed, f"A word to all by {who.username}.").status_code == 302
    assert reply(as_, people.mo, ada).status_code == 302
    page = text(as_(None).get("/log"))
    assert "Impasse between" in page
    assert "ada" not in page.split("Impasse between")[1][:300]


def test_an_impasse_ends_when_both_agree_or_a_mod_ends_it(as_, people, seed, comment):
    ada, bo = comment("Ada speaks."), comment("Bo speaks.", by=people.bo)
    as_(people.ada).post(f"/c/{bo.pk}/impasse")
    stands = Impasse.objects.get()
    for _ in range(2):
        as_(people.ada).post(stands.url)
    assert reply(as_, people.ada, bo).status_code == 403
    assert Notice.objects.filter(what="impasse:offered").count() == 1
    assert as_(people.sita).get(stands.url).status_code == 200
    assert as_(people.new).post(stands.url).status_code == 404
    as_(people.bo).post(stands.url)
    assert reply(as_, people.bo, ada).status_code == 302
    as_(people.bo).post(f"/c/{ada.pk}/impasse")
    as_(people.mo).post(Impasse.objects.latest("pk").url)
    assert reply(as_, people.ada, bo, "Back to the lake.").status_code == 302
    as_(people.ada).post(f"/c/{bo.pk}/impasse")
    assert Impasse.objects.filter(ended_at=None).count() == 1


def test_who_has_no_part_begins_no_impasse(as_, people, seed, comment):
    bo, mod = comment("Bo speaks.", by=people.bo), comment("Calm, please.", by=people.mo, official=True)
    for who, on in ((people.ada, bo), (people.bo, bo), (people.bo, mod), (people.new, bo)):
        assert as_(who).post(f"/c/{on.pk}/impasse").status_code in {403, 422}
    assert not Impasse.objects.exists()


def test_three_impasses_a_day(as_, people, seed, comment):
    comment("Ada speaks.")
    for each in range(4):
        from parley.people.services import create_person

        other = create_person(username=f"m{each}", email=f"m{each}@parley.example", password="correct horse")
        groups.set_role(actor=people.olga, group=seed.group, person=other, role="member")
        answer = as_(people.ada).post(f"/c/{comment('Hello all.', by=other).pk}/impasse")
    assert answer.status_code == 409
    assert Impasse.objects.count() == 3


def test_a_call_for_calm_is_open_to_a_recused_mod_and_names_nobody(as_, people, seed, comment):
    comment("Ada speaks.")
    comment("I argue here.", by=people.mo)
    page = text(as_(people.mo).get(f"/s/{seed.pk}/strain"))
    assert "Please take a breath" in page
    assert "What is to hold" not in page
    named = as_(people.mo).post(f"/s/{seed.pk}/strain", {"do": "calm", "text": "Calm down, Ada."})
    assert named.status_code == 422
    assert "Calm down, Ada." in text(named)
    assert as_(people.mo).post(f"/s/{seed.pk}/strain", {"do": "calm", "text": "Let us all slow down."}).status_code == 302
    assert "a call for calm" in text(as_(None).get(seed.url))
    assert as_(people.ada).post(f"/s/{seed.pk}/strain", {"do": "calm", "text": "Let us all."}).status_code == 403


def test_a_suspension_from_one_discussion_holds_at_once(as_, people, seed, comment):
    said, other = comment("You are a goose."), comment("Bo speaks.", by=people.bo)
    ada = as_(people.ada)
    assert ada.get(f"/s/{seed.pk}/reply").status_code == 200
    term = Term(scope="seed", days=7)
    loud = comment("You are a gander.")
    moderation.rule(actor=people.mo, item=loud, choice=moderation.Choice(action="remove", line=1, term=term))
    for answer in (
        post(as_, people.ada, seed), reply(as_, people.ada, other), post(as_, people.ada, seed, quote=f"{other.pk}:"),
        ada.post(f"/c/{said.pk}/edit", {"text": "A swan.", "revision": said.text.current_id}),
        ada.post(f"/c/{said.pk}/append", {"text": "A swan."}), ada.post(f"/c/{other.pk}/vote", {"on": "1"}),
        ada.post(f"/c/{other.pk}/impasse"),
    ):  # fmt: skip
        assert answer.status_code == 403
        assert "suspended" in text(answer)


def test_a_flagged_seed_leaves_the_front_page_until_a_mod_rules(as_, people, group_with, seed_with):
    seed = seed_with(group=group_with(rule_hours=5))
    as_(people.ada).post(f"/s/{seed.pk}/flag", {"line": "1"})
    assert seed.url in text(as_(None).get("/"))
    Seed.objects.update(front_until=timezone.now() - timedelta(minutes=1))
    for place in ("/", "/newest"):
        assert seed.url not in text(as_(None).get(place))
    assert seed.url in text(as_(None).get(seed.group.url))
    assert [front.note_left(), front.note_left()] == [1, 0]
    assert Entry.objects.latest("pk").act == "seed:front:left"
    moderation.rule(actor=people.mo, item=seed, choice=moderation.Choice(action="no-breach", line=1))
    assert seed.url in text(as_(None).get("/"))
