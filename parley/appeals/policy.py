"""Who may appeal, and who decides."""

from datetime import datetime

from parley.base.decisions import Decision, no, yes
from parley.moderation import policy as moderation
from parley.moderation.actions import actions
from parley.moderation.models import Case, Ruling
from parley.people.models import Person


def may_appeal(actor: Person | None, ruling: Ruling, *, now: datetime) -> Decision:
    """The person concerned, also while suspended. The ruling comes with its appeal, if any."""
    if actor is None:
        return no("signed-out")
    if ruling.person_id != actor.pk:
        return no("not-yours")
    if not actions()[ruling.action].is_breach or ruling.undone_by_id is not None:
        return no("not-appealable")
    if getattr(ruling, "appeal", None) is not None:
        return no("appealed-already")
    if ruling.appeal_until is not None and now > ruling.appeal_until:
        return no("too-late-to-appeal")
    return yes("author")


def may_decide(actor: Person | None, case: Case) -> Decision:
    """`involved` where everybody who could decide had a part, as on a site with a single mod (R4.6)."""
    decision = moderation.may_take(actor, case)
    if (
        decision.reason == "recused"
        and case.contests is not None
        and actor is not None
        and case.contests.actor_id == actor.pk
    ):
        return no("had-part")
    return decision
