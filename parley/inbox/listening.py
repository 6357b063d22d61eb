"""Which event tells whom what."""

from parley.appeals.events import AppealDecided, AppealMade
from parley.appeals.models import Appeal
from parley.base.events import listen
from parley.inbox import services
from parley.inbox.models import What
from parley.moderation import events
from parley.moderation.actions import actions
from parley.moderation.models import Case, Flag, Message, Ruling
from parley.threads.models import Held


def begin() -> None:
    listen(events.RulingGiven, _ruling_given)
    listen(events.RulingUndone, _ruling_undone)
    listen(events.FlagAnswered, _flag_answered)
    listen(events.CommentHeld, _held)
    listen(events.CommentHidden, _hidden)
    listen(events.MessageWritten, _message)
    listen(events.CaseHanded, _handed)
    listen(AppealMade, _appeal_made)
    listen(AppealDecided, _appeal_decided)


def _ruling_given(event: events.RulingGiven) -> None:
    """Whoever wrote it is told of a breach, and whose comment waited is told in any case."""
    ruling = Ruling.objects.select_related("case").get(pk=event.ruling_id)
    waited = ruling.case is not None and ruling.case.held_id is not None
    if ruling.person_id and (actions()[ruling.action].is_breach or waited):
        services.notify(ruling.person_id, What.RULING, ruling=ruling)


def _ruling_undone(event: events.RulingUndone) -> None:
    """A granted appeal tells by itself."""
    ruling = Ruling.objects.select_related("undone_by").get(pk=event.ruling_id)
    is_appeal = ruling.undone_by is not None and ruling.undone_by.act == "appeal:decision:granted"
    if ruling.person_id and actions()[ruling.action].is_breach and not is_appeal:
        services.notify(ruling.person_id, What.RULING_UNDONE, ruling=ruling)


def _flag_answered(event: events.FlagAnswered) -> None:
    flag = Flag.objects.get(pk=event.flag_id)
    services.notify(flag.person_id, What.FLAG_ANSWERED, flag=flag)


def _held(event: events.CommentHeld) -> None:
    held = Held.objects.get(pk=event.held_id)
    services.notify(held.author_id, What.HELD, held=held)


def _hidden(event: events.CommentHidden) -> None:
    flag = Flag.objects.select_related("case__comment").get(pk=event.flag_id)
    if flag.case.comment is not None:
        services.notify(flag.case.comment.author_id, What.HIDDEN, flag=flag)


def _message(event: events.MessageWritten) -> None:
    """To the other side: the member, or the mod who ruled."""
    message = Message.objects.select_related("ruling").get(pk=event.message_id)
    ruling = message.ruling
    to = ruling.person_id if message.is_from_mods else ruling.actor_id
    if to is not None and to != message.author_id:
        services.notify(to, What.MESSAGE, ruling=ruling, message=message)


def _handed(event: events.CaseHanded) -> None:
    case = Case.objects.get(pk=event.case_id)
    if case.handed_to_id is not None:
        services.notify(case.handed_to_id, What.CASE_HANDED, case=case)


def _appeal_made(event: AppealMade) -> None:
    """The mod is told; who decides finds it in the queue."""
    appeal = Appeal.objects.select_related("ruling").get(pk=event.appeal_id)
    services.notify(appeal.ruling.actor_id, What.APPEAL_MADE, appeal=appeal)


def _appeal_decided(event: AppealDecided) -> None:
    appeal = Appeal.objects.select_related("ruling").get(pk=event.appeal_id)
    for person in (appeal.ruling.person_id, appeal.ruling.actor_id):
        if person is not None and person != appeal.decided_by_id:
            services.notify(person, What.APPEAL_DECIDED, appeal=appeal)
