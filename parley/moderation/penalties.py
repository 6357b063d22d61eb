"""What a breach costs: tickets with points that fall, suspensions for a term, and the return on agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from parley.base.cleaning import clean_line
from parley.base.decisions import no, require
from parley.base.refusals import Invalid, NotThere
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.models import Group, Suspension
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation.models import Ruling, Scale, Sort, Ticket
from parley.people.models import Person, SiteRole
from parley.rulebooks.policy import may_write_site
from parley.seeds.models import Seed

LADDER = (7, 30, 180)
"""Days of the first, second, and later suspensions by points, where a group says nothing else."""
MOST_DAYS = 3_650
SCOPES = ("seed", "group", "site")
LIMITS = {
    "taunting": (0, 100),
    "skirting": (0, 100),
    "breach": (0, 100),
    "limit": (1, 1000),
    "falls_after": (1, MOST_DAYS),
    "appeal_days": (14, MOST_DAYS),
    "guard_days": (0, 365),
}


@dataclass(frozen=True, kw_only=True)
class Term:
    """A suspension as a mod chose it: from the discussion (`seed`), the `group`, or the `site`; `days` None: until he agrees
    to the text.
    """

    scope: str
    days: int | None
    agreement: str = ""


def scale_of(group: Group | None) -> Scale:
    """The group's own, else the site's, else what we propose. Not stored by asking."""
    return scales_of([group.pk] if group else [])[group.pk if group else None]


def scales_of(groups: Iterable[int]) -> dict[int | None, Scale]:
    """The same for groups by their keys, and for the site (None); one query."""
    keys = list(groups)
    own = {each.group_id: each for each in Scale.objects.filter(Q(group__in=keys) | Q(group=None))}
    site = own.get(None) or Scale(ladder=list(LADDER))
    return {None: site} | {key: own.get(key, site) for key in keys}


def proposed(name: str) -> int:
    """What we propose for one of `LIMITS`."""
    return int(getattr(Scale(), name))


def points_for(scale: Scale, sort: str) -> int:
    costs = {Sort.WARNING: 0, Sort.TAUNTING: scale.taunting, Sort.SKIRTING: scale.skirting, Sort.BREACH: scale.breach}
    if sort not in costs:
        raise Invalid("Choose one of the tickets offered.", "no-such-ticket", field="ticket")
    return costs[Sort(sort)]


def standing_tickets(person: Person | int, group: Group | int, *, now: datetime) -> QuerySet[Ticket]:
    """Those whose points count: of rulings that stand, and not fallen yet."""
    return Ticket.objects.filter(person=person, group=group, falls_at__gt=now, ruling__undone_by=None)


def points_of(person: Person | int, group: Group | int, *, now: datetime) -> int:
    return standing_tickets(person, group, now=now).aggregate(all=Sum("points"))["all"] or 0


def give_ticket(ruling: Ruling, sort: str, *, person: Person, group: Group) -> Ticket:
    """In the transaction of its ruling."""
    scale = scale_of(group)
    falls_at = timezone.now() + timedelta(days=scale.falls_after)
    return Ticket.objects.create(
        ruling=ruling, person=person, group=group, sort=sort, points=points_for(scale, sort), falls_at=falls_at
    )


def next_term(person: Person, group: Group, scale: Scale) -> int:
    """Days of the suspension that the limit brings next."""
    return term_after(suspended_by_points(person, [group.pk]).get(group.pk, 0), scale)


def term_after(served: int, scale: Scale) -> int:
    """Days, where so many suspensions by points stand already."""
    ladder = scale.ladder or list(LADDER)
    return int(ladder[min(served, len(ladder) - 1)])


def suspended_by_points(person: Person, groups: Iterable[int]) -> dict[int, int]:
    """How many suspensions by points stand, by key of the group; one query."""
    found = Suspension.objects.filter(person=person, group__in=list(groups), is_automatic=True, lifted_by=None)
    return dict(found.values_list("group").annotate(Count("pk")).order_by())


def term_by_points(person: Person, group: Group, *, adding: int) -> Term | None:
    """The suspension that so many more points bring, if they reach the limit and none by points is running."""
    scale, now = scale_of(group), timezone.now()
    running = Suspension.objects.filter(person=person, group=group, is_automatic=True, lifted_by=None, ends_at__gt=now)
    if not adding or points_of(person, group, now=now) + adding < scale.limit or running.exists():
        return None
    return Term(scope="group", days=next_term(person, group, scale))


def checked(actor: Person, person: Person, seed: Seed, term: Term) -> Term:
    """Raises a refusal for a term that cannot be, or is not the actor's to give."""
    if term.scope not in SCOPES:
        raise Invalid("Choose from where to suspend.", "no-such-scope", field="scope")
    if term.scope == "site" and not actor.is_site_mod:
        require(no("not-admin"))
    if person.site_role == SiteRole.ADMIN or groups.role_in(person, seed.group) == "owner":
        raise Invalid(
            "Who owns the group or runs the site cannot be suspended from it. Take the role first.",
            "owner",
            field="scope",
        )
    agreement = clean_line(term.agreement)
    if term.days is None and not agreement:
        raise Invalid("Give the suspension an end in days, or a text to agree to.", "endless", field="days")
    if term.days is not None and not 1 <= term.days <= MOST_DAYS:
        raise Invalid(say("Use a number of days from 1 to {most}.", most=MOST_DAYS), "bad-term", field="days")
    if len(agreement) > 500:
        raise Invalid("Keep the text to agree to under 500 characters.", "too-long", field="agreement")
    return Term(scope=term.scope, days=term.days, agreement=agreement)


def suspend(
    *,
    actor: str,
    decider: str,
    person: Person,
    seed: Seed,
    term: Term,
    because: Mapping[str, Any],
    is_automatic: bool = False,
) -> Suspension:
    """In the transaction of its ruling; its entry in the log names the member, since whoever is limited is told, and so is
    everybody.
    """
    ends_at = timezone.now() + timedelta(days=term.days) if term.days else None
    where = {"seed": f"“{seed.headline[:100]}”", "group": f"the group “{seed.group.title}”", "site": "the whole site"}[term.scope]
    entry = ledger.note(
        Told.MEMBER_SUSPENDED,
        actor=actor,
        decider=decider,
        group_id=None if term.scope == "site" and not seed.group.is_private else seed.group_id,
        subject=f"member {person.name_in_log}, from {where}",
        address=person.url,
        because=dict(because),
        body={
            "scope": term.scope,
            "days": term.days,
            "until": ends_at.isoformat() if ends_at else None,
            "by_points": is_automatic,
        },
    )
    person.forget_places()
    return Suspension.objects.create(
        person=person,
        group=None if term.scope == "site" else seed.group,
        seed_key=seed.pk if term.scope == "seed" else None,
        ends_at=ends_at,
        agreement=term.agreement,
        is_automatic=is_automatic,
        entry=entry,
    )


def lift(suspension: Suspension, *, actor: str, decider: str) -> Entry | None:
    """End it, in the log as well; None where it ended before."""
    if suspension.lifted_by_id is not None:
        return None
    entry = suspension.entry
    suspension.lifted_by = ledger.note(
        Told.MEMBER_RESTORED,
        actor=actor,
        decider=decider,
        group_id=entry.group_id,
        subject=entry.subject,
        address=entry.address,
        because=entry.because,
        corrects=entry,
    )
    suspension.save(update_fields=["lifted_by"])
    return suspension.lifted_by


def end_with(ruling: Ruling, group: Group, *, actor: str, decider: str) -> None:
    """What a ruling cost ends with it. Where it was one of many and others stand, that hangs on the next of them."""
    ticket = Ticket.objects.filter(ruling=ruling).first()
    if ruling.suspension is None and ticket is None:
        return
    others = Ruling.objects.filter(mass=ruling.mass_id, undone_by=None).exclude(pk=ruling.pk) if ruling.mass_id else None
    heir = others.order_by("pk").first() if others is not None else None
    if heir is not None:
        Ticket.objects.filter(ruling=ruling).update(ruling=heir)
        heir.suspension, ruling.suspension = ruling.suspension, None
        ruling.save(update_fields=["suspension"])
        heir.save(update_fields=["suspension"])
        return
    if ruling.suspension is not None:
        lift(ruling.suspension, actor=actor, decider=decider)
    if ruling.person is not None and ticket is not None:
        lift_unearned(ruling.person, group, actor=actor, decider=decider)


def lift_unearned(person: Person, group: Group, *, actor: str, decider: str) -> None:
    """Suspensions by points end where the points no longer reach the limit, as after a ruling that was undone."""
    now = timezone.now()
    if points_of(person, group, now=now) >= scale_of(group).limit:
        return
    running = Suspension.objects.filter(person=person, group=group, is_automatic=True, lifted_by=None, ends_at__gt=now)
    for each in running.select_related("entry"):
        lift(each, actor=actor, decider=decider)


@transaction.atomic
def agree(*, actor: Person, suspension_id: int) -> Suspension:
    """The member agrees to the text and returns, where no term is left. Agreeing twice is agreeing once."""
    found = (
        Suspension.objects.select_for_update()
        .filter(pk=suspension_id, person=actor, lifted_by=None)
        .exclude(agreement="")
        .first()
    )
    if found is None:
        raise NotThere
    if found.agreed_at is None:
        found.agreed_at = timezone.now()
        found.save(update_fields=["agreed_at"])
    actor.forget_places()
    return found


@transaction.atomic
def change_scale(*, actor: Person, group: Group | None, values: Mapping[str, int], ladder: tuple[int, ...]) -> Scale:
    """What breaches cost from now on; tickets keep the points they were given. Owners, of the site its admins; written to the
    ledger.
    """
    require(groups.may_own(actor, group) if group else may_write_site(actor))
    for name, (least, most) in LIMITS.items():
        if not least <= values[name] <= most:
            raise Invalid(say("Use a number from {least} to {most}.", least=least, most=most), "out-of-range", field=name)
    if not 1 <= len(ladder) <= 10 or not all(1 <= days <= MOST_DAYS for days in ladder):
        raise Invalid("Give one to ten terms in days, such as 7, 30, 180.", "bad-ladder", field="ladder")
    scale = Scale.objects.select_for_update().filter(group=group).first() or Scale(group=group)
    before = _told(scale) if scale.pk else None
    for name in LIMITS:
        setattr(scale, name, values[name])
    scale.ladder = list(ladder)
    scale.save()
    if _told(scale) != before:
        ledger.note(
            Told.SCALE_CHANGED,
            actor=actor.username,
            decider="group owner" if group else "admin",
            group_id=group.pk if group else None,
            subject="what breaches cost",
            address=f"{group.url}/scale" if group else "/scale",
            body={"before": before, "after": _told(scale)},
        )
    return scale


def _told(scale: Scale) -> str:
    ladder = ", ".join(map(str, scale.ladder))
    return (
        f"{scale.taunting}/{scale.skirting}/{scale.breach} of {scale.limit}, falling after {scale.falls_after} days; {ladder} days; "
        f"appeals {scale.appeal_days} days, second mod {scale.guard_days} days"
    )
