"""A draft that waits for a second owner: what changes, what it would have done, and the signature."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.refusals import Refusal
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import policy, services
from parley.rulebooks import queries as rulebooks
from parley.trials import queries as trials
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import replay_rows, rule_rows
from parley.web.pages.rule_places import Place

if TYPE_CHECKING:
    from parley.rulebooks.models import Draft


@takes("GET", "POST")
def group_draft(request: HttpRequest, name: str, draft_id: int) -> HttpResponseBase:
    place = Place(groups.group_for(viewer_of(request), name))
    require(place.may_write(viewer_of(request)))
    draft = rulebooks.offered_draft(place.book(), draft_id)
    if request.method != "POST":
        return _shown(request, place, draft, None)
    try:
        made = services.sign(actor=actor_of(request), draft=draft, seen=request.POST.get("seen", ""))
    except Refusal as refusal:
        return _shown(request, place, rulebooks.offered_draft(place.book(), draft_id), refusal)
    tell(request, f"Version {made.number} is in force. Seeds that already have comments keep their rules.")
    return redirect(place.url)


def _shown(request: HttpRequest, place: Place, draft: "Draft", refusal: Refusal | None) -> HttpResponse:
    viewer, book, newest = actor_of(request), services.reading_of(draft), place.newest()
    assert book is not None  # noqa: S101 -- a draft has been read
    replay = trials.finished_replay(draft.book, book)
    return page(
        request, "rules_sign.html", status=refusal.status if refusal else 200, title=place.title, url=place.url, draft=draft,
        errors=(refusal.sentence,) if refusal else (), seen=services.digest(book), may_sign=bool(policy.may_sign(viewer, draft)),
        difference=rule_rows.difference(newest.prose if newest else "", draft.prose),
        pieces=rule_rows.pieces(book, first=place.first_line()),
        changes=services.changes(services.reading_of(newest), book), clauses=rule_rows.clause_rows(book),
        replay=replay_rows.row(viewer, replay, place.url, is_current=True) if replay else None, **place.frame(viewer),
    )  # fmt: skip
