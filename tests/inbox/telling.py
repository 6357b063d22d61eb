"""What everybody is told of, by every channel, as one can look at it from outside."""

from types import SimpleNamespace

from django.core import mail

from parley.base.jobs import run_due
from parley.inbox.jobs import send_digests
from parley.inbox.models import Hour


def posted() -> None:
    """Jobs of what was posted have run: notices stand in the page."""
    run_due()


def page_of(as_, person) -> str:
    return as_(person).get("/notices").content.decode()


def count_of(as_, person) -> str:
    """Beside *Notices*, empty for none."""
    head = as_(person).get("/g").content.decode().split('class="my-notices"')[1].split("</a>")[0]
    return head.split('class="count">')[1].split("<")[0] if "count" in head else ""


def digest_of(person, box: list | None = None) -> SimpleNamespace | None:
    """The daily mail, were it sent now; None where there is none."""
    Hour.objects.update_or_create(person=person, defaults={"hour": 0})
    box = mail.outbox if box is None else box
    before = len(box)
    send_digests.call()
    run_due()
    found = [each for each in box[before:] if each.to == [person.email]]
    return found[0] if found else None
