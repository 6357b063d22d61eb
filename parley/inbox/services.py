"""Telling people: a notice in the page; mails and pushes are jobs, kept or rolled back with it."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from parley.base.batches import batches
from parley.base.jobs import heartbeat, job
from parley.groups.models import Membership
from parley.inbox import preferences, telling
from parley.inbox.mailing import send_notice
from parley.inbox.models import Branch, Device, Digest, Hour, Mail, Notice, Preference, Tracked, Unsent, What
from parley.inbox.pushing import push_notice
from parley.inbox.queries import alike
from parley.people.models import Person
from parley.rulebooks.models import Version
from parley.texts.mentions import MOST
from parley.threads.models import Comment

AT_ONCE = 500
"""Members who are told in one transaction, where a whole group is."""


@transaction.atomic
def notify(person_id: int, what: What, **about: Any) -> Notice:
    """`about`: the rows that the notice is about, by name of its fields."""
    notice = Notice.objects.create(person_id=person_id, what=what, **about)
    send_notice.enqueue(notice.pk)
    if Device.objects.filter(person=person_id).exists():
        push_notice.enqueue(notice.pk)
    return notice


@job
def tell_of_comment(comment_id: int) -> None:
    """Notices of a comment for whom it concerns, who was not told of it yet: at its posting, and when it was reworded."""
    found = Comment.objects.select_related("seed__group", "parent", "text__current")
    comment = found.filter(pk=comment_id).first()
    if comment is None:
        return
    with transaction.atomic():
        told = dict(Notice.objects.filter(comment=comment).values_list("person", "what"))
        room = MOST - sum(what == What.MENTION for what in told.values())
        fresh = {person: what for person, what in telling.whom(comment).items() if person not in told}
        named = [person for person, what in fresh.items() if what == What.MENTION]
        for person in named[max(room, 0) :]:  # else rewording it again and again would name everybody
            del fresh[person]
        _store([Notice(person_id=person, what=what, comment=comment) for person, what in fresh.items()])


@job
def tell_of_rules(version_id: int) -> None:
    """All members of the group but who wrote and signed the version. What is told already stays told: it may run twice."""
    version = Version.objects.select_related("book").get(pk=version_id)
    members = Membership.objects.filter(group=version.book.group_id, person__is_active=True)
    keys = list(members.exclude(person__in=[version.author_id, version.signed_by_id or 0]).values_list("person", flat=True))
    for some in batches(sorted(keys), AT_ONCE):
        heartbeat()
        with transaction.atomic():
            told = set(Notice.objects.filter(version=version, person__in=some).values_list("person", flat=True))
            fresh = [person for person in some if person not in told]
            _store([Notice(person_id=person, what=What.RULES_CHANGED, version=version) for person in fresh])


def _store(notices: Sequence[Notice]) -> None:
    """All about one comment or one version. Two that tell of the same at once leave one notice."""
    if not notices:
        return
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    some = notices[0]
    stored = Notice.objects.filter(person__in=[each.person_id for each in notices], comment=some.comment_id, version=some.version_id)
    for key in _keys(preferences.wanting(stored, Mail.AT_ONCE)):
        send_notice.enqueue(key)
    for key in _keys(stored.filter(person__in=Device.objects.values("person"))):
        push_notice.enqueue(key)


def _keys(notices: QuerySet[Notice]) -> list[int]:
    return list(notices.values_list("pk", flat=True))


def forget_all(person: Person) -> None:
    """He has left, is told nothing any more, and follows nothing."""
    for model in (Notice, Digest, Preference, Hour, Device, Tracked, Branch, Unsent):
        model._default_manager.filter(person=person).delete()  # noqa: SLF001 -- Django's, and documented


def mark_read(*, actor: Person, notice: Notice | None = None) -> None:
    """All notices of the actor; or one, with those that are told together with it up to then."""
    found = Notice.objects.filter(person=actor, read_at=None)
    if notice is not None and notice.comment is not None:
        found = found.filter(alike(notice), pk__lte=notice.pk)
    elif notice is not None:
        found = found.filter(pk=notice.pk)
    found.update(read_at=timezone.now())
