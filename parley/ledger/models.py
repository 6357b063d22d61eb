"""The public record of acts on somebody. Written once; a wrong entry is followed by a correcting one."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NoReturn

from django.db import models


class Told(StrEnum):
    """area:thing:happening. Written for ever, therefore renamed never."""

    TEXT_REDACTED = "text:span:redacted"
    TEXT_REMOVED = "text:whole:removed"
    NO_BREACH = "moderation:ruling:no-breach"
    RULING_UNDONE = "moderation:ruling:undone"
    TEXT_HIDDEN = "text:whole:hidden"
    TEXT_SHOWN_AGAIN = "text:whole:shown-again"
    SEED_UNLISTED = "seed:whole:unlisted"
    MEMBER_SUSPENDED = "member:standing:suspended"
    MEMBER_RESTORED = "member:standing:restored"
    SCALE_CHANGED = "moderation:scale:changed"
    APPEAL_GRANTED = "appeal:decision:granted"
    APPEAL_REFUSED = "appeal:decision:refused"
    RULES_PUBLISHED = "rulebook:version:published"
    CLAUSE_TURNED_DOWN = "rulebook:clause:turned-down"
    SIGNATURES_CHANGED = "group:signatures:changed"
    ROLE_CHANGED = "group:role:changed"


class EntryQuerySet(models.QuerySet["Entry"]):
    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise TypeError("the ledger is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("the ledger is append-only")


class Entry(models.Model):
    """One act. Never holds words that were cut: only where, by which line, by whom, and why."""

    at = models.DateTimeField()
    act = models.CharField(max_length=60, choices=[(told.value, told.value) for told in Told])
    group_id = models.BigIntegerField(null=True, db_index=True)
    """Key of the group it belongs to; a plain number, since groups stand above the ledger. None: the whole site."""
    actor = models.CharField(max_length=60)
    decider = models.CharField(max_length=40)
    """Kind of decider, for readers: `group mod`, `group owner`, `site mod`, `admin`."""
    subject = models.CharField(max_length=200)
    """What it was done to, for readers: `comment 1.1.2`."""
    address = models.CharField(max_length=200, blank=True)
    because = models.JSONField(default=dict)
    """The line: `number`, `text`, `kind`, `book`, `version`, `clause`. Empty for acts that need no line."""
    body = models.JSONField(default=dict)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    digest = models.CharField(max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="entry_act_known", condition=models.Q(act__in=[told.value for told in Told])),
        ]
        indexes = [models.Index(fields=["group_id", "-id"], name="entry_of_group")]

    @property
    def address_of_entry(self) -> str:
        """Where the entry itself stands."""
        return f"/log/{self.pk}"

    def delete(self, *args: object, **kwargs: object) -> NoReturn:  # noqa: ARG002
        raise TypeError("the ledger is append-only")


def leaf_digest(entry: Mapping[str, Any]) -> str:
    """Hash of an entry as a leaf of a Merkle tree (RFC 6962, 2.1: SHA-256 over 0x00 and the content)."""
    content = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=datetime.isoformat)
    return hashlib.sha256(b"\x00" + content.encode()).hexdigest()
