"""Mass acts, their undoing, and appeals against parts, mixed with single acts: after each step all is as in a simple model.

300 acts in every run; more by `make histories`.
"""

import itertools
import os
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from parley.appeals import services as appeals
from parley.appeals.models import Appeal
from parley.base.refusals import Refusal
from parley.ledger import tree
from parley.ledger.verifying import verify
from parley.moderation import mass
from parley.moderation import services as moderation
from parley.moderation.models import Case, MassAct, Ruling, Scale, Ticket
from parley.moderation.services import Choice
from parley.posting import services as posting
from parley.texts.models import Text
from parley.texts.services import sealed_source, shown
from parley.threads.models import Comment

pytestmark = pytest.mark.django_db
STEPS = int(os.environ.get("MASS_STEPS", "30"))
RUNS = int(os.environ.get("MASS_RUNS", "5"))
WORDS = "zorblax lamp oil barrel harbour".split()
NUMBERS = itertools.count(1)


def acts() -> list[int]:
    return list(MassAct.objects.order_by("pk").values_list("pk", flat=True))


class Community(RuleBasedStateMachine):
    """The model: of each comment its words, the words that standing redactions cut, and the removals that stand on it by entry."""

    people: SimpleNamespace
    new_seed: object

    @initialize()
    def begin(self):
        self.sid = transaction.savepoint()
        self.seeds = [Community.new_seed(), Community.new_seed(group=None)]
        self.words: dict[int, str] = {}
        self.cut: dict[int, list[tuple[int, str]]] = {}
        self.removed: dict[int, int] = {}

    def teardown(self):
        transaction.savepoint_rollback(self.sid)

    def comment(self, data, label="which") -> Comment:
        key = data.draw(st.sampled_from(sorted(self.words)), label=label)
        return Comment.objects.select_related("seed__group", "text__current", "author").get(pk=key)

    @rule(data=st.data())
    def post(self, data):
        seed = data.draw(st.sampled_from(self.seeds))
        source = f"{' '.join(data.draw(st.permutations(WORDS)))} {next(NUMBERS)}"
        reply = posting.Reply(source=source, parent_id=None, quotes=None, anyway=True, is_official=False)
        self.words[posting.post_comment(actor=self.people.ada, seed=seed, reply=reply).pk] = source

    @precondition(lambda self: self.words)
    @rule(data=st.data())
    def edit(self, data):
        said = self.comment(data)
        source = f"{' '.join(data.draw(st.permutations(WORDS)))} {next(NUMBERS)}"
        try:
            posting.edit_comment(actor=self.people.ada, comment=said, source=source, revision=said.text.current_id, anyway=True)
        except Refusal:
            assert self.cut.get(said.pk) or said.pk in self.removed
        else:
            self.words[said.pk] = source

    @precondition(lambda self: self.words)
    @rule(data=st.data())
    def redact(self, data):
        said, word = self.comment(data), data.draw(st.sampled_from(WORDS))
        start = sealed_source(said.text).index(word)
        choice = Choice(action="redact", line=1, spans=[(start, start + len(word))])
        try:
            ruling = moderation.rule(actor=self.people.mo, item=said, choice=choice)
        except Refusal:
            assert said.pk in self.removed or word in [each for _, each in self.cut.get(said.pk, [])]
        else:
            self.cut.setdefault(said.pk, []).append((ruling.entry_id, word))

    @precondition(lambda self: self.words)
    @rule(data=st.data())
    def remove_one(self, data):
        said = self.comment(data)
        try:
            ruling = moderation.rule(actor=self.people.mo, item=said, choice=Choice(action="remove", line=1))
        except Refusal:
            assert said.pk in self.removed
        else:
            self.removed[said.pk] = ruling.entry_id

    @precondition(lambda self: self.words)
    @rule(data=st.data(), ticket=st.sampled_from(["", "taunting"]))
    def remove_many(self, data, ticket):
        about = self.comment(data)
        inside = list(Comment.objects.filter(seed=about.seed_id).values_list("pk", "text__current_id"))
        items = dict(data.draw(st.lists(st.sampled_from(inside), unique=True, min_size=1)))
        decision = mass.Decision(wanted=mass.Wanted(about=about, line=1), items=items, ticket=ticket)
        try:
            done = mass.remove_all(actor=self.people.mo, decision=decision)
        except Refusal:
            assert items.keys() <= self.removed.keys()
        else:
            assert done.removed == len(items.keys() - self.removed.keys())
            for each in done.act.rulings.all():
                self.removed[each.comment_id] = each.entry_id

    @precondition(lambda _: Ruling.objects.filter(undone_by=None).exists())
    @rule(data=st.data())
    def undo_one(self, data):
        keys = list(Ruling.objects.filter(undone_by=None).order_by("pk").values_list("pk", flat=True))
        whole = Ruling.objects.select_related("entry", "comment__seed__group", "seed__group")
        ruling = whole.get(pk=data.draw(st.sampled_from(keys)))
        moderation.undo(actor=self.people.mo, ruling=ruling)
        self.ended(ruling.comment_id, ruling.entry_id)

    def ended(self, comment: int, entry: int) -> None:
        self.cut[comment] = [each for each in self.cut.get(comment, []) if each[0] != entry]
        if self.removed.get(comment) == entry:
            del self.removed[comment]

    @precondition(lambda _: MassAct.objects.exists())
    @rule(data=st.data())
    def undo_many(self, data):
        act = MassAct.objects.get(pk=data.draw(st.sampled_from(acts())))
        standing = list(act.rulings.filter(undone_by=None).values_list("comment_id", "entry_id"))
        try:
            assert mass.undo(actor=self.people.mo, act=act) == len(standing)
        except Refusal:
            assert not standing
        for comment, entry in standing:
            self.ended(comment, entry)

    @precondition(lambda _: MassAct.objects.exists())
    @rule(data=st.data())
    def appeal_part(self, data):
        act = MassAct.objects.get(pk=data.draw(st.sampled_from(acts())))
        keys = list(act.rulings.order_by("pk").values_list("pk", flat=True))
        chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))
        try:
            appeals.appeal_part(actor=self.people.ada, act=act, rulings=chosen, source="It was kind.")
        except Refusal:
            found = Ruling.objects.filter(pk__in=chosen)
            assert found.exclude(undone_by=None).exists() or found.filter(appealed_in__isnull=False).exists()

    @precondition(lambda _: Appeal.objects.filter(is_granted=None, case__is_open=True).exists())
    @rule(data=st.data(), grants=st.booleans())
    def decide(self, data, grants):
        keys = list(Appeal.objects.filter(is_granted=None, case__is_open=True).order_by("pk").values_list("pk", flat=True))
        appeal = Appeal.objects.select_related("case").get(pk=data.draw(st.sampled_from(keys)))
        standing = list(appeal.parts.filter(undone_by=None).values_list("comment_id", "entry_id"))
        appeals.decide(actor=self.people.sita, appeal=appeal, grants=grants, reasons="Looked at.")
        for comment, entry in standing if grants else []:
            self.ended(comment, entry)

    @invariant()
    def all_show_what_is_so(self):
        texts = Text.objects.select_related("current", "removed_by")
        found = dict(Comment.objects.filter(pk__in=self.words).values_list("pk", "text_id"))
        by_key = texts.in_bulk(found.values())
        for key, source in self.words.items():
            said = by_key[found[key]]
            if key in self.removed:
                assert (shown(said).plain, said.removed_by_id) == ("", self.removed[key])
                continue
            expected = source
            for _, word in self.cut.get(key, []):
                expected = expected.replace(word, "[✘]")
            assert shown(said).plain == expected

    @invariant()
    def what_was_given_hangs_on_what_stands(self):
        """A ticket counts while anything of its act stands, and an appeal is open while anything in it does."""
        for ticket in Ticket.objects.select_related("ruling"):
            stands = Ruling.objects.filter(mass=ticket.ruling.mass_id, undone_by=None).exists()
            assert (ticket.ruling.undone_by_id is None) == stands
        for case in Case.objects.filter(is_open=True, contests__mass__isnull=False):
            assert case.appeal.parts.filter(undone_by=None).exists()


def test_mass_acts_mixed_with_single_ones(people, group_with, seed_with):
    group = group_with(rules="Taunting may be removed.\n\nStay on topic.", edit_minutes=60 * 24)
    Scale.objects.create(group=group, guard_days=0)  # one mod does all of it here, overruled or not
    Community.people = people
    Community.new_seed = staticmethod(lambda **_: seed_with(group=group))
    run_state_machine_as_test(
        Community,
        settings=settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)),
    )
    tree.grow()
    assert list(verify()) == []
