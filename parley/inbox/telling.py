"""Whom a comment tells of itself: the one place where that is decided."""

from collections.abc import Collection

from parley.groups.models import Membership
from parley.inbox.models import What
from parley.inbox.tracking import muted_among
from parley.people.blocking import blockers_of
from parley.people.models import Person
from parley.texts import services as texts
from parley.threads.models import Comment


def whom(comment: Comment) -> dict[int, What]:
    """Keys of people, and as what each is told. It comes with its seed's group, its parent, and its text's current revision.

    Nobody is told twice of one comment, nor of his own; who may not read there is not told, nor who blocked its author, or muted the
    discussion or a branch in which it stands.
    """
    found = _concerned(comment)
    found.pop(comment.author_id, None)
    told = _reading(comment, found) - blockers_of(comment.author_id, found) - muted_among(comment, found)
    return {person: what for person, what in found.items() if person in told}


def _concerned(comment: Comment) -> dict[int, What]:
    """What stands further down says more, and takes the place of what stands above."""
    found: dict[int, What] = {}
    if comment.parent is None:
        found[comment.seed.seeder_id] = What.SEED_COMMENT
    if named := texts.mentioned(comment.text):
        found |= dict.fromkeys(Person.objects.filter(username__in=named).values_list("pk", flat=True), What.MENTION)
    found |= dict.fromkeys(comment.citations.values_list("cited__author", flat=True), What.CITATION)
    if comment.parent is not None:
        found[comment.parent.author_id] = What.REPLY
    return found


def _reading(comment: Comment, among: Collection[int]) -> set[int]:
    """Those who have an account that is used, and may read the group."""
    if comment.seed.group.is_private:
        inside = Membership.objects.filter(group=comment.seed.group, person__in=list(among), person__is_active=True)
        return set(inside.values_list("person", flat=True))
    return set(Person.objects.filter(pk__in=list(among), is_active=True).values_list("pk", flat=True))
