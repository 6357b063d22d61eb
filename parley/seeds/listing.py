"""Lists of seeds, `PAGE` at a time by keyset: an index that falls with the list, so that a page costs the same however long it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from parley.base.refusals import NotThere
from parley.groups.models import Group
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.seeds.queries import for_list, visible_to
from parley.seeds.rankings import Ranking, rankings

PAGE = 25


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list; `after` is what the next page is asked with, None on the last."""

    seeds: Sequence[Seed]
    after: str | None


def listed(viewer: Person | None, *, order: str, group: Group | None = None, after: str = "") -> Slice:
    """By a ranking, behind `after` (as given by the slice before). An unknown order raises `NotThere`."""
    found = _listed(viewer).filter(_on_front() if group is None else Q(group=group))
    return _slice(found, ranked(order), after)


def of_own_groups(person: Person, *, order: str, after: str = "") -> Slice:
    """Of the groups in which the person is."""
    return _slice(_listed(person).filter(group__in=list(person.group_roles)), ranked(order), after)


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


def _on_front() -> Q:
    return Q(front_until=None) | Q(front_until__gt=timezone.now())


def _slice(found: QuerySet[Seed], ranking: Ranking, after: str) -> Slice:
    field = ranking.order
    if ranking.above is not None:
        found = found.filter(**{f"{field}__gt": ranking.above})
    if (key := _key(after)) is not None:
        value, seed_id = key
        found = found.filter(Q(**{f"{field}__lt": value}) | Q(**{field: value, "id__lt": seed_id}))
    ordered = [f"-{field}", *(["-id"] if field != "id" else [])]
    rows = list(found.order_by(*ordered)[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Slice(rows[:PAGE], f"{getattr(last, field)!r}_{last.pk}" if last else None)


def is_cursor(after: str) -> bool:
    return _key(after) is not None


def _key(after: str) -> tuple[float, int] | None:
    """What a page's `after` says; nonsense starts from the top."""
    found = re.fullmatch(r"(\d{1,16}(?:\.\d{1,20})?)_(\d{1,18})", after)
    return (float(found[1]), int(found[2])) if found else None
