"""Following, muting, and reading one discussion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from parley.base.saying import later, say
from parley.inbox import tracking
from parley.inbox import tracking_queries as queries
from parley.people.queries import actor_of
from parley.seeds.queries import seed_for
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import thread_rows
from parley.web.pages.asked import onward, whole
from parley.web.pages.reply import crumbs
from parley.web.pages.thread import place_of

if TYPE_CHECKING:
    from parley.threads.models import Comment

MOST_SENT = 10_000
"""Characters of a list of keys."""
EMPTY = 204


@takes("POST")
def follow(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    on, off = later("You follow this discussion."), later("You follow this discussion no more.")
    return _set(request, seed_id, tracking.follow, on, off)


@takes("POST")
def mute(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    on, off = later("This discussion is muted."), later("This discussion is not muted any more.")
    return _set(request, seed_id, tracking.mute, on, off)


def _set(request: HttpRequest, seed_id: int, change: Callable[..., None], on: str, off: str) -> HttpResponseBase:
    """`on`: 1 begins it, anything else ends it."""
    seed, is_on = seed_for(actor_of(request), seed_id), request.POST.get("on") == "1"
    change(actor=actor_of(request), seed=seed, on=is_on)
    tell(request, on if is_on else off)
    return onward(request, f"{seed.url}#discussion")


@takes("POST")
def read(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """`to`: key of the newest comment when the page was made."""
    seed = seed_for(actor_of(request), seed_id)
    tracking.read(actor=actor_of(request), seed=seed, to=whole(request.POST.get("to")) or 0)
    return onward(request, f"{seed.url}#discussion")


@takes("POST")
def seen(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """`comments`: keys of those that were really seen, with commas between."""
    seed = seed_for(actor_of(request), seed_id)
    said = request.POST.get("comments", "")[:MOST_SENT].split(",")
    tracking.see(actor=actor_of(request), seed=seed, keys=[key for each in said if (key := whole(each))])
    return HttpResponse(status=EMPTY)


@takes("GET")
def next_new(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """To the first new comment behind the one numbered `after`, wherever it stands; to the discussion where nothing is new."""
    seed = seed_for(actor_of(request), seed_id)
    found = queries.first_new(actor_of(request), seed, after=request.GET.get("after", ""))
    return redirect(place_of(found) if found else f"{seed.url}#discussion")


@takes("GET")
def branch(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    """What stands below a comment: where it can be muted without JavaScript, and by who cannot reply."""
    comment, url = comment_for(actor_of(request), comment_id), f"/c/{comment_id}"
    stands = queries.branch_at(actor_of(request), comment)
    row = rows.BranchRow(
        fold_url=f"{url}/fold", mute_url=f"{url}/mute", back=url, is_folded=stands.is_folded, is_muted=stands.is_muted
    )
    shown = thread_rows.still_row(comment)
    below = say("Below comment {number}", number=comment.number)
    return page(request, "branch.html", comment=shown, branch=row, crumbs=crumbs(comment.seed, below))


@takes("POST")
def fold(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    return _branch(request, comment_for(actor_of(request), comment_id), tracking.fold)


@takes("POST")
def mute_branch(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    return _branch(request, comment_for(actor_of(request), comment_id), tracking.mute_branch)


def _branch(request: HttpRequest, comment: "Comment", change: Callable[..., None]) -> HttpResponseBase:
    change(actor=actor_of(request), comment=comment, on=request.POST.get("on") == "1")
    if "application/json" in request.headers.get("Accept", ""):
        return HttpResponse("{}", content_type="application/json")
    return onward(request, comment.url)
