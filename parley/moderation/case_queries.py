"""Reading cases: the queue, and what is known of one."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from parley.base.prepared import Prepared, numbers
from parley.base.refusals import NotThere
from parley.groups import policy as groups
from parley.groups.models import Group, Role
from parley.moderation import recusal
from parley.moderation.free_cases import decidable_by
from parley.moderation.items import item_of, seed_of
from parley.moderation.models import Case, Flag, Pointing, Ruling, Step
from parley.people.models import Person

Matter = TypeVar("Matter", Flag, Pointing, Ruling, Step)


def case_for(viewer: Person, case_id: int) -> Case:
    """For who may moderate its group; raises `NotThere` for everybody else. Recusal is asked by what is done with it."""
    found = with_item(Case.objects.filter(pk=case_id)).first()
    if found is None or not groups.may_moderate(viewer, found.group):
        raise NotThere
    return found


def with_item(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With what a case is about, in one query."""
    return cases.select_related(
        "group",
        "seed__group",
        "seed__seeder",
        "seed__source",
        "seed__remark__current",
        "comment__author",
        "comment__seed__group",
        "comment__seed__seeder",
        "comment__seed__source",
        "comment__text__current",
        "comment__text__removed_by",
        "comment__parent__author",
        "comment__parent__text__current",
        "comment__parent__text__removed_by",
        "held__author",
        "held__seed__group",
        "held__seed__seeder",
        "held__seed__source",
        "held__text__current",
        "held__parent__author",
        "held__parent__text__current",
        "held__parent__text__removed_by",
        "contests__entry",
        "contests__actor",
        "claimed_by",
        "handed_to",
        "wants_second",
        "seconded_by",
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter of the queue. `group` None: all that the viewer moderates, and what was sent up to the site's mods."""

    group: Group | None = None
    sort: str = ""
    """`flags`, `software`, `held`, `appeals`, `seeds`, or nothing."""
    whose: str = ""
    """`mine` (claimed by or handed to the viewer), `second` (another opinion is wanted), or nothing."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    cases: list[Case]
    """Those the viewer may rule on, what weighs most first."""
    recused: int
    """How many more there are among those looked at that somebody else rules on."""
    after: str | None


AT_ONCE = 50


def queue_for(viewer: Person, wanted: Wanted, *, after: str = "") -> Queue:
    """Open cases; some ten queries, however many there are. `after`: as the slice before gave it."""
    found = with_item(_wanted(viewer, wanted)).order_by("-weight", "pk")
    weight, _, key = after.partition("_")
    with suppress(ValueError):
        found = found.filter(Q(weight__lt=float(weight)) | Q(weight=float(weight), pk__gt=int(key)))
    rows = list(found[: AT_ONCE + 1])
    page = rows[:AT_ONCE]
    matters = recusal.matters_of([(item_of(case), case.contests) for case in page], [viewer])
    free = [
        case for case, matter in zip(page, matters, strict=True) if not matter.grounds(viewer) or _alone(viewer, matter)
    ]
    last = page[-1] if len(rows) > AT_ONCE else None
    return Queue(free, len(page) - len(free), f"{last.weight!r}_{last.pk}" if last else None)


def _alone(viewer: Person, matter: recusal.Matter) -> bool:
    """Nobody else could rule, so that the viewer may, involved."""
    deciders = recusal.deciders_in(seed_of(matter.item).group)
    return matter.may_rule_involved(viewer, deciders) if len(deciders) == 1 else False


def _wanted(viewer: Person, wanted: Wanted) -> QuerySet[Case]:
    found = Case.objects.filter(is_open=True)
    if wanted.group is not None:
        found = found.filter(group=wanted.group)
    else:
        place = Q(group__in=_moderated_by(viewer))
        if viewer.is_site_mod:
            place |= Q(is_sent_up=True)
        found = found.filter(place)
    sorts = {
        "flags": Q(Exists(Flag.objects.filter(case=OuterRef("pk")))),
        "software": Q(Exists(Pointing.objects.filter(case=OuterRef("pk")))),
        "held": Q(held__isnull=False),
        "appeals": Q(contests__isnull=False),
        "seeds": Q(comment=None, held=None, contests=None),
    }
    if wanted.sort in sorts:
        found = found.filter(sorts[wanted.sort])
    if wanted.whose == "mine":
        found = found.filter(Q(claimed_by=viewer) | Q(handed_to=viewer))
    elif wanted.whose == "second":
        found = found.filter(wants_second__isnull=False).exclude(wants_second=viewer)
    if wanted.line is not None:
        flagged = Flag.objects.filter(case=OuterRef("pk"), line_number=wanted.line)
        pointed = Pointing.objects.filter(case=OuterRef("pk"), line_number=wanted.line)
        found = found.filter(Q(Exists(flagged)) | Q(Exists(pointed)))
    return found


def _moderated_by(viewer: Person) -> list[int]:
    """Keys of groups."""
    return [key for key, role in viewer.group_roles.items() if role in {Role.MOD, Role.OWNER}]


def open_cases_for(viewer: Person) -> int:
    """How many the viewer may decide: for the masthead. One query; none for who moderates nothing."""
    if not moderates(viewer):
        return 0
    places = _moderated_by(viewer)
    if len(places) > MOST_PLACES:
        return _wanted(viewer, Wanted()).filter(decidable_by(viewer)).count()
    asked = OPEN_ANYWHERE if viewer.is_site_mod else OPEN_IN_GROUPS
    return next((count for (count,) in asked.rows(viewer.pk, places)), 0)


MOST_PLACES = 20
"""Groups that somebody moderates, for whom the query is prepared."""


def _open_cases(person: int, groups: list[int], *, also: Q) -> "QuerySet[Case, Any]":
    found = Case.objects.filter(Q(group__in=groups) | also, is_open=True).filter(decidable_by(Person(pk=person)))
    return found.order_by().values("is_open").annotate(count=Count("pk")).values_list("count")


OPEN_IN_GROUPS = Prepared(partial(_open_cases, also=Q()), int, numbers(MOST_PLACES))
OPEN_ANYWHERE = Prepared(partial(_open_cases, also=Q(is_sent_up=True)), int, numbers(MOST_PLACES))


def moderates(viewer: Person) -> bool:
    """Anything at all."""
    return viewer.is_site_mod or bool({Role.MOD, Role.OWNER} & set(viewer.group_roles.values()))


def lines_named_in(cases: Iterable[Case]) -> dict[int, set[int]]:
    """Numbers of the lines that flags and findings of each case name, by key of the case; two queries."""
    keys, found = [case.pk for case in cases], dict[int, set[int]]()
    for model in (Flag, Pointing):
        for case, line in model.objects.filter(case__in=keys).values_list("case_id", "line_number"):
            found.setdefault(case, set()).add(line)
    return found


def _of(case: Case, model: type[Matter]) -> QuerySet[Matter]:
    """What belongs to a case; nothing, without a query, to one that only its ruling opens (`casework.unopened`)."""
    return model.objects.filter(case=case) if case.pk else model.objects.none()


def ruling_url_of(case: Case) -> str | None:
    """Of the ruling that closed it."""
    found = _of(case, Ruling).order_by("-pk").first()
    return found.url if found else None


def flags_of(case: Case) -> list[Flag]:
    """For who rules on it; none of a case that its ruling opens. How many there are, and whose, is shown after the ruling."""
    return list(_of(case, Flag).select_related("person", "revision").order_by("pk"))


def pointings_of(case: Case) -> list[Pointing]:
    return list(_of(case, Pointing).order_by("line_number", "pk"))


def steps_of(case: Case) -> list[Step]:
    return list(_of(case, Step).select_related("actor").order_by("pk"))
