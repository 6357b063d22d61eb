"""Nobody rules on a discussion in which he takes part, whatever page he comes from."""

import pytest

from parley.base.refusals import Conflict, Invalid, NotAllowed
from parley.ledger.models import Entry
from parley.moderation import policy, recusal
from parley.moderation import services as moderation
from parley.votes import services as votes

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(comment):
    return comment("A tiltmeter is a fine thing.")


SETUPS = {
    "author": lambda ctx: ctx.comment("My own words.", by=ctx.people.mo),
    "seeder": lambda ctx: ctx.comment("Hello.", on=ctx.seed_with(by=ctx.people.mo, group=ctx.said.seed.group)),
    "takes-part": lambda ctx: (ctx.comment("I say so too.", by=ctx.people.mo), ctx.said)[1],
    "cited": lambda ctx: ctx.comment("No.", to=ctx.comment("Mine.", by=ctx.people.mo)),
    "named": lambda ctx: ctx.comment("Ask @mo, he knows."),
    "voted": lambda ctx: (votes.set_vote(actor=ctx.people.mo, item=ctx.said, voted=True), ctx.said)[1],
}


class Context:
    def __init__(self, **given):
        self.__dict__.update(given)


@pytest.mark.database
@pytest.mark.parametrize("ground", sorted(SETUPS))
def test_each_ground_recuses_in_the_service(ground, people, comment, seed_with, said):
    item = SETUPS[ground](Context(people=people, comment=comment, seed_with=seed_with, said=said))
    assert ground in recusal.grounds(people.mo, item)
    entries = Entry.objects.count()
    with pytest.raises(NotAllowed) as refusal:
        moderation.rule(actor=people.mo, item=item, choice=moderation.Choice(action="remove", line=1))
    assert refusal.value.code == "recused"
    assert Entry.objects.count() == entries


@pytest.mark.database
def test_a_vote_on_the_parent_recuses(people, comment, said):
    answer = comment("Indeed.", by=people.bo, to=said)
    votes.set_vote(actor=people.mo, item=said, voted=True)
    assert recusal.grounds(people.mo, answer) == ["voted"]


def test_official_posts_do_not_recuse(people, comment, said):
    comment("Let us stay with the lake, please.", by=people.mo, official=True)
    assert policy.may_rule(people.mo, said).reason == "not-involved"


def test_a_name_inside_a_word_does_not_recuse(people, comment):
    assert recusal.grounds(people.mo, comment("The demo of the moment.")) == []


def test_the_only_mod_may_rule_and_it_is_marked(people, group_with, seed_with, comment):
    people.sita.site_role = "member"
    people.sita.save()
    seed = seed_with(group=group_with(members={"ada": "member"}), by=people.ada)
    item = comment("Hello all.", by=people.ada, on=seed)
    comment("Hello from the owner.", by=people.olga, on=seed)
    ruling = moderation.rule(actor=people.olga, item=item, choice=moderation.Choice(action="remove", line=1))
    assert ruling.is_involved
    assert ruling.entry.body["involved"] is True


@pytest.mark.parametrize(("may", "expected"), [
    (policy.may_rule, {"ada": "not-mod", "bo": "not-mod", "new": "not-mod", "mo": "not-involved", "sita": "not-involved",
                       "olga": "recused", "nobody": "signed-out"}),
    (policy.may_see_sealed, {"ada": "author", "bo": "not-mod", "mo": "not-involved", "olga": "recused", "nobody": "signed-out"}),
])  # fmt: skip
def test_who_may(may, expected, people, said):
    assert {who: may(getattr(people, who, None), said).reason for who in expected} == expected


def test_a_ruling_names_a_pinned_line_and_fitting_words(people, said, comment):
    with pytest.raises(Invalid):
        moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="remove", line=99))
    with pytest.raises(Invalid):
        moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="remove", line=1, clause="5.1"))
    with pytest.raises(Invalid):
        moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="vanish", line=1))
    for spans in ([], [(5, 5)], [(0, 10_000)], [(-1, 3)]):
        with pytest.raises(Invalid):
            moderation.rule(actor=people.mo, item=said, choice=moderation.Choice(action="redact", line=1, spans=spans))
    stale = moderation.Choice(action="remove", line=1, revision=said.text.current_id + 99)
    with pytest.raises(Conflict):
        moderation.rule(actor=people.mo, item=said, choice=stale)
    assert said.rulings.count() == 0


@pytest.mark.database
def test_the_note_cannot_repeat_what_is_cut(people, said, cut):
    with pytest.raises(Invalid):
        cut(said, "tiltmeter", note="He said Tiltmeter!")
    cut(said, "tiltmeter", note="Name-calling.")
    assert "tiltmeter" not in str(list(Entry.objects.values()))


def test_the_note_cannot_repeat_a_comment_that_is_removed(people, comment, cut):
    said = comment("The director is a zorblax.\n\nHe never read a tiltmeter in his life.")
    with pytest.raises(Invalid):
        cut(said, None, note="He wrote: the director is a Zorblax!")
    cut(said, None, note="He is rude to the director.")
    assert "zorblax" not in str(list(Entry.objects.values())).casefold()


@pytest.mark.database
def test_removing_twice_and_undoing_twice_are_refused(people, said, cut):
    ruling = cut(said, None)
    with pytest.raises(Conflict):
        cut(said, None)
    moderation.undo(actor=people.mo, ruling=ruling)
    with pytest.raises(NotAllowed) as refusal:
        moderation.undo(actor=people.mo, ruling=ruling)
    assert refusal.value.code == "nothing-to-undo"


def test_a_note_that_is_too_long_is_refused_not_cut(people, said, cut):
    with pytest.raises(Invalid):
        cut(said, None, note="x" * 301)
    with pytest.raises(Invalid):
        moderation.undo(actor=people.mo, ruling=cut(said, None), note="x" * 301)


@pytest.mark.database
def test_the_ledger_refuses_to_change_or_lose_an_entry(said, cut):
    entry = cut(said, None).entry
    for act in (entry.delete, lambda: Entry.objects.all().delete(), lambda: Entry.objects.update(actor="x")):
        with pytest.raises(TypeError):
            act()
