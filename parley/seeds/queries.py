"""Reading seeds. Every list starts from `visible_to`; how much of an article is shown is decided in `article_shown` alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Left

from houserules import Combined, RuleBook
from parley.base.cleaning import UNSPACED
from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.groups.models import Group, Show
from parley.groups.queries import readable_by
from parley.people.models import Person
from parley.rulebooks import queries as rulebooks
from parley.seeds.addresses import normal_form
from parley.seeds.models import Article, Picture, Seed

OF_A_LINE = ("group", "seeder", "source", "remark__current", "remark__removed_by", "unlisted_by")
"""What a line about a seed needs."""


def visible_to(viewer: Person | None) -> QuerySet[Seed]:
    """Seeds of groups that the viewer may read, with what a line about them needs."""
    return (
        Seed.objects.filter(readable_by(viewer, prefix="group__"))
        .select_related(*OF_A_LINE)
        .defer("remark__current__source")
    )


def listable(viewer: Person | None) -> QuerySet[Seed]:
    """Those that may stand on lists, without what a line about them needs."""
    return Seed.objects.filter(readable_by(viewer, prefix="group__"), unlisted_by=None)


def for_list(seeds: QuerySet[Seed]) -> QuerySet[Seed]:
    """With what a card of a seed shows, in two queries; of the article only its beginning is loaded (`opening_shown`)."""
    found = seeds.select_related("picture").defer("picture__content", "remark__current__source")
    return found.prefetch_related("tags").annotate(opening=Left("article__body", MOST_LISTED))


def line_counts(seeds: Sequence[Seed]) -> dict[int, int]:
    """How many house rules each seed has, by its key: of its pinned versions, or before the first comment of those in force.
    One query for all of them.
    """
    pinned = {key for seed in seeds for key in _pinned(seed)}
    free = [seed for seed in seeds if seed.pinned_at is None]
    sizes = rulebooks.sizes(
        versions=pinned, groups={seed.group_id for seed in free}, books={seed.book_id for seed in free if seed.book_id}
    )
    return {
        seed.pk: sum(sizes.versions[key] for key in _pinned(seed)) if seed.pinned_at is not None
        else sizes.site + sizes.groups.get(seed.group_id, 0) + sizes.books.get(seed.book_id or 0, 0)
        for seed in seeds
    }  # fmt: skip


def lines_of_group(group: Group) -> int:
    """How many lines the site and the group have in force together."""
    sizes = rulebooks.sizes(versions=(), groups=(group.pk,), books=())
    return sizes.site + sizes.groups.get(group.pk, 0)


def counts_by_group(groups: Iterable[int]) -> dict[int, int]:
    """Seeds of each group that has any; one query."""
    found = Seed.objects.filter(group__in=list(groups)).values_list("group").annotate(Count("pk")).order_by()
    return dict(found)


def _pinned(seed: Seed) -> list[int]:
    return [key for key in (seed.site_version_id, seed.group_version_id, seed.seed_version_id) if key]


def seed_for(viewer: Person | None, seed_id: int) -> Seed:
    """Raises `NotThere` alike for none and for one in a group the viewer may not read."""
    found = visible_to(viewer).filter(pk=seed_id).first()
    if found is None:
        raise NotThere
    return found


def seed_whoever_reads(seed_id: int) -> Seed:
    """With what its page shows: article, picture (without its bytes), tags. For what is kept of the page; whoever shows it asks
    first whether the reader may read its group. Raises `NotThere` for none.
    """
    found = Seed.objects.select_related(*OF_A_LINE, "article", "picture").prefetch_related("tags")
    seed = found.defer("article__raw_page", "picture__content", "remark__current__source").filter(pk=seed_id).first()
    if seed is None:
        raise NotThere
    return seed


def bare(seed: Seed) -> Seed:
    """Its own columns and its group: what policies ask about, without what else was loaded with it."""
    columns = [each.attname for each in Seed._meta.concrete_fields]  # noqa: SLF001 -- Django's, and documented
    own = Seed(**{name: getattr(seed, name) for name in columns})
    own.group = seed.group
    return own


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """What of an article is open here: `text` (paragraphs with blank lines between), of how many words in all."""

    text: str
    shown_words: int
    all_words: int
    licence: str

    @property
    def is_whole(self) -> bool:
        return self.shown_words == self.all_words


def article_shown(seed: Seed) -> ShownArticle:
    """The part of the article that the group's setting allows: nothing, an excerpt, or all where a licence is stated (R1.4)."""
    return cut_to_setting(seed.article.body, seed.group, seed.licence)


def with_comments(group_id: int | None, *, since: datetime | None) -> QuerySet[Seed]:
    """Seeds of a group (None: of all public ones) with comments posted `since` or later, in order of their keys."""
    place = Q(group_id=group_id) if group_id else readable_by(None, prefix="group__")
    found = Seed.objects.filter(place, comment_count__gt=0)
    if since is not None:
        found = found.filter(comments__created_at__gte=since).distinct()
    return found.select_related("seeder", "source").order_by("pk")


def rules_for(seed: Seed) -> Combined:
    """The rules of a discussion: the pinned versions, or before the first comment those in force now."""
    return rulebooks.rules_of(*versions_for(seed), frozenset(seed.turned_down.items()))


def readings_for(seed: Seed) -> list[RuleBook]:
    """The books that `rules_for` puts together, one by one."""
    return rulebooks.readings_of(*versions_for(seed), turned_down=frozenset(seed.turned_down.items()))


def versions_for(seed: Seed) -> tuple[int | None, int | None, int | None]:
    """Keys of the site's, the group's and the seed's versions."""
    if seed.pinned_at is not None:
        return seed.site_version_id, seed.group_version_id, seed.seed_version_id
    site, group = rulebooks.wider_versions(seed.group_id)
    own = rulebooks.in_force(seed.book)
    return site, group, own.pk if own else None


MOST_JUDGED = 20_000
BEGINNING = Prepared(lambda seed: Article.objects.filter(seed=seed).values_list(Left("body", MOST_JUDGED))[:1], int)


def article_for_judging(seed: Seed) -> str:
    """The beginning of what was read at the source, in characters, for judging only: it is shown to nobody."""
    found = BEGINNING.rows(seed.pk)
    return str(found[0][0] or "") if found else ""


_WORD = re.compile(f"[{UNSPACED}]|[^\\s{UNSPACED}]{{1,40}}")
"""A word of an excerpt. Scripts that set no spaces count by the letter, and what runs on for ever counts by the line's width."""


def cut_to_setting(body: str, group: Group, licence: str) -> ShownArticle:
    """The same for an article that is not published yet, so that the preview cannot promise what the page will not show."""
    words = list(_WORD.finditer(body))
    if group.show == Show.LINK:
        return ShownArticle("", 0, len(words), licence)
    if group.show == Show.FULL and licence:
        return ShownArticle(body, len(words), len(words), licence)
    most = group.excerpt_words
    if len(words) <= most:
        return ShownArticle(body, len(words), len(words), licence)
    return ShownArticle(body[: words[most - 1].end()] + " …", most, len(words), licence)


MOST_LISTED = 1_000
"""Characters at the beginning of an article that a list looks at."""
MOST_SEARCHED = 60_000
"""Characters at the beginning of an article that a search looks at."""


def found_by_key(viewer: Person | None, keys: Sequence[int]) -> dict[int, Seed]:
    """Of these the ones that the viewer may read and that stand on lists, with what `opening_shown` needs; one query."""
    if not keys:
        return {}
    found = visible_to(viewer).filter(pk__in=keys, unlisted_by=None)
    return {seed.pk: seed for seed in _with_opening(found)}


def for_index(keys: Sequence[int]) -> list[Seed]:
    """Whoever reads them, with everything that is public of them; two queries."""
    found = Seed.objects.filter(pk__in=keys).select_related(*OF_A_LINE).defer("remark__current__source").prefetch_related("tags")
    return list(_with_opening(found))


def _with_opening(seeds: QuerySet[Seed]) -> QuerySet[Seed]:
    return seeds.annotate(opening=Left("article__body", MOST_SEARCHED))


def opening_shown(seed: Seed) -> str:
    """What is open of the article of a seed from `for_list`, `found_by_key`, or `for_index`, as far as those look."""
    return cut_to_setting(seed.opening, seed.group, seed.licence).text  # type: ignore[attr-defined] # annotated there


def keys_open(*, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Keys and slugs of the discussions that everybody can read and that stand on lists; keys from `start` to before `end`."""
    found = Seed.objects.filter(readable_by(None, prefix="group__"), unlisted_by=None, pk__gte=start, pk__lt=end).order_by("pk")
    yield from found.values_list("pk", "slug").iterator(chunk_size=2_000)


def last_key() -> int:
    return Seed.objects.aggregate(last=Max("pk"))["last"] or 0


def picture_of(seed: Seed) -> Picture:
    """With its bytes. Raises `NotThere`."""
    if seed.picture_id is None:
        raise NotThere
    return Picture.objects.get(pk=seed.picture_id)


def existing(group: Group, canonical_url: str) -> Seed | None:
    """The seed of the same address in this group."""
    address = normal_form(canonical_url)
    return Seed.objects.filter(group=group, canonical_url=address).first() if address else None


def seeded_by(person: Person, viewer: Person | None, *, before: int | None = None, limit: int = 30) -> list[Seed]:
    """Newest first, only what the viewer may read."""
    found = for_list(visible_to(viewer)).filter(seeder=person).order_by("-id")
    return list((found.filter(pk__lt=before) if before else found)[:limit])
