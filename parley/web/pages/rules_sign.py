"""A draft that waits for a second owner: what changes, what it would have done, and to sign or decline it."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.refusals import NotThere, Refusal
from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import policy, services
from parley.rulebooks import queries as rulebooks
from parley.trials import queries as trials
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import replay_rows, rule_rows
from parley.web.pages.problems import problem
from parley.web.pages.rule_places import Place

if TYPE_CHECKING:
    from parley.rulebooks.models import Draft


@takes("GET", "POST")
def group_draft(request: HttpRequest, name: str, draft_id: int) -> HttpResponseBase:
    place = Place(groups.group_for(viewer_of(request), name))
    require(place.may_write(viewer_of(request)))
    if request.method != "POST":
        return _shown(request, place, rulebooks.offered_draft(place.book(), draft_id), None)
    try:
        return _decided(request, place, rulebooks.offered_draft(place.book(), draft_id))
    except NotThere:
        return _gone(request, place)


def _decided(request: HttpRequest, place: Place, draft: "Draft") -> HttpResponseBase:
    """Sign or decline, as the button says; raises `NotThere` where the draft waits no more."""
    actor, seen = actor_of(request), request.POST.get("seen", "")
    try:
        if "decline" in request.POST:
            services.decline(actor=actor, draft=draft, seen=seen, because=request.POST.get("because", ""))
            said = say("You declined the new rules. {name} is told why; the rules in force stand.", name=draft.author.name)
        else:
            made = services.sign(actor=actor, draft=draft, seen=seen)
            said = say("Version {number} is in force. Seeds that already have comments keep their rules.", number=made.number)
    except Refusal as refusal:
        return _shown(request, place, rulebooks.offered_draft(place.book(), draft.pk), refusal)
    tell(request, said)
    return redirect(place.url)


def _gone(request: HttpRequest, place: Place) -> HttpResponse:
    """The draft waits no more; a reason that was typed is shown."""
    because = request.POST.get("because", "")
    if not because.strip():
        return problem(request, 409, services.GONE, rows.AsideRow(label=say("To the rules"), url=place.url))
    fields = (("decline", "1"), ("seen", request.POST.get("seen", "")))
    kept = rows.KeptRow(action=request.path, name="because", text=because, sentence=say(services.GONE), fields=fields)
    return page(request, "kept.html", status=409, kept=kept)


def _shown(request: HttpRequest, place: Place, draft: "Draft", refusal: Refusal | None) -> HttpResponse:
    viewer, book, newest = actor_of(request), services.reading_of(draft), place.newest()
    assert book is not None  # noqa: S101 -- a draft has been read
    replay = trials.finished_replay(draft.book, book)
    return page(
        request, "rules_sign.html", status=refusal.status if refusal else 200, title=place.title, url=place.url, draft=draft,
        errors=rule_rows.errors_of(refusal), seen=services.digest(book), may_sign=bool(policy.may_sign(viewer, draft)),
        because=_because(request, refusal),
        difference=rule_rows.difference(newest.prose if newest else "", draft.prose),
        pieces=rule_rows.pieces(book, first=place.first_line()),
        changes=services.changes(services.reading_of(newest), book), clauses=rule_rows.clause_rows(book),
        replay=replay_rows.row(viewer, replay, place.url, is_current=True) if replay else None, **place.frame(viewer),
    )  # fmt: skip


def _because(request: HttpRequest, refusal: Refusal | None) -> rows.FieldRow:
    wrong = (refusal.sentence,) if getattr(refusal, "field", "") == "because" and refusal else ()
    return rows.FieldRow(
        name="because", label=say("Why you do not sign"), kind="area", rows=3, is_required=True, errors=wrong,
        value=request.POST.get("because", ""), hint=say("Its author reads it; the log does not hold it."),
    )  # fmt: skip
