"""Votes go up only, one per person and item, never for one's own."""

from django.db import models
from django.db.models import F, Q


class Vote(models.Model):
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    """Who wrote or seeded the item: stored so that the database itself refuses a vote for one's own."""
    seed = models.ForeignKey("seeds.Seed", null=True, on_delete=models.CASCADE, related_name="+")
    comment = models.ForeignKey("threads.Comment", null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True)
    """A vote that was taken back counts no more, and is kept: having voted recuses, whatever became of the vote."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="vote_not_for_own", condition=~Q(person=F("author"))),
            models.CheckConstraint(
                name="vote_has_one_target",
                condition=Q(seed=None, comment__isnull=False) | Q(seed__isnull=False, comment=None),
            ),
            models.UniqueConstraint(fields=["person", "comment"], name="one_vote_per_person_and_comment"),
            models.UniqueConstraint(fields=["person", "seed"], name="one_vote_per_person_and_seed"),
        ]
