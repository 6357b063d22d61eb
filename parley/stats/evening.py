"""The same rule for everybody: the counts that `evenness` compares."""

from collections.abc import Mapping

from django.db.models import Count, QuerySet

from parley.moderation.models import Ruling
from parley.stats import evenness
from parley.stats.evenness import Compared, Side
from parley.stats.figures import FEW, Evenness
from parley.stats.rulings import ACTED, LINE, given_in
from parley.stats.scope import Scope
from parley.votes.models import Vote


def evenness_in(scope: Scope) -> Evenness:
    """Up to the last Monday, since a ruling that moves one side's count tells where its author stands; two queries. A side on which
    fewer than five people were ruled on is left silent like one with few rulings.
    """
    from parley.stats import camps  # numpy takes its time, and most processes never ask

    votes = Vote.objects.filter(scope.of("comment__seed__group"), scope.in_whole_weeks(), taken_back_at=None)
    found = camps.camps_of(votes.values_list("person", "author").annotate(often=Count("pk")).order_by())
    if not found.side_of:
        return Evenness()
    return Evenness(sizes=found.sizes, within=found.within, lines=_compared(given_in(scope, scope.in_whole_weeks()), found.side_of))


def _compared(given: QuerySet[Ruling], side_of: Mapping[int, int]) -> dict[str, Compared]:
    counts = given.filter(person__isnull=False).values_list(LINE, "person")
    sums: dict[str, list[list[int]]] = {}
    for line, person, ruled, acted in counts.annotate(ruled=Count("pk"), acted=Count("pk", filter=ACTED)):
        if person in side_of:
            side = sums.setdefault(line or "", [[0, 0, 0], [0, 0, 0]])[side_of[person]]
            side[0] += acted
            side[1] += ruled
            side[2] += 1
    lines = {line: (_side(sides[0]), _side(sides[1])) for line, sides in sums.items()}
    compared = evenness.compare(lines)
    return dict(sorted(compared.items(), key=lambda each: -sum(side.ruled for side in each[1].sides)))


def _side(counts: list[int]) -> Side:
    acted, ruled, people = counts
    return Side(acted, ruled) if people >= FEW else Side(0, 0)
