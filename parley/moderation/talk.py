"""The private talk between a member and the mods about a ruling, so that a question gets an answer."""

from django.db import transaction
from django.utils import timezone

from parley.base.decisions import require
from parley.base.events import tell
from parley.base.refusals import Invalid
from parley.moderation import policy
from parley.moderation.events import MessageWritten
from parley.moderation.models import Message, Ruling
from parley.people.models import Person
from parley.texts import services as texts

MOST, MOST_MESSAGES = 2_000, 100
"""Characters of a message; messages about a ruling."""


@transaction.atomic
def write(*, actor: Person, ruling: Ruling, source: str) -> Message:
    """A turn of the talk. Sending the same again adds nothing."""
    require(policy.may_talk(actor, ruling))
    Ruling.objects.select_for_update(of=("self",)).get(pk=ruling.pk)
    last = ruling.messages.select_related("text__current").order_by("-pk").first()
    if last and last.author_id == actor.pk and texts.for_judging(last.text) == source.strip():
        return last
    if ruling.messages.count() >= MOST_MESSAGES:
        raise Invalid("This talk is as long as a talk can be. Say the rest in an appeal.", "too-many", field="text")
    message = Message.objects.create(
        ruling=ruling,
        author=actor,
        text=texts.write(author=actor, source=source, most=MOST),
        is_from_mods=actor.pk != ruling.person_id,
        at=timezone.now(),
    )
    tell(MessageWritten(message.pk))
    return message
