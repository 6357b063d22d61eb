"""Who may appeal, and who decides."""

from datetime import datetime

from parley.base.decisions import Decision, no, yes
from parley.moderation import policy as moderation
from parley.moderation import recusal
from parley.moderation.actions import actions
from parley.moderation.models import Case, Ruling
from parley.people.models import Person


def may_appeal(actor: Person | None, ruling: Ruling, *, now: datetime, is_appealed: bool) -> Decision:
    """The person concerned, also while suspended."""
    if actor is None:
        return no("signed-out")
    if ruling.person_id != actor.pk:
        return no("not-yours")
    if not actions()[ruling.action].is_breach or ruling.undone_by_id is not None:
        return no("not-appealable")
    if is_appealed:
        return no("appealed-already")
    return yes("author") if is_in_time(ruling, now=now) else no("too-late-to-appeal")


def is_in_time(ruling: Ruling, *, now: datetime) -> bool:
    return ruling.appeal_until is None or now <= ruling.appeal_until


def may_decide(actor: Person | None, case: Case) -> Decision:
    """`involved` where everybody who could decide had a part, as on a site with a single mod (R4.6)."""
    decision = moderation.may_take(actor, case)
    if decision and actor is not None and case.contests is not None and case.contests.mass_id is not None:
        return _of_all(actor, case)
    if (
        decision.reason == "recused"
        and case.contests is not None
        and actor is not None
        and case.contests.actor_id == actor.pk
    ):
        return no("had-part")
    return decision


def _of_all(actor: Person, case: Case) -> Decision:
    """Who decides on a part of a mass act is weighed for each comment of it by itself."""
    parts = case.appeal.parts.select_related("comment__author", "comment__seed__group", "comment__text__current")
    may = recusal.freedom(actor, [(each.comment, each) for each in parts if each.comment is not None])
    if None in may:
        return no("recused")
    return yes("involved") if "involved" in may else yes("not-involved")
