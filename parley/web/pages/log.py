"""The public log: of the site with all groups open to the reader, and of one group."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase

from parley.base.keys import shows
from parley.base.saying import say
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.people.queries import viewer_of
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages import group_rows
from parley.web.pages.asked import whole
from parley.web.pages.front import more_row
from parley.web.pages.log_rows import entry_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.ledger.models import Entry

PAGE = 50


@kept_page(after=whole)
@takes("GET")
def site_log(request: HttpRequest) -> HttpResponseBase:
    shows(request, "log", "groups")
    readable = groups.readable_keys(viewer_of(request))
    found = ledger.entries_of(readable, before=whole(request.GET.get("after")), limit=PAGE + 1)
    return page(request, "log.html", here="log", head=None, feeds=[(say("Log"), "/log/feed")], **_listed(request, found))


@kept_page(after=whole)
@takes("GET")
def group_log(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    this = groups.group_for(viewer, name)
    shows(request, "log", f"group/{this.pk}", f"members/{this.pk}")
    found = ledger.entries_of_group(this.pk, before=whole(request.GET.get("after")), limit=PAGE + 1)
    head, search = group_rows.head(this, viewer, "Log"), group_rows.search_box(this)
    feeds = [(say("Log of {group}", group=this.title), f"{this.url}/log/feed")]
    return page(request, "log.html", head=head, search=search, feeds=feeds, **_listed(request, found))


def _listed(request: HttpRequest, found: "Sequence[Entry]") -> dict[str, Any]:
    """`found` has one entry more than a page when there is another page."""
    shown = found[:PAGE]
    after = shown[-1].pk if len(found) > PAGE else None
    return {"entries": entry_rows(shown), "more": more_row(request.path, {}, after)}
