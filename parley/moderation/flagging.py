"""Members' reports: flagging, hiding by a seeder until a mod has ruled, and the answer to every flag."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from django.utils import timezone

from parley.base.cleaning import clean_line
from parley.base.decisions import Decision, no, require, yes
from parley.base.events import tell
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told
from parley.moderation import casework, front, lines, policy
from parley.moderation.events import CommentHidden, FlagAnswered, FlagAnsweredAnew
from parley.moderation.items import Item, name_of, seed_of, text_of
from parley.moderation.models import Case, Flag, Happened, Ruling
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.models import Revision, Text
from parley.texts.spans import quoted
from parley.threads import services as threads
from parley.threads.models import Comment

MOST_NOTE = 500
OFF_TOPIC = "off-topic"
"""The kind of clause for which a seeder may hide a comment."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a member sends. `words`: as he marked them in what he read; `revision`: its key, None for what is shown now; `hides`: the
    seeder wants it unseen until a mod has ruled.
    """

    line: int
    words: Sequence[str] = ()
    note: str = ""
    revision: int | None = None
    hides: bool = False


@transaction.atomic
def flag(*, actor: Person, item: Comment | Seed, report: Report) -> Flag:
    """One flag per member and case; sending it again changes it. Raises `NotAllowed` where a mod has settled the item and
    nothing is new.
    """
    item, now = _locked(item), timezone.now()
    require(policy.may_flag(actor, item, now=now))
    line, text = lines.named(item, report.line), text_of(item)
    read = texts.wording(text, report.revision) if text else None
    require(may_flag_again(item, line.number, read))
    seeds.pin(seed_of(item), at=now)
    case = casework.open_case(item, at=now)
    if isinstance(item, Seed):
        front.begin(item, at=now)
    made, is_new = Flag.objects.update_or_create(
        case=case,
        person=actor,
        defaults={
            "version_id": lines.version_of(item, line.number),
            "line_number": line.number,
            "note": _note(report.note),
            "at": now,
            "revision": read,
            "spans": _spans(text, read, report.words) if text and read else [],
        },
    )
    if is_new:
        casework.step(case, Happened.FLAGGED, actor=actor)
    casework.weigh(case)
    casework.route(case)
    if report.hides:
        _hide(actor, item, made, is_off_topic=any(clause.kind == OFF_TOPIC for clause in line.clauses))
    return made


def _locked(item: Comment | Seed) -> Comment | Seed:
    return seeds.lock(item) if isinstance(item, Seed) else threads.lock(item)


def may_flag_again(item: Item, line: int, read: Revision | None) -> Decision:
    """After a ruling on new grounds only: another line, or a wording that is newer than the ruling (R4.1). A ruling that was undone
    settles nothing.
    """
    since = Ruling.objects.filter(undone_by=None, line_number=line, case__isnull=False)
    since = since.filter(comment=item) if isinstance(item, Comment) else since.filter(seed=seed_of(item), comment=None)
    latest = since.order_by("-pk").first()
    if latest is None:
        return yes("new-grounds")
    if read and read.created_at > latest.created_at:
        return yes("edited-since")
    return no("settled")


def _note(note: str) -> str:
    cleaned = clean_line(note)
    if len(cleaned) > MOST_NOTE:
        raise Invalid(say("Keep the note to {most} characters.", most=MOST_NOTE), "too-long", field="note")
    return cleaned


def _spans(text: Text, read: Revision, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the marked words stand in what was read; words that are cut are not found."""
    if text.removed_by_id is not None:
        return []
    source = texts.without_cuts(text, read)
    found = (quoted(source, each) for each in words[:20] if each.strip())
    return sorted({span for span in found if span})


def _hide(actor: Person, item: Comment | Seed, flag_: Flag, *, is_off_topic: bool) -> None:
    """Logged, limited, and ended by the ruling at the latest."""
    if not isinstance(item, Comment) or not is_off_topic:
        require(no("not-off-topic"))
        return
    require(policy.may_hide(actor, item, now=timezone.now()))
    if flag_.hide_id is not None:
        return
    if hides_today(actor, item.seed) >= item.seed.group.hides_per_day:
        require(no("no-hides-left"))
    line = lines.named(item, flag_.line_number)
    flag_.hide = ledger.note(
        Told.TEXT_HIDDEN,
        actor=actor.username,
        decider="seeder",
        group_id=item.seed.group_id,
        subject=name_of(item),
        address=item.url,
        because=lines.because(item, line, ""),
        body={"seed": item.seed_id},
    )
    flag_.save(update_fields=["hide"])
    texts.remove(text=item.text, entry=flag_.hide)
    casework.step(flag_.case, Happened.HIDDEN, actor=actor)
    tell(CommentHidden(flag_.pk))


def hides_today(actor: Person, seed: Seed) -> int:
    """How many comments the seeder hid in this group within a day."""
    since = timezone.now() - timedelta(days=1)
    return Flag.objects.filter(person=actor, case__group_id=seed.group_id, hide__at__gte=since).count()


@transaction.atomic
def show_again(*, actor: Person, item: Comment) -> None:
    """The seeder takes his hiding back; the flag stays."""
    item = threads.lock(item)
    hidden = standing_hide(item)
    if hidden is None or hidden.person_id != actor.pk:
        require(no("not-hidden-by-you"))
        return
    lift_hide(item, by=actor, decider="seeder")
    casework.step(casework.lock(hidden.case), Happened.SHOWN, actor=actor)


def standing_hide(item: Comment) -> Flag | None:
    found = Flag.objects.filter(case__comment=item, hide__isnull=False, shown_by=None)
    return found.select_related("hide", "case").first()


def lift_hide(item: Comment, *, by: Person, decider: str) -> Entry | None:
    """End what a seeder hid, in the log as well; None where nothing is hidden. The comment is locked."""
    hidden = standing_hide(item)
    if hidden is None or hidden.hide is None:
        return None
    hidden.shown_by = ledger.note(
        Told.TEXT_SHOWN_AGAIN,
        actor=by.username,
        decider=decider,
        group_id=item.seed.group_id,
        subject=name_of(item),
        address=item.url,
        because=hidden.hide.because,
        corrects=hidden.hide,
    )
    hidden.save(update_fields=["shown_by"])
    texts.lift(text=item.text, entry=hidden.hide, by=hidden.shown_by)
    return hidden.shown_by


def answer(case: Case, *, is_breach: bool) -> None:
    """Every flag gets an answer: it was right where a breach was found, whatever the line that was named for it."""
    for each in case.flags.filter(is_right=None):
        each.is_right = is_breach
        each.save(update_fields=["is_right"])
        tell(FlagAnswered(each.pk))


def answer_anew(ruling: Ruling, *, is_overturned: bool) -> None:
    """The answers fall with the ruling that gave them: after an appeal no breach was found, after an undoing nobody has said."""
    if ruling.case is None:
        return
    for each in ruling.case.flags.exclude(is_right=None):
        each.is_right = False if is_overturned else None
        each.save(update_fields=["is_right"])
        tell(FlagAnsweredAnew(each.pk, ruling.pk))


@dataclass(frozen=True, slots=True)
class Flagging:
    """What a reader sees at an item: can be flagged, flagged by you, or settled."""

    mine: frozenset[int]
    """Keys of comments with an open case in which the reader's flag stands; 0 stands for the seed itself."""
    settled: frozenset[int]
    """Keys of comments on which a mod has ruled and the ruling stands; 0 as before."""

    def state(self, key: int) -> str:
        if key in self.mine:
            return "mine"
        return "settled" if key in self.settled else ""


NOTHING_FLAGGED = Flagging(frozenset(), frozenset())


def flags_in(person: int, seed: int, comments: Sequence[int]) -> "QuerySet[Case, Any]":
    place = Q(comment__in=comments) | Q(seed=seed, comment=None, held=None)
    flagged = Exists(Flag.objects.filter(case=OuterRef("pk"), case__is_open=True, person=person))
    ruled = Exists(Ruling.objects.filter(case=OuterRef("pk"), undone_by=None))
    found = Case.objects.filter(place, contests=None).annotate(mine=flagged, settled=ruled)
    return found.values_list("comment_id", "mine", "settled")


def flagging_in(viewer: Person | None, seed: Seed, comments: Sequence[int]) -> Flagging:
    """Of the seed, and of comments by their keys. One query for the signed in, none for others."""
    if viewer is None:
        return NOTHING_FLAGGED
    return split(list(flags_in(viewer.pk, seed.pk, comments)))


def split(rows: Sequence[Sequence[Any]]) -> Flagging:
    """What `flags_in` found."""
    return Flagging(
        frozenset(comment or 0 for comment, is_mine, _ in rows if is_mine),
        frozenset(comment or 0 for comment, _, is_settled in rows if is_settled),
    )


def standing_flag(viewer: Person, item: Comment | Seed) -> Flag | None:
    """The viewer's own, while its case is open."""
    found = Flag.objects.filter(person=viewer, case__is_open=True, case__contests=None, case__seed=seed_of(item))
    return found.filter(case__comment=item if isinstance(item, Comment) else None).select_related("case").first()


def words_of(flag_: Flag, item: Comment | Seed) -> list[str]:
    """What was marked, as it can be read now; nothing where the text was edited since."""
    text = text_of(item)
    if text is None or text.removed_by_id is not None or text.current_id != flag_.revision_id:
        return []
    source = texts.without_cuts(text)
    return [" ".join(source[start:end].split()) for start, end in flag_.spans]


def words_as_read(flags: Sequence[Flag], item: Item) -> dict[int, list[str]]:
    """By key of the flag, for those whose wording was changed since: the words marked in it, as everybody may see them now. What was
    cut since shows as [✘]; of a removed text there are none. The flags come with their revisions; two queries.
    """
    text = text_of(item)
    if text is None:
        return {}
    earlier = [each for each in flags if each.revision is not None and each.revision_id != text.current_id]
    revisions = [each.revision for each in earlier if each.revision]
    prefetch_related_objects(revisions, "text__removed_by", "redactions__entry")
    return {
        each.pk: []
        if revision.text.removed_by_id is not None
        else [" ".join(texts.shown_part(revision, start, end).plain.split()) for start, end in each.spans]
        for each, revision in zip(earlier, revisions, strict=True)
    }


def hides_left(actor: Person, seed: Seed) -> int:
    """How many comments the seeder can still hide today."""
    return max(0, seed.group.hides_per_day - hides_today(actor, seed))


def hiding_record(person: Person, group_id: int) -> tuple[int, int]:
    """How many comments the person hid as a seeder in this group that were ruled on, and with how many the mods agreed."""
    answered = Flag.objects.filter(person=person, case__group_id=group_id, hide__isnull=False).exclude(is_right=None)
    return answered.count(), answered.filter(is_right=True).count()
