"""What one was told, newest first."""

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.inbox import queries as inbox
from parley.inbox import services
from parley.inbox.bundles import bundled
from parley.inbox.wording import words_of
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page
from parley.web.methods import takes
from parley.web.pages.asked import whole
from parley.web.pages.front import more_row

if TYPE_CHECKING:
    from parley.inbox.bundles import Bundle

PAGE = 100
"""Notices, of which those that are told together are one line."""


@takes("GET")
def notices(request: HttpRequest) -> HttpResponseBase:
    found = inbox.notices_of(actor_of(request), before=whole(request.GET.get("after")), limit=PAGE + 1)
    lines = bundled(found[:PAGE])
    days = [(day, [_line(each) for each in of_day]) for day, of_day in groupby(lines, lambda each: each.newest.at.date())]
    more = more_row("/notices", {}, found[PAGE - 1].pk if len(found) > PAGE else None)
    return private_page(
        request,
        "notices.html",
        here="notices",
        days=days,
        more=more,
        has_new=any(line.is_new for _, lines in days for line in lines),
    )


def _line(bundle: "Bundle") -> rows.NoticeLine:
    """A mail repeats its subject in its first line; a page does not."""
    words, notice = bundle.words(), bundle.newest
    return rows.NoticeLine(
        url=f"/notices/{notice.pk}",
        subject=words.subject,
        lines=tuple(line for line in words.lines if line != f"{words.subject}.")[:2],
        at=notice.at,
        is_new=notice.read_at is None,
    )


@takes("GET")
def follow(request: HttpRequest, notice_id: int) -> HttpResponseBase:
    """To what a notice is about, the first of several that stand in one line; they count as read."""
    notice = inbox.notice_for(actor_of(request), notice_id)
    first = inbox.first_alike(notice)
    services.mark_read(actor=actor_of(request), notice=notice)
    return redirect(words_of(first).url)


@takes("POST")
def read(request: HttpRequest) -> HttpResponseBase:
    services.mark_read(actor=actor_of(request))
    return redirect("/notices")
