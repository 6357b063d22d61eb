"""The front page: seeds of all groups that the reader may read, in each order; and those of his own groups."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from parley.base.keys import shows
from parley.base.saying import counted, later, say
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.people.queries import actor_of, viewer_of
from parley.seeds import listing
from parley.seeds.rankings import rankings
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages.seed_cards import NONE, cards

if TYPE_CHECKING:
    from parley.seeds.models import Seed
    from parley.seeds.rankings import Ranking

MOST_GROUPS = 10
FEEDS = {
    "front": ("Front page", "/feed"), "newest": ("Newest", "/newest/feed"), "discussed": ("Most discussed", "/discussed/feed"),
}  # fmt: skip
ORDERS = {
    "front" if each.name == "hot" else each.name: each.title for each in rankings().values()
} | {"mine": later("My groups")}  # fmt: skip
EMPTY = {
    "": (later("No article has been seeded yet."), later("Seed the first"), "seed_new"),
    "discussed": (later("Nothing has been discussed yet."), later("Look at the newest"), "newest"),
    "mine": (later("Nothing stands here yet: seeds of the groups that you join do."), later("Look for a group"), "groups"),
}
"""A sentence, and a way on."""


@kept_page(after=listing.is_cursor)
@takes("GET")
def front(request: HttpRequest) -> HttpResponseBase:
    return _of_all(request, "hot", here="front")


@kept_page(after=listing.is_cursor)
@takes("GET")
def newest(request: HttpRequest) -> HttpResponseBase:
    return _of_all(request, "newest", here="newest")


@kept_page(after=listing.is_cursor)
@takes("GET")
def discussed(request: HttpRequest) -> HttpResponseBase:
    return _of_all(request, "discussed", here="discussed")


@takes("GET")
def mine(request: HttpRequest) -> HttpResponseBase:
    found = listing.of_own_groups(actor_of(request), order="hot", after=request.GET.get("after", ""))
    return _page(request, listing.ranked("hot"), found, here="mine")


def _of_all(request: HttpRequest, order: str, *, here: str) -> HttpResponse:
    shows(request, "front", "log", "groups")
    viewer = viewer_of(request)
    found = listing.listed(viewer, order=order, after=request.GET.get("after", ""))
    return _page(request, listing.ranked(order), found, here=here, twins=listing.twins_of(viewer, found.seeds))


def _page(
    request: HttpRequest, ranking: "Ranking", found: listing.Slice, *, here: str, twins: "Mapping[str, Sequence[Seed]]" = NONE
) -> HttpResponse:
    return page(
        request, "front.html", here=here, ranking=ranking, orders=_orders(here), more=more_row(request.path, {}, found.after),
        seeds=cards(request, found.seeds, ranking.why, twins), feeds=[(say(FEEDS[here][0]), FEEDS[here][1])] if here in FEEDS else [],
        empty=EMPTY.get(here, EMPTY[""]), asides=[_groups_aside(request), _lists_aside(), _figures_aside(request)],
    )  # fmt: skip


def _orders(here: str) -> list[rows.TabRow]:
    """The orders of the site's list, and the list of one's own groups."""
    return [rows.TabRow(label=say(label), url=reverse(name), is_here=name == here) for name, label in ORDERS.items()]


def more_row(path: str, query: Mapping[str, str], after: Any) -> rows.MoreRow | None:
    """The way to the next page of a list; None on the last."""
    return rows.MoreRow(url=f"{path}?{urlencode({**query, 'after': after})}", label=say("More")) if after else None


def _groups_aside(request: HttpRequest) -> rows.AsideBox:
    viewer = viewer_of(request)
    mine = groups.groups_of(viewer) if viewer else []
    found = mine or groups.first_groups(viewer, limit=MOST_GROUPS)
    return rows.AsideBox(
        title=say("Your groups") if mine else say("Groups"), more=rows.AsideRow(label=say("All groups"), url="/g"),
        rows=tuple(rows.AsideRow(label=group.title, url=group.url) for group in found[:MOST_GROUPS]),
    )  # fmt: skip


def _lists_aside() -> rows.AsideBox:
    found = rows.AsideRow(label=say("Tags"), url="/tags"), rows.AsideRow(label=say("Day by day"), url="/days")
    return rows.AsideBox(title=say("More lists"), rows=found)


def _figures_aside(request: HttpRequest) -> rows.AsideBox:
    """What moderators did lately, in groups that the reader may read."""
    acts = ledger.acts_since(timezone.now() - timedelta(days=30), groups.readable_keys(viewer_of(request)))
    figures = [
        counted("{count} redaction", "{count} redactions", acts.get("text:span:redacted", 0)),
        counted("{count} removal", "{count} removals", acts.get("text:whole:removed", 0)),
        counted("{count} ruling undone", "{count} rulings undone", acts.get("moderation:ruling:undone", 0)),
    ]
    return rows.AsideBox(
        title=say("How this place is run"), text=say("Last 30 days: {figures}.", figures=say(", ").join(figures)),
        more=rows.AsideRow(label=say("Open the log"), url="/log"),
    )  # fmt: skip
