"""Which notices may be seen now: one condition for the page, its counts, mails, digests, and pushes."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from parley.groups.models import Membership
from parley.groups.queries import readable_by_each
from parley.inbox.models import Branch, Notice, Tracked, What
from parley.people.models import Block
from parley.texts.mentions import link_to


def is_seen() -> Q:
    """Condition on notices whose receiver may know of them as things stand: he may read the group, has neither blocked the author nor
    muted the place, and what was said is neither removed nor, where it named him, cut there. Nothing is told of what is hidden, and
    it comes back with what hid it.
    """
    return _comment_seen() & _rules_seen()


def seen(**few: Any) -> "QuerySet[Notice, Any]":
    """Keys of those of a few notices (`few` says which), for queries that join too much to take the condition in. Of many, databases
    ask the inner query again for each.
    """
    return Notice.objects.filter(is_seen(), **few).values("pk")


def _comment_seen() -> Q:
    blocked = Block.objects.filter(person=OuterRef("person"), blocked=OuterRef("comment__author"))
    muted = Tracked.objects.filter(person=OuterRef("person"), seed=OuterRef("comment__seed"), is_muted=True)
    path = OuterRef("comment__path")
    below = Branch.objects.filter(
        person=OuterRef("person"), seed=OuterRef("comment__seed"), is_muted=True, path__lt=path, end__gt=path
    )
    is_open = readable_by_each("person", "comment__seed__group")
    before, behind = link_to("\0").split("\0")
    names_him = Q(comment__text__current__html__contains=Concat(Value(before), F("person__username"), Value(behind)))
    stands = Q(comment__text__removed_by=None) & (~Q(what=What.MENTION) | names_him)
    return Q(comment=None) | Q(is_open, ~Exists(blocked), ~Exists(muted), ~Exists(below), stands)


def _rules_seen() -> Q:
    """Of a group that is one's own still."""
    member = Membership.objects.filter(group=OuterRef("version__book__group"), person=OuterRef("person"))
    return Q(version=None) | Q(Exists(member))
