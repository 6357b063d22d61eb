"""Searching the site, or a group."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.http import urlencode
from markupsafe import Markup

from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import viewer_of
from parley.search import queries as searching
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import group_rows
from parley.web.pages.write_rows import marked

ORDERS = {"best": "Best first", "newest": "Newest first"}


@open_page
@takes("GET")
def site_search(request: HttpRequest) -> HttpResponseBase:
    return page(request, "search.html", head=None, **_found(request, None))


@open_page
@takes("GET")
def group_search(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    this = groups.group_for(viewer, name)
    return page(request, "search.html", head=group_rows.head(this, viewer, "Search"), **_found(request, this))


def _found(request: HttpRequest, group: Any) -> Mapping[str, Any]:
    query, number = request.GET.get("q", ""), _number(request.GET.get("page", ""))
    order = "newest" if request.GET.get("order") == "newest" else "best"
    found = searching.find(viewer_of(request), query, group=group, by_rank=order == "best", page=number)
    more = f"{request.path}?{urlencode({'q': query, 'order': order, 'page': str(number + 1)})}"
    return {
        "action": request.path, "query": query, "found": found, "hits": [_row(hit, group) for hit in found.hits],
        "is_asked": bool(query.strip()), "summary": _summary(found), "is_newest": order == "newest",
        "orders": [
            rows.TabRow(label=say(label), url=f"{request.path}?{urlencode({'q': query, 'order': name})}", is_here=name == order)
            for name, label in ORDERS.items()
        ],
        "more": rows.MoreRow(url=more, label=say("More")) if found.has_next else None,
        "elsewhere": f"/search?{urlencode({'q': query})}" if group is not None and query.strip() else None,
    }  # fmt: skip


def _number(asked: str) -> int:
    """Nonsense is the first page."""
    return int(asked) if re.fullmatch("[1-9][0-9]{0,3}", asked) else 1


def _summary(found: searching.Found) -> str:
    """What stands above the results."""
    if found.is_near:
        return say("Nothing has these words as they are written. These headlines nearly do.")
    if found.is_more:
        return say("More than {count} have these words: the newest {count} were looked at.", count=found.count)
    return say("{count} found", count=found.count) if found.count else ""


def _row(hit: searching.Hit, group: Any) -> rows.HitRow:
    name, title = hit.number, hit.group.title
    if group is not None:
        where = say("comment {number}", number=name) if name else say("seed")
    else:
        where = say("comment {number} in {group}", number=name, group=title) if name else say("seed in {group}", group=title)
    return rows.HitRow(
        title=_marked(hit.title, hit.title_marks), url=hit.url, snippet=_marked(hit.passage, hit.marks), author=hit.author, at=hit.at,
        where=where,
    )  # fmt: skip


def _marked(words: str, marks: tuple[tuple[int, int], ...]) -> Markup:
    return marked(words, marks, around=None) if marks else Markup.escape(words)
