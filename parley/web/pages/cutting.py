"""Ruling on a comment: words that go, or all of it, and taking a ruling back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.text import capfirst

from parley.base.decisions import no, refused_by
from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.deciding import services as deciding
from parley.ledger import wording
from parley.moderation import casework, lines, policy
from parley.moderation import queries as moderation
from parley.moderation import services as rulings
from parley.people.queries import actor_of
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages import case_rows
from parley.web.pages.case_sent import Decided
from parley.web.pages.recused import recused
from parley.web.pages.reply import crumbs, no_entry

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.threads.models import Comment


@takes("GET", "POST")
def cut(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    actor = actor_of(request)
    comment = comment_for(actor, comment_id)
    decision = policy.may_rule(actor, comment)
    if decision.reason == "recused":
        return recused(request, actor, comment, _crumbs(comment))
    if not decision:
        return no_entry(request, comment.seed, refused_by(decision))
    if not lines.lines_of(comment):
        return no_entry(request, comment.seed, refused_by(no("no-rules")))
    if request.method == "POST":
        return _ruled(request, actor, comment)
    case = casework.open_case_of(comment)
    return redirect(case.url) if case else _form(request, actor, comment, Decided())


def _ruled(request: HttpRequest, actor: "Person", comment: "Comment") -> HttpResponseBase:
    sent = Decided.by(request.POST)
    if request.POST.get("do") == "preview":
        return _form(request, actor, comment, sent)
    try:
        choice = sent.as_choice(moderation.sealed_for(actor, comment).source)
        deciding.decide(actor=actor, item=comment, choice=choice, by_discretion=sent.is_discretion)
    except Refusal as refusal:
        # Marks on another wording are let go.
        kept = replace(sent, spans=()) if refusal.code == "edited" else sent
        return _form(request, actor, comment, kept, refusal)
    tell(request, say("Done. Everybody sees it in comment {number} and wherever it is quoted.", number=comment.number))
    return redirect(comment.url)


def _form(
    request: HttpRequest, actor: "Person", comment: "Comment", sent: Decided, refusal: Refusal | None = None
) -> HttpResponseBase:
    """That of a case, though none was opened: the ruling opens it."""
    return private_page(
        request,
        "case.html",
        status=refusal.status if refusal else 200,
        case=_row(actor, comment, sent, errors=(refusal.sentence,) if refusal else ()),
        crumbs=_crumbs(comment),
    )


def _row(actor: "Person", comment: "Comment", sent: Decided, errors: tuple[str, ...] = ()) -> rows.CaseRow:
    return case_rows.case_row(
        casework.unopened(comment),
        actor,
        sent,
        action=f"{comment.url}/cut",
        cancel_url=comment.url,
        errors=errors,
    )


def _crumbs(comment: "Comment") -> list[rows.CrumbRow]:
    return crumbs(comment.seed, say("Cut from comment {number}", number=comment.number))


@takes("POST")
def undo(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    ruling = moderation.ruling_for(actor_of(request), ruling_id)
    rulings.undo(actor=actor_of(request), ruling=ruling, note=request.POST.get("note", ""))
    tell(request, say("Undone. {item} stands as it was.", item=capfirst(wording.called(ruling.entry.subject))))
    return redirect((ruling.comment or ruling.seed).url)
