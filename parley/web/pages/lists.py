"""Lists of seeds that belong together: of a tag, of a publisher, of a day; and the tags used most."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from parley.base import saying
from parley.base.keys import shows
from parley.base.saying import say
from parley.people.queries import viewer_of
from parley.seeds import listing, together
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page, open_page
from parley.web.pages.front import more_row
from parley.web.pages.seed_cards import cards

if TYPE_CHECKING:
    from datetime import date


@kept_page(after=listing.is_cursor)
@takes("GET")
def tag(request: HttpRequest, name: str) -> HttpResponseBase:
    this = together.tag_called(name)
    found = together.tagged(viewer_of(request), this, after=request.GET.get("after", ""))
    return _list(request, found, title=this.name, about=say("Seeds with this tag, the newest first."), feed=f"{this.url}/feed")


@kept_page(after=listing.is_cursor)
@takes("GET")
def source(request: HttpRequest, domain: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    names = together.names_of(viewer, domain)
    found = together.from_source(viewer, names, after=request.GET.get("after", ""))
    first, *others = [each.name for each in names]
    host = "" if names[0].domain.startswith("name:") else names[0].domain
    about = (
        say("All that was seeded from this source ({host}), the newest first.", host=host)
        if host
        else say("All that was seeded from this source, the newest first.")
    )
    also = say("Seeders also name it {names}.", names=say(", ").join(others)) if others else ""
    return _list(request, found, title=first, about=f"{about} {also}".strip(), feed=f"{names[0].url}/feed")


@open_page
@takes("GET")
def days(request: HttpRequest) -> HttpResponseBase:
    return redirect(_day_url(together.last_day(viewer_of(request))))


@kept_page(after=listing.is_cursor)
@takes("GET")
def day(request: HttpRequest, name: str) -> HttpResponseBase:
    found = together.day_of(viewer_of(request), together.day_called(name), after=request.GET.get("after", ""))
    on, beside = found.on, {"prev": found.before, "next": found.next}
    ways = [
        (rel, rows.MoreRow(url=_day_url(to), label=saying.day(to))) for rel, to in beside.items() if to is not None
    ]
    about = say("What was seeded on this day (UTC), the newest first.")
    return _list(request, found.seeds, title=saying.day(on, long=True), about=about, days=ways)


def _day_url(on: "date") -> str:
    return reverse("day", kwargs={"name": on.isoformat()})


def _list(
    request: HttpRequest, found: listing.Slice, *, title: str, about: str, feed: str = "",
    days: "list[tuple[str, rows.MoreRow]] | None" = None,
) -> HttpResponse:  # fmt: skip
    shows(request, "front", "groups")
    return page(
        request, "list.html", title=title, about=about, seeds=cards(request, found.seeds), days=days or [],
        more=more_row(request.path, {}, found.after), feeds=[(title, feed)] if feed else [],
    )  # fmt: skip


@kept_page()
@takes("GET")
def tags(request: HttpRequest) -> HttpResponseBase:
    shows(request, "front", "groups")
    found = [rows.TagRow(name=each.name, url=each.url, count=count) for each, count in together.counted_tags()]
    return page(request, "tags.html", tags=found)
