"""An appeal as the mod sees it who decides: the ruling, the words, and what the author says."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.appeals import queries as appeals
from parley.appeals import services as contesting
from parley.base.refusals import Conflict, NotThere, Refusal
from parley.moderation import casework, items, statements
from parley.moderation import queries as moderation
from parley.people.queries import actor_of
from parley.texts import services as texts
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.pages import cut_rows
from parley.web.pages.asked import whole

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
    return _page(request, moderation.case_for(actor_of(request), case.pk), found)


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
        case = moderation.case_for(actor_of(request), case.pk)
        return _page(request, case, found, refusal=refusal, why=refusal.sentence, is_open=case.is_open)
    tell(request, "The appeal is decided. Both are told.")
    return redirect(f"{case.group.url}/cases")


def _page(
    request: HttpRequest,
    case: "Case",
    found: "Appeal",
    *,
    refusal: Refusal | None = None,
    why: str = "",
    is_open: bool = True,
) -> HttpResponseBase:
    ruling = moderation.ruling_for(actor_of(request), found.ruling_id)
    sealed = moderation.sealed_for(actor_of(request), items.item_of(case))
    answer = page(
        request,
        "appeal.html",
        here="cases",
        status=refusal.status if refusal else 200,
        url=case.url,
        version=case.version,
        why=why,
        is_open=is_open,
        errors=(refusal.sentence,) if refusal else (),
        reasons=request.POST.get("reasons", ""),
        title=f"Appeal about {items.name_of(items.item_of(case))}",
        sentences=statements.sentences(statements.statement_of(ruling)),
        grounds=texts.shown(found.text).html,
        sealed=cut_rows.as_written(sealed) if sealed.source else None,
        item_url=items.item_of(case).url,
        ruled_by=ruling.actor.username,
        crumbs=[
            rows.CrumbRow(label=case.group.title, url=case.group.url),
            rows.CrumbRow(label="Cases", url=f"{case.group.url}/cases"),
            rows.CrumbRow(label=f"Appeal {case.pk:,}"),
        ],
    )
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
