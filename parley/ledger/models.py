"""The public record of acts on somebody, and the tree over it. Written once; a wrong entry is followed by a correcting one."""

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
    DRAFT_DECLINED = "rulebook:draft:declined"
    CLAUSE_TURNED_DOWN = "rulebook:clause:turned-down"
    SIGNATURES_CHANGED = "group:signatures:changed"
    LOOSENING_DECLINED = "group:signatures:kept"
    ROLE_CHANGED = "group:role:changed"
    THREAD_LOCKED = "thread:discussion:locked"
    THREAD_PAUSED = "thread:discussion:paused"
    THREAD_SLOWED = "thread:discussion:slowed"
    THREAD_HELD = "thread:discussion:held"
    THREAD_EASED = "thread:discussion:eased"
    MEMBER_HELD = "member:comments:held"
    MEMBER_FREED = "member:comments:freed"
    IMPASSE_BEGUN = "member:impasse:begun"
    IMPASSE_ENDED = "member:impasse:ended"
    SEED_LEFT_FRONT = "seed:front:left"
    SEED_PROMOTED = "seed:front:promoted"
    SEED_TAKEN_OFF = "seed:front:taken-off"
    STRAIN_CHANGED = "group:strain:changed"
    ADMISSION_CHANGED = "site:admission:changed"
    ENTRY_PURGED = "ledger:entry:purged"
    WORDS_TAKEN_BACK = "text:author:taken-back"


class WrittenOnce(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise TypeError("the ledger is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("the ledger is append-only")


class EntryQuerySet(WrittenOnce):
    def purge(self, by: "Entry") -> int:
        """Empty these entries of whom and what they name; digest, place, and line stay. The database allows this change alone."""
        return models.QuerySet.update(self, actor="", subject="", address="", body={}, salt="", purged_by=by)


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
    salt = models.CharField(max_length=64, blank=True)
    """32 random bytes in hexadecimal digits, so that nobody finds out by trying what a bare digest stands for."""
    digest = models.CharField(max_length=64)
    """The entry as a leaf of the tree (`content.leaf_of`), in hexadecimal digits."""
    purged_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="purged")
    """The entry that says why this one is empty."""

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="entry_act_known", condition=models.Q(act__in=[told.value for told in Told])),
        ]
        indexes = [
            models.Index(fields=["group_id", "-id"], name="entry_of_group"),
            models.Index(fields=["group_id", "at", "act"], name="entry_of_group_lately"),
        ]

    @property
    def address_of_entry(self) -> str:
        """Where the entry itself stands."""
        return f"/log/{self.pk}"

    def delete(self, *args: object, **kwargs: object) -> NoReturn:  # noqa: ARG002
        raise TypeError("the ledger is append-only")


class Place(models.Model):
    """Where an entry stands in the tree. Made with the entry, given out after it: acts that run at once wait for nobody."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="place")
    index = models.BigIntegerField(null=True, unique=True)
    """0 is the first leaf. None: not given out yet."""

    class Meta:
        indexes = [models.Index(fields=["entry"], condition=models.Q(index=None), name="place_to_give_out")]


class Node(models.Model):
    """The hash of a whole range of leaves; never changes."""

    id = models.BigIntegerField(primary_key=True)
    """By level and index, see `tree.number_of`."""
    hash = models.BinaryField(max_length=32)

    objects = WrittenOnce.as_manager()


class Tree(models.Model):
    """One row: what the log is called and the size of the tree, locked by whoever lets it grow."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=300)
    """Stands in every signature, and stays where the site moves to another address."""
    size = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="one_tree", condition=models.Q(id=1))]


class Head(models.Model):
    """What was signed and told to everybody: that the first `size` entries have this root."""

    size = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    note = models.TextField()
    """The signed text (`signing.head_text`)."""

    objects = WrittenOnce.as_manager()
