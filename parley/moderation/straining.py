"""Locking, pausing, slowing a discussion, letting its new comments wait for a mod, and easing it again (R3.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from parley.base.cleaning import clean_line
from parley.base.decisions import Decision, no, require, yes
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict, Invalid
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.groups.queries import member_called
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import policy, recusal
from parley.moderation.items import name_of
from parley.moderation.lines import lines_of
from parley.moderation.services import decider_of, refuse_retaliation
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.seeds.queries import lines_of_group
from parley.threads import straining
from parley.threads.events import MemberHeld
from parley.threads.models import Comment, MemberHold, Strain, Way

TOLD = {
    Way.LOCKED: Told.THREAD_LOCKED,
    Way.PAUSED: Told.THREAD_PAUSED,
    Way.SLOWED: Told.THREAD_SLOWED,
    Way.HELD: Told.THREAD_HELD,
    Way.REOPENED: Told.THREAD_EASED,
}
MOST_NOTE = 300
MOST_HOURS = 720
MOST_MINUTES = 1_440
MOST_DAYS = 365
LATELY = timedelta(days=30)
"""So long whoever argued with a member leaves it to other mods to let his comments wait."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a mod asks for: `hours` of a pause, `minutes` of slow mode, and why, which everybody reads."""

    way: str
    note: str
    hours: int = 0
    minutes: int = 0


def may_strain(actor: Person | None, seed: Seed) -> Decision:
    """As of a ruling on the seed: not who argues here, unless nobody else could (R4.6)."""
    if not (moderates := groups.may_moderate(actor, seed.group)):
        return moderates
    rules = policy.may_rule(actor, seed)
    return yes(rules.reason) if rules else no("recused")


@transaction.atomic
def strain(*, actor: Person, seed: Seed, asked: Asked) -> Strain:
    """One way holds once: asking again while it holds raises `Conflict`. Holds for whatever is posted after this commits."""
    seed = seeds.lock(seed)
    require(may := may_strain(actor, seed))
    way, note = _checked(seed, asked)
    standing = straining.standing_in(seed)
    if standing.by(way):
        raise Conflict("This holds here already. End it first, then begin it anew.", "holds-already")
    if way is Way.REOPENED and standing.closed_at is None:
        raise Conflict("This discussion has not closed by itself.", "not-closed")
    ends_at = timezone.now() + timedelta(hours=asked.hours) if way is Way.PAUSED else None
    body = {"note": note, "way": way.value, "minutes": asked.minutes, "until": ends_at.isoformat() if ends_at else None}
    entry = _noted(actor, seed, TOLD[way], {**body, "involved": may.reason == "involved"})
    minutes = asked.minutes if way is Way.SLOWED else 0
    purge(*seeds.keys_of(seed))
    return Strain.objects.create(seed=seed, way=way, note=note, ends_at=ends_at, minutes=minutes, entry=entry)


def _checked(seed: Seed, asked: Asked) -> tuple[Way, str]:
    if asked.way not in Way.values:
        raise Invalid("Choose what is to hold.", "no-choice", field="way")
    note, way = _note_of(asked.note), Way(asked.way)
    if way is Way.PAUSED and not 1 <= asked.hours <= MOST_HOURS:
        raise Invalid(say("A pause takes 1 to {most} hours.", most=MOST_HOURS), "out-of-range", field="hours")
    if way is Way.SLOWED and not 1 <= asked.minutes <= MOST_MINUTES:
        raise Invalid(say("Slow mode takes 1 to {most} minutes.", most=MOST_MINUTES), "out-of-range", field="minutes")
    if way is Way.HELD and not lines_of(seed):
        raise Invalid("Without house rules no mod could rule on what waits here.", "no-rules", field="way")
    return way, note


@transaction.atomic
def ease(*, actor: Person, seed: Seed, strain_id: int) -> None:
    """End one before its time; ending twice is ending once."""
    seed = seeds.lock(seed)
    require(may := may_strain(actor, seed))
    standing = next((each for each in straining.standing_in(seed).strains if each.pk == strain_id), None)
    if standing is None:
        return
    body = {"note": f"Ended: {Way(standing.way).label.lower()}.", "involved": may.reason == "involved"}
    standing.eased_by = _noted(actor, seed, Told.THREAD_EASED, body, corrects=standing.entry)
    standing.save(update_fields=["eased_by"])
    purge(*seeds.keys_of(seed))


def _noted(actor: Person, seed: Seed, told: Told, body: Mapping[str, object], corrects: Entry | None = None) -> Entry:
    return ledger.note(
        told,
        actor=actor.username,
        decider=decider_of(actor, seed.group),
        group_id=seed.group_id,
        subject=name_of(seed),
        address=seed.url,
        body=dict(body),
        corrects=corrects,
    )


@transaction.atomic
def hold_member(*, actor: Person, group: Group, username: str, days: int, note: str) -> MemberHold:
    """New comments of a member wait for a mod for a term. He is told, and reads why."""
    require(groups.may_moderate(actor, group))
    person = member_called(group, username.strip().lower())
    if person is None:
        raise Invalid("Nobody of that name is in this group.", "not-here", field="username")
    if person.pk == actor.pk or groups.may_moderate(person, group):
        raise Invalid("This is for members who do not moderate here.", "moderates", field="username")
    refuse_retaliation(actor, person.pk, group)
    if _argue(actor, person, group) and [each.pk for each in recusal.deciders_in(group)] != [actor.pk]:
        require(no("argues"))
    if not 1 <= days <= MOST_DAYS:
        raise Invalid(say("Give 1 to {most} days.", most=MOST_DAYS), "out-of-range", field="days")
    cleaned = _note_of(note)
    if not lines_of_group(group):
        raise Invalid("Without house rules no mod could rule on what waits here.", "no-rules", field="username")
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if straining.hold_of(person, group.pk):
        raise Conflict("This holds already. End it first, then begin it anew.", "holds-already")
    ends_at = timezone.now() + timedelta(days=days)
    body = {"note": cleaned, "until": ends_at.isoformat()}
    entry = _of_member(actor, group, person, Told.MEMBER_HELD, body)
    hold = MemberHold.objects.create(group=group, person=person, note=cleaned, ends_at=ends_at, entry=entry)
    tell(MemberHeld(hold.pk))
    return hold


def _argue(actor: Person, person: Person, group: Group) -> bool:
    """Whether the two answered each other here lately, the mod as a member (R4.6)."""
    since = timezone.now() - LATELY
    found = Comment.objects.filter(seed__group=group, created_at__gte=since)
    to_him = Q(author=actor, is_official=False, parent__author=person)
    return found.filter(to_him | Q(author=person, parent__author=actor, parent__is_official=False)).exists()


@transaction.atomic
def free_member(*, actor: Person, group: Group, hold_id: int) -> None:
    """Before the term is over; ending twice is ending once."""
    require(groups.may_moderate(actor, group))
    found = MemberHold.objects.select_for_update(of=("self",)).select_related("person", "entry")
    hold = found.filter(pk=hold_id, group=group, freed_by=None).first()
    if hold is None:
        return
    hold.freed_by = _of_member(actor, group, hold.person, Told.MEMBER_FREED, {}, corrects=hold.entry)
    hold.save(update_fields=["freed_by"])


def _of_member(
    actor: Person, group: Group, person: Person, told: Told, body: Mapping[str, object], corrects: Entry | None = None
) -> Entry:
    return ledger.note(
        told,
        actor=actor.username,
        decider=decider_of(actor, group),
        group_id=group.pk,
        subject=f"member {person.name_in_log}",
        address=person.url,
        body=dict(body),
        corrects=corrects,
    )


def _note_of(note: str) -> str:
    cleaned = clean_line(note)
    if not cleaned:
        raise Invalid("Say why in a sentence. It stands in the public log.", "empty", field="note")
    if len(cleaned) > MOST_NOTE:
        raise Invalid(say("Keep this to {most} characters.", most=MOST_NOTE), "too-long", field="note")
    return cleaned
