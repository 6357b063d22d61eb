"""Nobody rules on a discussion in which he takes part (R4.6). Enforced in the services; pages only ask what would be said."""

import re
from collections.abc import Iterable

from django.db.models import Q

from parley.groups.models import Membership, Role
from parley.people.models import Person, SiteRole
from parley.texts.services import sealed_source
from parley.threads.models import Comment
from parley.votes.queries import has_voted_on

SENTENCES = {
    "author": "You wrote this comment.",
    "seeder": "You seeded this article.",
    "takes-part": "You commented in this discussion as a member.",
    "cited": "You are cited in this comment.",
    "named": "You are named in this comment.",
    "voted": "You voted for this comment or for the one it answers.",
}


def grounds(person: Person, comment: Comment) -> list[str]:
    """Why the person does not rule on this comment, in words of `SENTENCES`; empty when nothing stands against it."""
    checks = {
        "author": comment.author_id == person.pk,
        "seeder": comment.seed.seeder_id == person.pk,
        "takes-part": Comment.objects.filter(seed_id=comment.seed_id, author=person, is_official=False).exists(),
        "cited": comment.citations.filter(cited__author=person).exists(),
        "named": _names(sealed_source(comment.text), person),
        "voted": has_voted_on(person, comment),
    }
    return [ground for ground, holds in checks.items() if holds]


def _names(source: str, person: Person) -> bool:
    return re.search(rf"(?<!\w)@?{re.escape(person.username)}(?!\w)", source, re.IGNORECASE) is not None


def deciders_of(comment: Comment) -> list[Person]:
    """Everybody who has the right to rule in the comment's group."""
    staff = Membership.objects.filter(group_id=comment.seed.group_id, role__in=[Role.MOD, Role.OWNER])
    condition = Q(pk__in=staff.values("person"))
    if not comment.seed.group.is_private:
        condition |= Q(site_role__in=[SiteRole.MOD, SiteRole.ADMIN])
    return list(Person.objects.filter(condition, is_active=True).order_by("username"))


def is_only_decider(person: Person, deciders: Iterable[Person]) -> bool:
    """A site with a single mod may be ruled by him; the ruling is then marked *involved*."""
    return [each.pk for each in deciders] == [person.pk]
