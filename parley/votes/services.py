"""Writing votes; they can be taken back."""

from django.db import transaction
from django.db.models import F

from parley.base.decisions import require
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
    if voted:
        _, changed = Vote.objects.get_or_create(person=actor, **target, defaults={"author_id": policy.author_id(item)})
        step = int(changed)
    else:
        step = -Vote.objects.filter(person=actor, **target).delete()[0]
    if step and isinstance(item, Seed):
        seeds.count(item, votes=step)
    elif step:
        Comment.objects.filter(pk=item.pk).update(vote_count=F("vote_count") + step)
    item.refresh_from_db(fields=["vote_count"])
    return item.vote_count
