"""Reading rulings."""

from dataclasses import dataclass

from parley.base.decisions import require
from parley.base.refusals import NotThere
from parley.groups.models import Group
from parley.groups.queries import group_for
from parley.ledger.models import Entry
from parley.ledger.queries import entry_or_none
from parley.moderation import policy
from parley.moderation.models import Ruling
from parley.people.models import Person
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


def rulings_on(comment: Comment) -> list[Ruling]:
    """Oldest first, undone ones among them."""
    return list(comment.rulings.select_related("entry", "undone_by", "actor").order_by("pk"))


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
