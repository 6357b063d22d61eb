"""One's own record: points and when they fall, limits, rulings and appeals, what waits, and one's flags."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.groups import queries as groups
from parley.moderation import items, penalties
from parley.moderation import queries as moderation
from parley.moderation.actions import actions
from parley.people.queries import actor_of
from parley.threads.queries import waiting_of
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parley.moderation.models import Flag, Ruling
    from parley.people.models import Person


@takes("GET")
def record(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    answer = page(
        request,
        "record.html",
        here="record",
        points=list(_points(actor)),
        limits=list(_limits(actor)),
        rulings=[_ruling(each) for each in moderation.rulings_against(actor)],
        flags=[_flag(each) for each in moderation.flags_by(actor)],
        waiting=[
            rows.ActRow(label=f"On “{each.seed.headline}”", url=each.url, state="waits for a mod", at=each.created_at)
            for each in waiting_of(actor)
        ],
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@takes("POST")
def agree(request: HttpRequest, suspension_id: int) -> HttpResponseBase:
    penalties.agree(actor=actor_of(request), suspension_id=suspension_id)
    tell(request, "You agreed. Welcome back.")
    return redirect("/record")


def _points(actor: "Person") -> "Iterable[rows.PointsRow]":
    tickets = moderation.tickets_of(actor)
    for group in groups.groups_by_key({each.group_id for each in tickets}).values():
        mine = [each for each in tickets if each.group_id == group.pk]
        scale = penalties.scale_of(group)
        points, days = sum(each.points for each in mine), penalties.next_term(actor, group, scale)
        yield rows.PointsRow(
            group=group.title,
            group_url=group.url,
            points=points,
            limit=scale.limit,
            falls=tuple((f"{each.get_sort_display()}, {each.points}", each.falls_at) for each in mine),
            following=f"At {scale.limit} points you could not take part in this group for {days} days.",
        )


def _limits(actor: "Person") -> "Iterable[rows.LimitRow]":
    for each in moderation.suspensions_of(actor):
        where = "one discussion" if each.seed_key else each.group.title if each.group else "the whole site"
        until = f"until {each.ends_at:%-d %B %Y, %H:%M} UTC" if each.ends_at else "until you agree to a text"
        needs = bool(each.agreement) and each.agreed_at is None
        yield rows.LimitRow(
            sentence=f"You are suspended from {where} {until}.",
            agreement=each.agreement if needs else "",
            agree_url=f"/record/agree/{each.pk}" if needs else None,
        )


def _ruling(ruling: "Ruling") -> rows.ActRow:
    made = getattr(ruling, "appeal", None)
    state = "undone" if ruling.undone_by_id else "stands"
    if made is not None and not (ruling.undone_by_id and made.is_granted is None):
        state = {None: "appealed", True: "appeal granted", False: "appeal refused"}[made.is_granted]
    return rows.ActRow(
        label=f"{actions()[ruling.action].done}: {ruling.entry.subject}",
        url=ruling.url,
        state=state,
        at=ruling.created_at,
    )


def _flag(flag: "Flag") -> rows.ActRow:
    item = items.item_of(flag.case)
    state = {None: "waits for a mod", True: "a mod agreed", False: "no breach was found"}[flag.is_right]
    return rows.ActRow(
        label=items.name_of(item)[:1].upper() + items.name_of(item)[1:], url=item.url, state=state, at=flag.at
    )
