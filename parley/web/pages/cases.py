"""The queue of cases: of a group, or of everything the reader moderates."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import urlencode

from parley.base.decisions import no, require
from parley.groups import policy as groups
from parley.groups.queries import group_for
from parley.moderation import queries as moderation
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.pages import case_rows
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from parley.groups.models import Group

SORTS = {
    "": "All",
    "flags": "Flagged",
    "software": "Pointed at",
    "held": "Held",
    "appeals": "Appeals",
    "seeds": "Seeds",
}
WHOSE = {"mine": "Mine", "second": "Second opinion"}


@takes("GET")
def site_cases(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    if not moderation.moderates(actor):
        require(no("not-mod"))
    return _queue(request, None, "/cases")


@takes("GET")
def group_cases(request: HttpRequest, name: str) -> HttpResponseBase:
    group = group_for(actor_of(request), name)
    require(groups.may_moderate(actor_of(request), group))
    return _queue(request, group, f"{group.url}/cases")


def _queue(request: HttpRequest, group: "Group | None", here: str) -> HttpResponseBase:
    actor, asked = actor_of(request), request.GET
    wanted = moderation.Wanted(
        group=group, sort=asked.get("sort", ""), whose=asked.get("whose", ""), line=whole(asked.get("line"))
    )
    found = moderation.queue_for(actor, wanted, after=asked.get("after", ""))
    more = urlencode(
        {**{name: asked[name] for name in ("sort", "whose", "line") if asked.get(name)}, "after": found.after or ""}
    )
    row = rows.QueueRow(
        title=f"Cases in {group.title}" if group else "Cases",
        filters=_filters(here, wanted),
        recused=found.recused,
        line=str(wanted.line or ""),
        kept=tuple((name, asked[name]) for name in ("sort", "whose") if asked.get(name)),
        cases=tuple(case_rows.queued(found.cases, actor)),
        more_url=f"{here}?{more}" if found.after else None,
    )
    crumbs = [rows.CrumbRow(label=group.title, url=group.url), rows.CrumbRow(label="Cases")] if group else []
    answer = page(request, "cases.html", here="cases", queue=row, crumbs=crumbs)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _filters(here: str, wanted: moderation.Wanted) -> tuple[rows.TabRow, ...]:
    sorts = [
        rows.TabRow(
            label=label, url=f"{here}?sort={sort}" if sort else here, is_here=not wanted.whose and wanted.sort == sort
        )
        for sort, label in SORTS.items()
    ]
    whose = [
        rows.TabRow(label=label, url=f"{here}?whose={each}", is_here=wanted.whose == each)
        for each, label in WHOSE.items()
    ]
    return (*sorts, *whose)
