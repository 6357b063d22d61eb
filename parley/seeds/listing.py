"""Lists of seeds, `PAGE` at a time by keyset: an index that falls with the list, so that a page costs the same however long it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from parley.base.refusals import NotThere
from parley.groups.models import Group
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.queries import for_list, listable, visible_to
from parley.seeds.rankings import Ranking, rankings

PAGE = 25
MOST_TWINS = 200
"""Of all stories of a page."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list; `after` is what the next page is asked with, None on the last."""

    seeds: Sequence[Seed]
    after: str | None


def listed(viewer: Person | None, *, order: str, group: Group | None = None, after: str = "") -> Slice:
    """By a ranking, behind `after` (as given by the slice before); without a group of the whole site, where what tells the same
    story is one entry, the highest. An unknown order raises `NotThere`.
    """
    if group is not None:
        return _slice(_listed(viewer).filter(group=group), ranked(order), after)
    ranking = ranked(order)
    return _slice(_listed(viewer).filter(on_front(), _first_of_story(viewer, ranking.order)), ranking, after)


def _first_of_story(viewer: Person | None, field: str) -> Q:
    """Whether no seed of the same story stands higher in this list."""
    higher = Q(**{f"{field}__gt": OuterRef(field)})
    if field != "id":
        higher |= Q(**{field: OuterRef(field), "id__gt": OuterRef("id")})
    twins = listable(viewer).filter(on_front(), higher, story=OuterRef("story"))
    return Q(story="") | ~Q(Exists(twins))


def twins_of(viewer: Person | None, seeds: Sequence[Seed]) -> dict[str, list[Seed]]:
    """What else tells the stories of these seeds on the lists of the whole site, by story, the newest first; one query."""
    stories = {seed.story for seed in seeds} - {""}
    found = listable(viewer).filter(on_front(), story__in=stories).exclude(pk__in=[seed.pk for seed in seeds])
    twins: dict[str, list[Seed]] = {}
    for each in found.select_related("group", "source").order_by("-id")[:MOST_TWINS]:
        twins.setdefault(each.story, []).append(each)
    return twins


def of_own_groups(person: Person, *, order: str, after: str = "") -> Slice:
    """Of the groups in which the person is. Where it takes sorting, narrow rows are sorted: keys first."""
    ranking = ranked(order)
    theirs = Seed.objects.filter(group__in=list(person.group_roles), unlisted_by=None)
    keys = _behind(theirs, ranking, after).values_list("pk", flat=True)
    return by_keys(person, keys[: PAGE + 1], ranking)


def newest(viewer: Person | None, *, after: str = "", **where: Any) -> Slice:
    """Of the seeds of which that is true, as `filter` takes it."""
    return _slice(_listed(viewer).filter(**where), ranked("newest"), after)


def ranked(order: str) -> Ranking:
    """Raises `NotThere`."""
    ranking = rankings().get(order)
    if ranking is None:
        raise NotThere
    return ranking


def _listed(viewer: Person | None) -> QuerySet[Seed]:
    return for_list(visible_to(viewer)).filter(unlisted_by=None)


def on_front() -> Q:
    return Q(waits_for_front=False) & (Q(front_until=None) | Q(front_until__gt=timezone.now()))


def by_keys(viewer: Person | None, keys: Iterable[int], ranking: Ranking) -> Slice:
    """The seeds of these keys, one more than fit on a page where the list goes on; in the order in which the keys come."""
    ordered = list(keys)
    found = {seed.pk: seed for seed in _listed(viewer).filter(pk__in=ordered)}
    return _cut([found[key] for key in ordered if key in found], ranking)


def _slice(found: QuerySet[Seed], ranking: Ranking, after: str) -> Slice:
    return _cut(list(_behind(found, ranking, after)[: PAGE + 1]), ranking)


def _cut(rows: Sequence[Seed], ranking: Ranking) -> Slice:
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Slice(rows[:PAGE], f"{getattr(last, ranking.order)!r}_{last.pk}" if last else None)


def _behind(found: QuerySet[Seed], ranking: Ranking, after: str) -> QuerySet[Seed]:
    """In order, from behind what `after` says."""
    field = ranking.order
    if ranking.above is not None:
        found = found.filter(**{f"{field}__gt": ranking.above})
    if (key := cursor(after)) is not None:
        value, seed_id = key
        found = found.filter(Q(**{f"{field}__lt": value}) | Q(**{field: value, "id__lt": seed_id}))
    return found.order_by(f"-{field}", *(["-id"] if field != "id" else []))


def is_cursor(after: str) -> bool:
    return cursor(after) is not None


def cursor(after: str) -> tuple[float, int] | None:
    """What a page's `after` says; nonsense starts from the top."""
    found = re.fullmatch(r"(\d{1,16}(?:\.\d{1,20})?)_(\d{1,18})", after)
    return (float(found[1]), int(found[2])) if found else None
