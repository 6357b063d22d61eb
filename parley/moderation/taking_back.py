"""The author of a comment that waits for a mod takes it back."""

from django.db import transaction
from django.utils import timezone

from parley.base.refusals import Conflict, NotThere
from parley.moderation import casework
from parley.moderation.models import Case, Happened
from parley.people.models import Person
from parley.threads import services as threads
from parley.threads.models import Held


def take_back_all(person: Person) -> None:
    """Whatever of his waits for a mod; he leaves."""
    for held in Held.objects.filter(author=person, comment=None, taken_back_at=None):
        take_back(actor=person, held=held)


@transaction.atomic
def take_back(*, actor: Person, held: Held) -> None:
    """Its words are gone for good and its case is closed, with nothing left to decide. Raises `Conflict` where a mod was first."""
    held = threads.lock_held(held)
    if held.author_id != actor.pk or held.taken_back_at is not None:
        raise NotThere
    if held.comment_id is not None:
        raise Conflict("A mod has decided meanwhile, so your comment waits no more.", "ruled-already")
    for each in Case.objects.filter(held=held, is_open=True):
        casework.close(casework.lock(each), Happened.TAKEN_BACK, actor=actor)
    threads.take_back(held, at=timezone.now())
