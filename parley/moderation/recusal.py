"""Nobody rules on a discussion in which he takes part (R4.6). Enforced in the services; pages only ask what would be said."""

import re
from collections.abc import Iterable

from django.db.models import Q

from houserules.signals.folding import fold
from parley.groups.models import Membership, Role
from parley.people.models import Person, SiteRole
from parley.texts.services import sealed_plain, sealed_source
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
        "named": _names(comment, person),
        "voted": has_voted_on(person, comment),
    }
    return [ground for ground, holds in checks.items() if holds]


def _names(comment: Comment, person: Person) -> bool:
    """In the source or as it reads, by which a name set in italics or in letters that look like its own is found."""
    name = re.compile(rf"(?<!\w){re.escape(person.username)}(?!\w)")
    return any(name.search(fold(words).text) for words in (sealed_source(comment.text), sealed_plain(comment.text)))


def deciders_of(comment: Comment) -> list[Person]:
    """Everybody who has the right to rule in the comment's group."""
    staff = Membership.objects.filter(group_id=comment.seed.group_id, role__in=[Role.MOD, Role.OWNER])
    condition = Q(pk__in=staff.values("person"))
    if not comment.seed.group.is_private:
        condition |= Q(site_role__in=[SiteRole.MOD, SiteRole.ADMIN])
    return list(Person.objects.filter(condition, is_active=True).order_by("username"))


PUT_ON = frozenset({"cited", "named"})
"""What the author of a comment alone brings about."""


def may_rule_involved(person: Person, comment: Comment, found: Iterable[str]) -> bool:
    """A site with a single mod may be ruled by him, and naming or citing all who could rule puts no comment beyond ruling. The
    ruling is then marked *involved*. `found`: the person's grounds.
    """
    deciders = deciders_of(comment)
    if [each.pk for each in deciders] == [person.pk]:
        return True
    return PUT_ON.issuperset(found) and all(grounds(each, comment) for each in deciders)
