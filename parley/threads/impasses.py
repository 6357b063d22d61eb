"""Impasse: two members stop answering each other in one discussion; both are bound (R3.6)."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from parley.base.batches import batches
from parley.base.decisions import require
from parley.base.events import tell
from parley.base.prepared import Prepared, numbers
from parley.base.refusals import Conflict, Invalid, NotAllowed, NotThere
from parley.base.saying import say
from parley.groups import policy as groups
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.threads.events import ImpasseBegun, ImpasseOffered
from parley.threads.models import Comment, Impasse

MOST_A_DAY = 3
"""So many may a member begin in a day, over all discussions."""


def between(seed: Seed, one: Person, others: Iterable[int]) -> Impasse | None:
    """One that stands between the person and any of `others` (keys); one query for ten of them, none without others."""
    keys = sorted({key for key in others if key != one.pk})
    found: Impasse | None = next(filter(None, (STANDING.first(seed.pk, one.pk, some) for some in batches(keys, MOST_OTHERS))), None)
    return found


def _standing(seed: int, one: int, others: Iterable[int]) -> QuerySet[Impasse]:
    pair = Q(one=one, other__in=others) | Q(other=one, one__in=others)
    return Impasse.objects.filter(pair, seed=seed, ended_at=None).select_related("one", "other").order_by("pk")[:1]


MOST_OTHERS = 10
STANDING = Prepared(_standing, int, int, numbers(MOST_OTHERS))


def require_free(actor: Person, seed: Seed, others: Iterable[int]) -> None:
    """Raises `NotAllowed` where the actor would answer or cite somebody with whom he is at an impasse."""
    if stands := between(seed, actor, others):
        said = say(
            "You and {name} are at an impasse in this discussion: neither answers or quotes the other. "
            "All the rest of it is open to you both.", name=other_of(stands, actor).name,
        )  # fmt: skip
        raise NotAllowed(said, "impasse")


def other_of(impasse: Impasse, person: Person) -> Person:
    return impasse.other if impasse.one_id == person.pk else impasse.one


def impasse_for(viewer: Person, impasse_id: int) -> Impasse:
    """For the two, and the group's mods; raises `NotThere` for others."""
    found = Impasse.objects.select_related("one", "other", "offered_by", "seed__group").filter(pk=impasse_id).first()
    if found is None or not groups.may_read(viewer, found.seed.group):
        raise NotThere
    if viewer.pk not in {found.one_id, found.other_id} and not groups.may_moderate(viewer, found.seed.group):
        raise NotThere
    return found


@transaction.atomic
def begin(*, actor: Person, comment: Comment) -> Impasse:
    """With the author of a comment; both have spoken in the discussion. Binds whatever is posted after this commits. Asking again
    while it stands gives the one that stands.
    """
    seed, other = seeds.lock(comment.seed), comment.author
    require(groups.may_post(actor, seed.group, seed.pk))
    if other.pk == actor.pk:
        raise Invalid("This comment is your own.", "own-comment")
    if comment.is_official:
        raise Invalid("A mod speaks here for the group, so there can be no impasse over it.", "official")
    if stands := between(seed, actor, [other.pk]):
        return stands
    if not Comment.objects.filter(seed=seed, author=actor).exists():
        raise Invalid("An impasse is for two who both speak in a discussion. You have not said anything here yet.", "not-here")
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)  # so that several at once are counted one by one
    since = timezone.now() - timedelta(days=1)
    if Impasse.objects.filter(begun_by=actor, created_at__gt=since).count() >= MOST_A_DAY:
        said = say("You have begun {most} impasses within a day, which is as many as there can be.", most=MOST_A_DAY)
        raise Conflict(said, "too-many")
    one, two = sorted((actor, other), key=lambda each: each.pk)
    impasse = Impasse.objects.create(seed=seed, one=one, other=two, begun_by=actor)
    _note(Told.IMPASSE_BEGUN, seed, decider="member")
    tell(ImpasseBegun(impasse.pk))
    return impasse


@transaction.atomic
def end(*, actor: Person, impasse: Impasse) -> Impasse:
    """One of the two offers it and the other agrees, or a mod ends it. Offering twice is offering once."""
    seed = seeds.lock(impasse.seed)
    found = Impasse.objects.select_for_update(of=("self",)).select_related("one", "other").get(pk=impasse.pk)
    if found.ended_at is not None:
        return found
    is_mine = actor.pk in {found.one_id, found.other_id}
    require(groups.may_post(actor, seed.group, seed.pk) if is_mine else groups.may_moderate(actor, seed.group))
    if is_mine and found.offered_by_id in {None, actor.pk}:
        if found.offered_by_id is None:
            found.offered_by = actor
            found.save(update_fields=["offered_by"])
            tell(ImpasseOffered(found.pk))
        return found
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    _note(Told.IMPASSE_ENDED, seed, decider="member" if is_mine else "mod")
    return found


def _note(told: Told, seed: Seed, *, decider: str) -> None:
    """The log is public, so it names neither of the two, nor a mod by whom they might be guessed."""
    ledger.note(
        told,
        actor="unnamed",
        decider=decider,
        group_id=seed.group_id,
        subject=f"two members in “{seed.headline[:120]}”",
        address=seed.url,
    )
