"""Writing a comment: form, preview, what the coach says, posting."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from markupsafe import Markup

from houserules import Verdict
from parley.base.cleaning import clean_text
from parley.base.decisions import require
from parley.base.refusals import NotAllowed, Refusal
from parley.base.saying import later, say
from parley.inbox import unsent
from parley.people.queries import actor_of
from parley.posting import services as posting
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.texts.rendering import Image
from parley.threads import answering, impasses, newcomers, policy, straining
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.content_policy import with_worker
from parley.web.methods import takes
from parley.web.pages import picture_slots, thread_rows, write_rows
from parley.web.pages.problems import TITLES
from parley.web.pages.sent import Sent

if TYPE_CHECKING:
    from parley.inbox.models import Unsent
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@takes("GET", "POST")
def to_seed(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    return _reply(request, seed_for(actor_of(request), seed_id), None)


@takes("GET", "POST")
def to_comment(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    parent = comment_for(actor_of(request), comment_id)
    return _reply(request, parent.seed, parent)


def _reply(request: HttpRequest, seed: "Seed", parent: "Comment | None") -> HttpResponseBase:
    actor = actor_of(request)
    if request.method != "POST":
        return _fresh(request, actor, seed, parent)
    sent = Sent.by(request.POST)
    slots, wrong = picture_slots.kept(request, seed, sent.token, sent.slots)
    sent = replace(sent, slots=slots)
    try:
        if sent.is_to_keep:
            return _kept(request, seed, parent, sent)
        if wrong:
            raise wrong
        sent = sent.with_cited(seed)
        if sent.is_to_look:
            return _form(request, seed, parent, sent, **_looked_at(actor, seed, parent, sent))
        made = posting.post_comment(actor=actor, seed=seed, reply=sent.as_reply(parent.pk if parent else None))
    except posting.Asked as asked:
        return _form(request, seed, parent, sent, status=asked.status, verdict=asked.verdict, source=asked.source)
    except Refusal as refusal:
        if refusal.code == "form-used":
            sent = replace(sent, token=uuid4())
        other = unsent.unsent_in(actor, seed, parent) if refusal.code == "kept-elsewhere" else None
        return _form(request, seed, parent, sent, status=refusal.status, refusal=refusal, begun=other)
    unsent.forget(actor=actor, seed=seed, parent=parent, text=sent.draft, version=sent.version)
    tell(request, posting.told(made), clears=write_rows.draft_of(seed, parent))
    return redirect(made.url)


def _kept(request: HttpRequest, seed: "Seed", parent: "Comment | None", sent: Sent) -> HttpResponseBase:
    """The draft, for later. Raises `Refusal`."""
    unsent.keep(actor=actor_of(request), seed=seed, parent=parent, text=sent.draft, version=sent.version, form_key=sent.token)
    tell(request, "Your draft is kept for six weeks, on all your devices.", clears=write_rows.draft_of(seed, parent))
    return redirect("/tracker?show=drafts")


def _fresh(request: HttpRequest, actor: "Person", seed: "Seed", parent: "Comment | None") -> HttpResponseBase:
    """An empty form; the selection that `?quote=` brings is cited. Whoever may not write here is told the way in."""
    try:
        require(policy.may_reply(actor, parent) if parent else policy.may_comment(actor, seed))
        if refusal := straining.shut_for(actor, seed, straining.standing_in(seed), official=True):
            raise refusal
        if parent and not policy.may_speak_as_mod(actor, seed):
            answering.require_open(actor, parent)
            impasses.require_free(actor, seed, [parent.author_id])
    except NotAllowed as refusal:
        return no_entry(request, seed, refusal)
    words = request.GET.get("quote", "")
    selected = Sent.by(request.GET).quotes or (((parent.pk, words.strip()[:2000]),) if parent and words else ())
    revision = parent.text.current_id if parent else None
    sent = Sent(token=uuid4(), quotes=selected, revision=revision)
    if begun := unsent.unsent_in(actor, seed, parent):
        sent = replace(sent, text=begun.text, version=begun.version)
    return _form(request, seed, parent, sent, begun=begun)


def _looked_at(actor: "Person", seed: "Seed", parent: "Comment | None", sent: Sent) -> Mapping[str, Any]:
    """The preview: the text as it will look and what the rules say. Only quoting another comment needs no text yet."""
    if not sent.text.strip() and not sent.pictures:
        return {}
    reply = sent.as_reply(parent.pk if parent else None)
    verdict = posting.coach(actor=actor, seed=seed, reply=reply)
    source, images = reply.whole_source, picture_slots.images_for(actor, sent.slots)
    return {"verdict": verdict, "source": source, "preview": preview_of(source, images)}


def preview_of(source: str, images: tuple[Image, ...] = ()) -> Markup:
    return texts.as_it_will_look(clean_text(source), images)


def _form(
    request: HttpRequest, seed: "Seed", parent: "Comment | None", sent: Sent, *, status: int = 200,
    refusal: Refusal | None = None, verdict: Verdict | None = None, source: str = "", preview: Markup | None = None,
    begun: "Unsent | None" = None,
) -> HttpResponseBase:  # fmt: skip
    """The form with all that was typed and uploaded. After the parent changed, it answers the parent as the page shows it now."""
    actor = actor_of(request)
    is_stale = refusal is not None and refusal.code == "parent-edited"
    revision = parent.text.current_id if parent and is_stale else sent.revision
    told = straining.told(actor, seed, straining.standing_in(seed)) + newcomers.told(newcomers.limits_of(actor, seed))
    write = write_rows.reply_form(
        actor, seed, parent, sent, verdict=verdict, source=source, preview=preview, revision=revision,
        errors=(refusal.sentence,) if refusal else (), told=told,
        pictures=picture_slots.marked(picture_slots.row_for(actor, seed, sent.slots), refusal), begun=begun,
    )  # fmt: skip
    return with_worker(page(
        request, "reply.html", status=status, write=write, crumbs=crumbs(seed, write.title), join=_join(seed, refusal),
        parent=thread_rows.still_row(parent) if parent else None,
    ))  # fmt: skip


def crumbs(seed: "Seed", here: str) -> list[rows.CrumbRow]:
    return [
        rows.CrumbRow(label=seed.group.title, url=seed.group.url), rows.CrumbRow(label=seed.headline, url=seed.url),
        rows.CrumbRow(label=here),
    ]  # fmt: skip


def _join(seed: "Seed", refusal: Refusal | None) -> rows.NoticeRow | None:
    if refusal is None or refusal.code != "not-member":
        return None
    way = say("Join {group}", group=seed.group.title)
    return rows.NoticeRow(text=refusal.sentence, link=way, url=f"{seed.group.url}/join", is_refusal=True)


NOT_NOW = {
    "locked": "This discussion is locked", "paused": "This discussion is paused", "closed": "This discussion has closed",
    "slowed": "Not just yet", "impasse": "You are at an impasse", "not-open": "Not open to your answer",
}  # fmt: skip
"""Titles where nobody is shut out, and something holds for a while."""


def no_entry(request: HttpRequest, seed: "Seed", refusal: Refusal) -> HttpResponseBase:
    """Why somebody cannot write here, and the way in where there is one."""
    join = rows.AsideRow(label=say("Join {group}", group=seed.group.title), url=f"{seed.group.url}/join")
    back = rows.AsideRow(label=say("Back to the discussion"), url=seed.url)
    title = say(NOT_NOW.get(refusal.code) or TITLES.get(refusal.status) or later("Not possible"))
    problem = rows.ProblemRow(
        status=refusal.status, title=title, sentence=refusal.sentence,
        ways=(join, back) if refusal.code == "not-member" else (back,),
    )  # fmt: skip
    return page(request, "problem.html", status=refusal.status, problem=problem)
