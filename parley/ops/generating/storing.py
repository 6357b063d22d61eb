"""Puts a wave into the database, each table in one go."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction

from parley.ops.generating.places import Places
from parley.ops.generating.rows import store
from parley.ops.generating.wave import CITES, Planned, Wave
from parley.ops.generating.words import WORDS, Words
from parley.seeds.models import Article, Seed, Source, Tag
from parley.seeds.rankings import discussed, hot
from parley.seeds.services import slug_of
from parley.texts.models import Revision, Text
from parley.threads.models import Citation, Comment
from parley.votes.models import Vote

SOURCES = 300
TAGS = sorted({word for word in WORDS if len(word) > 5})[:60]
STORED = (Text, Revision, Seed, Article, Seed.tags.through, Comment, Citation, Vote)
SEED = (
    "id", "group_id", "seeder_id", "source_id", "headline", "original_headline", "slug", "canonical_url", "published_date",
    "language", "remark_id", "pinned_at", "site_version_id", "group_version_id", "form_key", "created_at", "top_count",
    "comment_count", "people_count", "vote_count", "hot", "discussed",
)  # fmt: skip
COMMENT = (
    "id", "seed_id", "author_id", "text_id", "parent_id", "path", "root", "child_count", "branch_size", "vote_count", "form_key",
    "created_at",
)  # fmt: skip


class Store:
    """Where waves go. Sources and tags are there before the first."""

    def __init__(self, places: Places, words: Words) -> None:
        self.places, self.words = places, words
        self.sources = _kept(Source, [Source(domain=f"source-{n}.example", name=f"The Source {n}") for n in range(1, SOURCES + 1)])
        self.tags = _kept(Tag, [Tag(name=name) for name in TAGS])

    @transaction.atomic
    def take(self, wave: Wave, chance: Random) -> None:
        store(Text, ("id", "author_id", "current_id"), ((each.text, each.author, each.revision) for each in wave.written))
        store(Revision, ("id", "text_id", "number", "source", "html", "plain", "created_at"),
              ((each.revision, each.text, 1, *each.said[:3], each.at) for each in wave.written))  # fmt: skip
        store(Seed, SEED, (self._seed(each, chance) for each in wave.seeds))
        store(Article, ("seed_id", "body"), ((each.key, self.words.article(chance)) for each in wave.seeds))
        tagged = ((each.key, tag) for each in wave.seeds for tag in chance.sample(self.tags, chance.randint(0, 3)))
        store(Seed.tags.through, ("seed_id", "tag_id"), tagged)
        store(Comment, COMMENT, _comments(wave, chance))
        store(Citation, ("comment_id", "place", "cited_id", "revision_id", "start", "end"), _citations(wave, chance))
        store(Vote, ("person_id", "author_id", "seed_id", "comment_id", "created_at"), wave.given)

    def _seed(self, seed: Planned, chance: Random) -> Sequence[Any]:
        number, count = chance.randrange(SOURCES), len(seed.tree.nodes)
        pinned = (seed.tree.nodes[0].at, self.places.site_version, seed.place.version) if count else (None, None, None)
        return (
            seed.key, seed.place.group.pk, seed.seeder, self.sources[number], seed.headline, seed.headline, slug_of(seed.headline),
            f"https://source-{number + 1}.example/{seed.key}", seed.at.date(), "en", seed.remark, *pinned, seed.form_key, seed.at,
            seed.tree.tops, count, len(seed.tree.people), seed.votes,
            hot.score(created_at=seed.at, votes=seed.votes, comments=count),
            discussed.score(created_at=seed.at, comments=count, people=len(seed.tree.people)),
        )  # fmt: skip


def _kept(model: Any, rows: Iterable[Any]) -> list[int]:
    return [each.pk for each in model.objects.bulk_create(rows)]


def _comments(wave: Wave, chance: Random) -> Iterator[Sequence[Any]]:
    for seed, node in wave.nodes():
        yield (
            node.key, seed.key, node.author, node.text, node.parent.key if node.parent else None, node.path,
            int.from_bytes(node.path[:4], "big"), node.children, node.branch, node.votes, UUID(int=chance.getrandbits(128)), node.at,
        )  # fmt: skip


def _citations(wave: Wave, chance: Random) -> Iterator[Sequence[Any]]:
    for _, node in wave.nodes():
        if node.parent is not None and chance.random() < CITES:
            yield node.key, 0, node.parent.key, node.parent.revision, *node.parent.opening
