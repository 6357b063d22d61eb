"""One's own data as an archive, and deleting one's account. Both ask for the password again."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.exchange import archiving
from parley.exchange import leaving as exchange
from parley.people import archives, leaving
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.confirming import confirmed_lately
from parley.web.methods import Page, takes

DAYS = leaving.WAIT.days


def asks_again(*, to_read: bool = False) -> Callable[[Page], Page]:
    """For the password, or what else somebody signs in by, unless he gave it just now. `to_read`: a page that is read as well."""

    def around(view: Page) -> Page:
        checked = confirmed_lately(view)

        @wraps(view)
        def asked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            return (checked if to_read or request.method == "POST" else view)(request, **kwargs)

        return asked

    return around


@takes("GET", "POST")
@asks_again()
def own_data(request: HttpRequest) -> HttpResponseBase:
    """Asking for the archive, and where it is."""
    actor = actor_of(request)
    if request.method == "POST":
        archiving.ask(actor=actor)
        tell(request, "Your archive is being put together. Come back in a few minutes.")
        return redirect("own_data")
    found = archives.archive_of(actor)
    archive = None if found is None else rows.ArchiveRow(
        asked_at=found.asked_at, until=found.asked_at + archives.STANDS, url=found.url if found.made_at else None,
        size=filesizeformat(found.size), can_renew=found.asked_at + archives.AGAIN <= timezone.now(),
    )  # fmt: skip
    return private_page(request, "own_data.html", archive=archive)


@takes("GET")
@asks_again(to_read=True)
def archive(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The archive itself, for its owner alone."""
    found = archives.archive_for(actor_of(request), key)
    answer = StreamingHttpResponse(archives.bytes_of(found), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="parley-{actor_of(request).username}.zip"'
    answer.headers["Content-Length"] = str(found.size)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@takes("GET", "POST")
@asks_again()
def leave(request: HttpRequest) -> HttpResponseBase:
    """Asking for it; what goes and what stays is said first."""
    actor = actor_of(request)
    if request.method != "POST":
        return _page(request)
    if request.POST.get("name", "").strip() != actor.username:
        return _page(request, status=422, error=say("Write your name as it stands above, so that this does not happen by accident."))
    try:
        exchange.ask(actor=actor, takes_words=request.POST.get("words") == "take")
    except Refusal as refusal:
        return _page(request, status=refusal.status, error=refusal.sentence)
    return redirect("own_leave")


@takes("POST")
def stay(request: HttpRequest) -> HttpResponseBase:
    exchange.take_back(actor=actor_of(request))
    tell(request, "You stay. Everything is as it was.")
    return redirect("security")


def _page(request: HttpRequest, *, status: int = 200, error: str = "") -> HttpResponseBase:
    actor, typed = actor_of(request), request.POST.get("name", "")[:60]
    waits = leaving.leaving_of(actor)
    try:
        exchange.refuse_needed(actor)
        needed = ""
    except Refusal as refusal:
        needed = refusal.sentence
    return private_page(
        request, "own_leave.html", status=status, name=actor.username, days=DAYS, needed=needed,
        leaves_at=waits.due_at if waits else None, takes_words=waits.takes_words if waits else request.POST.get("words") == "take",
        field=rows.FieldRow(
            name="name", label=say("To go on, write your name: {name}", name=actor.username), value=typed, is_required=True,
            errors=(error,) if error else (),
        ),
    )  # fmt: skip
