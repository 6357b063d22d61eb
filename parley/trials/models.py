"""Rules on trial: what clauses in shadow found, and drafts that are run over past comments."""

from django.db import models
from django.db.models import Q

from houserules.replaying import Tally


class ShadowCount(models.Model):
    """How often a clause in shadow would have found something in live comments."""

    version = models.ForeignKey("rulebooks.Version", on_delete=models.CASCADE, related_name="+")
    clause_key = models.CharField(max_length=20)
    judged = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "clause_key"], name="one_count_per_shadow")]


class State(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


UNFINISHED = (State.WAITING, State.RUNNING)


class Replay(models.Model):
    """A draft over the past comments of its place, as a job that can be stopped and goes on where it stood."""

    book = models.ForeignKey("rulebooks.Book", on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=16)
    """Of the draft's reading, by which a page knows whether the figures are those of what it shows."""
    reading = models.JSONField()
    books = models.CharField(max_length=64, blank=True)
    """Digest of both books and of the engine that judged by them; with others it begins anew."""
    job = models.UUIDField(null=True)
    """Of the queue."""
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    days = models.PositiveIntegerField()
    """How far back; 0: everything."""
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    cursor = models.JSONField(default=list)
    """The seed and the comment up to which it was counted; none: nothing yet."""
    tally = models.JSONField(null=True)
    """`houserules.replaying.Tally` of what was done so far."""
    why = models.CharField(max_length=300, blank=True)
    """Why it failed, for people."""
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="replay_state_known", condition=Q(state__in=State.values)),
            models.UniqueConstraint(
                fields=["book", "author", "digest", "days"], condition=Q(state__in=UNFINISHED), name="one_replay_at_once"
            ),
        ]

    @property
    def counted(self) -> Tally:
        """What is counted so far."""
        return Tally.from_json(self.tally) if self.tally else Tally()

    @property
    def is_whole(self) -> bool:
        """Whether everything was judged by every clause."""
        return not (self.counted.failed or self.counted.missing)

    @property
    def members_moved(self) -> int:
        """Members some of whose comments change side."""
        return len(self.counted.members)
