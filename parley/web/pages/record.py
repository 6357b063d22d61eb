"""One's own record: points and when they fall, limits, rulings and appeals, what waits, and one's flags."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import capfirst

from parley.base.saying import counted, moment, say
from parley.groups import queries as groups
from parley.groups.policy import may_read
from parley.ledger import wording
from parley.moderation import items, penalties, record_queries
from parley.moderation.actions import actions
from parley.people.queries import actor_of
from parley.threads.queries import waiting_of
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from parley.moderation.models import Flag, Message, Ruling
    from parley.people.models import Person
    from parley.threads.models import Held


@takes("GET")
def record(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    return private_page(
        request,
        "record.html",
        here="record",
        points=list(_points(actor)),
        limits=list(_limits(actor)),
        rulings=[_ruling(each) for each in record_queries.rulings_against(actor)],
        questions=[_question(each) for each in record_queries.talks_of(actor)],
        flags=[_flag(each, actor) for each in record_queries.flags_by(actor)],
        waiting=[
            _waiting(each)
            for each in waiting_of(actor)
            if may_read(actor, each.seed.group)
        ],
    )


@takes("POST")
def agree(request: HttpRequest, suspension_id: int) -> HttpResponseBase:
    penalties.agree(actor=actor_of(request), suspension_id=suspension_id)
    tell(request, "You agreed. Welcome back.")
    return redirect("/record")


def _points(actor: "Person") -> "Iterable[rows.PointsRow]":
    tickets = record_queries.tickets_of(actor)
    keys = {each.group_id for each in tickets}
    scales, served = penalties.scales_of(keys), penalties.suspended_by_points(actor, keys)
    for group in groups.groups_by_key(keys).values():
        mine = [each for each in tickets if each.group_id == group.pk]
        scale = scales[group.pk]
        points, days = sum(each.points for each in mine), penalties.term_after(served.get(group.pk, 0), scale)
        yield rows.PointsRow(
            group=group.title,
            group_url=group.url,
            points=points,
            limit=scale.limit,
            falls=tuple((f"{say(each.get_sort_display())}{say(', ')}{each.points}", each.falls_at) for each in mine),
            following=counted(
                "At {limit} points you could not take part in this group for {count} day.",
                "At {limit} points you could not take part in this group for {count} days.", days, limit=scale.limit,
            ),
        )


def _limits(actor: "Person") -> "Iterable[rows.LimitRow]":
    for each in record_queries.suspensions_of(actor):
        where = say("one discussion") if each.seed_key else each.group.title if each.group else say("the whole site")
        needs = bool(each.agreement) and each.agreed_at is None
        yield rows.LimitRow(
            sentence=_suspended(where, each.ends_at),
            agreement=each.agreement if needs else "",
            agree_url=f"/record/agree/{each.pk}" if needs else None,
        )


def _suspended(where: str, ends_at: "datetime | None") -> str:
    if ends_at is None:
        return say("You are suspended from {where} until you agree to a text.", where=where)
    return say("You are suspended from {where} until {until} UTC.", where=where, until=moment(ends_at, long=True))


def _ruling(ruling: "Ruling") -> rows.ActRow:
    made = getattr(ruling, "appeal", None)
    state = say("undone") if ruling.undone_by_id else say("stands")
    if made is not None and not (ruling.undone_by_id and made.is_granted is None):
        state = {None: say("appealed"), True: say("appeal granted"), False: say("appeal refused")}[made.is_granted]
    return rows.ActRow(
        label=f"{say(actions()[ruling.action].done)}: {wording.called(ruling.entry.subject)}",
        url=ruling.url,
        state=state,
        at=ruling.created_at,
    )


def _waiting(held: "Held") -> rows.ActRow:
    label = say("On “{headline}”", headline=held.seed.headline)
    return rows.ActRow(label=label, url=held.url, state=say("waits for a mod"), at=held.created_at)


def _question(last: "Message") -> rows.ActRow:
    return rows.ActRow(
        label=say("About the ruling on {subject}", subject=wording.called(last.ruling.entry.subject)),
        url=f"{last.ruling.url}#talk",
        state=say("a mod wrote last") if last.is_from_mods else say("waits for an answer"),
        at=last.at,
    )


def _flag(flag: "Flag", actor: "Person") -> rows.ActRow:
    """Of a group that is closed to him now he learns no more than that he flagged."""
    item = items.item_of(flag.case)
    if not may_read(actor, items.seed_of(item).group):
        return rows.ActRow(label=say("In a group that is closed to you now"), url="/record", state=say("flagged"), at=flag.at)
    waits = say("waits for a mod") if flag.case.is_open else say("the ruling was undone")
    state = {None: waits, True: say("a mod agreed"), False: say("no breach was found")}[flag.is_right]
    return rows.ActRow(
        label=capfirst(wording.called(items.name_of(item))), url=item.url, state=state, at=flag.at
    )
