"""Random people do random things to random threads, and after each act everything that is always true is looked at.

    make histories            10,000 acts
    HISTORIES=500 …           as many as one likes
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from random import Random
from types import SimpleNamespace
from typing import Any

from django.db.models import F
from django.test import Client

from parley.appeals import services as appeals
from parley.appeals.models import Appeal
from parley.base.refusals import Refusal
from parley.deciding import services as deciding
from parley.moderation import casework, flagging, penalties
from parley.moderation import services as moderation
from parley.moderation.models import Case, Flag, Ruling
from parley.moderation.penalties import Term
from parley.moderation.services import Choice
from parley.people.models import Person
from parley.posting import services as posting
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.models import Redaction, Text
from parley.threads.models import Comment, Held
from parley.votes import services as votes
from parley.votes.models import Vote
from tests.doors import DOORS

NUMBERS = count(1)
"""Of words: no two histories share one."""
ACTS = {
    "post": 10, "reply": 8, "edit": 4, "append": 3, "vote": 5, "flag": 8, "flag_seed": 1, "hide": 2, "show": 1, "claim": 2,
    "rule": 12, "rule_seed": 1, "release": 3, "undo": 8, "appeal": 4, "decide": 4, "opinion": 2, "agree": 1,
}  # fmt: skip
"""How often each is tried, beside the others; most that are refused are refused rightly."""


@dataclass
class History:
    """One course of events."""

    random: Random
    people: SimpleNamespace
    seeds: list[Seed]
    done: Counter = field(default_factory=Counter)
    shown: dict[Any, str] = field(default_factory=dict)
    """What everybody saw of a revision under a set of standing acts."""
    numbers: dict[int, str] = field(default_factory=dict)

    def act(self) -> str:
        return self.tried(self.random.choices(list(ACTS), list(ACTS.values()))[0])

    def tried(self, name: str) -> str:
        try:
            changed = getattr(self, name)()
        except Refusal:
            return f"{name} refused"
        if changed is None:
            return f"{name} idle"
        self.done[name] += 1
        self.check(changed)
        return name

    # people and things

    def somebody(self, *names: str) -> Person:
        name = self.random.choice(names or tuple(vars(self.people)))
        return Person.objects.get(pk=getattr(self.people, name).pk)

    def writer(self) -> Person:
        """Mostly somebody who moderates nothing, so that mods stay free to rule."""
        return self.somebody("ada", "bo", "cy") if self.random.random() < 0.97 else self.somebody()

    def mod(self) -> Person:
        return self.somebody("mo", "mi", "sita") if self.random.random() < 0.9 else self.somebody()

    def one_of(self, rows: Any) -> Any:
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.model._base_manager.get(pk=self.random.choice(keys)) if keys else None

    def some_comment(self) -> Comment | None:
        return self.one_of(Comment.objects.all())

    def some_words(self) -> str:
        number = next(NUMBERS)
        return " ".join(f"q{number}x{letter}" for letter in "abcdef")

    # acts: each returns the seed on which something changed, or None where there was nothing to do

    def post(self) -> Seed:
        seed = self.random.choice(self.seeds)
        text = self.some_words() + (" The mayor sails." if self.random.random() < 0.15 else "")
        posting.post_comment(actor=self.writer(), seed=seed, reply=posting.Reply(source=text, anyway=True))
        return seed

    def reply(self) -> Seed | None:
        parent = self.some_comment()
        if parent is None:
            return None
        source = texts.sealed_source(parent.text).split()
        words = " ".join(source[1:3]) if self.random.random() < 0.5 else ""
        reply = posting.Reply(source=self.some_words(), parent_id=parent.pk, quotes=[(parent.pk, words)], anyway=True)
        posting.post_comment(actor=self.writer(), seed=parent.seed, reply=reply)
        return parent.seed

    def edit(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        source = texts.sealed_source(comment.text).replace(" ", " more ", 1)
        posting.edit_comment(actor=comment.author, comment=comment, source=source, revision=comment.text.current_id, anyway=True)
        return comment.seed

    def append(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        posting.append_to_comment(actor=comment.author, comment=comment, source=self.some_words(), anyway=True)
        return comment.seed

    def vote(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        votes.set_vote(actor=self.writer(), item=comment, voted=self.random.random() < 0.7)
        return comment.seed

    def flag(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        flagging.flag(actor=self.writer(), item=comment, report=flagging.Report(line=self.random.randint(1, 3)))
        return comment.seed

    def flag_seed(self) -> Seed:
        seed = self.random.choice(self.seeds)
        flagging.flag(actor=self.writer(), item=seed, report=flagging.Report(line=self.random.randint(1, 3)))
        return seed

    def hide(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        flagging.flag(actor=comment.seed.seeder, item=comment, report=flagging.Report(line=1, hides=True))
        return comment.seed

    def show(self) -> Seed | None:
        hidden = self.one_of(Flag.objects.filter(hide__isnull=False, shown_by=None))
        if hidden is None:
            return None
        flagging.show_again(actor=hidden.person, item=hidden.case.comment)
        return hidden.case.seed

    def claim(self) -> Seed | None:
        case = self.one_of(Case.objects.filter(is_open=True))
        if case is None:
            return None
        casework.claim(actor=self.somebody("mo", "mi", "olga", "sita"), case=case)
        casework.let_go(actor=case.claimed_by or self.people.mo, case=case)
        return case.seed

    def rule(self) -> Seed | None:
        comment = self.some_comment()
        if comment is None:
            return None
        actor = self.mod()
        deciding.decide(actor=actor, item=comment, choice=self.some_choice(comment))
        ruling = Ruling.objects.order_by("-pk")[0]
        assert ruling.is_involved or self.is_free(actor, comment), "a recused person ruled"
        return comment.seed

    def some_choice(self, comment: Comment) -> Choice:
        action = self.random.choice(["no-breach", "redact", "redact", "remove"])
        source = texts.sealed_source(comment.text)
        at = self.random.randrange(max(len(source) - 6, 1))
        start = source.rfind(" ", 0, at) + 1
        end = source.find(" ", at + 3)
        spans = [(start, end if end > start else len(source))] if action == "redact" else []
        ticket = self.random.choice(["", "warning", "taunting", "breach"]) if action != "no-breach" else ""
        term = Term(scope="group", days=None, agreement="Be kind.") if action == "remove" and self.random.random() < 0.1 else None
        return Choice(action=action, line=self.random.randint(1, 3), spans=spans, ticket=ticket, term=term)

    def is_free(self, actor: Person, comment: Comment) -> bool:
        """Asked in other words than recusal asks."""
        keys = [comment.pk, comment.parent_id]
        return not (
            actor.pk in {comment.author_id, comment.seed.seeder_id}
            or Comment.objects.filter(seed=comment.seed, author=actor, is_official=False).exists()
            or Flag.objects.filter(person=actor, case__comment=comment).exists()
            or Vote.objects.filter(person=actor, comment__in=[key for key in keys if key]).exists()
            or comment.citations.filter(cited__author=actor).exists()
        )

    def rule_seed(self) -> Seed:
        seed = self.random.choice(self.seeds)
        action = self.random.choice(["no-breach", "unlist"])
        deciding.decide(actor=self.mod(), item=seed, choice=Choice(action=action, line=1))
        return seed

    def release(self) -> Seed | None:
        held = self.one_of(Held.objects.filter(comment=None))
        if held is None:
            return None
        deciding.decide(actor=self.mod(), item=held, choice=Choice(action=self.random.choice(["no-breach", "remove"]), line=2))
        return held.seed

    def undo(self) -> Seed | None:
        ruling = self.one_of(Ruling.objects.filter(undone_by=None))
        if ruling is None:
            return None
        moderation.undo(actor=self.mod(), ruling=ruling)
        return ruling.seed

    def appeal(self) -> Seed | None:
        ruling = self.one_of(Ruling.objects.filter(undone_by=None).exclude(action="no-breach"))
        if ruling is None:
            return None
        appeals.appeal(actor=ruling.person, ruling=ruling, source="It was fine.")
        return ruling.seed

    def decide(self) -> Seed | None:
        appeal = self.one_of(Appeal.objects.filter(is_granted=None))
        if appeal is None:
            return None
        actor = self.mod()
        appeals.decide(actor=actor, appeal=appeal, grants=self.random.random() < 0.5, reasons="So it is.")
        decided = Appeal.objects.get(pk=appeal.pk)
        assert decided.is_involved or actor.pk != decided.ruling.actor_id, "a mod decided about his own ruling"
        return decided.ruling.seed

    def opinion(self) -> Seed | None:
        case = self.one_of(Case.objects.filter(is_open=True))
        if case is None:
            return None
        if case.wants_second_id is None:
            casework.ask_second(actor=self.mod(), case=case)
        else:
            casework.give_opinion(actor=self.mod(), case=case, agrees=True)
        return case.seed

    def agree(self) -> Seed | None:
        person = self.somebody("ada", "bo", "cy")
        for suspension in person.suspensions.exclude(agreement="").filter(agreed_at=None, lifted_by=None):
            penalties.agree(actor=person, suspension_id=suspension.pk)
        return self.seeds[0]

    # what is always true

    def check(self, seed: Seed) -> None:
        seed.refresh_from_db()
        self._bytes_follow_from_standing_acts(seed)
        self._cut_words_are_shown_nowhere(seed)
        pinned = {seed.site_version_id, seed.group_version_id, seed.seed_version_id}
        for comment in Comment.objects.filter(seed=seed):
            assert self.numbers.setdefault(comment.pk, comment.number) == comment.number
        if seed.pinned_at:  # a seed can be ruled on before its first comment freezes its rules
            assert {ruling.version_id for ruling in Ruling.objects.filter(seed=seed)} <= pinned
        assert not Vote.objects.filter(person_id=F("author_id")).exists()
        known = {person.username for person in vars(self.people).values()}
        assert {text.removed_by.actor for text in Text.objects.exclude(removed_by=None).select_related("removed_by")} <= known
        cases = Counter(Ruling.objects.filter(case__isnull=False).values_list("case_id", flat=True))
        assert all(times == 1 for times in cases.values()), "a case was ruled on twice"

    def _bytes_follow_from_standing_acts(self, seed: Seed) -> None:
        """Whatever was done and undone in whatever order: the same standing acts, the same bytes."""
        for comment in Comment.objects.filter(seed=seed).select_related("text__current", "text__removed_by"):
            cuts = Redaction.objects.filter(revision=comment.text.current, lifted_by=None).values_list("entry_id", flat=True)
            state = (comment.text.current_id, comment.text.removed_by_id, frozenset(cuts))
            shown = str(texts.shown(comment.text).html)
            assert self.shown.setdefault(state, shown) == shown

    def cut_words(self, seed: Seed) -> set[str]:
        """Words of this history that stand cut: no two comments share one."""
        found: set[str] = set()
        for comment in Comment.objects.filter(seed=seed).select_related("text__current", "text__removed_by"):
            source = texts.sealed_source(comment.text)
            spans = [(0, len(source))] if comment.text.removed_by_id else texts.standing_spans(comment.text)
            found |= {word for start, end in spans for word in source[start:end].split() if word[0] == "q" and word in source.split()}
        return found

    def _cut_words_are_shown_nowhere(self, seed: Seed) -> None:
        words = self.cut_words(seed)
        for url in (seed.url, f"/s/{seed.pk}/feed.atom"):
            shown = set(page_words(Client().get(url).content.decode()))
            assert not words & shown, (url, words & shown)

    def knock_at_all_doors(self) -> None:
        for seed in self.seeds:
            words, first = self.cut_words(seed), Comment.objects.filter(seed=seed).order_by("pk").first()
            if first is None:
                continue
            scene = SimpleNamespace(
                seed=seed.pk, slug=seed.slug, group=seed.group.name, comment=first.pk, answer=first.pk, entry=1, ruling=1,
                start="the", rare="quibble", part=first.pk, late=first.pk,
            )  # fmt: skip
            for row in DOORS.values():
                for method, path, fields in row(scene):
                    answer = getattr(Client(), method.lower())(path, fields)
                    shown = set(page_words(answer.content.decode(errors="replace"))) if not answer.streaming else set()
                    assert not words & shown, (path, words & shown)


def page_words(html: str) -> list[str]:
    return re.findall(r"\bq\d+x[a-f]\b", html)  # not within a token
