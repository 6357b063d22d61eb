"""Which event tells whom what."""

from parley.appeals.events import AppealDecided, AppealMade
from parley.appeals.models import Appeal
from parley.base.events import listen
from parley.groups import policy
from parley.groups import queries as groups
from parley.groups.events import LooseningAnswered, LooseningAsked, MemberLetIn, RemovalAnswered, RemovalAsked
from parley.groups.models import Loosening, Removal
from parley.inbox import services, tracking
from parley.inbox.models import What
from parley.moderation import events
from parley.moderation.actions import actions
from parley.moderation.models import Case, Flag, Message, Ruling
from parley.people.queries import admins
from parley.rulebooks.events import DraftDeclined, DraftOffered, RulesChanged
from parley.rulebooks.models import Draft
from parley.seeds.events import SeedPublished
from parley.threads.events import CommentPosted, CommentReworded, ImpasseBegun, ImpasseOffered, MemberHeld
from parley.threads.models import Held, Impasse, MemberHold


def begin() -> None:
    listen(events.RulingGiven, _ruling_given)
    listen(events.RulingUndone, _ruling_undone)
    listen(events.FlagAnswered, _flag_answered)
    listen(events.FlagAnsweredAnew, _flag_answered_anew)
    listen(events.CommentHeld, _held)
    listen(events.CommentHidden, _hidden)
    listen(events.MessageWritten, _message)
    listen(events.CaseHanded, _handed)
    listen(ImpasseBegun, _impasse_begun)
    listen(ImpasseOffered, _impasse_offered)
    listen(MemberHeld, _member_held)
    listen(AppealMade, _appeal_made)
    listen(AppealDecided, _appeal_decided)
    listen(DraftOffered, _draft_offered)
    listen(DraftDeclined, _draft_declined)
    listen(LooseningAsked, _loosening_asked)
    listen(LooseningAnswered, _loosening_answered)
    listen(RemovalAsked, _removal_asked)
    listen(MemberLetIn, _let_in)
    listen(RemovalAnswered, _removal_answered)
    listen(CommentPosted, _comment_posted)
    listen(CommentReworded, _comment_reworded)
    listen(RulesChanged, _rules_changed)
    listen(SeedPublished, _seed_published)


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


def _flag_answered_anew(event: events.FlagAnsweredAnew) -> None:
    flag = Flag.objects.get(pk=event.flag_id)
    ruling = Ruling.objects.only("pk").get(pk=event.ruling_id)
    services.notify(flag.person_id, What.FLAG_ANSWERED_ANEW, flag=flag, ruling=ruling)


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


def _draft_offered(event: DraftOffered) -> None:
    """Whoever could sign."""
    draft = Draft.objects.select_related("book__group").get(pk=event.draft_id)
    assert draft.book.group is not None  # noqa: S101 -- the site's rules need no signature
    for owner in groups.owners_beside(draft.book.group, draft.author_id):
        services.notify(owner, What.DRAFT_OFFERED, draft=draft)


def _draft_declined(event: DraftDeclined) -> None:
    draft = Draft.objects.only("author_id").get(pk=event.draft_id)
    services.notify(draft.author_id, What.DRAFT_DECLINED, draft=draft)


def _impasse_begun(event: ImpasseBegun) -> None:
    impasse = Impasse.objects.get(pk=event.impasse_id)
    other = impasse.other_id if impasse.begun_by_id == impasse.one_id else impasse.one_id
    services.notify(other, What.IMPASSE_BEGUN, impasse=impasse)


def _impasse_offered(event: ImpasseOffered) -> None:
    impasse = Impasse.objects.get(pk=event.impasse_id)
    other = impasse.other_id if impasse.offered_by_id == impasse.one_id else impasse.one_id
    services.notify(other, What.IMPASSE_OFFERED, impasse=impasse)


def _member_held(event: MemberHeld) -> None:
    hold = MemberHold.objects.get(pk=event.hold_id)
    services.notify(hold.person_id, What.MEMBER_HELD, hold=hold)


def _loosening_asked(event: LooseningAsked) -> None:
    wish = Loosening.objects.select_related("group").get(pk=event.loosening_id)
    for owner in groups.owners_beside(wish.group, wish.by_id):
        services.notify(owner, What.LOOSENING_ASKED, loosening=wish)


def _loosening_answered(event: LooseningAnswered) -> None:
    """All owners but who answered."""
    wish = Loosening.objects.select_related("group").get(pk=event.loosening_id)
    for owner in groups.owners_beside(wish.group, wish.answered_by_id or 0):
        services.notify(owner, What.LOOSENING_ANSWERED, loosening=wish)


def _let_in(event: MemberLetIn) -> None:
    services.notify(event.person_id, What.LET_IN, group_id=event.group_id)


def _removal_asked(event: RemovalAsked) -> None:
    """The other owners, of whom one is concerned, and who runs the site: where there are two owners, no third can agree."""
    wish = Removal.objects.select_related("group").get(pk=event.removal_id)
    told = set(groups.owners_beside(wish.group, wish.by_id))
    told |= {each.pk for each in admins() if policy.may_read(each, wish.group)} - {wish.by_id}
    for person in sorted(told):
        services.notify(person, What.REMOVAL_ASKED, removal=wish)


def _removal_answered(event: RemovalAnswered) -> None:
    """All owners and who was one, but not who answered. It is told before the role is taken, so that he is among them."""
    wish = Removal.objects.select_related("group").get(pk=event.removal_id)
    for owner in groups.owners_beside(wish.group, wish.answered_by_id or 0):
        services.notify(owner, What.REMOVAL_ANSWERED, removal=wish)


def _comment_posted(event: CommentPosted) -> None:
    """Who speaks in a discussion follows it. A job finds out whom it concerns, so that a post costs one row more."""
    tracking.begin(event.author_id, event.seed_id, read_to=event.comment_id)
    services.tell_of_comment.enqueue(event.comment_id)


def _comment_reworded(event: CommentReworded) -> None:
    services.tell_of_comment.enqueue(event.comment_id)


def _rules_changed(event: RulesChanged) -> None:
    services.tell_of_rules.enqueue(event.version_id)


def _seed_published(event: SeedPublished) -> None:
    tracking.begin(event.seeder_id, event.seed_id, read_to=0)
