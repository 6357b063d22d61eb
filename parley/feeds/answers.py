"""A feed in the format that its address asks for."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from parley.base.refusals import NotThere
from parley.feeds.formats import formats
from parley.feeds.hammering import too_often
from parley.feeds.shapes import Feed, whole

View = Callable[..., HttpResponse]


def feed_page(make: Callable[..., Feed]) -> View:
    """A page that answers what `make` gives (it takes the request and what the address names), open, and kept by the front. An
    unknown format is not there, and who asks too often is told so.
    """

    def view(request: HttpRequest, ending: str, **named: Any) -> HttpResponse:
        if (form := formats().get(ending)) is None:
            raise NotThere
        if (refusal := too_often(request)) is not None:
            return refusal
        feed = make(request, **named)
        return HttpResponse(form.write(feed, whole(f"{feed.path}.{ending}")), content_type=f"{form.media_type}; charset=utf-8")

    return opened(view)


def opened(view: View, **knows: Callable[[str], object]) -> View:
    """With the marks that `parley.web.opening` sets, since feeds stand beside the pages and do not import them. `knows`: the parts of
    its query that it reads, with a test of their values.
    """
    view.is_open = True  # type: ignore[attr-defined] # read by web.middleware.Viewer
    view.knows = knows  # type: ignore[attr-defined] # read by edge.names
    return view
