"""The queue of cases: of a group, or of everything the reader moderates."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import urlencode

from parley.base.decisions import no, require
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.queries import group_for
from parley.moderation import case_queries
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page
from parley.web.methods import takes
from parley.web.pages import case_rows
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from django.http import QueryDict

    from parley.groups.models import Group
    from parley.moderation.models import Case

SORTS = {
    "": "All",
    "flags": "Flagged",
    "software": "Pointed at",
    "held": "Held",
    "appeals": "Appeals",
    "seeds": "Seeds",
}
WHOSE = {"mine": "Mine", "second": "Second opinion"}


@dataclass(frozen=True, slots=True)
class QueueAddress:
    """Which queue: kept in the addresses of its cases, so that deciding leads to the next of the same."""

    wanted: case_queries.Wanted

    @classmethod
    def by(cls, sent: "QueryDict", group: "Group | None") -> "QueueAddress":
        """`group`: None for the queue of everything."""
        return cls(
            case_queries.Wanted(
                group=group,
                sort=sent.get("sort", "") if sent.get("sort") in SORTS else "",
                whose=sent.get("whose", "") if sent.get("whose") in WHOSE else "",
                line=whole(sent.get("line")),
            )
        )

    @classmethod
    def of_case(cls, request: HttpRequest, case: "Case") -> "QueueAddress":
        """From which one came to a case: its group’s, or that of everything (`in=all`)."""
        return cls.by(request.GET, None if request.GET.get("in") == "all" else case.group)

    @property
    def here(self) -> str:
        return f"{self.wanted.group.url}/cases" if self.wanted.group else "/cases"

    @property
    def url(self) -> str:
        return _with(self.here, self._filter)

    @property
    def _filter(self) -> dict[str, str]:
        kept = {"sort": self.wanted.sort, "whose": self.wanted.whose, "line": str(self.wanted.line or "")}
        return {name: value for name, value in kept.items() if value}

    def of(self, sort: str = "", whose: str = "") -> "QueueAddress":
        """Another filter of the same."""
        return QueueAddress(replace(self.wanted, sort=sort, whose=whose, line=None))

    def more(self, after: str) -> str:
        return _with(self.here, self._filter | {"after": after})

    def link(self, url: str) -> str:
        """To a case of this queue."""
        return _with(url, ({} if self.wanted.group else {"in": "all"}) | self._filter)

    def crumbs(self, last: str) -> "list[rows.CrumbRow]":
        """The way to a case."""
        group = self.wanted.group
        return [
            *([rows.CrumbRow(label=group.title, url=group.url)] if group else []),
            rows.CrumbRow(label=say("Cases"), url=self.url),
            rows.CrumbRow(label=last),
        ]


def _with(url: str, query: dict[str, str]) -> str:
    return f"{url}?{urlencode(query)}" if query else url


@takes("GET")
def site_cases(request: HttpRequest) -> HttpResponseBase:
    actor = actor_of(request)
    if not case_queries.moderates(actor):
        require(no("not-mod"))
    return _queue(request, QueueAddress.by(request.GET, None))


@takes("GET")
def group_cases(request: HttpRequest, name: str) -> HttpResponseBase:
    group = group_for(actor_of(request), name)
    require(groups.may_moderate(actor_of(request), group))
    return _queue(request, QueueAddress.by(request.GET, group))


def _queue(request: HttpRequest, queue: QueueAddress) -> HttpResponseBase:
    actor, wanted = actor_of(request), queue.wanted
    found = case_queries.queue_for(actor, wanted, after=request.GET.get("after", ""))
    row = rows.QueueRow(
        title=say("Cases in {group}", group=wanted.group.title) if wanted.group else say("Cases"),
        filters=_filters(queue),
        recused=found.recused,
        line=str(wanted.line or ""),
        kept=tuple((name, value) for name, value in (("sort", wanted.sort), ("whose", wanted.whose)) if value),
        cases=tuple(case_rows.queued(found.cases, actor, queue.link)),
        more_url=queue.more(found.after) if found.after else None,
    )
    group = wanted.group
    crumbs = [rows.CrumbRow(label=group.title, url=group.url), rows.CrumbRow(label=say("Cases"))] if group else []
    holds_url = f"{group.url}/holds" if group else None
    return private_page(request, "cases.html", here="cases", queue=row, crumbs=crumbs, holds_url=holds_url)


def _filters(queue: QueueAddress) -> tuple[rows.TabRow, ...]:
    wanted = queue.wanted
    sorts = [
        rows.TabRow(label=say(label), url=queue.of(sort=sort).url, is_here=not wanted.whose and wanted.sort == sort)
        for sort, label in SORTS.items()
    ]
    whose = [
        rows.TabRow(label=say(label), url=queue.of(whose=each).url, is_here=wanted.whose == each)
        for each, label in WHOSE.items()
    ]
    return (*sorts, *whose)
