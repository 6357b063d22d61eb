"""Public figures: of all public groups, and of one group."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase

from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import viewer_of
from parley.stats import queries as stats
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import figure_rows, group_rows

if TYPE_CHECKING:
    from parley.groups.models import Group

PERIODS = {"30": "30 days", "90": "90 days", "365": "A year", "all": "All of the time"}
USUAL = "365"


@open_page
@takes("GET")
def site_figures(request: HttpRequest) -> HttpResponseBase:
    return page(request, "figures.html", here="log", head=None, **_figures(request, None))


@open_page
@takes("GET")
def group_figures(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    this = groups.group_for(viewer, name)
    head, search = group_rows.head(this, viewer, "Figures"), group_rows.search_box(this)
    return page(request, "figures.html", head=head, search=search, **_figures(request, this))


def _figures(request: HttpRequest, group: "Group | None") -> dict[str, Any]:
    asked = request.GET.get("days", USUAL)
    chosen = asked if asked in PERIODS else USUAL
    days = int(chosen) if chosen.isdecimal() else None
    periods = [
        rows.TabRow(label=say(label), url=request.path if value == USUAL else f"{request.path}?days={value}", is_here=value == chosen)
        for value, label in PERIODS.items()
    ]
    return {"sections": figure_rows.sections(stats.figures_of(group, days=days)), "periods": periods}
