"""What a group asks of members who are new in it: until a day, or until so many comments of theirs stand there.

These are settings, since each can be told before anything is typed, with its end. How old an account must be to write at all is a
house rule (`new-members` in the catalogue of kinds), which people read in the red box.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from houserules.signals.links import links_of
from parley.base.prepared import Prepared
from parley.base.refusals import NotAllowed
from parley.base.saying import counted, day, say
from parley.groups import policy as groups
from parley.groups.models import Group, NewMay
from parley.people.models import Person
from parley.rulebooks.queries import sizes
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for
from parley.threads.models import Comment

PICTURE = re.compile(r"!\[[^\]\n]{0,1000}\][(\[]")
"""In Markdown."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for one member in one group now."""

    group: Group
    until: datetime
    posted: int
    """How many comments of his stand there."""
    waits: bool
    """Whether the next comment waits for a mod, who needs rules to decide by."""

    @property
    def may_link(self) -> bool:
        return self.group.new_may != NewMay.WORDS

    @property
    def may_show_pictures(self) -> bool:
        return self.group.new_may == NewMay.ALL


def limits_of(person: Person, seed: Seed, *, now: datetime | None = None) -> Limits | None:
    """None for whoever is not new in its group, which asks nothing; else one query, and for the rules where comments are to wait. His
    roles come with the person.
    """
    group = seed.group
    until = _until(person, group, now or timezone.now())
    if until is None:
        return None
    posted = len(POSTED.rows(person.pk, group.pk))
    limits = Limits(group, until, posted, waits=posted < group.new_held and bool(rules_for(seed).lines))
    return limits if _is_new(limits) else None


def _until(person: Person, group: Group, now: datetime) -> datetime | None:
    """Until when somebody can be new; what the settings ask nothing of, and mods, are not."""
    joined = person.joined_at.get(group.pk)
    if not group.new_days or joined is None or (group.new_may == NewMay.ALL and not group.new_held):
        return None
    until = joined + timedelta(days=group.new_days)
    return None if until <= now or groups.may_moderate(person, group) else until


def _is_new(limits: Limits) -> bool:
    group = limits.group
    is_few = not group.new_comments or limits.posted < group.new_comments
    return is_few and (limits.waits or not limits.may_show_pictures)


def _posted(person: int, group: int) -> QuerySet[Comment, tuple[int]]:
    return Comment.objects.filter(author=person, seed__group=group).order_by().values_list("pk")[:MOST]


MOST = 1_000
POSTED = Prepared(_posted, int, int)


def all_limits_of(person: Person, among: Iterable[Group]) -> list[Limits]:
    """In those of the groups in which he is new; two queries for all. Seeds can have rules that their groups have not."""
    now = timezone.now()
    young = {group: until for group in among if (until := _until(person, group, now)) is not None}
    if not young:
        return []
    mine = Comment.objects.filter(author=person, seed__group__in=list(young)).order_by()
    counted = dict(mine.values_list("seed__group").annotate(Count("pk")))
    lines = sizes(versions=(), groups=[each.pk for each in young], books=())
    found = []
    for group, until in young.items():
        posted, has_rules = counted.get(group.pk, 0), bool(lines.site or lines.groups.get(group.pk))
        found.append(Limits(group, until, posted, waits=posted < group.new_held and has_rules))
    return [each for each in found if _is_new(each)]


def told(limits: Limits | None) -> tuple[str, ...]:
    """What he reads before he types."""
    if limits is None:
        return ()
    said = [say(NOTHING[limits.group.new_may])] if limits.group.new_may in NOTHING else []
    if limits.waits:
        said.append(counted(
            "your first comment waits for a mod before others see it",
            "your first {count} comments wait for a mod before others see them", limits.group.new_held,
        ))  # fmt: skip
    both = said[0] if len(said) == 1 else say("{one}, and {other}", one=said[0], other=said[1])
    return (say("You are new in {group}: {what}. {ends}", group=limits.group.title, what=both, ends=ends(limits)),)


NOTHING = {
    NewMay.WORDS.value: "your comments can have no links and no pictures yet",
    NewMay.LINKS.value: "your comments can have no pictures yet",
}


def ends(limits: Limits) -> str:
    most = limits.group.new_comments
    until = day(limits.until, long=True)
    if not most:
        return say("This ends on {day}.", day=until)
    return counted(
        "This ends on {day}, or when {count} comment of yours stands here.",
        "This ends on {day}, or when {count} comments of yours stand here.", most, day=until,
    )  # fmt: skip


def require_fitting(limits: Limits | None, source: str, *, edits: bool = False) -> None:
    """Raises `NotAllowed` where a new member's text holds what it cannot hold yet, or where a change (`edits`) cannot wait."""
    if limits is None:
        return
    if edits and limits.waits:
        said = say("While you are new here your comments wait, and a change cannot wait. {ends}", ends=ends(limits))
        raise NotAllowed(said, "held-edit")
    if not limits.may_show_pictures and PICTURE.search(source):
        said = say("New members’ comments have no pictures here. Take it out, and yours can be posted. {ends}", ends=ends(limits))
        raise NotAllowed(said, "new-pictures")
    if not limits.may_link and links_of(source):
        said = say("New members’ comments have no links here. Take it out, and yours can be posted. {ends}", ends=ends(limits))
        raise NotAllowed(said, "new-links")
