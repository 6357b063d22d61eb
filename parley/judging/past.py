"""Past comments of a place with the facts they had when they were posted, many at a time: what a draft of rules is run over.

A comment is judged in the words of its newest revision, with what stood before it in its discussion. Of others' words it is
what is shown of them now: what was cut since is gone from here too.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import islice, takewhile
from typing import TypeVar

from django.db.models import Model, Prefetch, Q, QuerySet

from houserules import Earlier, Event, Facts, Member, Said
from houserules.replaying import Past
from parley.groups import queries as groups
from parley.groups.queries import readable_by
from parley.judging.facts import DAY, WORD, member, said
from parley.moderation import queries as moderation
from parley.seeds import queries as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads.models import Citation, Comment
from parley.threads.queries import MOST_EARLIER, MOST_LATELY, MOST_PEOPLE, in_seed

AT_ONCE = 500
"""Rows fetched at a time."""
Place = tuple[int, int]
"""Keys of a seed and of a comment in it: replays go through a place in this order."""


def past_of(
    group_id: int | None, *, since: datetime | None, after: Place = (0, 0), at_each_page: Callable[[], object] = lambda: None
) -> Iterator[tuple[Place, Past]]:
    """Comments of a group's seeds (None: of all public groups), behind `after`; `since`: only those posted then or later.
    `at_each_page` is called after each some hundred rows, also those before `after`.
    """
    names = cache(groups.names_in)
    for seed in _by_key(seeds.with_comments(group_id, since=since).filter(pk__gte=after[0]), at_each_page):
        discussion = _Discussion(seed, names(seed.group_id))
        yield from _of_seed(discussion, since, after[1] if seed.pk == after[0] else 0, at_each_page)


Row = TypeVar("Row", bound=Model)


def _by_key(found: QuerySet[Row], at_each_page: Callable[[], object]) -> Iterator[Row]:
    """All rows in order of their keys, some hundred at a time: no query stays open while others write."""
    last = 0
    while rows := list(found.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from rows
        last = rows[-1].pk
        at_each_page()


def count_past(group_id: int | None, *, since: datetime | None) -> int:
    """How many `past_of` gives in all."""
    place = Q(seed__group_id=group_id) if group_id else readable_by(None, prefix="seed__group__")
    return _posted(Comment.objects.filter(place, is_calm=False), since).count()


def _posted(comments: QuerySet[Comment], since: datetime | None) -> QuerySet[Comment]:
    return comments.filter(created_at__gte=since) if since else comments


def _of_seed(
    discussion: "_Discussion", since: datetime | None, after: int, at_each_page: Callable[[], object]
) -> Iterator[tuple[Place, Past]]:
    seed = discussion.seed
    for comment in _by_key(_rows(seed), at_each_page):
        if not comment.is_calm and comment.pk > after and (since is None or comment.created_at >= since):
            yield (seed.pk, comment.pk), discussion.past(comment)
        discussion.add(comment)


def _rows(seed: Seed) -> QuerySet[Comment]:
    cited = Citation.objects.select_related("cited__author", "cited__text__current")
    found = in_seed(seed).select_related("author", "text__current", "text__removed_by")
    return found.prefetch_related(Prefetch("citations", queryset=cited))


@dataclass
class _Discussion:
    """What was said so far, as far as later comments are judged by it."""

    seed: Seed
    named: Mapping[str, int]
    """Keys of the group's members by name."""
    earlier: dict[int, deque[Earlier]] = field(default_factory=dict)
    """By key of the author, newest first."""
    said: dict[int, Said] = field(default_factory=dict)
    """By key of the comment."""
    authors: dict[int, int] = field(default_factory=dict)
    """Key of the author by key of the comment."""
    answered: set[int] = field(default_factory=set)
    """Comments that somebody else than their author has answered."""
    members: dict[int, Member] = field(default_factory=dict)
    lately: deque[int] = field(default_factory=deque)
    """Authors of the newest comments, and how many of those each wrote."""
    wrote: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        seed = self.seed
        self.members[seed.seeder_id] = member(seed.seeder)
        self.article = seeds.article_for_judging(seed)
        self.ruled: set[int] = set()
        self.breaches: dict[int, list[datetime]] = {}
        self.cleared = moderation.cleared_in(seed)
        for ruled_on, by, at in moderation.breaches_in(seed):
            self.ruled.add(ruled_on)
            self.breaches.setdefault(by, []).append(at)

    def past(self, comment: Comment) -> Past:
        """The comment in its context then."""
        return Past(id=str(comment.pk), facts=self._facts(comment), ruled=self._ruled(comment))

    def _ruled(self, comment: Comment) -> bool | None:
        """Whether people found a breach; None where nobody has ruled."""
        if comment.pk in self.ruled:
            return True
        return False if comment.pk in self.cleared else None

    def add(self, comment: Comment) -> None:
        """It stands before all that follow."""
        author = comment.author_id
        self.authors[comment.pk] = author
        self.said[comment.pk] = said(comment)
        if comment.parent_id is not None and self.authors.get(comment.parent_id) != author:
            self.answered.add(comment.parent_id)
        if comment.text.removed_by_id is None:
            words = Earlier(text=texts.for_judging(comment.text), label=comment.number, at=comment.created_at.timestamp())
            self.earlier.setdefault(author, deque(maxlen=MOST_EARLIER)).appendleft(words)
        known = self.members.pop(author, None) or member(comment.author)
        self.members[author] = known  # the latest stand last
        self.lately.append(author)
        self.wrote[author] += 1
        if len(self.lately) > MOST_LATELY:
            self.wrote[self.lately.popleft()] -= 1

    def _facts(self, comment: Comment) -> Facts:
        text, at, parent = texts.for_judging(comment.text), comment.created_at, comment.parent_id
        return Facts(
            event=Event.COMMENT,
            text=text,
            author=member(comment.author),
            parent=self.said.get(parent) if parent else None,
            answered_between=parent in self.answered and self.authors.get(parent or 0) == comment.author_id,
            cited=tuple(said(each.cited) for each in comment.citations.all()),
            earlier=tuple(self.earlier.get(comment.author_id, ())),
            article_title=self.seed.headline,
            article_source=self.seed.source.name if self.seed.source else "",
            article_text=self.article,
            at=at.timestamp(),
            members=self._present(text),
            breaches_here=sum(when < at for when in self.breaches.get(comment.author_id, ())),
            author_days=(at - comment.author.date_joined).total_seconds() / DAY,
        )

    def _present(self, text: str) -> tuple[Member, ...]:
        latest = takewhile(lambda each: self.wrote[each[0]], reversed(self.members.items()))
        found = {self.seed.seeder_id: self.members[self.seed.seeder_id], **dict(sorted(islice(latest, MOST_PEOPLE)))}
        for word in WORD.findall(text):
            if (key := self.named.get(word.lower())) is not None:
                found.setdefault(key, Member(name=word.lower(), id=str(key)))
        return tuple(found.values())
