"""The daily mail: all that waited for it, as it stands when the mail is made.

Its row is the claim. Refused or unreachable, the row goes and the notices wait for the next attempt, or the next hour; after an
unknown outcome the row stays, nothing of it is sent again, and the notices stay in the page.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from parley.base.jobs import job
from parley.base.languages import spoken_to
from parley.base.saying import say
from parley.inbox import preferences, unsubscribing
from parley.inbox.bundles import bundled
from parley.inbox.mailing import handing_over, is_reached, letter
from parley.inbox.models import Digest, Hour, Mail, Notice
from parley.inbox.queries import of_one
from parley.inbox.seeing import is_seen, seen
from parley.inbox.words import Words
from parley.people.models import Person

DAYS = 7
"""What has waited for longer stays in the page only."""
MOST_NOTICES, MOST_LINES = 200, 30


def due(now: datetime) -> "QuerySet[Person]":
    """Who gets a mail today that is not claimed yet: from his hour on, where something waits."""
    waiting = preferences.wanting(_waiting(now), Mail.DIGEST).filter(is_seen(), person=OuterRef("pk"))
    today = Digest.objects.filter(person=OuterRef("pk"), date=now.date())
    hour = Hour.objects.filter(person=OuterRef("pk")).values("hour")
    people = Person.objects.filter(pk__in=_waiting(now).values("person"), is_active=True).exclude(email="")
    wants = people.annotate(wanted_hour=Coalesce(hour, preferences.USUAL_HOUR)).filter(wanted_hour__lte=now.hour)
    return wants.filter(Exists(waiting), ~Exists(today)).order_by("pk")


def _waiting(now: datetime) -> "QuerySet[Notice]":
    return Notice.objects.filter(mail_claimed_at=None, read_at=None, at__gte=now - timedelta(days=DAYS), at__lte=now)


@job
def send_digest(person_id: int, day: str) -> None:
    """`day`: a date in ISO's form. Two workers make one mail."""
    claimed = _claimed(person_id, date.fromisoformat(day))
    if claimed is None:
        return
    mine = Notice.objects.filter(digest=claimed)
    notices = of_one(claimed.person, mine.filter(pk__in=seen(digest=claimed)))
    if said := [each for each in notices if is_reached(each)]:
        with handing_over(lambda: _give_back(claimed)) as hand_over, spoken_to(claimed.person.language):
            hand_over(_mail_of(claimed.person, said))
        Digest.objects.filter(pk=claimed.pk).update(mailed_at=timezone.now())
        mine.update(mailed_at=timezone.now())


@transaction.atomic
def _claimed(person_id: int, day: date) -> Digest | None:
    """None where there is nothing to tell, nobody to tell it to, or another has claimed the day."""
    person = Person.objects.select_for_update(no_key=True).filter(pk=person_id, is_active=True).exclude(email="").first()
    if person is None or Digest.objects.filter(person=person, date=day).exists():
        return None
    waiting = preferences.wanting(_waiting(timezone.now()).filter(person=person), Mail.DIGEST).filter(is_seen())
    keys = list(waiting.order_by("-pk").values_list("pk", flat=True)[:MOST_NOTICES])
    if not keys:
        return None
    made = Digest.objects.create(person=person, date=day)
    Notice.objects.filter(pk__in=keys).update(digest=made, mail_claimed_at=made.claimed_at)
    return made


@transaction.atomic
def _give_back(claimed: Digest) -> None:
    Notice.objects.filter(digest=claimed).update(digest=None, mail_claimed_at=None)
    Digest.objects.filter(pk=claimed.pk).delete()


def _mail_of(person: Person, notices: Sequence[Notice]) -> EmailMessage:
    said = [bundle.words() for bundle in bundled(notices)]
    shown, rest = said[:MOST_LINES], len(said) - MOST_LINES
    body = "\n\n\n".join(["\n\n".join([f"* {each.subject}", *each.lines, each.address]) for each in shown])
    more = "\n\n\n" + say("And {count} more", count=rest) if rest > 0 else ""
    ways = say("All of them, read and unread: {address}", address=f"{settings.ADDRESS}/notices")
    hello = say("Hello {name},", name=person.name)
    since = say("What was said to you since the last mail:")
    return letter(
        to=person.email,
        subject=_subject(shown, max(rest, 0)),
        body=f"{hello}\n\n{since}\n\n\n{body}{more}\n\n{ways}\n"
        + unsubscribing.foot(person.pk, unsubscribing.DIGEST),
        headers=unsubscribing.headers(person.pk, unsubscribing.DIGEST),
    )


def _subject(said: Sequence[Words], rest: int) -> str:
    beside = len(said) + rest - 1
    return say("{subject}, and {count} more", subject=said[0].subject, count=beside) if beside else said[0].subject
