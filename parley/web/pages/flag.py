"""Flagging a comment or a seed, and showing again what its seeder hid."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from parley.base.decisions import no, refused_by
from parley.base.refusals import Refusal
from parley.base.saying import say
from parley.moderation import flagging, lines, policy
from parley.moderation.items import seed_of
from parley.people.queries import actor_of
from parley.seeds.queries import seed_for
from parley.texts import services as texts
from parley.threads.queries import comment_for
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import flag_rows, thread_rows
from parley.web.pages.flag_rows import SentFlag
from parley.web.pages.reply import crumbs, no_entry
from parley.web.pages.thread import place_of

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@takes("GET", "POST")
def flag_comment(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(actor_of(request), comment_id)
    return _flag(request, comment, comment.seed)


@takes("GET", "POST")
def flag_seed(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    seed = seed_for(actor_of(request), seed_id)
    return _flag(request, seed, seed)


def _flag(request: HttpRequest, item: "Comment | Seed", seed: "Seed") -> HttpResponseBase:
    actor = actor_of(request)
    if request.method == "POST":
        return _sent(request, actor, item, seed)
    may = policy.may_flag(actor, item, now=timezone.now())
    if not (may := may if not may or lines.lines_of(item) else no("no-rules")):
        return no_entry(request, seed, refused_by(may))
    return _form(request, actor, item, SentFlag.standing(actor, item))


def _sent(request: HttpRequest, actor: "Person", item: "Comment | Seed", seed: "Seed") -> HttpResponseBase:
    sent = SentFlag.by(request.POST)
    try:
        made = flagging.flag(actor=actor, item=item, report=sent.as_report())
    except Refusal as refusal:
        return _form(request, actor, item, sent, refusal)
    told = say("Flagged. A mod looks at it, and you are told what comes of it.")
    if sent.hides:
        told = say("Flagged and hidden. A mod rules on it, and you are told what comes of it.")
    if sent.words and not made.spans:
        told += " " + say("The words you marked do not stand in it now, so the flag is for all of it.")
    tell(request, told)
    return redirect(seed.url if item is seed else item.url)


def _form(
    request: HttpRequest, actor: "Person", item: "Comment | Seed", sent: SentFlag, refusal: Refusal | None = None
) -> HttpResponseBase:
    """The form with all that was typed, below what it is about."""
    row, seed = flag_rows.flag_row(actor, item, sent, refusal), seed_of(item)
    comment = None
    if flag_rows.is_comment(item):
        comment = replace(thread_rows.still_row(item), depth=0)
    return page(
        request, "flag.html", status=refusal.status if refusal else 200, flag=row, comment=comment, crumbs=crumbs(seed, row.title),
        headline=seed.headline, remark=texts.shown(seed.remark).html if seed.remark else "",
    )  # fmt: skip


@takes("POST")
def show_again(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    comment = comment_for(actor_of(request), comment_id)
    flagging.show_again(actor=actor_of(request), item=comment)
    tell(request, say("Comment {number} is shown again. Your flag stands, and a mod looks at it.", number=comment.number))
    return redirect(place_of(comment))
