"""Members who do not want to hear from one another. Nobody is told that he is blocked, nor by whom."""

from collections.abc import Collection

from django.db import transaction

from parley.base.refusals import Invalid
from parley.people.models import Block, Person

MOST_BLOCKED = 1_000


@transaction.atomic
def block(*, actor: Person, person: Person) -> None:
    """Doing it twice is doing it once. Raises `Invalid` for oneself, and beyond a thousand."""
    if actor.pk == person.pk:
        raise Invalid("You cannot block yourself.", "own")
    if Block.objects.filter(person=actor).count() >= MOST_BLOCKED:
        raise Invalid(f"You can block {MOST_BLOCKED:,} members. Unblock somebody first.", "too-many-blocked")
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
