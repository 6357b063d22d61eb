"""Writing house rules: prose in, its reading beside it, and nothing in force that its author has not confirmed."""

import hashlib
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from houserules import Keeping, RuleBook
from parley.base.decisions import require
from parley.base.refusals import Conflict, Invalid, Refusal
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import services
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import rule_rows, trying
from parley.web.pages.rule_places import Place

if TYPE_CHECKING:
    from parley.rulebooks.models import Version

CHANGED = "You changed the words after they were read. Here is the new reading: look at it, then confirm."


@takes("GET", "POST")
def site_rules_edit(request: HttpRequest) -> HttpResponseBase:
    return _edit(request, Place(None))


@takes("GET", "POST")
def group_rules_edit(request: HttpRequest, name: str) -> HttpResponseBase:
    return _edit(request, Place(groups.group_for(viewer_of(request), name)))


def _edit(request: HttpRequest, place: Place) -> HttpResponse:
    require(place.may_write(viewer_of(request)))
    newest = place.newest()
    if request.method != "POST":
        prose = newest.prose if newest else ""
        return _form(request, place, newest, prose=prose, book=_read(request, prose, newest) if prose else None)
    prose = request.POST.get("prose", "").replace("\r\n", "\n").strip()
    try:
        book = _read(request, prose, newest)
        if "confirm" in request.POST:
            return _confirm(request, place, book)
    except Conflict as refusal:
        newest = place.newest()
        return _form(request, place, newest, prose=prose, book=book, refusal=refusal)
    except Refusal as refusal:
        return _form(request, place, newest, prose=prose, book=None, refusal=refusal)
    return _form(request, place, newest, prose=prose, book=book)


def _read(request: HttpRequest, prose: str, newest: "Version | None") -> RuleBook:
    """The reading with the choices made in the form; where none was made yet, as the version in force has them.

    No lines are a reading only where there are some to take back.
    """
    book, before = services.read_prose(prose), services.reading_of(newest)
    if not book.lines and not (before and before.lines):
        raise Invalid("Write at least one rule, then have it read.", "empty", field="prose")
    kept = {name: before.clause(key).keeping for key, name in rule_rows.form_keys(before).items()} if before else {}
    chosen: dict[str, str] = {}
    for key, name in rule_rows.form_keys(book).items():
        ways = rule_rows.offered(book.clause(key))
        wanted = request.POST.get(f"keeping-{name}", kept.get(name, book.clause(key).keeping))
        if ways:
            chosen[key] = wanted if wanted in ways else Keeping.PEOPLE
    return services.read_prose(prose, keepings=chosen, confirmed=[clause.key for clause in book.clauses])


def _confirm(request: HttpRequest, place: Place, book: RuleBook) -> HttpResponse:
    """Publish what was read before; words that changed since are read again first."""
    if request.POST.get("reading") != digest(book):
        raise Conflict(CHANGED, "words-changed")
    after = request.POST.get("version", "")
    number = int(after) if after.isascii() and after.isdigit() and len(after) < 9 else 0
    made = services.publish(actor=actor_of(request), group=place.group, book=book, after=number)
    said = f"Version {made.number} is in force. Seeds that already have comments keep their rules."
    tell(request, said, clears=f"book/{place.url}/edit")
    return redirect(place.url)


def digest(book: RuleBook) -> str:
    """Names a prose as it was read, so that only what its author saw is confirmed."""
    return hashlib.sha256(f"{book.engine}\n{book.prose}".encode()).hexdigest()[:16]


def _form(
    request: HttpRequest, place: Place, newest: "Version | None", *, prose: str, book: RuleBook | None, refusal: Refusal | None = None
) -> HttpResponse:
    number = newest.number if newest else 0
    started = request.POST.get("version", str(number))
    is_stale = started != str(number)
    gaps = services.conflicts_with_wider(place.group, book, scope="group") if book and place.group else []
    row = rows.BookRow(
        action=f"{place.url}/edit", version=str(number), reading=digest(book) if book else "", gaps=tuple(gaps), is_stale=is_stale,
        prose=rows.FieldRow(name="prose", label="House rules", kind="area", rows=12, value=prose),
        pieces=rule_rows.pieces(book) if book else (), clauses=rule_rows.clause_rows(book, is_draft=True) if book else (),
        errors=(refusal.sentence,) if refusal else (), in_force=_in_force(newest),
    )  # fmt: skip
    tried = trying.tried(request.POST.get("try", ""), place.with_draft(book) if book else None)
    return page(
        request, "rules_edit.html", status=refusal.status if refusal else 200, book=row, tried=tried,
        newer=newest if is_stale else None, difference=rule_rows.difference(newest.prose, prose) if newest and is_stale else (),
        title=place.title, url=place.url, **place.frame(viewer_of(request)),
    )  # fmt: skip


def _in_force(newest: "Version | None") -> str:
    if newest is None:
        return "No version is in force yet."
    return f"Version {newest.number}, by {newest.author.username}, is in force since {newest.created_at:%-d %B %Y}."
