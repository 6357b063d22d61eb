"""What holds in a discussion under strain, and whether somebody may write there now: asked by page, coach, and posting alike."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from parley.base.prepared import Prepared
from parley.base.refusals import NotAllowed
from parley.base.saying import counted, day, moment, say
from parley.groups import policy as groups
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment, Held, MemberHold, Strain, Way

WAYS = tuple(Way.choices)


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds in one discussion at a time."""

    strains: tuple[Strain, ...]
    closed_at: datetime | None
    """When it closed by itself; None while it is open."""

    def by(self, way: Way) -> Strain | None:
        return next((each for each in self.strains if each.way == way), None)


def standing_in(seed: Seed, *, now: datetime | None = None) -> Standing:
    """One query. The seed comes with its group."""
    return standing_at(seed, strains_of(seed), now=now)


def strains_of(seed: Seed) -> tuple[Strain, ...]:
    """Those that nobody has ended, nor the clock until now."""
    return tuple(STRAINS.instances(seed.pk, timezone.now()))


def _strains(seed: int, now: datetime) -> QuerySet[Strain]:
    runs = Q(ends_at=None) | Q(ends_at__gt=now)
    return Strain.objects.filter(runs, seed=seed, eased_by=None).select_related("entry").order_by("pk")


STRAINS = Prepared(_strains, int, datetime)


def standing_at(seed: Seed, strains: tuple[Strain, ...], *, now: datetime | None = None) -> Standing:
    """What holds of them now; asks nothing."""
    now = now or timezone.now()
    found = tuple(each for each in strains if each.ends_at is None or each.ends_at > now)
    days = seed.group.closes_after_days
    closes = seed.created_at + timedelta(days=days) if days else None
    is_closed = closes is not None and closes <= now and all(each.way != Way.REOPENED for each in found)
    return Standing(found, closes if is_closed else None)


def barrier(
    actor: Person, seed: Seed, standing: Standing, *, official: bool = False, edits: bool = False, adds: bool = False,
    now: datetime | None = None,
) -> NotAllowed | None:  # fmt: skip
    """What keeps the actor from writing here now, in words for him; None where he may. `official`: he speaks as a mod; `edits`: it is
    a change of what stands, `adds`: by adding to it. Some queries more in slow mode, else none.
    """
    is_mod = bool(groups.may_moderate(actor, seed.group))
    if refusal := shut_for(actor, seed, standing, official=official):
        return refusal
    if edits and (refusal := _held_edit(actor, seed, standing, is_mod=is_mod)):
        return refusal
    if edits and not adds:
        return None
    slowed = standing.by(Way.SLOWED)
    return _too_soon(actor, seed, slowed.minutes, now or timezone.now()) if slowed and not is_mod else None


def shut_for(actor: Person, seed: Seed, standing: Standing, *, official: bool) -> NotAllowed | None:
    """As `barrier`, of what shuts the discussion and no waiting opens within minutes; asks nothing."""
    is_mod = bool(groups.may_moderate(actor, seed.group))
    shut = _shut(standing)
    if shut is None or (is_mod and official):
        return None
    said = say("{why} Mods can still speak as mods here.", why=shut[1]) if is_mod else shut[1]
    return NotAllowed(said, shut[0])


def told(actor: Person, seed: Seed, standing: Standing) -> tuple[str, ...]:
    """What whoever may write here reads before he types."""
    if groups.may_moderate(actor, seed.group):
        return (say("{why} Tick “Speak as a mod” to post here.", why=shut[1]),) if (shut := _shut(standing)) else ()
    said = []
    if slowed := standing.by(Way.SLOWED):
        wait = _too_soon(actor, seed, slowed.minutes, timezone.now())
        said.append(wait.sentence if wait else slow(slowed.minutes))
    if standing.by(Way.HELD):
        said.append(say("A mod looks at every new comment here before others see it. You are told when yours is posted."))
    return tuple(said)


def slow(minutes: int) -> str:
    return counted(
        "This discussion is in slow mode: one comment a minute.", "This discussion is in slow mode: one comment in {count} minutes.",
        minutes,
    )  # fmt: skip


def _shut(standing: Standing) -> tuple[str, str] | None:
    if standing.by(Way.LOCKED):
        return "locked", say("This discussion is locked at the moment. Reading and voting are open.")
    if (paused := standing.by(Way.PAUSED)) and paused.ends_at:
        until = moment(paused.ends_at, long=True)
        return "paused", say("This discussion pauses until {until} UTC. Then it opens by itself.", until=until)
    if standing.closed_at:
        on = day(standing.closed_at, long=True)
        return "closed", say("This discussion closed by itself on {day}. Reading and voting are open.", day=on)
    return None


def _held_edit(actor: Person, seed: Seed, standing: Standing, *, is_mod: bool) -> NotAllowed | None:
    if is_mod or (standing.by(Way.HELD) is None and hold_of(actor, seed.group_id) is None):
        return None
    sentence = say("Your new comments wait for a mod here, and a change of a comment cannot wait. Say it in a new comment.")
    return NotAllowed(sentence, "held-edit")


def _too_soon(actor: Person, seed: Seed, minutes: int, now: datetime) -> NotAllowed | None:
    since = now - timedelta(minutes=minutes)
    times = [
        model.objects.filter(seed=seed, author=actor, created_at__gt=since).aggregate(latest=Max("created_at"))["latest"]
        for model in (Comment, Held)
    ]
    own = Comment.objects.filter(seed=seed, author=actor, text__current__number__gt=1, text__current__created_at__gt=since)
    times.append(own.aggregate(latest=Max("text__current__created_at"))["latest"])  # what was added, or changed
    latest = max((at for at in times if at), default=None)
    if latest is None:
        return None
    seconds = (latest + timedelta(minutes=minutes) - now).total_seconds()
    wait = max(1, -int(-seconds // 60))
    again = counted("You can post again in {count} minute.", "You can post again in {count} minutes.", wait)
    return NotAllowed(f"{slow(minutes)} {again}", "slowed")


def require_open(actor: Person, seed: Seed, *, official: bool = False, edits: bool = False, adds: bool = False) -> Standing:
    """What holds there. Raises `NotAllowed` with the sentence of the barrier. Under the seed's lock its answer holds until the
    transaction ends.
    """
    standing = standing_in(seed)
    if refusal := barrier(actor, seed, standing, official=official, edits=edits, adds=adds):
        raise refusal
    return standing


def waits_for_mod(actor: Person, seed: Seed, standing: Standing) -> bool:
    """Whether a new comment of the actor is held because all are here, or because all of his are in this group."""
    if groups.may_moderate(actor, seed.group):
        return False
    return standing.by(Way.HELD) is not None or hold_of(actor, seed.group_id) is not None


def hold_of(person: Person, group_id: int) -> MemberHold | None:
    found: MemberHold | None = HOLDS.first(person.pk, group_id, timezone.now())
    return found


def _holds(person: int, group: int, now: datetime) -> QuerySet[MemberHold]:
    found = MemberHold.objects.filter(person=person, group=group, freed_by=None, ends_at__gt=now)
    return found.order_by("-ends_at")[:1]


HOLDS = Prepared(_holds, int, int, datetime)


def holds_in(group_id: int) -> list[MemberHold]:
    """Those that stand, for the group's mods; at most 200."""
    found = MemberHold.objects.filter(group=group_id, freed_by=None, ends_at__gt=timezone.now())
    return list(found.select_related("person").order_by("ends_at")[:200])
