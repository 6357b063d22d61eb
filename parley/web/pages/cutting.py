"""Ruling on a comment: words that go, or all of it, and taking a ruling back."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import Decision, no
from parley.base.refusals import NotAllowed, Refusal
from parley.deciding import services as deciding
from parley.moderation import lines, policy, recusal
from parley.moderation import queries as moderation
from parley.moderation import services as rulings
from parley.people.queries import actor_of
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import cut_rows
from parley.web.pages.asked import whole
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
        return _recused(request, actor, comment)
    if not decision:
        return no_entry(request, comment.seed, _refusal(decision))
    if not lines.lines_of(comment):
        return no_entry(request, comment.seed, _refusal(no("no-rules")))
    return _ruled(request, actor, comment) if request.method == "POST" else _form(request, actor, comment)


def _refusal(decision: Decision) -> NotAllowed:
    return NotAllowed(decision.sentence, decision.reason)


def _ruled(request: HttpRequest, actor: "Person", comment: "Comment") -> HttpResponseBase:
    sealed = moderation.sealed_for(actor, comment)
    spans = cut_rows.joined(cut_rows.spans_of(request.POST.getlist("cut")), sealed.source)
    what = request.POST.get("what", "")
    try:
        choice = rulings.Choice(
            action=what, line=whole(request.POST.get("line")) or 0, spans=spans if what == "redact" else (),
            revision=whole(request.POST.get("revision")) or 0, note=request.POST.get("note", ""),
        )  # fmt: skip
        deciding.decide(actor=actor, item=comment, choice=choice)
    except Refusal as refusal:
        return _form(request, actor, comment, refusal)
    tell(request, f"Done. Everybody sees it in comment {comment.number} and wherever it is quoted.")
    return redirect(comment.url)


def _form(
    request: HttpRequest, actor: "Person", comment: "Comment", refusal: Refusal | None = None
) -> HttpResponseBase:
    """The words as they stand now, with what was marked; marks on another wording are let go."""
    sealed = moderation.sealed_for(actor, comment)
    sent, is_stale = request.POST, refusal is not None and refusal.code == "edited"
    row = cut_rows.cut_row(
        comment, sealed, marks=() if is_stale else cut_rows.spans_of(sent.getlist("cut")),
        what=sent.get("what", "redact"), line=whole(sent.get("line")), note=sent.get("note", ""),
        errors=(refusal.sentence,) if refusal else (),
    )  # fmt: skip
    answer = page(
        request, "cut.html", status=refusal.status if refusal else 200, cut=row,
        crumbs=crumbs(comment.seed, f"Cut from comment {comment.number}"),
    )  # fmt: skip
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _recused(request: HttpRequest, actor: "Person", comment: "Comment") -> HttpResponseBase:
    """Why this mod does not rule here, and who can."""
    return page(
        request, "recused.html", status=403, what=f"comment {comment.number}", back=comment.url,
        grounds=[recusal.SENTENCES[ground] for ground in recusal.grounds(actor, comment)],
        others=[rows.AsideRow(label=each.username, url=each.url) for each in recusal.free_to_rule(comment)],
        crumbs=crumbs(comment.seed, f"Cut from comment {comment.number}"),
    )  # fmt: skip


@takes("POST")
def undo(request: HttpRequest, ruling_id: int) -> HttpResponseBase:
    ruling = moderation.ruling_for(actor_of(request), ruling_id)
    rulings.undo(actor=actor_of(request), ruling=ruling, note=request.POST.get("note", ""))
    tell(request, f"Undone. {ruling.entry.subject.capitalize()} stands as it was.")
    return redirect((ruling.comment or ruling.seed).url)
