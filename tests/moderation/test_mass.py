"""Many comments removed at once and brought back at once (R4.13): through the service, on both databases."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from houserules import read
from parley.appeals import services as appeals
from parley.base.refusals import Conflict, Invalid, NotAllowed
from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.inbox.models import Notice
from parley.ledger.models import Entry
from parley.moderation import casework, flagging, mass
from parley.moderation import services as moderation
from parley.moderation.models import Case, Flag, MassAct, Reach, Ruling, Ticket
from parley.moderation.services import Choice
from parley.people.services import create_person
from parley.posting import services as posting
from parley.rulebooks import services as rulebooks
from parley.texts.models import Revision, Text
from parley.texts.rendering import render
from parley.texts.services import shown
from parley.threads import paths
from parley.threads.models import Citation, Comment
from tests.houserules.slowness import slowness

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SPAM = "Buy cheap lamp oil today, and tell your neighbours of it."


def chosen(comments, **more):
    asked = {name: more.pop(name) for name in ("line", "reach", "since") if name in more}
    wanted = mass.Wanted(about=comments[0], **{"line": 1, **asked})
    return mass.Decision(wanted=wanted, items={each.pk: each.text.current_id for each in comments}, **more)


def now(comment) -> str:
    return shown(Text.objects.select_related("current", "removed_by").get(pk=comment.text_id)).plain


def many(seed, author, count: int) -> list[Comment]:
    """`count` comments in few queries, as `posting` would leave them."""
    drawn, at, first = render(SPAM), timezone.now(), seed.top_count + 1
    made = Text.objects.bulk_create([Text(author=author) for _ in range(count)], batch_size=500)
    revisions = Revision.objects.bulk_create(
        [Revision(text=text, number=1, source=SPAM, html=drawn.html, plain=drawn.plain) for text in made], batch_size=500
    )
    for text, revision in zip(made, revisions, strict=True):
        text.current = revision
    Text.objects.bulk_update(made, ["current"], batch_size=500)
    return Comment.objects.bulk_create(
        [
            Comment(seed=seed, author=author, text=text, path=paths.extended(b"", first + place), root=first + place, created_at=at)
            for place, text in enumerate(made)
        ],
        batch_size=500,
    )


def test_what_was_chosen_goes_and_the_rest_stays(people, comment):
    said = [comment(f"Lamp oil {number}.") for number in range(4)]
    citing = comment("So you sell?", by=people.bo, quotes=[(said[0].pk, "Lamp oil")], on=said[0].seed)
    case = flagging.flag(actor=people.bo, item=said[1], report=flagging.Report(line=1)).case
    done = mass.remove_all(actor=people.mo, decision=chosen(said[:3], ticket="breach", note="Spam."))
    assert (done.removed, done.left) == (3, ())
    assert [now(each) for each in said] == ["", "", "", "Lamp oil 3."]
    assert now(citing) == "So you sell?"  # its quotation shows what is so now: tests/test_doors.py
    rulings = list(Ruling.objects.filter(mass=done.act).order_by("pk"))
    assert [each.action for each in rulings] == ["remove"] * 3
    assert [each.is_flagged for each in rulings] == [False, True, False]
    assert Ticket.objects.get().ruling == rulings[0]
    assert Entry.objects.filter(body__mass=done.act.pk).count() == 3
    case.refresh_from_db()
    assert (case.is_open, Flag.objects.get().is_right) == (False, True)
    assert Notice.objects.filter(person=people.ada).count() == 1
    back = mass.undo(actor=people.mo, act=done.act)
    assert back == 3
    assert [now(each) for each in said] == [f"Lamp oil {number}." for number in range(4)]
    assert Ruling.objects.filter(undone_by=None).count() == 0
    with pytest.raises(Conflict):
        mass.undo(actor=people.mo, act=done.act)


def test_the_list_names_what_would_stay(people, comment, seed_with):
    said = [comment(), comment()]
    group = said[0].seed.group
    with_mo, of_other_rules = (seed_with(group=group) for _ in range(2))
    comment("I am here as a member.", by=people.mo, on=with_mo)
    there = comment("Here too.", on=with_mo)
    rulebooks.publish(actor=people.olga, group=group, book=read("No memes.").all_confirmed(), after=1)
    elsewhere = comment("Under other rules.", on=of_other_rules)
    found = mass.listed(people.mo, mass.Wanted(about=said[0], line=1, reach=Reach.GROUP))
    assert [(each.comment.pk, each.why_not) for each in found] == [
        (said[0].pk, ""), (said[1].pk, ""), (there.pk, "recused"), (elsewhere.pk, "no-such-line"),
    ]  # fmt: skip
    done = mass.remove_all(actor=people.mo, decision=chosen([*said, there, elsewhere], reach=Reach.GROUP))
    assert (done.removed, len(done.left)) == (2, 2)
    assert now(there)
    assert now(elsewhere)


def test_since_a_day(people, comment):
    old, new = comment(), comment()
    Comment.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=5))
    since = (timezone.now() - timedelta(days=2)).date()
    found = mass.listed(people.mo, mass.Wanted(about=new, line=1, reach=Reach.GROUP, since=since))
    assert [each.comment for each in found] == [new]


def test_what_was_edited_removed_or_claimed_meanwhile_stays(people, comment, cut):
    edited, removed, claimed, plain = (comment() for _ in range(4))
    decision = chosen([edited, removed, claimed, plain])
    posting.edit_comment(actor=people.ada, comment=edited, source="Another wording.", revision=edited.text.current_id, anyway=True)
    cut(removed, None)
    case = flagging.flag(actor=people.bo, item=claimed, report=flagging.Report(line=1)).case
    casework.claim(actor=people.sita, case=case)
    done = mass.remove_all(actor=people.mo, decision=decision)
    assert done.removed == 1
    assert sorted(why for _, why in done.left) == [
        "Another mod has it before him now.", "It was edited while you read.", "It was removed meanwhile.",
    ]  # fmt: skip
    with pytest.raises(Conflict):
        mass.remove_all(actor=people.mo, decision=decision)


def test_single_acts_before_and_after_stay(people, comment, cut):
    said = [comment(f"A zorblax and lamp oil {number}.") for number in range(3)]
    first = cut(said[0], "zorblax")
    done = mass.remove_all(actor=people.mo, decision=chosen(said))
    single = Ruling.objects.get(mass=done.act, comment=said[1])
    moderation.undo(actor=people.mo, ruling=single)
    cut(said[1], "lamp")
    assert mass.undo(actor=people.mo, act=done.act) == 2
    assert [now(each) for each in said] == ["A [✘] and lamp oil 0.", "A zorblax and [✘] oil 1.", "A zorblax and lamp oil 2."]
    moderation.undo(actor=people.mo, ruling=first)
    assert now(said[0]) == "A zorblax and lamp oil 0."


def test_the_ticket_hangs_on_what_stands(people, comment):
    said = [comment() for _ in range(3)]
    done = mass.remove_all(actor=people.mo, decision=chosen(said, ticket="breach"))
    rulings = list(done.act.rulings.order_by("pk"))
    moderation.undo(actor=people.mo, ruling=rulings[0])
    assert Ticket.objects.get().ruling == rulings[1]
    mass.undo(actor=people.mo, act=done.act)
    assert not Ticket.objects.filter(ruling__undone_by=None).exists()


def test_an_appeal_for_a_part_brings_back_that_part(people, comment):
    said = [comment(f"Lamp oil {number}.") for number in range(4)]
    done = mass.remove_all(actor=people.mo, decision=chosen(said, ticket="breach"))
    rulings = list(done.act.rulings.order_by("pk"))
    appeal = appeals.appeal_part(actor=people.ada, act=done.act, rulings=[rulings[0].pk, rulings[2].pk], source="These were kind.")
    with pytest.raises(NotAllowed):
        appeals.appeal(actor=people.ada, ruling=rulings[2], source="Again.")
    with pytest.raises(NotAllowed):
        appeals.decide(actor=people.mo, appeal=appeal, grants=True, reasons="I had a part.")
    appeals.decide(actor=people.sita, appeal=appeal, grants=True, reasons="They were.")
    assert [now(each) for each in said] == ["Lamp oil 0.", "", "Lamp oil 2.", ""]
    assert Ticket.objects.get().ruling == rulings[1]
    assert mass.undo(actor=people.sita, act=done.act) == 2
    with pytest.raises(NotAllowed):
        appeals.appeal(actor=people.ada, ruling=Ruling.objects.get(pk=rulings[0].pk), source="Again.")


def test_undoing_ends_an_appeal_for_a_part(people, comment):
    said = [comment() for _ in range(3)]
    done = mass.remove_all(actor=people.mo, decision=chosen(said))
    keys = list(done.act.rulings.order_by("pk").values_list("pk", flat=True))
    appeals.appeal_part(actor=people.ada, act=done.act, rulings=keys[1:], source="Kind.")
    mass.undo(actor=people.mo, act=done.act)
    assert not Case.objects.filter(is_open=True, contests__isnull=False).exists()


def test_of_an_appeal_for_a_part_what_was_undone_meanwhile_is_passed_over(people, comment):
    said = [comment(f"Lamp oil {number}.") for number in range(3)]
    done = mass.remove_all(actor=people.mo, decision=chosen(said))
    rulings = list(done.act.rulings.order_by("pk"))
    appeal = appeals.appeal_part(actor=people.ada, act=done.act, rulings=[each.pk for each in rulings[1:]], source="Kind.")
    moderation.undo(actor=people.mo, ruling=rulings[1])
    appeals.decide(actor=people.sita, appeal=appeal, grants=True, reasons="Yes.")
    assert [now(each) for each in said] == ["", "Lamp oil 1.", "Lamp oil 2."]


@pytest.mark.parametrize(("who", "code"), [("bo", "not-a-mod"), ("olga", None)])
def test_only_who_moderates(people, comment, who, code):
    said = [comment(), comment()]
    with pytest.raises((NotAllowed, Conflict)):
        mass.remove_all(actor=getattr(people, who), decision=chosen(said))
    assert not MassAct.objects.exists()


def test_bad_choices_are_said(people, comment):
    said = [comment()]
    for decision in (chosen(said, line=99), mass.Decision(wanted=chosen(said).wanted, items={}), chosen(said, ticket="gold")):
        with pytest.raises(Invalid):
            mass.remove_all(actor=people.mo, decision=decision)
    other = comment(by=people.bo, on=said[0].seed)
    with pytest.raises(Conflict):  # of somebody else
        mass.remove_all(actor=people.mo, decision=mass.Decision(wanted=chosen(said).wanted, items={other.pk: other.text.current_id}))
    assert now(said[0])
    assert now(other)


def test_the_note_repeats_nothing_of_any_comment_that_goes(people, comment):
    said = [comment("Plain words here."), comment("The lamp oil went to the harbour for good.")]
    with pytest.raises(Invalid) as refused:
        mass.remove_all(actor=people.mo, decision=chosen(said, note="He wrote: the lamp oil went to the harbour."))
    assert refused.value.code == "note-repeats"


def test_a_mod_who_was_overruled_needs_a_second(people, comment):
    said = [comment() for _ in range(3)]
    ruling = deciding.decide(actor=people.mo, item=said[0], choice=Choice(action="remove", line=1))
    appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="Kind.")
    appeals.decide(actor=people.sita, appeal=appeal, grants=True, reasons="Yes.")
    with pytest.raises(NotAllowed):
        mass.remove_all(actor=people.mo, decision=chosen(said[1:]))


def reply(text: str) -> posting.Reply:
    return posting.Reply(source=text, parent_id=None, quotes=None, anyway=True, is_official=False)


@pytest.fixture
def wave(people, seed):
    """`wave(count)`: so many comments of vic's, 500 of them quoted, removed at once and brought back; the figures of both."""
    vic = create_person(username="vic", email="vic@parley.example", password=None)
    groups.set_role(actor=people.olga, group=seed.group, person=vic, role="member")
    first = posting.post_comment(actor=vic, seed=seed, reply=reply("First."))

    def run(count: int):
        seed.refresh_from_db()
        made = many(seed, vic, count)
        type(seed).objects.filter(pk=seed.pk).update(top_count=seed.top_count + count)
        seed.refresh_from_db()
        citing = posting.post_comment(actor=people.bo, seed=seed, reply=reply(f"I cite {count}."))
        Citation.objects.bulk_create(
            [
                Citation(comment=citing, place=place, cited=each, revision=each.text.current, start=0, end=3)
                for place, each in enumerate(made[:500])
            ],
            batch_size=500,
        )
        items = {each.pk: each.text.current_id for each in made}
        decision = mass.Decision(wanted=mass.Wanted(about=first, line=1), items=items)
        with CaptureQueriesContext(connection) as removing:
            begun = time.perf_counter()
            done = mass.remove_all(actor=people.mo, decision=decision)
            took = time.perf_counter() - begun
        assert done.removed == count
        with CaptureQueriesContext(connection) as undoing:
            begun = time.perf_counter()
            mass.undo(actor=people.mo, act=done.act)
            back = time.perf_counter() - begun
        assert now(made[0]) == now(made[-1]) == render(SPAM).plain
        print(f"{count:,} comments of which {min(count, 500)} are quoted: removed in {took:.2f} s, {len(removing)} queries; "  # noqa: T201 -- figures
              f"brought back in {back:.2f} s, {len(undoing)} queries ({connection.vendor})")
        return len(removing), len(undoing), took, back

    return run


def test_queries_grow_by_hundreds_of_comments(wave):
    few, many_more = wave(100), wave(1000)
    assert many_more[0] - few[0] < 60
    assert many_more[1] - few[1] < 40


@pytest.mark.alone
def test_five_thousand_go_and_come_back_within_three_seconds(wave):
    assert max(wave(5000)[2:]) < 3 * slowness()
