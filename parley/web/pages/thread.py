"""A seed with its discussion."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.utils.http import urlencode

from parley.groups import policy as groups
from parley.groups.queries import suspension_of
from parley.moderation import queries as moderation
from parley.moderation.flagging import flagging_in
from parley.people.queries import viewer_of
from parley.seeds.queries import article_shown, seed_for, seed_with_article
from parley.threads import slices
from parley.threads.queries import comment_for
from parley.votes.queries import voted_in
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page
from parley.web.pages import group_rows, seed_rows, thread_rows, write_rows
from parley.web.pages.seed_cards import shortened
from parley.web.pages.sent import Sent
from parley.web.pages.thread_rows import Reading

if TYPE_CHECKING:
    from parley.moderation.queries import Staff
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment


@open_page
@takes("GET")
def short_address(request: HttpRequest, seed_id: int) -> HttpResponseBase:
    """The number alone leads to the whole address."""
    return _to_whole_address(request, seed_for(viewer_of(request), seed_id))


def _to_whole_address(request: HttpRequest, seed: "Seed") -> HttpResponseBase:
    asked = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{seed.url}?{asked}" if asked else seed.url)


@open_page
@takes("GET")
def seed_page(request: HttpRequest, seed_id: int, slug: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    seed = seed_with_article(viewer, seed_id)
    if slug != seed.slug:
        return _to_whole_address(request, seed)
    order = request.GET.get("order", "")
    order = order if order in slices.ORDERS else "number"
    part = slices.slice_of(seed, order=order, after=request.GET.get("after", ""))
    staff = moderation.staff_of(seed)
    (has_voted, voted), shown = voted_in(viewer, seed, part.comments), article_shown(seed)
    flagged = flagging_in(viewer, seed, part.comments)
    return page(
        request, "seed.html", seed=seed_rows.head(seed, shown, viewer, has_voted=has_voted, flagged=flagged.state(0)),
        article=seed_rows.article(seed, shown),
        rules=seed_rows.rules_box(seed), toolbar=seed_rows.toolbar(seed, order), more=_more(seed, order, part.after),
        comments=thread_rows.comment_rows(part.comments, replace(_reading(viewer, part, staff, voted), flagging=flagged)),
        above=thread_rows.trail(part.above), is_part=bool(part.after or request.GET.get("after")),
        asides=seed_rows.asides(seed, moderation.figures_of(seed), staff), write=_write(viewer, seed),
        suspended=_suspended(viewer, seed),
        join=_join(viewer, seed), address=settings.ADDRESS + seed.url, description=shortened(shown.text),
        search=group_rows.search_box(seed.group), feeds=[(f"Comments on {seed.headline}", seed_rows.feed_url(seed))],
    )  # fmt: skip


def _reading(viewer: "Person | None", part: slices.Slice, staff: "list[Staff]", voted: frozenset[int]) -> Reading:
    return Reading(
        viewer=viewer, voted=voted, roles={each.person.pk: f"group {each.role}" for each in staff},
        here={each.pk: each.number for each in part.comments},
    )  # fmt: skip


def _more(seed: "Seed", order: str, after: str | None) -> rows.MoreRow | None:
    if after is None:
        return None
    asked = {"after": after} if order == "number" else {"order": order, "after": after}
    return rows.MoreRow(url=f"{seed.url}?{urlencode(asked)}#discussion")


def _write(viewer: "Person | None", seed: "Seed") -> rows.WriteRow | None:
    """The form at the foot, for those who may use it."""
    if viewer is None or not groups.may_post(viewer, seed.group, seed.pk):
        return None
    return replace(write_rows.reply_form(viewer, seed, None, Sent(token=uuid4())), cancel_url=None)


def _suspended(viewer: "Person | None", seed: "Seed") -> rows.NoticeRow | None:
    """Until when somebody takes no part here, instead of the form."""
    if viewer is None or not groups.is_suspended(viewer, seed.group, seed.pk):
        return None
    stands = suspension_of(viewer, seed.group, seed.pk)
    until = f"until {stands.ends_at:%-d %B %Y, %H:%M} UTC" if stands and stands.ends_at else "until you agree to a text"
    told = f"You are suspended here {until}. Reading is open to you."
    return rows.NoticeRow(text=told, link="Read your record", url="/record", is_refusal=True)


def _join(viewer: "Person | None", seed: "Seed") -> rows.AsideRow | None:
    """The way in, for those who do not take part yet."""
    if viewer is None:
        return rows.AsideRow(label="Sign in to take part", url=f"{settings.LOGIN_URL}?{urlencode({'next': seed.url})}")
    if groups.may_join(viewer, seed.group):
        return rows.AsideRow(label=f"Join {seed.group.title} to take part", url=f"{seed.group.url}/join")
    return None


@open_page
@takes("GET")
def comment_page(request: HttpRequest, comment_id: int) -> HttpResponseBase:
    """A comment's lasting address leads to where it stands."""
    return redirect(place_of(comment_for(viewer_of(request), comment_id)))


def place_of(comment: "Comment") -> str:
    """The slice of the discussion that holds it."""
    cursor = slices.cursor_before(comment)
    return f"{comment.seed.url}{f'?after={cursor}' if cursor else ''}#c{comment.pk}"
