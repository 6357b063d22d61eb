"""Reading rulings, and what they are held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from houserules import Keeping, told_wider
from houserules.saying import Sentence, together
from parley.base.decisions import require
from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.groups.models import Group, Membership, Role
from parley.groups.queries import group_for
from parley.ledger.models import Entry
from parley.ledger.queries import entry_or_none
from parley.moderation import policy
from parley.moderation.items import Item, text_of
from parley.moderation.lines import lines_of
from parley.moderation.models import Message, Pointing, Ruling
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.queries import seed_for
from parley.texts import pictures
from parley.texts import services as texts
from parley.texts.models import Picture
from parley.texts.references import references, spoken
from parley.texts.spans import Word, words_of
from parley.threads.models import Comment, Held
from parley.threads.queries import comment_for, item_of_text


def ruling_for(viewer: Person | None, ruling_id: int) -> Ruling:
    """Raises `NotThere` also where the comment's group is not open to the viewer, unless the ruling is on what he wrote himself: who
    is put out of a group reads on why.
    """
    found = (
        Ruling.objects.select_related(
            "entry", "undone_by", "actor", "person", "suspension", "case", "comment__text__current", "comment__author",
            "seed__group", "seed__seeder", "seed__remark__current",
        )
        .filter(pk=ruling_id)
        .first()
    )  # fmt: skip
    if found is None:
        raise NotThere
    if viewer is not None and found.person_id == viewer.pk:
        if found.comment:
            found.comment.seed = found.seed
        return found
    if found.comment_id:
        found.comment = comment_for(viewer, found.comment_id)
        found.seed = found.comment.seed
    else:
        found.seed = seed_for(viewer, found.seed_id)
    return found


def breaches_by(author: Person, seed: Seed) -> int:
    """How many rulings stand against the author's comments in this discussion."""
    return sum(count for (count,) in BREACHES.rows(seed.pk, author.pk))


def _breaches_by(seed: int, author: int) -> QuerySet[Ruling, tuple[int]]:
    found = _breaches(Ruling.objects.filter(seed=seed, comment__author=author))
    return found.order_by().values("seed").annotate(count=Count("pk")).values_list("count")


BREACHES = Prepared(_breaches_by, int, int)


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
    pictures: Mapping[int, UUID] = field(default_factory=dict)
    """Keys of its pictures by the numbers that name them."""


def sealed_for(viewer: Person | None, item: Item) -> Sealed:
    """For the author and for mods who may rule on it; raises `NotAllowed` for others. Of a seed the remark."""
    require(policy.may_see_sealed(viewer, item))
    text = text_of(item)
    if text is None or text.current_id is None:
        return Sealed(0, "", (), ())
    source = texts.sealed_source(text)
    known = pictures.keys_in(text) if references(source) else {}
    return Sealed(text.current_id, source, tuple(words_of(source)), tuple(texts.standing_spans(text)), known)


def sealed_picture_for(viewer: Person | None, key: UUID) -> Picture:
    """The same of a picture, without its bytes: also once it was cut, and while its comment waits. Raises `NotThere` for others."""
    picture = pictures.known(key)
    item = item_of_text(picture.text_id) if picture.text_id else None
    if item is None or not policy.may_see_sealed(viewer, item):
        raise NotThere
    return picture


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
        "entry", "undone_by", "comment__seed", "comment__text__current", "comment__text__removed_by", "case", "appeal"
    )
    if isinstance(beside, Comment):
        found = found.exclude(comment=beside)
    return list(found.order_by("-pk")[:MOST_PRECEDENTS])


def lines_that_hold(held: Held) -> list[tuple[int, str, tuple[str, ...], Sentence]]:
    """Numbers and texts of the lines for which a comment waits, its words that each is about, and where a clause acts on more than
    its line may mean, that it does.
    """
    kept = Pointing.objects.filter(case__held=held, keeping=Keeping.HOLD, revision=held.text.current_id)
    spans: dict[int, list[tuple[int, int]]] = {}
    keys = set()
    for number, key, found in kept.order_by("pk").values_list("line_number", "clause_key", "spans"):
        spans.setdefault(number, []).extend((start, end) for start, end in found)
        keys.add((number, key))
    source = texts.sealed_source(held.text)
    return [
        (
            line.number,
            line.text,
            tuple(dict.fromkeys(spoken(source[start:end]) for start, end in spans[line.number])),
            together(told_wider(each) for each in line.clauses if (line.number, each.key) in keys),
        )
        for line in lines_of(held)
        if line.number in spans
    ]


def talk_of(ruling: Ruling) -> list[Message]:
    return list(ruling.messages.select_related("author", "text__current", "text__removed_by").order_by("pk"))
