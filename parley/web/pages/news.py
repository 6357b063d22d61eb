"""What a reader hears while he reads: that a discussion changed, and then how many comments it has, and which are the newest,
and by whom: one's own are no news.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from parley.base.keys import shows
from parley.people.queries import viewer_of
from parley.people.sessions import listens
from parley.seeds.queries import seed_for
from parley.threads.queries import newest_said
from parley.web.methods import takes
from parley.web.opening import kept_page, open_page


@open_page
@takes("GET")
def live(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """Whether the reader may listen. The front opens the stream; without one, 204 tells the browser to ask no more."""
    viewer = viewer_of(request)
    seed = seed_for(viewer, seed_id)
    shows(request, f"group/{seed.group_id}", f"members/{seed.group_id}", *([listens(viewer)] if viewer else ()))
    return HttpResponse(status=204)


@kept_page()
@takes("GET")
def news(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    seed = seed_for(viewer_of(request), seed_id)
    shows(request, f"seed/{seed.pk}", f"group/{seed.group_id}")
    newest = newest_said(seed)
    return JsonResponse({
        "comments": seed.comment_count, "newest": [key for key, _ in newest], "authors": [name for _, name in newest],
    })  # fmt: skip
