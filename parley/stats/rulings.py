"""Counting rulings. One that a mod undid counts as what it became: taken back, or the ruling that followed on the same item. One
that an appeal ended counts as taken back, whatever followed.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    FilteredRelation,
    FloatField,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Window,
)
from django.db.models.functions import RowNumber

from parley.moderation.models import Happened, Ruling
from parley.people.models import shown_name
from parley.stats.figures import FEW, WITHIN, Share, Tally, Times, summed
from parley.stats.scope import Scope

STANDS = Q(undone_by=None)
CLEARED = Q(action="no-breach")
ACTED = STANDS & ~CLEARED
TALLY: Mapping[str, Any] = {
    "ruled": Count("pk"),
    "no_breach": Count("pk", filter=STANDS & CLEARED),
    "cut": Count("pk", filter=STANDS & Q(action="redact")),
    "removed": Count("pk", filter=ACTED & ~Q(action="redact")),
    "taken_back": Count("pk", filter=~STANDS),
    "appealed": Count("appealed_in"),
    "granted": Count("pk", filter=Q(appealed_in__is_granted=True)),
    "refused": Count("pk", filter=Q(appealed_in__is_granted=False)),
}


class TextOfLine(Func):
    """The words of the line, as they were pinned; what Django makes of a key reads the JSON twice."""

    output_field = TextField()
    template = "(%(expressions)s ->> 'text')"

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="json_extract(%(expressions)s, '$.text')", **more)


LINE = TextOfLine(F("entry__because"))


class Moment(Func):
    """A time as seconds, so that the database itself subtracts and sorts."""

    output_field = FloatField()
    template = "EXTRACT(EPOCH FROM %(expressions)s)"

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="(julianday(%(expressions)s) * 86400.0)", **more)


def given_in(scope: Scope, when: Q | None = None) -> QuerySet[Ruling]:
    """`when`: other days than the scope's."""
    later = Ruling.objects.filter(pk__gt=OuterRef("pk"))
    same = Exists(later.filter(comment=OuterRef("comment")))
    same_seed = Q(comment=None) & Exists(later.filter(comment=None, seed=OuterRef("seed")))
    replaced = ~STANDS & Q(appealed_in=None) & (Q(same) | same_seed)
    return Ruling.objects.filter(scope.of("seed__group"), scope.lately() if when is None else when).filter(~replaced).order_by()


def by(given: QuerySet[Ruling], *keys: Any, most: int = 100) -> dict[tuple[str, ...], Tally]:
    """The most named first. One query."""
    names = {f"key{place}": key for place, key in enumerate(keys)}
    named: Any = given.values(**names)
    found = named.annotate(**TALLY).order_by("-ruled", *names)[:most]
    return {tuple(each.pop(name) or "" for name in names): Tally(**each) for each in found}


def folded(tallies: Mapping[tuple[str, ...], Tally], place: int = 0) -> dict[str, Tally]:
    """By one of several keys."""
    names = dict.fromkeys(keys[place] for keys in tallies)
    return {name: summed(tally for keys, tally in tallies.items() if keys[place] == name) for name in names}


def by_mod(scope: Scope) -> dict[str, Tally]:
    """Of one group, up to the last Monday: those with enough rulings that none of them can be told from the others."""
    tallies = by(given_in(scope, scope.in_whole_weeks()), F("actor__username"))
    enough = [(shown_name(name), tally) for (name,), tally in tallies.items() if tally.ruled >= FEW]
    return {name: summed(tally for called, tally in enough if called == name) for name, _ in enough}


def times_of(given: QuerySet[Ruling]) -> Times:
    """Of cases that waited for a mod; where a mod opened the case by ruling nobody waited. Two queries."""
    waited = given.filter(Q(is_flagged=True) | Q(is_pointed=True) | Q(case__held__isnull=False), case__isnull=False)
    waited = waited.annotate(took=Moment(F("created_at")) - Moment(F("case__opened_at")))
    sums = {f"n{hours}": Count("pk", filter=Q(took__lte=timedelta(hours=hours).total_seconds())) for hours in WITHIN.values()}
    counted = waited.aggregate(cases=Count("pk"), **sums)
    if not (cases := counted["cases"]):
        return Times()
    places = [(cases + 1) // 2, (cases * 9 + 9) // 10]
    placed = waited.annotate(place=Window(RowNumber(), order_by="took")).filter(place__in=places).order_by("place")
    took = list(placed.values_list("took", flat=True))
    within = {words: counted[f"n{hours}"] for words, hours in WITHIN.items()}
    return Times(cases=cases, within=within, median=took[0], ninth=took[-1])


def seconds_of(given: QuerySet[Ruling]) -> Share:
    """What other mods said of a case before it was ruled on, beside what the ruling is now."""
    said = Q(case__steps__what__in=[Happened.SECONDED, Happened.DOUBTED])
    found = given.annotate(said=FilteredRelation("case__steps", condition=said)).filter(said__isnull=False)
    found = found.annotate(by=F("said__actor"), opinion=F("said__what")).exclude(by=F("actor"))
    agreed = (Q(opinion=Happened.SECONDED) & ACTED) | (Q(opinion=Happened.DOUBTED) & ~ACTED)
    return Share(**found.aggregate(of=Count("pk"), some=Count("pk", filter=agreed)))


def shares_acted(given: QuerySet[Ruling]) -> dict[str, Share]:
    """Of what software pointed at, and of what members flagged: where the ruling is an act."""
    names = ("is_pointed", "is_flagged")
    sums: dict[str, Any] = {f"{name}_of": Count("pk", filter=Q(**{name: True})) for name in names}
    sums |= {f"{name}_some": Count("pk", filter=Q(**{name: True}) & ACTED) for name in names}
    found = given.aggregate(**sums)
    return {name: Share(found[f"{name}_some"], found[f"{name}_of"]) for name in names}
