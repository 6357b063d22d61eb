"""Reading groups. Every list of anything in groups starts from `readable_by`, so that no door shows what another hides."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from parley.base.batches import batches
from parley.base.prepared import Prepared, names
from parley.base.refusals import NotThere
from parley.groups import policy
from parley.groups.models import Group, Loosening, Membership, Removal, Role, Suspension, Visibility
from parley.people.models import Person


def readable_by(viewer: Person | None, *, prefix: str = "") -> Q:
    """Condition on groups (or, with `prefix` such as `seed__group__`, on what belongs to them) that the viewer may read."""
    public = Q(**{f"{prefix}visibility": Visibility.PUBLIC})
    if viewer is None:
        return public
    return public | Q(**{f"{prefix}pk__in": list(viewer.group_roles)})


def readable_by_each(person: str, group: str) -> Q:
    """Condition on rows of several people: that who stands in the field `person` may now read what stands in `group`."""
    member = Membership.objects.filter(group=OuterRef(group), person=OuterRef(person))
    return Q(**{f"{group}__visibility": Visibility.PUBLIC}) | Q(Exists(member))


def group_for(viewer: Person | None, name: str) -> Group:
    """The group of that name; raises `NotThere` alike for none and for one the viewer may not read."""
    group = Group.objects.filter(name=name).first()
    if group is None or not policy.may_read(viewer, group):
        raise NotThere
    return group


@dataclass(frozen=True, slots=True)
class ListedGroup:
    group: Group
    members: int


def groups_for(viewer: Person | None, *, limit: int = 1000) -> list[ListedGroup]:
    """By title; at most `limit`."""
    found = Group.objects.filter(readable_by(viewer)).annotate(size=Count("memberships")).order_by("title")
    return [ListedGroup(group, group.size) for group in found[:limit]]


def first_groups(viewer: Person | None, *, limit: int) -> list[Group]:
    """By title, without their sizes: counting the members of all takes its time."""
    return list(Group.objects.filter(readable_by(viewer)).order_by("title")[:limit])


def readable_keys(viewer: Person | None) -> Iterable[int]:
    """Keys of all groups the viewer may read; asked inside another query it stays a part of that query."""
    return Group.objects.filter(readable_by(viewer)).values_list("pk", flat=True)


def groups_by_key(keys: Iterable[int]) -> dict[int, Group]:
    return Group.objects.in_bulk(list(set(keys)))


def size_of(group: Group) -> int:
    """Number of its members."""
    return group.memberships.count()


def groups_of(person: Person) -> list[Group]:
    """Where the person is a member: for the person only, since private groups are among them."""
    return list(Group.objects.filter(pk__in=list(person.group_roles)).order_by("title"))


def groups_shown_of(person: Person, viewer: Person | None, *, limit: int = 50) -> list[Group]:
    """Where the person is a member, as far as the viewer may know: those that he may read, by title."""
    return list(Group.objects.filter(readable_by(viewer), memberships__person=person).order_by("title")[:limit])


def members_of(group: Group, *, limit: int = 500) -> list[Membership]:
    """Owners, mods, then members by name; at most `limit`."""
    return list(group.memberships.select_related("person").order_by("-role", "person__username")[:limit])


def member_called(group: Group, name: str) -> Person | None:
    return Person.objects.filter(memberships__group=group, username=name).first()


def members_named(group_id: int, named: Iterable[str]) -> list[tuple[int, str]]:
    """Keys and names of those of the group who are `named`, in order of their keys; a query for each hundred names."""
    return sorted(found for some in batches(sorted(set(named)), MOST_NAMES) for found in NAMED.rows(group_id, some))


def _named(group: int, some: Iterable[str]) -> QuerySet[Person, tuple[int, str]]:
    return Person.objects.filter(memberships__group_id=group, username__in=some).values_list("pk", "username")


MOST_NAMES = 100
NAMED = Prepared(_named, int, names(MOST_NAMES))


def names_in(group_id: int) -> dict[str, int]:
    """Keys of all members by name."""
    return dict(Membership.objects.filter(group_id=group_id).values_list("person__username", "person_id"))


def standing_suspensions() -> QuerySet[Suspension]:
    """Those that hold now: until a time, or until the person agrees to a text. `people.models`, below, says so in its own query."""
    running = Q(ends_at__gt=timezone.now()) | (~Q(agreement="") & Q(agreed_at=None))
    return Suspension.objects.filter(running, lifted_by=None)


def suspension_of(person: Person, group: Group, seed_key: int) -> Suspension | None:
    """The one that keeps the person from a discussion longest; None where he takes part. One without an end is the longest."""
    place = Q(group=None) | Q(group=group, seed_key=None) | Q(group=group, seed_key=seed_key)
    found = standing_suspensions().filter(place, person=person)
    return found.order_by(F("ends_at").desc(nulls_first=True)).first()


def has_owner_beside(group: Group, person: Person) -> bool:
    """Whether somebody else owns it too."""
    return bool(owners_beside(group, person.pk))


def owners_beside(group: Group, person_id: int) -> list[int]:
    """Keys of those who own it too; one query."""
    found = group.memberships.filter(role=Role.OWNER, person__is_active=True).exclude(person=person_id)
    return list(found.values_list("person", flat=True))


def loosening_of(group: Group) -> Loosening | None:
    """What an owner has asked for and no other has answered, with who asked."""
    return Loosening.objects.filter(group=group, answered_at=None).select_related("by", "group").first()


def removals_of(group: Group) -> list[Removal]:
    """Owners of whom it is asked that they own it no more, where nobody has answered; oldest first."""
    found = Removal.objects.filter(group=group, answered_at=None).select_related("by", "person", "group")
    return list(found.order_by("pk"))


def staff_of(group: Group) -> list[Person]:
    """Its mods and owners, by name."""
    staff = group.memberships.filter(role__in=[Role.MOD, Role.OWNER]).select_related("person")
    return sorted((membership.person for membership in staff), key=lambda person: person.username)
