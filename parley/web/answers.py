"""Pages as answers: a template with what every page's frame needs."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.backends.utils import csrf_input_lazy
from django.utils.functional import SimpleLazyObject

from parley.base.saying import say
from parley.inbox import tracking_queries as tracking
from parley.moderation import case_queries
from parley.people.queries import viewer_of
from parley.web.rows.frame import NoticeRow, Reader


def reader_of(request: HttpRequest, waits: tuple[int, int] | None = None) -> Reader | None:
    """`waits`: unread notices, and discussions in which something is new, where they were counted already."""
    person = viewer_of(request)
    if person is None:
        return None
    news, tracked = tracking.waiting_for(person) if waits is None else waits
    return Reader(
        name=person.name, url=person.url, is_mod=person.is_site_mod, news=news, tracked=tracked,
        cases=case_queries.open_cases_for(person) if case_queries.moderates(person) else None,
    )  # fmt: skip


def notices_of(request: HttpRequest) -> list[NoticeRow]:
    """What happened just before; only somebody with a session can have notices."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return []
    return [
        NoticeRow(text=str(each.message), is_refusal=each.level >= messages.WARNING, clears=each.extra_tags or "")
        for each in messages.get_messages(request)
    ]


def tell(request: HttpRequest, sentence: str, *, clears: str = "", is_refusal: bool = False) -> None:
    """A sentence for the next page. `clears` names the draft that is saved now."""
    level = messages.WARNING if is_refusal else messages.SUCCESS
    messages.add_message(request, level, say(sentence), extra_tags=clears)


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs, for every template that is made for a request (allauth's among them).

    Notices are gone once read, so they are read when a page shows them. `csrf_field` is a token only when a template uses
    it, which open pages without a session do not.
    """
    return {
        "reader": reader_of(request), "notices": SimpleLazyObject(lambda: notices_of(request)),
        "csrf_field": csrf_input_lazy(request),
    }  # fmt: skip


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, template, context, status=status)


def private_page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """One that holds what is meant for its reader alone, so that no cache and no browser keeps it."""
    answer = page(request, template, status=status, **context)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
