"""Deleting an account, over all folders: asking for it, and doing it when its time has come (docs/decisions/0024).

What was written stays, by “a former member”; where he wished it, the words of it go as well. Doing it may die anywhere and run again:
the account goes in one transaction, the words in batches, and what was asked for stays noted until nothing is left.
"""

import logging
from collections.abc import Iterator
from datetime import UTC

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from parley.base.jobs import heartbeat, slow_job
from parley.base.languages import LANGUAGES, spoken_to
from parley.base.refusals import Conflict, NotThere, Refusal
from parley.base.saying import moment, say
from parley.groups import leaving as groups
from parley.inbox import services as inbox
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import casework, taking_back
from parley.people import leaving, letters
from parley.people.models import Leaving, Person, SiteRole
from parley.rulebooks import services as rulebooks
from parley.seeds import readings
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads.models import Comment
from parley.trials import replays

AT_ONCE = 500
ALONE = "Nobody else owns {groups}. Make somebody an owner there first, on the page of its members."
ALONE_IN_MANY = "Nobody else owns {groups} and others. Make somebody an owner there first, on the page of its members."
log = logging.getLogger(__name__)


def refuse_needed(person: Person) -> None:
    """Raises `Conflict` where a group with other members, or the site, would be run by nobody."""
    leaving.refuse_last_admin(person)
    if titles := [group.title for group in groups.owned_alone(person)]:
        named = say(", ").join(titles[:5])
        raise Conflict(say(ALONE_IN_MANY if titles[5:] else ALONE, groups=named), "last-owner")


@transaction.atomic
def ask(*, actor: Person, takes_words: bool) -> Leaving:
    """He is told by mail as well, in case it was somebody else."""
    refuse_needed(actor)
    is_new = leaving.leaving_of(actor) is None
    asked = leaving.ask(actor=actor, takes_words=takes_words)
    if is_new:
        asked_for = say(
            "you asked that your account at {site} be deleted. That happens on {at} UTC.", site=settings.ADDRESS, at=_due(asked)
        )
        _write(asked, TO_BE, asked_for, say("If it was not you, or you think again: sign in before that, and take it back."))
    return asked


@transaction.atomic
def take_back(*, actor: Person) -> None:
    """With the mails about it that have not left yet. Doing it twice is doing it once."""
    leaving.take_back(actor=actor)
    letters.forget([actor.email], subjects=_in_all_languages(TO_BE, NOT_YET))


def _write(waits: Leaving, subject: str, *said: str) -> None:
    if waits.person.email:
        body = "\n\n".join([say("Hello {name},", name=waits.person.username), *said, f"{settings.ADDRESS}/own/leave"])
        letters.send_later(to=waits.person.email, subject=say(subject), body=f"{body}\n")


def _due(waits: Leaving) -> str:
    return moment(waits.due_at.astimezone(UTC), long=True)


def _write_later(waits: Leaving, why: str) -> None:
    tried = say("It is tried again on {at} UTC. If you would rather stay, take it back there:", at=_due(waits))
    asked = say(
        "you asked that your account at {site} be deleted. That could not be done yet. {why}", site=settings.ADDRESS, why=why
    )
    _write(waits, NOT_YET, asked, tried)


def _in_all_languages(*subjects: str) -> set[str]:
    """As letters may have them that wait."""
    found = set()
    for code in LANGUAGES:
        with spoken_to(code):
            found |= {say(each) for each in subjects}
    return found


TO_BE = "Your account is to be deleted"
NOT_YET = "Your account is not deleted yet"


def begin_due() -> None:
    """A job for each that is due; one that is at work already does no harm."""
    for key in leaving.due(timezone.now()):
        finish.enqueue(key)


@slow_job
def finish(key: int) -> None:
    """Nothing, where it was taken back or is done."""
    try:
        found = _let_go(key)
    except NotThere:
        return
    except Refusal as refusal:
        log.warning("an account waits another week to be deleted: %s", refusal.code)
        return
    if found.entry is not None:
        for some in _words_of(found.person):
            heartbeat()
            with transaction.atomic():
                texts.take_back_all(some, found.entry)
        if _in_open_cases(found.person):
            return  # a mod decides first; the next round looks again
    leaving.words_gone(found)


def _let_go(key: int) -> Leaving:
    """The account, in one transaction."""
    with transaction.atomic():
        found = leaving.lock(key)
        if found.left_at is not None:
            return found
        if found.due_at > timezone.now():
            raise NotThere
        person = found.person
        if person.site_role == SiteRole.ADMIN:
            leaving.lock_admins()
        with spoken_to(person.language):
            try:
                with transaction.atomic():
                    refuse_needed(person)
                    _part(found, person)
            except Refusal as needed:
                leaving.put_off(found)
                _write_later(found, needed.sentence)
            else:
                return found
    raise Conflict("Nobody else runs what this member runs.", "needed")


def _part(found: Leaving, person: Person) -> None:
    taking_back.take_back_all(person)
    casework.let_go_all(person)
    is_suspended = groups.is_suspended_anywhere(person)
    groups.leave_all(person)
    rulebooks.forget_drafts(person)
    replays.forget_all(person)
    readings.forget_all(person)
    inbox.forget_all(person)
    if found.takes_words:
        found.entry = _noted()
        found.save(update_fields=["entry"])
    leaving.part_with(found, keeps_address=is_suspended)


def _noted() -> Entry:
    """One entry for all, which names nobody."""
    return ledger.note(
        Told.WORDS_TAKEN_BACK, actor="unnamed", decider="member", group_id=None, subject="what a member wrote who has left",
    )  # fmt: skip


def _words_of(person: Person) -> Iterator[list[int]]:
    """Keys of texts whose words are still there, in slices by key: comments that no open case is about, then remarks on seeds."""
    comments = Comment.objects.filter(author=person).exclude(text__removed_by__act=Told.WORDS_TAKEN_BACK).exclude(cases__is_open=True)
    seeds = Seed.objects.filter(seeder=person, remark__isnull=False).exclude(remark__removed_by__act=Told.WORDS_TAKEN_BACK)
    for found, text in ((comments, "text"), (seeds, "remark")):
        last = 0
        while some := list(found.filter(pk__gt=last).order_by("pk").values_list("pk", text)[:AT_ONCE]):
            yield [key for _, key in some]
            last = some[-1][0]


def _in_open_cases(person: Person) -> bool:
    return Comment.objects.filter(author=person, cases__is_open=True).exclude(text__removed_by__act=Told.WORDS_TAKEN_BACK).exists()
