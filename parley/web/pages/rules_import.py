"""Rules from elsewhere: a pack, AutoModerator's rules, watched words. They become a draft, with an account of every entry."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from parley.base.decisions import require
from parley.base.refusals import Invalid, NotThere, Refusal
from parley.base.saying import say
from parley.exchange import rules as exchange
from parley.exchange.rules import pack
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import choices, services
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import rule_rows
from parley.web.pages.rule_places import Place

if TYPE_CHECKING:
    from parley.exchange.rules import Imported

LONGEST_NAME = 40


@takes("GET", "POST")
def site_import(request: HttpRequest) -> HttpResponseBase:
    return _import(request, Place(None))


@takes("GET", "POST")
def group_import(request: HttpRequest, name: str) -> HttpResponseBase:
    return _import(request, Place(groups.group_for(viewer_of(request), name)))


def _import(request: HttpRequest, place: Place) -> HttpResponse:
    require(place.may_write(viewer_of(request)))
    if request.method != "POST":
        return _form(request, place, None, None)
    try:
        found = exchange.imported(*_brought(request))
        _keep(request, place, found)
    except Refusal as refusal:
        return _form(request, place, None, refusal)
    return _form(request, place, found, None)


def _brought(request: HttpRequest) -> tuple[bytes, str]:
    """What was uploaded, or else what was pasted, and its name."""
    file, pasted = request.FILES.get("file"), request.POST.get("pasted", "")
    if file is not None:
        return file.read(), (file.name or "")[:LONGEST_NAME]
    if not pasted.strip():
        raise Invalid("Choose a file, or paste its text.", "empty", field="file")
    return pasted.encode(), ""


def _keep(request: HttpRequest, place: Place, found: "Imported") -> None:
    """As the draft of whoever brought it, with the choices that came along; nothing is in force."""
    book, newest = found.book, place.newest()
    tested = services.tested_by(services.read_prose(book.prose), choices.expressions(book))
    chosen = services.chosen_for(tested, choices.made(book))
    services.keep_draft(actor=actor_of(request), group=place.group, book=chosen, after=newest.number if newest else 0)


def _form(request: HttpRequest, place: Place, found: "Imported | None", refusal: Refusal | None) -> HttpResponse:
    return page(
        request, "rules_import.html", status=refusal.status if refusal else 200, title=place.title, url=place.url,
        errors=rule_rows.errors_of(refusal), account=tuple(map(_entry, found.account)) if found else (),
        remarks=found.remarks if found else (), is_done=found is not None,
        pasted=rows.FieldRow(
            name="pasted", label=say("Or paste its text"), kind="area", rows=8, value=request.POST.get("pasted", ""),
            is_optional=True,
        ),
        file=rows.FieldRow(name="file", label=say("A file"), kind="file", is_optional=True),
        **place.frame(viewer_of(request)),
    )  # fmt: skip


def _entry(entry: exchange.Entry) -> rows.BroughtRow:
    lines = tuple(zip(entry.lines, entry.by_software, strict=True))
    return rows.BroughtRow(
        where=entry.where, words=entry.words, lines=lines, why_not=entry.why_not, left_out=entry.left_out, note=entry.note
    )


@open_page
@takes("GET")
def site_pack(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 -- as all pages
    return _pack(Place(None))


@open_page
@takes("GET")
def group_pack(request: HttpRequest, name: str) -> HttpResponseBase:
    return _pack(Place(groups.group_for(viewer_of(request), name)))


def _pack(place: Place) -> HttpResponse:
    """The rules in force here as one file that another group or site can take in."""
    newest = place.newest()
    book = services.reading_of(newest)
    if newest is None or book is None or not book.lines:
        raise NotThere
    answer = HttpResponse(pack.write(book, place.title, newest.created_at), content_type="application/json; charset=utf-8")
    name = place.group.name if place.group else "site"
    answer.headers["Content-Disposition"] = f'attachment; filename="rules-{name}-{newest.number}.json"'
    return answer
