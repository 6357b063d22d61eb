"""Searching a group."""

from django.http import HttpRequest, HttpResponseBase
from markupsafe import Markup

from parley.groups import queries as groups
from parley.people.queries import viewer_of
from parley.search import queries as searching
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import group_rows
from parley.web.pages.write_rows import marked


@open_page
@takes("GET")
def group_search(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    this = groups.group_for(viewer, name)
    query = request.GET.get("q", "")
    found = searching.find(viewer, this, query)
    return page(
        request, "search.html", head=group_rows.head(this, viewer, "Search"), action=f"{this.url}/search",
        query=query[: searching.MOST_CHARACTERS], found=found, hits=[_row(hit) for hit in found.hits],
        is_asked=bool(query.strip()),
        limits=(searching.MOST_CHARACTERS, searching.MOST_WORDS),
    )  # fmt: skip


def _row(hit: searching.Hit) -> rows.HitRow:
    snippet = marked(hit.passage, hit.marks, around=None) if hit.marks else Markup.escape(hit.passage)
    return rows.HitRow(title=hit.title, url=hit.url, where=hit.where, author=hit.author, at=hit.at, snippet=snippet)
