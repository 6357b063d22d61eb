"""Writing to the ledger. The only place that creates entries."""

from typing import Any

from django.utils import timezone

from parley.ledger.models import Entry, Told, leaf_digest


def note(
    act: Told,
    *,
    actor: str,
    decider: str,
    group_id: int | None,
    subject: str,
    address: str = "",
    because: dict[str, Any] | None = None,
    body: dict[str, Any] | None = None,
    corrects: Entry | None = None,
) -> Entry:
    """Append one entry, in the caller's transaction. Never give it words that were cut."""
    content = {
        "at": timezone.now(),
        "act": act.value,
        "group_id": group_id,
        "actor": actor,
        "decider": decider,
        "subject": subject,
        "address": address,
        "because": because or {},
        "body": body or {},
        "corrects_id": corrects.pk if corrects else None,
    }
    return Entry.objects.create(**content, digest=leaf_digest(content))
