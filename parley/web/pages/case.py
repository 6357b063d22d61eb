"""A case: what is known, and the decision. Opening it makes it the mod's for some minutes, so that two never work on the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.appeals import policy as appealing
from parley.base.refusals import Conflict, Refusal
from parley.base.saying import later, number, say
from parley.deciding import services as deciding
from parley.moderation import case_queries, casework, items, policy
from parley.moderation import queries as moderation
from parley.people.queries import actor_of, person_or_none
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages import appeal_case, case_rows
from parley.web.pages.case_sent import Decided
from parley.web.pages.cases import QueueAddress
from parley.web.pages.recused import recused

if TYPE_CHECKING:
    from parley.moderation.models import Case
    from parley.people.models import Person


@takes("GET", "POST")
def case(request: HttpRequest, case_id: int) -> HttpResponseBase:
    actor = actor_of(request)
    found = case_queries.case_for(actor, case_id)
    may = appealing.may_decide(actor, found) if found.contests_id is not None else policy.may_take(actor, found)
    if not may:
        last = rows.CrumbRow(label=say("Case {number}", number=found.pk))
        crumbs = [rows.CrumbRow(label=found.group.title, url=found.group.url), last]
        return recused(request, actor, items.item_of(found), crumbs, contests=found.contests)
    if found.contests_id is not None:
        return appeal_case.appeal_case(request, found)
    if request.method == "POST":
        return ACTS.get(request.POST.get("do", ""), _preview)(request, actor, found)
    return _opened(request, actor, found)


def _opened(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
    """Claimed by opening; of a case that is closed, or another's, what is known."""
    try:
        casework.claim(actor=actor, case=found)
    except Conflict as conflict:
        return _page(request, actor, found, why=conflict.sentence, is_open=False)
    return _page(request, actor, case_queries.case_for(actor, found.pk))


def _page(
    request: HttpRequest,
    actor: "Person",
    found: "Case",
    *,
    sent: Decided | None = None,
    refusal: Refusal | None = None,
    why: str = "",
    is_open: bool = True,
) -> HttpResponseBase:
    queue = QueueAddress.of_case(request, found)
    row = case_rows.case_row(
        found,
        actor,
        sent or Decided(),
        action=queue.link(found.url),
        why=why,
        is_open=is_open,
        errors=(refusal.sentence,) if refusal else (),
    )
    return private_page(
        request,
        "case.html",
        here="cases",
        case=row,
        status=refusal.status if refusal else 200,
        crumbs=queue.crumbs(number(found.pk)),
    )


def _preview(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
    """The same form with what the author would read, and what was done about others by the rule that is chosen."""
    return _page(request, actor, found, sent=Decided.by(request.POST), is_open=found.is_open)


def _decide(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
    sent = Decided.by(request.POST)
    source = moderation.sealed_for(actor, items.item_of(found)).source
    try:
        deciding.decide(
            actor=actor,
            item=items.item_of(found),
            case=found,
            seen=sent.version,
            choice=sent.as_choice(source),
            by_discretion=sent.is_discretion,
        )
    except Refusal as refusal:
        found = case_queries.case_for(actor, found.pk)
        return _page(request, actor, found, sent=sent, refusal=refusal, why=refusal.sentence, is_open=found.is_open)
    tell(request, say("Case {number} is decided.", number=found.pk))
    return _onward(actor, found, QueueAddress.of_case(request, found))


def _onward(actor: "Person", found: "Case", queue: QueueAddress) -> HttpResponseBase:
    """To the next case of the queue one came from, or that queue."""
    waiting = case_queries.queue_for(actor, queue.wanted).cases
    following = next((each for each in waiting if each.pk != found.pk and case_rows.is_free_for(each, actor)), None)
    return redirect(queue.link(following.url) if following else queue.url)


def _step(act: Callable[..., object], said: str) -> Callable[..., HttpResponseBase]:
    """A step that needs no more than a note."""

    def done(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
        try:
            act(actor=actor, case=found, note=request.POST.get("note", ""))
        except Refusal as refusal:
            return _page(
                request, actor, case_queries.case_for(actor, found.pk), sent=Decided.by(request.POST), refusal=refusal
            )
        tell(request, said)
        queue = QueueAddress.of_case(request, found)
        return redirect(queue.url if act is not casework.leave_note else queue.link(found.url))

    return done


def _hand_on(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
    to = person_or_none(request.POST.get("to", ""))
    return _step(lambda **asked: casework.hand_on(to=to or actor, **asked), later("Handed on. The other mod is told."))(
        request, actor, found
    )


def _let_go(request: HttpRequest, actor: "Person", found: "Case") -> HttpResponseBase:
    casework.let_go(actor=actor, case=found)
    return redirect(QueueAddress.of_case(request, found).url)


ACTS: dict[str, Callable[..., HttpResponseBase]] = {
    "decide": _decide,
    "hand": _hand_on,
    "second": _step(casework.ask_second, later("Asked. Another mod looks at it first.")),
    "agree": _step(
        lambda **asked: casework.give_opinion(agrees=True, **asked), later("Said. The case is back with who asked.")
    ),
    "doubt": _step(
        lambda **asked: casework.give_opinion(agrees=False, **asked), later("Said. The case is back with who asked.")
    ),
    "note": _step(casework.leave_note, later("Noted.")),
    "let-go": _let_go,
}
