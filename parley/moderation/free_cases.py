"""Which open cases somebody may decide, as one condition for the database: for the count beside *Cases*, which every page shows.

It says what `recusal.Matter.grounds` says, but for two grounds that only the words tell: that he is named in the comment, or cited in
one that waits. Those cases are counted, and the queue leaves them out.
"""

from django.db.models import Exists, OuterRef, Q

from parley.groups.models import Membership, Role, Visibility
from parley.moderation.models import Flag, Step
from parley.moderation.recusal import OPINIONS
from parley.people.models import Person, SiteRole
from parley.threads.models import Citation, Comment
from parley.votes.models import Vote


def decidable_by(person: Person) -> Q:
    """On cases of groups that he moderates: no part in it, or nobody else there to decide."""
    return ~_has_part(person) | _is_alone(person)


def _has_part(person: Person) -> Q:
    is_seed = Q(comment=None, held=None)
    spoke = Comment.objects.filter(seed=OuterRef("seed"), author=person, is_official=False)
    flags, votes = Flag.objects.filter(person=person), Vote.objects.filter(person=person)
    flagged_seed = flags.filter(case__seed=OuterRef("seed"), case__comment=None, case__held=None)
    cited = Citation.objects.filter(comment=OuterRef("comment"), cited__author=person)
    said = Step.objects.filter(case__rulings=OuterRef("contests"), what__in=OPINIONS, actor=person)
    return (
        Q(seed__seeder=person)
        | Q(comment__author=person)
        | Q(held__author=person)
        | Q(contests__actor=person)
        | Q(Exists(spoke))
        | Q(Exists(flags.filter(case__comment=OuterRef("comment"))))
        | (is_seed & Q(Exists(flagged_seed)))
        | Q(Exists(votes.filter(comment=OuterRef("comment"))))
        | Q(Exists(votes.filter(comment=OuterRef("comment__parent"))))
        | Q(Exists(votes.filter(comment=OuterRef("held__parent"))))
        | (is_seed & Q(Exists(votes.filter(seed=OuterRef("seed")))))
        | Q(Exists(cited))
        | Q(Exists(said))
    )


def _is_alone(person: Person) -> Q:
    """The only one who could decide may, involved."""
    staff = Membership.objects.filter(group=OuterRef("group"), role__in=[Role.MOD, Role.OWNER], person__is_active=True)
    site = Person.objects.filter(site_role__in=[SiteRole.MOD, SiteRole.ADMIN], is_active=True)
    return ~Q(Exists(staff.exclude(person=person))) & (
        Q(group__visibility=Visibility.PRIVATE) | ~Q(Exists(site.exclude(pk=person.pk)))
    )
