"""A seed with its discussion."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import redirect

from parley.base.keys import shows
from parley.people.queries import viewer_of
from parley.seeds.queries import seed_for
from parley.threads import slices
from parley.threads.queries import comment_for
from parley.web import packing
from parley.web.methods import takes
from parley.web.opening import kept_page, open_page
from parley.web.pages import seed_body, seed_layer

if TYPE_CHECKING:
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@open_page
@takes("GET")
def short_address(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """The number alone leads to the whole address."""
    return _to_whole_address(request, seed_for(viewer_of(request), seed_id))


def _to_whole_address(request: HttpRequest, seed: "Seed") -> HttpResponseBase:
    asked = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{seed.url}?{asked}" if asked else seed.url)


@kept_page(order=slices.ORDERS.__contains__, after=slices.is_cursor)
@takes("GET")
def seed_page(request: HttpRequest, seed_id: int, slug: str) -> HttpResponseBase:
    """Kept for everybody but for the reader's own layer; both are made elsewhere."""
    order, after = request.GET.get("order", ""), request.GET.get("after", "")
    order, after = order if order in slices.ORDERS else "number", after if slices.is_cursor(after) else ""
    body = seed_body.body_for(viewer_of(request), seed_id, order=order, after=after)
    if slug != body.seed.slug:
        return _to_whole_address(request, body.seed)
    shows(request, *seed_body.keys_of(body.seed))
    return packing.answer(request, seed_layer.laid_over(request, body))


@open_page
@takes("GET")
def comment_page(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    """A comment's lasting address leads to where it stands."""
    return redirect(place_of(comment_for(viewer_of(request), comment_id)))


def place_of(comment: "Comment") -> str:
    """The slice of the discussion that holds it."""
    cursor = slices.cursor_before(comment)
    return f"{comment.seed.url}{f'?after={cursor}' if cursor else ''}#c{comment.pk}"
