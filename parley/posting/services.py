"""Posting, editing, and adding; `seeding` brings articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from houserules import Event, Keeping, Verdict, judge
from parley.base.cleaning import clean_text
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.prepared import Prepared
from parley.base.refusals import Conflict, Invalid, Refusal
from parley.base.saying import later, say
from parley.judging.facts import facts_of_comment
from parley.moderation import casework, recusal
from parley.people.models import Person
from parley.posting import pictures
from parley.posting.citing import citation_of, citations, comment_of, refuse_many
from parley.posting.pictures import Added
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for, versions_for
from parley.texts import services as texts
from parley.texts.pictures import numbers
from parley.texts.references import refuse_bad
from parley.threads import answering, impasses, newcomers, policy, straining
from parley.threads import services as threads
from parley.threads.events import CommentReworded
from parley.threads.models import Comment, Held
from parley.threads.queries import names_in
from parley.threads.services import Cited
from parley.trials import services as trials


class Asked(Refusal):
    """The house rules have something to say first; the author decides. `verdict` has the findings with their spans in `source`."""

    status = 422

    def __init__(self, verdict: Verdict, source: str) -> None:
        super().__init__("The house rules have something to say about this text.", "asked")
        self.verdict = verdict
        self.source = source


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a member sends: `quotes` are (key of a comment, words selected in it; none: its opening). `cites_parent`: the
    parent's opening is quoted where nothing of it was selected; the writer can take that out. `anyway`: he was asked and
    decided to post. `form_key`: the same form sent twice makes one comment. `answers`: the parent's revision he had
    before him. `pictures`: in their order, each with what it shows.
    """

    source: str
    parent_id: int | None = None
    quotes: Sequence[tuple[int, str]] | None = None
    cites_parent: bool = True
    anyway: bool = False
    is_official: bool = False
    form_key: UUID | None = None
    answers: int | None = None
    pictures: Sequence[Added] = ()

    @property
    def whole_source(self) -> str:
        """With what names its pictures, cleaned. Raises `Invalid` and `TooLarge`."""
        return clean_text(pictures.named(self.source, self.pictures))


def coach(*, actor: Person, seed: Seed, reply: Reply, at: datetime | None = None) -> Verdict:
    """What the house rules say about a draft: the same judgement as posting's own (R2.10). Stores nothing."""
    newcomers.require_fitting(newcomers.limits_of(actor, seed, now=at), reply.whole_source)
    return _judged(actor=actor, seed=seed, reply=reply, at=at)


def _judged(*, actor: Person, seed: Seed, reply: Reply, at: datetime | None) -> Verdict:
    require(policy.may_comment(actor, seed))
    straining.require_open(actor, seed, official=reply.is_official)
    if reply.pictures:
        require(pictures.may_add(actor, seed))
    source = reply.whole_source
    refuse_bad(source)
    parent = _parent(seed, reply)
    cited = citations(seed, parent, reply.quotes, cites_parent=reply.cites_parent)
    _refuse_bound(actor, seed, parent, cited, reply)
    return judge(facts_of_comment(actor, seed, source, parent=parent, cited=cited, at=at), rules_for(seed))


def asks_first(verdict: Verdict, *, anyway: bool, waits: bool = True) -> bool:
    """Whether the author hears of it before anything is stored: what is merely pointed at is posted at once, what asks or
    holds is told once, and what is prevented is never posted. `waits`: what is held can wait for a mod.
    """
    if verdict.keeping is Keeping.PREVENT or (verdict.keeping is Keeping.HOLD and not waits):
        return True
    return verdict.keeping in {Keeping.ASK, Keeping.HOLD} and not anyway


def post_comment(*, actor: Person, seed: Seed, reply: Reply, at: datetime | None = None) -> Comment | Held:
    """A comment under its number, with its citations; or one that waits for a mod, where the rules hold it. Raises `Asked` unless the
    author decided to post anyway, and every other `Refusal` before anything is stored.
    """
    if (before := _sent_before(actor, seed, reply)) is not None:
        return before
    pictures.keys_of(actor, seed, reply.pictures)
    source, by = reply.whole_source, _judged_by(actor, seed)
    newcomers.require_fitting(limits := newcomers.limits_of(actor, seed, now=at), source)
    verdict = _judged(actor=actor, seed=seed, reply=reply, at=at)
    if asks_first(verdict, anyway=reply.anyway):
        raise Asked(verdict, source)
    try:
        return _store(actor=actor, seed=seed, reply=reply, judged=Judged(source, verdict, by, limits), at=at)
    except IntegrityError:
        if (before := _sent_before(actor, seed, reply)) is not None:
            return before
        raise


def _sent_before(actor: Person, seed: Seed, reply: Reply) -> Comment | Held | None:
    """What this very form made of the same words. Raises `Conflict` where it made something of others: they are not to be lost."""
    found = _posted_before(actor, reply.form_key)
    if found is None:
        return None
    place = found.seed_id, found.parent_id
    if place != (seed.pk, reply.parent_id) or texts.first_source(found.text) != reply.whole_source:
        raise Conflict("This form has posted a comment already. What you wrote now is kept; send it to post it too.", "form-used")
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """A cleaned text, by what it was judged (`_judged_by`), and what holds for its author where he is new."""

    source: str
    verdict: Verdict
    by: tuple[object, ...]
    limits: newcomers.Limits | None


def _judged_by(actor: Person, seed: Seed) -> tuple[object, ...]:
    """What a judgement hangs on and may change before it is stored: the rules, and what the author said here last."""
    return *versions_for(seed), frozenset(seed.turned_down.items()), threads.newest_by(actor, seed)


@transaction.atomic
def _store(*, actor: Person, seed: Seed, reply: Reply, judged: Judged, at: datetime | None) -> Comment | Held:
    """The short transaction: rights and what they hang on are looked at again under the seed's lock. It is judged again only where
    the rules changed since, or the author posted here from another window; what others said meanwhile is not looked at.
    """
    seed, at = seeds.lock(seed), at or timezone.now()  # others stood before it while it waited
    actor.forget_places()
    if reply.pictures and (before := _sent_before(actor, seed, reply)) is not None:
        return before  # its other sending came first, with these very pictures
    source, verdict = judged.source, judged.verdict
    parent = _parent(seed, reply)
    require(policy.may_reply(actor, parent) if parent else policy.may_comment(actor, seed))
    if reply.is_official:
        require(policy.may_speak_as_mod(actor, seed))
    standing = straining.require_open(actor, seed, official=reply.is_official)
    cited = citations(seed, parent, reply.quotes, cites_parent=reply.cites_parent)
    _refuse_bound(actor, seed, parent, cited, reply)
    if parent and reply.answers is not None and reply.answers != parent.text.current_id:
        raise Conflict("The comment you answer was edited while you wrote. Read it again, then post.", "parent-edited")
    if _judged_by(actor, seed) != judged.by:
        facts = facts_of_comment(actor, seed, source, parent=parent, cited=cited, at=at)
        if asks_first(verdict := judge(facts, rules_for(seed)), anyway=reply.anyway):
            raise Asked(verdict, source)
    seeds.pin(seed, at=at)
    trials.count_shadows(seed, rules_for(seed), verdict)
    is_new = judged.limits is not None and judged.limits.waits
    waits = not reply.is_official and (straining.waits_for_mod(actor, seed, standing) or is_new)
    holds = verdict.kept_by(Keeping.HOLD) or waits
    post = threads.hold if holds else threads.add
    posted: Comment | Held = post(
        author=actor,
        seed=seed,
        parent=parent,
        text=texts.write(author=actor, source=source, shows=pictures.keys_of(actor, seed, reply.pictures)),
        cited=cited,
        is_official=reply.is_official,
        form_key=reply.form_key,
        at=at,
    )
    _point(posted, verdict)
    if waits and isinstance(posted, Held):
        casework.wait(posted)
    return posted


def _refuse_bound(actor: Person, seed: Seed, parent: Comment | None, cited: Sequence[Cited], reply: Reply) -> None:
    """Who is at an impasse neither answers nor cites the other, nor anybody who blocked him; a mod who speaks as one is not bound."""
    if not (reply.is_official and policy.may_speak_as_mod(actor, seed)):
        answering.require_open(actor, parent, [each.comment for each in cited])
        impasses.require_free(actor, seed, [each.comment.author_id for each in cited] + ([parent.author_id] if parent else []))


def told(posted: Comment | Held) -> str:
    """A sentence for the author."""
    if isinstance(posted, Held):
        return say("A mod looks at your comment before others see it. You are told when that is done.")
    return say("Your comment {number} stands.", number=posted.number)


def _point(posted: Comment | Held, verdict: Verdict) -> None:
    """A case where the rules say so. What was asked about and posted anyway is no case: that was the author's to decide."""
    findings = [*verdict.kept_by(Keeping.HOLD), *verdict.kept_by(Keeping.POINT)]
    if findings:
        casework.point(posted, findings, engine=verdict.engine)


def _posted_before(actor: Person, form_key: UUID | None) -> Comment | Held | None:
    if form_key is None:
        return None
    found: Comment | Held | None = HELD_BEFORE.first(actor.pk, form_key) or POSTED_BEFORE.first(actor.pk, form_key)
    return found


def _by_form(model: type[Comment | Held], author: int, form_key: UUID, **also: None) -> QuerySet[Any]:
    return model._default_manager.filter(author=author, form_key=form_key, **also).select_related("seed", "text")[:1]  # noqa: SLF001


HELD_BEFORE = Prepared(partial(_by_form, Held, comment=None), int, UUID)
POSTED_BEFORE = Prepared(partial(_by_form, Comment), int, UUID)


def _parent(seed: Seed, reply: Reply) -> Comment | None:
    if reply.parent_id is None:
        return None
    parent = comment_of(seed, reply.parent_id)
    if parent is None:
        raise Invalid("The comment you answer is not part of this discussion.", "no-such-parent")
    return parent


CALM = later(
    "Please take a breath before the next comment. Speak to what was said and leave out what you think of who said it. "
    "This is to everybody here, and it rules on nothing."
)


@transaction.atomic
def call_for_calm(*, actor: Person, seed: Seed, source: str, form_key: UUID | None = None) -> Comment:
    """An official post to everybody, which names and cites nobody, and is therefore open to recused mods as well (R3.5)."""
    seed = seeds.lock(seed)
    if isinstance(before := _posted_before(actor, form_key), Comment):
        return before
    actor.forget_places()
    require(policy.may_speak_as_mod(actor, seed))
    cleaned = clean_text(source)
    text = texts.write(author=actor, source=cleaned)
    if named := recusal.named_in(text, names_in(seed)):
        said = say("A call for calm names nobody. Take out “{named}”, or post it as an official comment.", named=named)
        raise Invalid(said, "names", field="text")
    seeds.pin(seed, at=timezone.now())
    return threads.add(
        author=actor, seed=seed, parent=None, text=text, cited=(), is_official=True, is_calm=True, form_key=form_key,
        at=timezone.now(),
    )  # fmt: skip


@transaction.atomic
def edit_comment(
    *, actor: Person, comment: Comment, source: str, revision: int, anyway: bool = False, adds: Sequence[Added] = ()
) -> Comment:
    """A new revision, visible as such. `revision` is the one the author had before him; `adds`: new pictures. Raises
    `Asked`, `Conflict`.
    """
    seeds.lock(comment.seed)  # what begins to hold there meanwhile waits, or holds
    actor.forget_places()
    comment = threads.lock(comment)
    require(policy.may_edit(actor, comment, now=timezone.now(), is_cut=texts.is_cut(comment.text)))
    straining.require_open(actor, comment.seed, official=comment.is_official, edits=True)
    if comment.text.current_id != revision:
        raise Conflict(
            "This comment was edited in another window meanwhile. Your text is kept; compare it and save again.",
            "edited",
        )
    _refuse_bound_change(actor, comment)
    return _revised(actor, comment, Change(named(comment, source, adds)[1], adds=adds), anyway=anyway)


def _refuse_bound_change(actor: Person, comment: Comment, adds: Sequence[Cited] = ()) -> None:
    """Of one's own comment, where it answers or quotes somebody with whom one is at an impasse by now, or who blocked one."""
    answered = [comment.parent.author_id] if comment.parent else []
    cited = [*(each.cited for each in comment.citations.select_related("cited")), *(each.comment for each in adds)]
    if not comment.is_official:
        answering.require_open(actor, comment.parent, cited)
        impasses.require_free(actor, comment.seed, answered + [each.author_id for each in cited])


@transaction.atomic
def append_to_comment(
    *, actor: Person, comment: Comment, source: str, quotes: Sequence[tuple[int, str]] = (), anyway: bool = False,
    adds: Sequence[Added] = (),
) -> Comment:  # fmt: skip
    """Add to one's own comment instead of answering oneself, with what is quoted of others and pictures (as in `Reply`). Sending
    the same addition twice adds it once.
    """
    seeds.lock(comment.seed)
    actor.forget_places()
    comment = threads.lock(comment)
    require(policy.may_append(actor, comment, is_cut=texts.is_cut(comment.text)))
    straining.require_open(actor, comment.seed, official=comment.is_official, edits=True, adds=True)
    before, added = texts.sealed_source(comment.text), named(comment, source, adds)[1]
    if before.endswith("\n\n" + added):
        return comment
    others = [(key, words) for key, words in dict.fromkeys(quotes) if key != comment.pk]
    refuse_many(comment.citations.count() + len(others))
    cited = [found for key, words in others if (found := citation_of(comment.seed, key, words)) is not None]
    _refuse_bound_change(actor, comment, cited)
    comment = _revised(actor, comment, Change(clean_text(f"{before}\n\n{added}"), cited, adds), anyway=anyway)
    threads.cite(comment, cited)
    return comment


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a comment: its whole source, with further citations and pictures."""

    source: str
    cites: Sequence[Cited] = ()
    adds: Sequence[Added] = ()


def named(comment: Comment, source: str, adds: Sequence[Added]) -> tuple[int, str]:
    """What was typed, with what names the new pictures by their numbers in this comment, and the first of these."""
    places = numbers(comment.text, [key for key, _ in adds])
    return places[0] if places else 1, clean_text(pictures.named(source, adds, places))


def _revised(actor: Person, comment: Comment, change: Change, *, anyway: bool) -> Comment:
    keys, source = pictures.keys_of(actor, comment.seed, change.adds), change.source
    refuse_bad(source)
    rows = comment.citations.select_related("cited__author", "cited__text__current", "cited__text__removed_by")
    newcomers.require_fitting(newcomers.limits_of(actor, comment.seed), source, edits=True)
    cited = [*(Cited(each.cited, each.revision_id, each.start, each.end) for each in rows), *change.cites]
    parent = comment.parent if comment.parent and comment.parent.author_id != actor.pk else None
    facts = facts_of_comment(actor, comment.seed, source, parent=parent, cited=cited, event=Event.EDIT, editing=comment)
    verdict = judge(facts, rules_for(comment.seed))
    if asks_first(verdict, anyway=anyway, waits=False):
        raise Asked(verdict, source)
    comment.text = texts.revise(text=comment.text, source=source, shows=keys)
    _point(comment, verdict)
    tell(CommentReworded(comment.pk))
    return comment
