"""Blocking a member and unblocking him, from his page; and one's own list, which nobody else sees."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseBase

from parley.base.refusals import NotThere
from parley.base.saying import say
from parley.people import blocking
from parley.people.queries import actor_of, person_or_none
from parley.web import rows
from parley.web.answers import private_page, tell
from parley.web.methods import takes
from parley.web.pages.asked import onward

if TYPE_CHECKING:
    from parley.people.models import Person


@takes("POST")
def block(request: HttpRequest, name: str) -> HttpResponseBase:
    person = _person(name)
    blocking.block(actor=actor_of(request), person=person)
    tell(request, say(
        "{name}’s comments are folded for you now, and yours are not open to their answers. They are not told.", name=person.name,
    ))  # fmt: skip
    return onward(request, person.url)


@takes("POST")
def unblock(request: HttpRequest, name: str) -> HttpResponseBase:
    person = _person(name)
    blocking.unblock(actor=actor_of(request), person=person)
    tell(request, say("You hear from {name} as from everybody again.", name=person.name))
    return onward(request, person.url)


@takes("GET")
def blocked(request: HttpRequest) -> HttpResponseBase:
    found = blocking.blocked_by(actor_of(request))
    back = "unblock?next=/own/blocked"
    listed = [rows.BlockedRow(name=each.name, url=each.url, unblock_url=f"{each.url}/{back}") for each in found]
    return private_page(request, "blocked.html", blocked=listed)


def _person(name: str) -> "Person":
    if (person := person_or_none(name)) is None:
        raise NotThere
    return person
