"""The figures of a group or of the site. Sums leave the database, never what somebody wrote."""

from django.db.models import F
from django.utils import timezone

from parley.groups.models import Group
from parley.stats import evening, rulings, suspending, talking
from parley.stats.figures import Figures
from parley.stats.scope import Scope

PERIODS = (30, 90, 365)
"""Days; beside them all of the time."""


def figures_of(group: Group | None, *, days: int | None = None) -> Figures:
    """Of a group the caller may read, or of all public groups; at most fourteen queries."""
    scope = Scope(group, days, timezone.now())
    given = rulings.given_in(scope)
    kinds = rulings.by(given, F("entry__decider"), F("basis"))
    acted = rulings.shares_acted(given)
    active, citing = talking.talk_in(scope)
    return Figures(
        lines=rulings.folded(rulings.by(given, rulings.LINE)),
        deciders=rulings.folded(kinds),
        bases=rulings.folded(kinds, 1),
        mods=rulings.by_mod(scope) if group else {},
        times=rulings.times_of(given),
        seconds=rulings.seconds_of(given),
        pointed=acted["is_pointed"],
        flagged=acted["is_flagged"],
        citing=citing,
        active=active,
        suspensions=suspending.suspensions_in(scope),
        evenness=evening.evenness_in(scope),
    )
