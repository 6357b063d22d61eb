"""Reading rulings."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import Count, Exists, OuterRef

from parley.base.decisions import require
from parley.base.refusals import NotThere
from parley.groups.models import Group, Membership, Role
from parley.groups.queries import group_for
from parley.ledger.models import Entry
from parley.ledger.queries import entry_or_none
from parley.moderation import policy, recusal
from parley.moderation.models import Ruling
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.spans import Word, words_of
from parley.threads.models import Comment


def ruling_for(viewer: Person | None, ruling_id: int) -> Ruling:
    """Raises `NotThere` also where the comment's group is not open to the viewer."""
    from parley.threads.queries import comment_for

    found = Ruling.objects.select_related("entry", "undone_by", "actor").filter(pk=ruling_id).first()
    if found is None:
        raise NotThere
    found.comment = comment_for(viewer, found.comment_id)
    return found


def breaches_by(author: Person, seed: Seed) -> int:
    """How many rulings stand against the author's comments in this discussion."""
    return Ruling.objects.filter(seed=seed, comment__author=author, undone_by=None).count()


def breaches_in(seed: Seed) -> list[tuple[int, int, datetime]]:
    """Standing rulings of a discussion: keys of the comment and of its author, and when it was ruled on."""
    found = Ruling.objects.filter(seed=seed, undone_by=None).order_by("pk")
    return list(found.values_list("comment_id", "comment__author_id", "created_at"))


def ruling_of_entry(entry: Entry) -> Ruling | None:
    """The ruling that this entry records, or that it undid."""
    found = Ruling.objects.select_related("comment__seed__group", "entry", "undone_by")
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


def sealed_for(viewer: Person | None, comment: Comment) -> Sealed:
    """For the author and for mods who may rule on it; raises `NotAllowed` for others."""
    require(policy.may_see_sealed(viewer, comment))
    source = texts.sealed_source(comment.text)
    assert comment.text.current_id is not None  # noqa: S101 -- a stored text has a revision
    return Sealed(comment.text.current_id, source, tuple(words_of(source)), tuple(texts.standing_spans(comment.text)))


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one discussion: who wrote in it, and standing rulings by what they did."""

    people: int
    redactions: int
    removals: int


def figures_of(seed: Seed) -> Figures:
    """One query."""
    counted = Ruling.objects.filter(seed=seed, undone_by=None).values_list("action").annotate(count=Count("pk"))
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


def others_who_may_rule(comment: Comment, *, limit: int = 8) -> list[Person]:
    """Who else could rule on a comment, for a mod who does not; looks at no more than four times `limit`."""
    able = (each for each in recusal.deciders_of(comment)[: 4 * limit] if not recusal.grounds(each, comment))
    return list(islice(able, limit))
