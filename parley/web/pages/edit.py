"""Editing one's own comment, and adding to it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from markupsafe import Markup

from parley.base.decisions import Decision, require
from parley.base.refusals import NotAllowed, Refusal
from parley.base.saying import say
from parley.moderation.queries import sealed_for
from parley.people.queries import actor_of
from parley.posting import services as posting
from parley.texts import pictures
from parley.texts import services as texts
from parley.threads import policy, straining
from parley.threads.queries import comment_for
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import picture_slots, thread_rows, write_rows
from parley.web.pages.reply import crumbs, no_entry, preview_of
from parley.web.pages.sent import Sent

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.threads.models import Comment


@takes("GET", "POST")
def edit(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    return _own(request, comment_id, adds=False)


@takes("GET", "POST")
def append(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    """Also where the reply form sends a reply to oneself that is better added (R3.4)."""
    return _own(request, comment_id, adds=True)


def _own(request: HttpRequest, comment_id: int, *, adds: bool) -> HttpResponseBase:
    actor = actor_of(request)
    comment = comment_for(actor, comment_id)
    if request.method != "POST":
        return _fresh(request, actor, comment, adds=adds)
    sent = Sent.by(request.POST)
    slots, wrong = picture_slots.kept(request, comment.seed, sent.token, sent.slots)
    sent = replace(sent, slots=slots)
    try:
        if wrong:
            raise wrong
        sent = sent.with_cited(comment.seed) if adds else sent
        if sent.is_to_look:
            return _form(request, comment, sent, adds=adds, preview=_looked_at(actor, comment, sent))
        _save(actor, comment, sent, adds=adds)
    except posting.Asked as asked:
        return _form(request, comment, sent, adds=adds, status=asked.status, verdict=asked.verdict, source=asked.source)
    except Refusal as refusal:
        return _form(request, comment, sent, adds=adds, status=refusal.status, refusal=refusal)
    tell(request, say("Comment {number} is changed.", number=comment.number), clears=write_rows.own_draft_of(comment, adds=adds))
    return redirect(comment.url)


def _looked_at(actor: "Person", comment: "Comment", sent: Sent) -> Markup:
    """The preview, with the pictures that it has and those that come."""
    first, source = posting.named(comment, sent.text, sent.pictures)
    images = *pictures.images_of(comment.text, source), *picture_slots.images_for(actor, sent.slots, first)
    return preview_of(source, images)


def _save(actor: "Person", comment: "Comment", sent: Sent, *, adds: bool) -> None:
    if adds:
        posting.append_to_comment(
            actor=actor, comment=comment, source=sent.text, quotes=sent.quotes, anyway=sent.is_anyway, adds=sent.pictures
        )
    else:
        posting.edit_comment(
            actor=actor, comment=comment, source=sent.text, revision=sent.revision or 0, anyway=sent.is_anyway, adds=sent.pictures
        )


def _may(actor: "Person", comment: "Comment", *, adds: bool) -> Decision:
    is_cut = texts.is_cut(comment.text)
    if adds:
        return policy.may_append(actor, comment, is_cut=is_cut)
    return policy.may_edit(actor, comment, now=timezone.now(), is_cut=is_cut)


def _fresh(request: HttpRequest, actor: "Person", comment: "Comment", *, adds: bool) -> HttpResponseBase:
    try:
        require(_may(actor, comment, adds=adds))
        straining.require_open(actor, comment.seed, official=comment.is_official, edits=True)
    except NotAllowed as refusal:
        return no_entry(request, comment.seed, refusal)
    text = "" if adds else sealed_for(actor, comment).source
    return _form(request, comment, Sent(token=uuid4(), text=text, revision=comment.text.current_id), adds=adds)


def _form(
    request: HttpRequest, comment: "Comment", sent: Sent, *, adds: bool, status: int = 200, refusal: Refusal | None = None,
    **more: Any,
) -> HttpResponseBase:  # fmt: skip
    """The form with all that was typed. After an edit elsewhere it changes the comment as the page shows it now."""
    is_stale = refusal is not None and refusal.code == "edited"
    write = write_rows.own_form(
        comment, sent, adds=adds, errors=(refusal.sentence,) if refusal else (),
        revision=comment.text.current_id if is_stale else sent.revision,
        pictures=picture_slots.row_for(actor_of(request), comment.seed, sent.slots), **more,
    )  # fmt: skip
    stands = thread_rows.still_row(comment) if adds or is_stale else None
    return page(request, "edit.html", status=status, write=write, crumbs=crumbs(comment.seed, write.title), stands=stands)
