"""Reading rulings."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from houserules import Keeping
from parley.base.decisions import require
from parley.base.refusals import NotThere
from parley.groups import policy as groups
from parley.groups.models import Group, Membership, Role, Suspension
from parley.groups.queries import group_for
from parley.ledger.models import Entry
from parley.ledger.queries import entry_or_none
from parley.moderation import penalties, policy, recusal
from parley.moderation.items import Item, item_of, seed_of, text_of
from parley.moderation.lines import lines_of
from parley.moderation.models import Case, Flag, Message, Pointing, Ruling, Step, Ticket
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.texts.spans import Word, words_of
from parley.threads.models import Comment, Held
from parley.threads.queries import comment_for


def ruling_for(viewer: Person | None, ruling_id: int) -> Ruling:
    """Raises `NotThere` also where the comment's group is not open to the viewer."""
    found = (
        Ruling.objects.select_related("entry", "undone_by", "actor", "person", "suspension", "case")
        .filter(pk=ruling_id)
        .first()
    )
    if found is None:
        raise NotThere
    if found.comment_id:
        found.comment = comment_for(viewer, found.comment_id)
        found.seed = found.comment.seed
    else:
        found.seed = seed_for(viewer, found.seed_id)
    return found


def breaches_by(author: Person, seed: Seed) -> int:
    """How many rulings stand against the author's comments in this discussion."""
    return _breaches(Ruling.objects.filter(seed=seed, comment__author=author)).count()


def _breaches(rulings: QuerySet[Ruling]) -> QuerySet[Ruling]:
    """Those that stand and found something."""
    return rulings.filter(undone_by=None).exclude(action="no-breach")


def breaches_in(seed: Seed) -> list[tuple[int, int, datetime]]:
    """Standing rulings of a discussion: keys of the comment and of its author, and when it was ruled on."""
    found = _breaches(Ruling.objects.filter(seed=seed, comment__isnull=False)).order_by("pk")
    return list(found.values_list("comment_id", "comment__author_id", "created_at"))


def cleared_in(seed: Seed) -> set[int]:
    """Keys of comments in which a mod saw no breach, and nobody has seen one since."""
    latest: dict[int, str] = {}
    found = Ruling.objects.filter(seed=seed, comment__isnull=False, undone_by=None).order_by("pk")
    latest.update(found.values_list("comment_id", "action"))
    return {comment for comment, action in latest.items() if action == "no-breach"}


def ruling_of_entry(entry: Entry) -> Ruling | None:
    """The ruling that this entry records, or that it undid."""
    found = Ruling.objects.select_related("comment__seed__group", "seed__group", "entry", "undone_by")
    return found.filter(entry_id=entry.corrects_id or entry.pk).first()


def entry_for(viewer: Person | None, entry_id: int) -> tuple[Entry, Group | None]:
    """An entry of the log with its group; raises `NotThere` where the group is not open to the viewer."""
    entry = entry_or_none(entry_id)
    if entry is None:
        raise NotThere
    if entry.group_id is None:
        return entry, None
    name = Group.objects.filter(pk=entry.group_id).values_list("name", flat=True).get()
    return entry, group_for(viewer, name)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A comment's words as written, with what stands cut; `revision` is the key a ruling has to name."""

    revision: int
    source: str
    words: tuple[Word, ...]
    cut: tuple[tuple[int, int], ...]


def sealed_for(viewer: Person | None, item: Item) -> Sealed:
    """For the author and for mods who may rule on it; raises `NotAllowed` for others. Of a seed the remark."""
    require(policy.may_see_sealed(viewer, item))
    text = text_of(item)
    if text is None or text.current_id is None:
        return Sealed(0, "", (), ())
    source = texts.sealed_source(text)
    return Sealed(text.current_id, source, tuple(words_of(source)), tuple(texts.standing_spans(text)))


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one discussion: who wrote in it, and standing rulings by what they did."""

    people: int
    redactions: int
    removals: int


def figures_of(seed: Seed) -> Figures:
    """One query."""
    counted = (
        Ruling.objects.filter(seed=seed, comment__isnull=False, undone_by=None)
        .values_list("action")
        .annotate(count=Count("pk"))
    )
    by_action = dict(counted.order_by("action"))
    return Figures(seed.people_count, by_action.get("redact", 0), by_action.get("remove", 0))


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who runs the group, and whether he takes part in a discussion."""

    person: Person
    role: str
    takes_part: bool


def staff_of(seed: Seed) -> list[Staff]:
    """Who could rule in a discussion, by name; one query. What recuses on a single comment is asked where one rules."""
    spoke = Comment.objects.filter(seed=seed, author=OuterRef("person"), is_official=False)
    found = Membership.objects.filter(group_id=seed.group_id, role__in=[Role.MOD, Role.OWNER])
    rows = found.select_related("person").annotate(spoke=Exists(spoke)).order_by("person__username")
    return [Staff(row.person, row.role, row.spoke or row.person_id == seed.seeder_id) for row in rows]


MOST_PRECEDENTS = 200
"""Rulings of a group among which precedents are looked for: the latest."""


def breaches_of(comments: Iterable[int]) -> dict[int, set[int]]:
    """Lines by which standing rulings found something, by key of the comment."""
    found: dict[int, set[int]] = {}
    for comment, line in _breaches(Ruling.objects.filter(comment__in=list(comments))).values_list(
        "comment_id", "line_number"
    ):
        found.setdefault(comment, set()).add(line)
    return found


def precedents_in(group_id: int, *, beside: Item) -> list[Ruling]:
    """The latest rulings of a group on other comments, undone ones among them, with what is shown of them."""
    found = Ruling.objects.filter(seed__group_id=group_id, comment__isnull=False).select_related(
        "entry", "undone_by", "comment__seed", "comment__text__current", "comment__text__removed_by", "case"
    )
    if isinstance(beside, Comment):
        found = found.exclude(comment=beside)
    return list(found.order_by("-pk")[:MOST_PRECEDENTS])


def case_for(viewer: Person, case_id: int) -> Case:
    """For who may moderate its group; raises `NotThere` for everybody else. Recusal is asked by what is done with it."""
    found = with_item(Case.objects.filter(pk=case_id)).first()
    if found is None or not groups.may_moderate(viewer, found.group):
        raise NotThere
    return found


def with_item(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With what a case is about, in one query."""
    return cases.select_related(
        "group",
        "seed__group",
        "seed__seeder",
        "seed__source",
        "seed__remark__current",
        "comment__author",
        "comment__seed__group",
        "comment__seed__seeder",
        "comment__seed__source",
        "comment__text__current",
        "comment__text__removed_by",
        "comment__parent__author",
        "comment__parent__text__current",
        "comment__parent__text__removed_by",
        "held__author",
        "held__seed__group",
        "held__seed__seeder",
        "held__seed__source",
        "held__text__current",
        "held__parent__author",
        "held__parent__text__current",
        "held__parent__text__removed_by",
        "contests__entry",
        "contests__actor",
        "claimed_by",
        "handed_to",
        "wants_second",
        "seconded_by",
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter of the queue. `group` None: all that the viewer moderates, and what was sent up to the site's mods."""

    group: Group | None = None
    sort: str = ""
    """`flags`, `software`, `held`, `appeals`, `seeds`, or nothing."""
    whose: str = ""
    """`mine` (claimed by or handed to the viewer), `second` (another opinion is wanted), or nothing."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    cases: list[Case]
    """Those the viewer may rule on, what weighs most first."""
    recused: int
    """How many more there are among those looked at that somebody else rules on."""
    after: str | None


AT_ONCE = 50


def queue_for(viewer: Person, wanted: Wanted, *, after: str = "") -> Queue:
    """Open cases; some ten queries, however many there are. `after`: as the slice before gave it."""
    found = with_item(_wanted(viewer, wanted)).order_by("-weight", "pk")
    weight, _, key = after.partition("_")
    with suppress(ValueError):
        found = found.filter(Q(weight__lt=float(weight)) | Q(weight=float(weight), pk__gt=int(key)))
    rows = list(found[: AT_ONCE + 1])
    page = rows[:AT_ONCE]
    matters = recusal.matters_of([(item_of(case), case.contests) for case in page], [viewer])
    free = [
        case for case, matter in zip(page, matters, strict=True) if not matter.grounds(viewer) or _alone(viewer, matter)
    ]
    last = page[-1] if len(rows) > AT_ONCE else None
    return Queue(free, len(page) - len(free), f"{last.weight!r}_{last.pk}" if last else None)


def _alone(viewer: Person, matter: recusal.Matter) -> bool:
    """Nobody else could rule, so that the viewer may, involved."""
    deciders = recusal.deciders_in(seed_of(matter.item).group)
    return matter.may_rule_involved(viewer, deciders) if len(deciders) == 1 else False


def _wanted(viewer: Person, wanted: Wanted) -> QuerySet[Case]:
    found = Case.objects.filter(is_open=True)
    if wanted.group is not None:
        found = found.filter(group=wanted.group)
    else:
        mine = [key for key, role in viewer.group_roles.items() if role in {Role.MOD, Role.OWNER}]
        place = Q(group__in=mine)
        if viewer.is_site_mod:
            place |= Q(is_sent_up=True)
        found = found.filter(place)
    sorts = {
        "flags": Q(Exists(Flag.objects.filter(case=OuterRef("pk")))),
        "software": Q(Exists(Pointing.objects.filter(case=OuterRef("pk")))),
        "held": Q(held__isnull=False),
        "appeals": Q(contests__isnull=False),
        "seeds": Q(comment=None, held=None, contests=None),
    }
    if wanted.sort in sorts:
        found = found.filter(sorts[wanted.sort])
    if wanted.whose == "mine":
        found = found.filter(Q(claimed_by=viewer) | Q(handed_to=viewer))
    elif wanted.whose == "second":
        found = found.filter(wants_second__isnull=False).exclude(wants_second=viewer)
    if wanted.line is not None:
        flagged = Flag.objects.filter(case=OuterRef("pk"), line_number=wanted.line)
        pointed = Pointing.objects.filter(case=OuterRef("pk"), line_number=wanted.line)
        found = found.filter(Q(Exists(flagged)) | Q(Exists(pointed)))
    return found


def open_cases_for(viewer: Person) -> int:
    """How many there are in the viewer's groups, recused or not: for the masthead. One query; none for who moderates nothing."""
    return 0 if not moderates(viewer) else _wanted(viewer, Wanted()).count()


def moderates(viewer: Person) -> bool:
    """Anything at all."""
    return viewer.is_site_mod or bool({Role.MOD, Role.OWNER} & set(viewer.group_roles.values()))


def lines_named_in(cases: Iterable[Case]) -> dict[int, set[int]]:
    """Numbers of the lines that flags and findings of each case name, by key of the case; two queries."""
    keys, found = [case.pk for case in cases], dict[int, set[int]]()
    for model in (Flag, Pointing):
        for case, line in model.objects.filter(case__in=keys).values_list("case_id", "line_number"):
            found.setdefault(case, set()).add(line)
    return found


def ruling_url_of(case: Case) -> str | None:
    """Of the ruling that closed it."""
    found = case.rulings.order_by("-pk").first()
    return found.url if found else None


def flags_of(case: Case) -> list[Flag]:
    """For who rules on it. How many there are, and whose, is shown after the ruling."""
    return list(case.flags.select_related("person", "revision").order_by("pk"))


def pointings_of(case: Case) -> list[Pointing]:
    return list(case.pointings.order_by("line_number", "pk"))


def steps_of(case: Case) -> list[Step]:
    return list(case.steps.select_related("actor").order_by("pk"))


def rulings_against(person: Person, *, limit: int = 100) -> list[Ruling]:
    """A person's own record, newest first: rulings that found something, with their tickets, suspensions, and appeals."""
    found = Ruling.objects.filter(person=person).exclude(action="no-breach")
    found = found.select_related("entry", "undone_by", "seed__group", "comment__seed", "suspension", "ticket", "appeal")
    return list(found.order_by("-pk")[:limit])


def flags_by(person: Person, *, limit: int = 50) -> list[Flag]:
    """A person's own flags, newest first."""
    found = Flag.objects.filter(person=person).select_related("case__comment__seed__group", "case__seed__group")
    return list(found.order_by("-pk")[:limit])


@dataclass(frozen=True, slots=True)
class Record:
    """What a mod may know of an author in this group."""

    comments: int
    breaches: int
    overturned: int
    points: int
    limit: int
    is_suspended: bool


def record_of(person: Person, group: Group) -> Record:
    """Five queries."""
    rulings = Ruling.objects.filter(person=person, seed__group=group).exclude(action="no-breach")
    counted = rulings.aggregate(
        standing=Count("pk", filter=Q(undone_by=None)), overturned=Count("pk", filter=Q(undone_by__isnull=False))
    )
    return Record(
        comments=Comment.objects.filter(author=person, seed__group=group).count(),
        breaches=counted["standing"],
        overturned=counted["overturned"],
        points=penalties.points_of(person, group, now=timezone.now()),
        limit=penalties.scale_of(group).limit,
        is_suspended=groups.is_suspended(person, group),
    )


def lines_that_hold(held: Held) -> list[tuple[int, str]]:
    """Numbers and texts of the lines for which a comment waits."""
    kept = Pointing.objects.filter(case__held=held, keeping=Keeping.HOLD).values_list("line_number", flat=True)
    numbers = set(kept)
    return [(line.number, line.text) for line in lines_of(held) if line.number in numbers]


def talk_of(ruling: Ruling) -> list[Message]:
    return list(ruling.messages.select_related("author", "text__current", "text__removed_by").order_by("pk"))


def tickets_of(person: Person) -> list[Ticket]:
    """Those that count now, the next to fall first."""
    found = Ticket.objects.filter(person=person, falls_at__gt=timezone.now(), ruling__undone_by=None)
    return list(found.order_by("falls_at")[:200])


def suspensions_of(person: Person) -> list[Suspension]:
    """Those that stand now."""
    running = Q(ends_at__gt=timezone.now()) | (~Q(agreement="") & Q(agreed_at=None))
    return list(Suspension.objects.filter(running, person=person, lifted_by=None).select_related("group").order_by("-pk"))
