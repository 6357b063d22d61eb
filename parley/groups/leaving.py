"""What a group knows of somebody whose account is deleted."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, Q

from parley.base.keys import purge
from parley.groups import roles
from parley.groups.models import Group, Membership, Role
from parley.groups.queries import standing_suspensions
from parley.people import leaving
from parley.people.models import Person


def owned_alone(person: Person) -> list[Group]:
    """Groups with other members that nobody else owns: he makes somebody an owner first. A group of one is left empty."""
    owners = Count("memberships", filter=Q(memberships__role=Role.OWNER))
    mine = Group.objects.filter(pk__in=Membership.objects.filter(person=person, role=Role.OWNER).values("group"))
    return list(mine.annotate(owners=owners, size=Count("memberships")).filter(owners=1, size__gt=1).order_by("title"))


@transaction.atomic
def leave_all(person: Person) -> None:
    """Out of every group, under a lock on each, so that no two owners go at once. Raises `NotAllowed` where others had none."""
    for membership in Membership.objects.filter(person=person).order_by("group"):
        group = Group.objects.select_for_update().get(pk=membership.group_id)
        if group.memberships.exclude(person=person).exists():
            roles.keep_an_owner(group, person)
        membership.delete()
        roles.withdraw_all(group, person)
        purge(*roles.keys_of(group, membership.role))
    person.forget_places()


def is_suspended_anywhere(person: Person) -> bool:
    return standing_suspensions().filter(person=person).exists()


def suspended_among(people: Iterable[int]) -> set[int]:
    return set(standing_suspensions().filter(person__in=list(people)).values_list("person", flat=True))


@transaction.atomic
def take_up(person: Person, address: str) -> None:
    """Suspensions of whoever left and had this address go on for who comes back with it. The address is confirmed: else anybody could
    take them up by naming it.
    """
    keys = [key for key in leaving.whose(address) if key != person.pk]
    if keys:
        standing_suspensions().filter(person__in=keys).update(person=person)
        person.forget_places()


def forget_addresses() -> None:
    """Of those of whom no suspension stands any more."""
    leaving.forget_addresses(but=suspended_among(leaving.kept_addresses()))
