"""Rules on trial: putting a draft in force, turning a clause down in a running discussion, counting what shadows find."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Case, F, Q, Value, When

from houserules import Clause, Combined, Keeping, NumberedLine, Origin, RuleBook, RuleBookError, Verdict, kinds
from parley.base.decisions import Decision, no, require
from parley.base.refusals import Invalid, NotThere
from parley.groups import policy as groups
from parley.groups import queries as group_queries
from parley.groups.models import Group
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person
from parley.rulebooks import choices
from parley.rulebooks import policy as rulebook_policy
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Book, Draft, Version
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for
from parley.trials import queries
from parley.trials.models import ShadowCount

ALONE = "These rules need a second owner’s signature, and the group has one owner. Make somebody owner first."


@transaction.atomic
def put_in_force(*, actor: Person, draft: Draft) -> Version | None:
    """The new version; or None where a second owner has to sign first, and is asked to."""
    if draft.author_id != actor.pk:
        raise NotThere
    book = rulebooks.exemplified(RuleBook.from_json(draft.reading))
    if _turned_up(book) and queries.finished_replay(draft.book, book) is None:
        raise Invalid(UNSEEN, "unseen")
    group = draft.book.group
    if group is not None and needs_signature(group, draft.book, book):
        if not group_queries.has_owner_beside(group, draft.author):
            raise Invalid(ALONE, "no-second-owner")
        rulebooks.offer(actor=actor, draft=draft)
        return None
    version = rulebooks.publish(actor=actor, group=group, book=book, after=draft.after)
    draft.delete()
    return version


UNSEEN = (
    "A clause that judges by a likelihood is to hold comments. Run these rules over the past first, so that you see how often it is "
    "right."
)


def _turned_up(book: RuleBook) -> bool:
    """Whether a clause of a kind that judges by learned weights is kept by more than asking (R2.4)."""
    known = kinds()
    judged = (clause for clause in book.clauses if (kind := known.get(clause.kind)) and kind.figures and not clause.shadow)
    return any(clause.keeping in {Keeping.HOLD, Keeping.PREVENT} for clause in judged)


def needs_signature(group: Group | None, place: Book | None, book: RuleBook) -> bool:
    """Whether the group asks for a second owner: always, or where past comments of many members change side, which nobody
    knows before a replay.
    """
    if group is None or group.signed_above is None:
        return False
    replay = queries.finished_replay(place, book) if place else None
    return group.signed_above == 0 or replay is None or replay.members_moved > group.signed_above


def may_turn_down(actor: Person | None, seed: Seed, origin: Origin) -> Decision:
    """The owners of the book that the clause stands in; what a seeder added is the group's to turn down."""
    if actor is None:
        return no("signed-out")
    return rulebook_policy.may_write_site(actor) if origin is Origin.SITE else groups.may_own(actor, seed.group)


@transaction.atomic
def turn_down(*, actor: Person, seed: Seed, number: int, key: str, keeping: str) -> Seed:
    """Keep a clause of a running discussion more weakly from now on (R2.5). Never up; written to the log."""
    seed = seeds.lock(seed)
    line, before = _clause(rules_for(seed), number, key)
    require(may_turn_down(actor, seed, line.origin))
    if seed.pinned_at is None:
        raise Invalid("This discussion has no comments yet, so new rules reach it by themselves.", "not-running")
    wanted = next((way for way in weaker(before) if way.value == keeping), None)
    if wanted is None:
        raise Invalid("In a running discussion a clause can be turned down only.", "not-weaker")
    seeds.turn_down(seed, f"{_versions(seed)[line.origin]}/{key}", wanted.value)
    ledger.note(
        Told.CLAUSE_TURNED_DOWN,
        actor=actor.username,
        decider="admin" if line.origin is Origin.SITE else "group owner",
        group_id=seed.group_id,
        subject=f"“{before.words}” of rule {number}, in one discussion",
        address=seed.url,
        because={"number": number, "text": line.text, "kind": before.kind, "clause": key},
        body={"before": before.keeping.value, "after": wanted.value},
    )
    return seed


def _clause(rules: Combined, number: int, key: str) -> tuple[NumberedLine, Clause]:
    try:
        clause = rules.clause(number, key)
    except RuleBookError as error:
        raise Invalid(str(error), "no-such-clause") from error
    return next(line for line in rules.lines if line.number == number), clause


def weaker(clause: Clause) -> tuple[Keeping, ...]:
    """The ways of keeping it that this site offers and that ask less than the one it has."""
    offered = choices.offered(clause, rulebooks.WAYS)
    return tuple(way for way in offered if way.strength < clause.keeping.strength)


def count_shadows(seed: Seed, rules: Combined, verdict: Verdict) -> None:
    """One live comment was judged in shadow. Nothing else follows from it. One query, whatever the number of clauses."""
    versions = _versions(seed)
    places = {(line.number, clause.key): (versions[line.origin], clause.key) for line, clause in rules.shadowing}
    if not places:
        return
    found = [places[each.line_number, each.clause_key] for each in verdict.shadowed]
    counts = ShadowCount.objects.filter(_any_of(places.values()))
    hit = Case(When(_any_of(found), then=1), default=0) if found else Value(0)
    changes = {"judged": F("judged") + 1, "found": F("found") + hit}
    if counts.update(**changes) == len(places):
        return
    known = set(counts.values_list("version_id", "clause_key"))
    ShadowCount.objects.bulk_create(
        [
            ShadowCount(version_id=version, clause_key=key, judged=1, found=int((version, key) in found))
            for version, key in places.values() if version and (version, key) not in known
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def _any_of(places: Iterable[tuple[int | None, str]]) -> Q:
    return reduce(or_, (Q(version=version, clause_key=key) for version, key in places))


def _versions(seed: Seed) -> dict[Origin, int | None]:
    return dict(zip(Origin, (seed.site_version_id, seed.group_version_id, seed.seed_version_id), strict=True))
