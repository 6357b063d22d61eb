"""Following discussions, what is read in them, and what somebody folded or muted. Two devices agree, since it is kept here."""

from collections.abc import Collection, Sequence

from django.db import connection, transaction
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from parley.base.decisions import require
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.groups import policy as groups
from parley.inbox.models import Branch, Seen, Tracked
from parley.inbox.tracked import BEHIND
from parley.inbox.tracking_queries import current_rows, new_of
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment

MOST_SEEN, MOST_AT_ONCE = 500, 200
"""Comments that are remembered as read while an older one is not; those that are reported in one go."""
MOST_FOLDED, MOST_MUTED = 1_000, 1_000
"""Branches of one member; what was folded first is forgotten first."""
BEGIN = (
    "INSERT INTO inbox_tracked (person_id, seed_id, is_followed, is_muted, read_to) VALUES (%s, %s, TRUE, FALSE, %s) "
    "ON CONFLICT (person_id, seed_id) DO UPDATE SET is_followed = TRUE"
)


def begin(person_id: int, seed_id: int, *, read_to: int) -> None:
    """Follow a discussion from here on, or again. One statement, since every post pays for it."""
    with connection.cursor() as cursor:
        cursor.execute(BEGIN, [person_id, seed_id, read_to])


@transaction.atomic
def follow(*, actor: Person, seed: Seed, on: bool) -> None:
    """What stands there now counts as read. Who follows no more keeps the discussion in his history."""
    require(groups.may_read(actor, seed.group))
    if on:
        for old in Tracked.objects.filter(person=actor, seed=seed, is_followed=False):
            _move(old, _newest(seed))
        begin(actor.pk, seed.pk, read_to=_newest(seed))
    else:
        Tracked.objects.filter(person=actor, seed=seed).update(is_followed=False)


@transaction.atomic
def mute(*, actor: Person, seed: Seed, on: bool) -> None:
    """No notices from a discussion, and nothing in it counts as new; whether one follows it or not."""
    require(groups.may_read(actor, seed.group))
    if on:
        unknown = {"is_followed": False, "read_to": _newest(seed)}
        Tracked.objects.get_or_create(person=actor, seed=seed, defaults=unknown)
    Tracked.objects.filter(person=actor, seed=seed).update(is_muted=on)


def _newest(seed: Seed) -> int:
    return Comment.objects.filter(seed=seed).aggregate(key=Max("pk"))["key"] or 0


@transaction.atomic
def see(*, actor: Person, seed: Seed, keys: Sequence[int]) -> None:
    """These comments were read. Of a discussion that one neither follows nor ever took part in nothing is kept."""
    tracked = Tracked.objects.select_for_update().filter(person=actor, seed=seed).first()
    if tracked is None:
        return
    new = new_of(tracked).filter(pk__in=keys[:MOST_AT_ONCE]).values_list("pk", flat=True)
    rows = [Seen(tracked=tracked, comment_id=key) for key in new]
    Seen.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        _advance(tracked)


def _advance(tracked: Tracked) -> None:
    """To right before the oldest comment that is new. Of very many that were read behind it the older half is taken along."""
    first = new_of(tracked).values_list("pk", flat=True).first()
    newest = Comment.objects.filter(seed=tracked.seed_id).aggregate(key=Max("pk"))["key"] or 0
    to = newest if first is None else first - 1
    read = tracked.seen.order_by("-comment_id").values_list("comment_id", flat=True)
    if tracked.seen.count() > MOST_SEEN:
        to = max(to, read[MOST_SEEN // 2])
    _move(tracked, to)


def _move(tracked: Tracked, to: int) -> None:
    """Forward only, whatever another device did meanwhile."""
    Tracked.objects.filter(pk=tracked.pk, read_to__lt=to).update(read_to=to)
    tracked.seen.filter(comment_id__lte=to).delete()


@transaction.atomic
def read(*, actor: Person, seed: Seed, to: int) -> None:
    """Everything in a discussion up to the comment of that key, which the reader had before him."""
    tracked = Tracked.objects.filter(person=actor, seed=seed).first()
    if tracked is not None:
        _move(tracked, min(to, _newest(seed)))


@transaction.atomic
def read_all(*, actor: Person, to: int) -> None:
    """Everything that was on the tracker when its newest comment had that key."""
    known = Comment.objects.filter(seed=OuterRef("seed"), pk__lte=to).order_by("-pk").values("pk")[:1]
    mine = Tracked.objects.filter(pk__in=list(current_rows(actor.pk).values_list("pk", flat=True)))
    mine.update(read_to=Greatest("read_to", Coalesce(Subquery(known), 0)))
    Seen.objects.filter(tracked__in=mine.values("pk"), comment_id__lte=to).delete()


@transaction.atomic
def fold(*, actor: Person, comment: Comment, on: bool) -> None:
    """Whether what stands below a comment is folded away for the actor, on all his devices."""
    require(groups.may_read(actor, comment.seed.group))
    _mark(actor, comment, is_folded=on)
    folded = Branch.objects.filter(person=actor, is_folded=True, is_muted=False).order_by("-changed_at", "-pk")
    if on and folded.count() > MOST_FOLDED:
        Branch.objects.filter(pk__in=list(folded.values_list("pk", flat=True)[MOST_FOLDED:])).delete()


@transaction.atomic
def mute_branch(*, actor: Person, comment: Comment, on: bool) -> None:
    """No notices from below a comment, and nothing there counts as new. Raises `Invalid` beyond a thousand."""
    require(groups.may_read(actor, comment.seed.group))
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)
    if on and Branch.objects.filter(person=actor, is_muted=True).exclude(comment=comment).count() >= MOST_MUTED:
        full = say("You have muted {most} branches, which is as many as there can be.", most=MOST_MUTED)
        raise Invalid(full, "too-many-muted")
    _mark(actor, comment, is_muted=on)


def _mark(actor: Person, comment: Comment, **marks: bool) -> None:
    """What is neither folded nor muted any more has no row."""
    path = bytes(comment.path)
    mine = Branch.objects.filter(person=actor, comment=comment)
    if found := mine.select_for_update().first():
        for name, is_on in marks.items():
            setattr(found, name, is_on)
        if not (found.is_folded or found.is_muted):
            found.delete()
            return
        found.save(update_fields=[*marks, "changed_at"])
    elif any(marks.values()):
        row = Branch(person=actor, seed_id=comment.seed_id, comment=comment, path=path, end=path + BEHIND, **marks)
        row.changed_at = timezone.now()
        Branch.objects.bulk_create([row], ignore_conflicts=True)


def muted_among(comment: Comment, keys: Collection[int]) -> frozenset[int]:
    """Which of those people have muted the discussion, or a branch above this comment; one query. For whoever tells people of it."""
    among, path = list(keys), bytes(comment.path)
    whole = Tracked.objects.filter(person__in=among, seed=comment.seed_id, is_muted=True)
    above = Branch.objects.filter(person__in=among, seed=comment.seed_id, is_muted=True, path__lt=path, end__gt=path)
    return frozenset(whole.values_list("person_id", flat=True).union(above.values_list("person_id", flat=True)))
