"""The front page: seeds of all groups that the reader may read."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.http import urlencode

from parley.base.keys import shows
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.people.queries import viewer_of
from parley.seeds import queries as seeds
from parley.seeds.rankings import rankings
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages.seed_cards import cards

FIGURES = {"text:span:redacted": ("redaction", "redactions"), "text:whole:removed": ("removal", "removals"),
           "moderation:ruling:undone": ("ruling undone", "rulings undone")}  # fmt: skip
MOST_GROUPS = 10
FEEDS = {"hot": ("Front page", "/feed"), "newest": ("Newest", "/newest/feed")}


@kept_page(after=seeds.is_cursor)
@takes("GET")
def front(request: HttpRequest) -> HttpResponseBase:
    return _listed(request, "hot", here="front")


@kept_page(after=seeds.is_cursor)
@takes("GET")
def newest(request: HttpRequest) -> HttpResponseBase:
    return _listed(request, "newest", here="newest")


def _listed(request: HttpRequest, order: str, *, here: str) -> HttpResponse:
    shows(request, "front", "log", "groups")
    found = seeds.listed(viewer_of(request), order=order, after=request.GET.get("after", ""))
    return page(
        request, "front.html", here=here, ranking=rankings()[order], seeds=cards(request, found.seeds),
        more=more_row(request.path, {}, found.after), feeds=[FEEDS[order]], asides=[_groups_aside(request), _figures_aside(request)],
    )  # fmt: skip


def more_row(path: str, query: Mapping[str, str], after: Any) -> rows.MoreRow | None:
    """The way to the next page of a list; None on the last."""
    return rows.MoreRow(url=f"{path}?{urlencode({**query, 'after': after})}", label="More") if after else None


def _groups_aside(request: HttpRequest) -> rows.AsideBox:
    viewer = viewer_of(request)
    mine = groups.groups_of(viewer) if viewer else []
    found = mine or groups.first_groups(viewer, limit=MOST_GROUPS)
    return rows.AsideBox(
        title="Your groups" if mine else "Groups", more=rows.AsideRow(label="All groups", url="/g"),
        rows=tuple(rows.AsideRow(label=group.title, url=group.url) for group in found[:MOST_GROUPS]),
    )  # fmt: skip


def _figures_aside(request: HttpRequest) -> rows.AsideBox:
    """What moderators did lately, in groups that the reader may read."""
    acts = ledger.acts_since(timezone.now() - timedelta(days=30), groups.readable_keys(viewer_of(request)))
    figures = [f"{acts.get(act, 0):,} {words[acts.get(act, 0) != 1]}" for act, words in FIGURES.items()]
    return rows.AsideBox(
        title="How this place is run", text=f"Last 30 days: {', '.join(figures)}.",
        more=rows.AsideRow(label="Open the log", url="/log"),
    )  # fmt: skip
