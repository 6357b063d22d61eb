"""People, and the groups they are in: groups, their staff, and their rules through the services, members many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from houserules import read
from parley.base.batches import batches
from parley.groups import services as groups
from parley.groups.models import Group, Membership, Role
from parley.ops.generating.progress import Progress
from parley.ops.generating.rows import count_on, next_key, store
from parley.ops.generating.size import Size
from parley.ops.generating.words import name_of
from parley.people.models import Person, SiteRole
from parley.people.services import create_person
from parley.rulebooks import services as rulebooks

AT_ONCE = 2_000
RUNS = "runs_it"
"""Name of the admin."""
MODS = 3
RULES = (
    "Taunting and trolling may be removed.\n\nPlease quote the person you are replying to.",
    "Taunting and trolling may be removed.\n\nNo more than 5 links.\n\nDon't repeat comments or reply to yourself.",
    "No insults.\n\nStay on the topic of the article.\n\nDon't vote for your own comments.",
)
SITE_RULES = "No threats against anybody.\n\nNo addresses or phone numbers of private people."


@dataclass(frozen=True, slots=True)
class Place:
    """A group, and who takes part in it, the busiest first. Its staff does not, so that it may rule there."""

    group: Group
    version: int
    mods: Sequence[Person]
    members: Sequence[int]


@dataclass(frozen=True, slots=True)
class Places:
    all: Sequence[Place]
    shares: Sequence[float]
    """How often each is chosen: the n-th has 1/n of the first."""
    site_version: int


def settle_people(size: Size, start: datetime, chance: Random) -> list[int]:
    """Keys of all. Nobody can sign in before the operator sets a password."""
    first, told = next_key(Person), Progress("people", size.members)
    for some in batches(range(size.members), AT_ONCE):
        joined = [start - timedelta(days=400 * chance.random()) for _ in some]
        people = [
            (first + number, name_of(number), f"{name_of(number)}@community.example", make_password(None), at)
            for number, at in zip(some, joined, strict=True)
        ]
        with transaction.atomic():
            store(Person, ("id", "username", "email", "password", "date_joined"), people)
            addresses = [(key, email, True, True) for key, _, email, *_ in people]
            store(EmailAddress, ("user_id", "email", "verified", "primary"), addresses)
        told.at(some[-1] + 1)
    count_on((Person, EmailAddress))
    return list(range(first, first + size.members))


@transaction.atomic
def found_groups(size: Size, people: Sequence[int], start: datetime, chance: Random) -> Places:
    """With rules and staff, and everybody in one to five of them."""
    runs = create_person(username=RUNS, email=f"{RUNS}@community.example", password=None, site_role=SiteRole.ADMIN, joined_at=start)
    site = rulebooks.publish(actor=runs, group=None, book=read(SITE_RULES).all_confirmed(), after=0)
    shares = [1 / (number + 1) for number in range(size.groups)]
    joined = _joined(people, shares, chance)
    found = [_founded(number, people, joined[number], chance) for number in range(size.groups)]
    store(
        Membership, ("group_id", "person_id", "joined_at", "role"),
        ((each.group.pk, person, start, Role.MEMBER) for each in found for person in each.members),
    )  # fmt: skip
    Group.objects.filter(pk__in=[each.group.pk for each in found]).update(created_at=start - timedelta(days=1))
    return Places(found, shares, site.pk)


def _joined(people: Sequence[int], shares: Sequence[float], chance: Random) -> list[list[int]]:
    """By group, in an order of chance."""
    members: list[list[int]] = [[] for _ in shares]
    order = chance.sample(people, len(people))
    for person in order:
        for number in set(chance.choices(range(len(shares)), shares, k=chance.randint(1, 5))):
            members[number].append(person)
    for number, each in enumerate(members):
        members[number] = list(dict.fromkeys([*each, *chance.sample(people, min(6, len(people)))]))
    return members


def _founded(number: int, people: Sequence[int], members: Sequence[int], chance: Random) -> Place:
    owner, *mods = Person.objects.filter(pk__in=chance.sample(people, MODS + 1))
    named = {"name": f"group-{number + 1}", "title": f"Group {number + 1}", "about": "Made up, to be measured."}
    group = groups.create_group(actor=owner, **named)
    for mod in mods:
        groups.set_role(actor=owner, group=group, person=mod, role=Role.MOD)
    version = rulebooks.publish(actor=owner, group=group, book=read(RULES[number % len(RULES)]).all_confirmed(), after=0)
    staff = {owner.pk, *(mod.pk for mod in mods)}
    return Place(group, version.pk, mods, [person for person in members if person not in staff])
