"""What one follows, with what is new in each; one's history; and one's drafts."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.saying import say
from parley.inbox import tracking, unsent
from parley.inbox import tracking_queries as queries
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages.asked import chosen, whole
from parley.web.pages.front import more_row
from parley.web.pages.track_rows import followed_row, unsent_row

READS = {"current": queries.current, "history": queries.history}
LABELS = {"current": "Current", "history": "History", "drafts": "Drafts"}
NOTHING = {
    "current": "Nothing yet. Discussions in which you take part stand here, and those that you follow.",
    "history": "Nothing yet. Every discussion in which you ever took part will stand here.",
    "drafts": "Nothing waits to be sent. What you begin to write is kept here for six weeks.",
}


@takes("GET")
def tracker(request: HttpRequest) -> HttpResponseBase:
    """One query for the discussions, however many there are."""
    actor, show = actor_of(request), chosen(request, "show", LABELS)
    after = request.GET.get("after", "")
    found = READS[show](actor, after=after) if show in READS else queries.Lines((), None)
    drafts = unsent.unsent_of(actor) if show == "drafts" else []
    has_new = show == "current" and not after and any(line.new for line in found.lines)
    return private_page(
        request, "tracker.html", here="tracker", show=show, nothing=say(NOTHING[show]), tabs=_tabs(show),
        lines=[followed_row(line, _address(show)) for line in found.lines], drafts=[unsent_row(actor, each) for each in drafts],
        read_to=max(line.newest for line in found.lines) if has_new else 0,
        more=more_row("/tracker", {} if show == "current" else {"show": show}, found.after),
    )  # fmt: skip


def _address(show: str) -> str:
    return "/tracker" if show == "current" else f"/tracker?show={show}"


def _tabs(show: str) -> tuple[rows.TabRow, ...]:
    return tuple(rows.TabRow(label=say(label), url=_address(name), is_here=name == show) for name, label in LABELS.items())


@takes("POST")
def read_all(request: HttpRequest) -> HttpResponseBase:
    """`to`: key of the newest comment on the page that was looked at."""
    tracking.read_all(actor=actor_of(request), to=whole(request.POST.get("to")) or 0)
    return redirect("/tracker")


@takes("POST")
def drop(request: HttpRequest, draft_id: int) -> HttpResponseBase:
    unsent.throw_away(actor=actor_of(request), key=draft_id)
    tell(request, "The draft is gone.")
    return redirect("/tracker?show=drafts")
