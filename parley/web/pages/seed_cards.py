"""Seeds as rows of a list."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.base.saying import say
from parley.people.queries import viewer_of
from parley.seeds import queries as seeds
from parley.texts import services as texts
from parley.votes import policy as voting
from parley.votes import queries as votes
from parley.web import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.http import HttpRequest

    from parley.people.models import Person
    from parley.seeds.models import Picture, Seed

    Why = Callable[[Seed], str]

NONE: "Mapping[str, Sequence[Seed]]" = {}
MOST_TWINS = 5
"""Of one story, the newest."""
MOST_LETTERS = 10
"""Of a word, on average."""
MOST_WORDS = 32
"""Of an article in a list, or of the seeder's remark where nothing of the article is shown."""


def cards(
    request: "HttpRequest", found: "Sequence[Seed]", why: "Why" = lambda _: "", twins: "Mapping[str, Sequence[Seed]]" = NONE
) -> list[rows.SeedRow]:
    """Rows of these seeds (as loaded by `seeds.for_list`), with two more queries for all of them. `why`: of the list’s ranking;
    `twins`: other seeds of their stories.
    """
    viewer = viewer_of(request)
    voted, rules = votes.voted_seeds(viewer, found), seeds.line_counts(found)
    drawn = [_card(seed, viewer, has_voted=seed.pk in voted, rules=rules[seed.pk], why=why(seed)) for seed in found]
    return [replace(row, also=_also(twins.get(seed.story, ()))) for seed, row in zip(found, drawn, strict=True)]


def _also(twins: "Sequence[Seed]") -> tuple[rows.AlsoRow, ...]:
    return tuple(
        rows.AlsoRow(
            url=seed.url, source_name=source_name(seed), group_title=seed.group.title, comments=seed.comment_count,
        )
        for seed in twins[:MOST_TWINS]
    )  # fmt: skip


def _card(seed: "Seed", viewer: "Person | None", *, has_voted: bool, rules: int, why: str) -> rows.SeedRow:
    excerpt = shortened(seeds.opening_shown(seed))
    remark = shortened(texts.shown(seed.remark).plain) if seed.remark and not excerpt else ""
    return rows.SeedRow(
        id=str(seed.pk), url=seed.url, headline=seed.headline,
        source_name=source_name(seed),
        source_url=seed.canonical_url or None, bylines=tuple(seed.bylines), seeder=seed.seeder.name, seeder_url=seed.seeder.url,
        group_title=seed.group.title, group_url=seed.group.url, seeded_at=seed.created_at, published=seed.published_date,
        vote=vote_state(seed, viewer, has_voted=has_voted), comments=seed.comment_count, remark=remark,
        excerpt=excerpt, why=why, tags=tag_rows(seed), all_of_source=seed.source.url if seed.source else "",
        rules=rules, rules_url=f"{seed.url}#rules", picture=picture_row(seed.picture, seed), language=seed.language,
    )  # fmt: skip


def source_name(seed: "Seed") -> str:
    return seed.source.name if seed.source else say("no source named")


def tag_rows(seed: "Seed") -> tuple[rows.TagRow, ...]:
    return tuple(rows.TagRow(name=tag.name, url=tag.url) for tag in seed.tags.all())


def vote_state(seed: "Seed", viewer: "Person | None", *, has_voted: bool) -> rows.VoteState:
    may = voting.may_vote(viewer, seed)
    return rows.VoteState(
        url=f"/s/{seed.pk}/vote", count=seed.vote_count, voted=has_voted, allowed=bool(may), why="" if may else may.sentence
    )


def picture_row(picture: "Picture | None", seed: "Seed") -> rows.Picture | None:
    if picture is None:
        return None
    return rows.Picture(url=f"/s/{seed.pk}/picture", width=picture.width, height=picture.height, alt=seed.caption)


def shortened(text: str, most: int = MOST_WORDS) -> str:
    """The first words of a text on one line, ending with a sentence where one ends in its second half. Scripts that put no
    spaces between words are cut by characters.
    """
    words = text.split(maxsplit=most)
    short = " ".join(words[:most])[: most * MOST_LETTERS]
    if len(words) <= most and len(short) < most * MOST_LETTERS:
        return short
    ends = [found.end() for found in re.finditer(r"[.!?]”?(?=\s)|[。！？]", short)]
    return short[: ends[-1]] if ends and ends[-1] > len(short) / 2 else f"{short} …"
