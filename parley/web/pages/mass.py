"""Removing many comments of one author at once: choosing them, what was done, taking it back, and appealing against a part."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.appeals import services as contesting
from parley.base.decisions import no, refused_by
from parley.base.refusals import NotThere, Refusal
from parley.base.saying import counted, say
from parley.groups import policy as groups
from parley.moderation import lines, mass
from parley.people.queries import actor_of
from parley.threads.queries import comment_for
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages import mass_rows
from parley.web.pages.asked import whole
from parley.web.pages.mass_sent import Chosen
from parley.web.pages.reply import crumbs, no_entry

if TYPE_CHECKING:
    from parley.moderation.models import MassAct
    from parley.threads.models import Comment


@takes("GET", "POST")
def remove_all(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    """Of the author of a comment; where it was opened from is where it reaches first."""
    actor = actor_of(request)
    comment = comment_for(actor, comment_id)
    if not (may := groups.may_moderate(actor, comment.seed.group)):
        return no_entry(request, comment.seed, refused_by(may))
    if not lines.lines_of(comment):
        return no_entry(request, comment.seed, refused_by(no("no-rules")))
    if request.method == "POST":
        return _removed(request, comment)
    return _form(request, comment, Chosen.asked(request.GET))


def _removed(request: HttpRequest, comment: "Comment") -> HttpResponseBase:
    sent = Chosen.sent(request.POST)
    try:
        done = mass.remove_all(actor=actor_of(request), decision=sent.as_decision(comment))
    except Refusal as refusal:
        return _form(request, comment, sent, refusal)
    said = counted("{count} comment removed.", "{count} comments removed.", done.removed)
    if done.left:
        why = done.left[0][1]
        said += " " + counted(
            "{count} changed meanwhile and stays: {why}", "{count} changed meanwhile and stay: {why}", len(done.left), why=why
        )
    tell(request, said)
    return redirect(done.act.url)


def _form(request: HttpRequest, comment: "Comment", sent: Chosen, refusal: Refusal | None = None) -> HttpResponseBase:
    row = mass_rows.form_row(actor_of(request), comment, sent, refusal)
    return private_page(
        request, "mass_form.html", status=refusal.status if refusal else 200, form=row, here="cases",
        crumbs=crumbs(comment.seed, say("All by {name}", name=comment.author.name)),
    )  # fmt: skip


@takes("GET")
def act(request: HttpRequest, mass_id: int) -> HttpResponseBase:
    return _page(request, mass.act_for(actor_of(request), mass_id))


@takes("POST")
def undo(request: HttpRequest, mass_id: int) -> HttpResponseBase:
    found = mass.act_for(actor_of(request), mass_id)
    try:
        back = mass.undo(actor=actor_of(request), act=found)
    except Refusal as refusal:
        return _page(request, found, refusal)
    said = counted("{count} comment stands again, to the letter.", "{count} comments stand again, to the letter.", back)
    tell(request, said)
    return redirect(found.url)


@takes("POST")
def appeal(request: HttpRequest, mass_id: int) -> HttpResponseBase:
    found = mass.act_for(actor_of(request), mass_id)
    if found.person_id != actor_of(request).pk:
        raise NotThere
    keys = [key for key in map(whole, request.POST.getlist("item")) if key]
    try:
        contesting.appeal_part(actor=actor_of(request), act=found, rulings=keys, source=request.POST.get("grounds", ""))
    except Refusal as refusal:
        return _page(request, found, refusal)
    tell(request, "Your appeal is made. Somebody with no part in it decides, and you are told how.")
    return redirect(found.url)


def _page(request: HttpRequest, found: "MassAct", refusal: Refusal | None = None) -> HttpResponseBase:
    row = mass_rows.mass_row(actor_of(request), found, request.POST, refusal)
    is_open = bool(groups.may_read(actor_of(request), found.group))
    place = rows.CrumbRow(label=found.group.title, url=found.group.url if is_open else None)
    crumbs = [place, rows.CrumbRow(label=say("Many at once"))]
    return private_page(request, "mass.html", status=refusal.status if refusal else 200, act=row, crumbs=crumbs)
