"""Writing votes; they can be taken back."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from parley.base.decisions import require
from parley.base.keys import renew
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.threads import services as threads
from parley.threads.models import Comment
from parley.votes import policy
from parley.votes.models import Vote


@transaction.atomic
def set_vote(*, actor: Person, item: Seed | Comment, voted: bool) -> int:
    """Give or take back a vote; doing so twice is doing it once. Returns the item's votes."""
    item = seeds.lock(item) if isinstance(item, Seed) else threads.lock(item)
    require(policy.may_vote(actor, item))
    target = {"seed": item} if isinstance(item, Seed) else {"comment": item}
    given = Vote.objects.filter(person=actor, **target)
    if not voted:
        step = -given.filter(taken_back_at=None).update(taken_back_at=timezone.now())
    elif given.exists():
        step = given.exclude(taken_back_at=None).update(taken_back_at=None)
    else:
        Vote.objects.create(person=actor, **target, author_id=policy.author_id(item))
        step = 1
    if step and isinstance(item, Seed):
        seeds.count(item, votes=step)
    elif step and isinstance(item, Comment):
        Comment.objects.filter(pk=item.pk).update(vote_count=F("vote_count") + step)
        renew(f"seed/{item.seed_id}")
    item.refresh_from_db(fields=["vote_count"])
    return item.vote_count
