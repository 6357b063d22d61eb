"""What a comment cites: words that were selected in others of its discussion."""

from collections.abc import Sequence

from django.db.models import QuerySet

from parley.base.prepared import Prepared
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.spans import opening, quoted
from parley.threads.models import Comment
from parley.threads.services import Cited

MOST_CITED = 8


def comment_of(seed: Seed, key: int) -> Comment | None:
    found: Comment | None = COMMENT.first(key, seed.pk)
    return found


def _comment(key: int, seed: int) -> QuerySet[Comment]:
    found = Comment.objects.select_related("author", "seed__group", "text__current", "text__removed_by")
    return found.filter(pk=key, seed=seed)[:1]


COMMENT = Prepared(_comment, int, int)


def citations(
    seed: Seed, parent: Comment | None, selected: Sequence[tuple[int, str]] | None, *, cites_parent: bool
) -> list[Cited]:
    """What was selected, and the opening of the parent where nothing of it was (R3.2)."""
    quotes = list(dict.fromkeys(selected or ()))
    if parent is not None and cites_parent and parent.pk not in {key for key, _ in quotes}:
        quotes.insert(0, (parent.pk, ""))
    refuse_many(len(quotes))
    known = {parent.pk: parent} if parent else {}
    return [found for key, words in quotes if (found := _citation(known.get(key) or comment_of(seed, key), words)) is not None]


def refuse_many(citations: int) -> None:
    if citations > MOST_CITED:
        raise Invalid(say("A comment can cite {most} passages. Take some out and send it again.", most=MOST_CITED), "too-many-quotes")


def citation_of(seed: Seed, key: int, words: str) -> Cited | None:
    """What a quotation of `words` (none: the opening) of a comment refers to. None where the comment was removed, or is
    not part of this discussion. Words that are cut are not found, so that nobody learns by trying what they were.
    """
    return _citation(comment_of(seed, key), words)


def _citation(comment: Comment | None, words: str) -> Cited | None:
    if comment is None or comment.text.current is None or comment.text.removed_by_id is not None:
        return None
    text, current = comment.text, comment.text.current
    span = quoted(texts.without_cuts(text, current), words.replace(texts.MARK, " ")) if words.strip() else None
    start, end = span or opening(texts.sealed_source(text, current))
    return Cited(comment, comment.text.current_id or 0, start, end)
