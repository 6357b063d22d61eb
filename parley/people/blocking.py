"""Members who do not want to hear from one another. Nobody is told that he is blocked, nor by whom."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from parley.base.batches import batches
from parley.base.prepared import Prepared, numbers
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.people.models import Block, Person

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST_BLOCKED = 1_000


@transaction.atomic
def block(*, actor: Person, person: Person) -> None:
    """Doing it twice is doing it once. Raises `Invalid` for oneself, and beyond a thousand."""
    if actor.pk == person.pk:
        raise Invalid("You cannot block yourself.", "own")
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)  # or else two at once are one too many
    if Block.objects.filter(person=actor).exclude(blocked=person).count() >= MOST_BLOCKED:
        raise Invalid(say("You can block {most} members. Unblock somebody first.", most=MOST_BLOCKED), "too-many-blocked")
    Block.objects.get_or_create(person=actor, blocked=person)


@transaction.atomic
def unblock(*, actor: Person, person: Person) -> None:
    Block.objects.filter(person=actor, blocked=person).delete()


def blocked_by(actor: Person) -> list[Person]:
    """Whom the actor has blocked, by name: his own list."""
    return list(Person.objects.filter(blocks_of_me__person=actor).order_by("username"))


def blockers_of(author_id: int, among: Collection[int]) -> frozenset[int]:
    """Keys of those among them who do not want to hear from the author; for whoever tells people things."""
    found = Block.objects.filter(blocked=author_id, person__in=list(among)).values_list("person", flat=True)
    return frozenset(found)


def has_blocked(actor: Person, person: Person) -> bool:
    return Block.objects.filter(person=actor, blocked=person).exists()


def blocks_of(person: int) -> "QuerySet[Block, Any]":
    """For the one query of what a reader left on a page."""
    return Block.objects.filter(person=person).order_by()


def refusing(actor: Person, others: Iterable[int]) -> frozenset[int]:
    """Keys of those among the others who do not want the actor's answers; one query for ten, none without others."""
    keys = sorted({key for key in others if key != actor.pk})
    return frozenset(key for some in batches(keys, MOST_ASKED) for (key,) in REFUSING.rows(actor.pk, some))


def _refusing(actor: int, some: Sequence[int]) -> "QuerySet[Block, Any]":
    return Block.objects.filter(blocked=actor, person__in=some).values_list("person_id")


MOST_ASKED = 10
REFUSING = Prepared(_refusing, int, numbers(MOST_ASKED))
