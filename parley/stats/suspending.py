"""Counting suspensions by how long they last."""

from typing import Any

from django.db.models import Count, F, Q

from parley.groups.models import Suspension
from parley.stats.figures import TERMS, Suspensions, masked
from parley.stats.rulings import Moment
from parley.stats.scope import Scope


def suspensions_in(scope: Scope) -> Suspensions:
    """Of a group with its discussions; of the site with those from the whole of it that the site's log tells. One query."""
    place = scope.of("group") if scope.group else scope.of("group") | Q(group=None, entry__group_id=None)
    found = Suspension.objects.filter(place, scope.lately()).annotate(lasts=Moment(F("ends_at")) - Moment(F("created_at")))
    counted = found.aggregate(all=Count("pk"), lifted=Count("pk", filter=~Q(lifted_by=None)), **_terms())
    names = [*TERMS, "longer", "until they agree to a text"]
    terms = masked({name: counted[f"n{place}"] for place, name in enumerate(names)})
    return Suspensions(all=counted["all"], lifted=counted["lifted"], terms=terms)


def _terms() -> dict[str, Any]:
    """An hour is let pass between reckoning the end of a suspension and storing it."""
    bounds = [0.0, *(days * 86_400 + 3_600 for days in TERMS.values()), 10.0**12]
    sums = {
        f"n{place}": Count("pk", filter=Q(lasts__gt=bounds[place], lasts__lte=bounds[place + 1]))
        for place in range(len(bounds) - 1)
    }
    return sums | {f"n{len(TERMS) + 1}": Count("pk", filter=Q(ends_at=None))}
