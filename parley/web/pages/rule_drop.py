"""Dropping a draft of rules: the page says what is lost and asks first. What was typed goes along, so that asking loses nothing."""

from typing import TYPE_CHECKING

from django.shortcuts import redirect

from parley.base.refusals import Conflict
from parley.base.saying import counted, say
from parley.people.queries import actor_of, viewer_of
from parley.rulebooks import services
from parley.web.answers import page, tell
from parley.web.pages import rule_draft, rule_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from parley.rulebooks.models import Draft
    from parley.web.pages.rule_places import Place

SURE = "sure"
MOST_SHOWN = 50
"""Lines."""
LOST = {
    True: "You lose your draft of {lines} with {clauses} and what you chose for them, begun from version {number}.",
    False: "You lose your draft of {lines} with {clauses} and what you chose for them, begun from nothing.",
}
"""By whether it was begun from a version; so are the next."""
DROPPED = {
    True: (
        "Dropped: your draft of {lines} with {clauses} and what you chose for them, begun from version {number}. "
        "The rules in force stand."
    ),
    False: "Dropped: your draft of {lines} with {clauses} and what you chose for them, begun from nothing. The rules in force stand.",
}
ASKED_ALONE = {"drop", "seen", "csrfmiddlewaretoken"}
"""Fields of the question itself."""


def drop(request: "HttpRequest", place: "Place", draft: "Draft | None") -> "HttpResponse":
    """Ask; or drop it, when that was answered."""
    if draft is not None and request.POST["drop"] != SURE:
        return _ask(request, place, draft)
    try:
        gone = services.drop_draft(actor=actor_of(request), group=place.group, seen=request.POST.get("seen", ""))
    except Conflict as conflict:
        if draft is not None:
            return _ask(request, place, draft, conflict)
        newest = place.newest()
        return rule_draft.form(request, place, rule_draft.Writing.by(request.POST, newest).refused(conflict, newest))
    tell(request, say(DROPPED[gone.after > 0], **_size(gone)), clears=f"book/{place.url}/edit")
    return redirect(f"{place.url}/edit")


def _ask(request: "HttpRequest", place: "Place", draft: "Draft", conflict: Conflict | None = None) -> "HttpResponse":
    book, newest = services.reading_of(draft), place.newest()
    assert book is not None  # noqa: S101 -- a draft has been read
    lines = [line for sign, line in rule_rows.difference(newest.prose if newest else "", draft.prose) if sign == "+"]
    typed = [(name, value) for name, values in request.POST.lists() if name not in ASKED_ALONE for value in values]
    return page(
        request, "rules_drop.html", status=conflict.status if conflict else 200, action=f"{place.url}/edit", url=place.url,
        title=place.title, errors=(conflict.sentence,) if conflict else (), lost=list(_lost(request, draft)), draft=draft,
        lines=lines[:MOST_SHOWN], more=len(lines[MOST_SHOWN:]), choices=services.changes(services.reading_of(newest), book),
        seen=services.digest(book), sure=SURE, typed=typed, **place.frame(viewer_of(request)),
    )  # fmt: skip


def _lost(request: "HttpRequest", draft: "Draft") -> "Iterator[str]":
    """In sentences."""
    yield say(LOST[draft.after > 0], **_size(draft))
    if draft.offered_at is not None:
        yield say("It waits for another owner’s signature; nobody can sign it then.")
    if (words := rule_draft.typed(request.POST)) and words != draft.prose:
        yield say("The words that you typed since it was last read go too.")


def _size(draft: "Draft") -> dict[str, object]:
    """What `LOST` and `DROPPED` fill in."""
    book = services.reading_of(draft)
    lines, clauses = (len(book.lines), len(list(book.clauses))) if book else (0, 0)
    return {
        "lines": counted("{count} line", "{count} lines", lines), "clauses": counted("{count} clause", "{count} clauses", clauses),
        "number": draft.after,
    }  # fmt: skip
