"""An appeal as the mod sees it who decides: the ruling, the words, and what the author says."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.appeals import queries as appeals
from parley.appeals import services as contesting
from parley.base.refusals import Conflict, NotThere, Refusal
from parley.base.saying import say
from parley.ledger import wording
from parley.moderation import case_queries, casework, items, statements
from parley.moderation import queries as moderation
from parley.people.queries import actor_of
from parley.texts import services as texts
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.pages import case_rows, cut_rows
from parley.web.pages.asked import whole
from parley.web.pages.cases import QueueAddress

if TYPE_CHECKING:
    from parley.appeals.models import Appeal
    from parley.moderation.models import Case


def appeal_case(request: HttpRequest, case: "Case") -> HttpResponseBase:
    """The case's page has asked for the right to take it, and the service asks again."""
    found = appeals.appeal_in(case)
    if found is None:
        raise NotThere
    if request.method == "POST":
        return _decided(request, case, found)
    try:
        casework.claim(actor=actor_of(request), case=case)
    except Conflict as conflict:
        return _page(request, case, found, why=conflict.sentence, is_open=False)
    return _page(request, case_queries.case_for(actor_of(request), case.pk), found)


def _decided(request: HttpRequest, case: "Case", found: "Appeal") -> HttpResponseBase:
    try:
        if request.POST.get("do") not in {"grant", "refuse"}:
            raise Conflict("Choose whether the appeal is granted.", "no-choice")
        contesting.decide(
            actor=actor_of(request),
            appeal=found,
            grants=request.POST["do"] == "grant",
            reasons=request.POST.get("reasons", "")[:5_000],
            seen=whole(request.POST.get("version")),
        )
    except Refusal as refusal:
        case = case_queries.case_for(actor_of(request), case.pk)
        return _page(request, case, found, refusal=refusal, why=refusal.sentence, is_open=case.is_open)
    tell(request, "The appeal is decided. Both are told.")
    return redirect(QueueAddress.of_case(request, case).url)


def _page(
    request: HttpRequest,
    case: "Case",
    found: "Appeal",
    *,
    refusal: Refusal | None = None,
    why: str = "",
    is_open: bool = True,
) -> HttpResponseBase:
    queue = QueueAddress.of_case(request, case)
    ruling = moderation.ruling_for(actor_of(request), found.ruling_id)
    sealed = moderation.sealed_for(actor_of(request), items.item_of(case))
    return private_page(
        request,
        "appeal.html",
        here="cases",
        status=refusal.status if refusal else 200,
        url=queue.link(case.url),
        version=case.version,
        why=why,
        is_open=is_open,
        errors=(refusal.sentence,) if refusal else (),
        reasons=request.POST.get("reasons", ""),
        title=say("Appeal about {item}", item=wording.called(items.name_of(items.item_of(case)))),
        sentences=statements.sentences(statements.statement_of(ruling)),
        grounds=texts.shown(found.text).html,
        sealed=cut_rows.as_written(sealed) if sealed.source else None,
        place=case_rows.place_row(items.item_of(case)),
        steps_before=case_rows.steps_of([*([ruling.case] if ruling.case else []), case]),
        talk_url=f"{ruling.url}#talk" if moderation.talk_of(ruling) else None,
        ruled_by=ruling.actor.name,
        parts=[
            rows.MassItemRow(number=each.number, url=each.url, headline=each.seed.headline, words=words, at=each.created_at)
            for each, words in appeals.parts_of(found)
        ],
        parts_url=f"/mass/{ruling.mass_id}",
        crumbs=queue.crumbs(say("Appeal {number}", number=case.pk)),
    )
