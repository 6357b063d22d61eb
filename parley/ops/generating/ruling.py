"""Cuts as mods make them, through their service, with entries in the log; half of them in the largest group."""

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from parley.moderation import services as moderation
from parley.ops.generating.places import Place, Places
from parley.ops.generating.progress import Progress
from parley.texts.services import sealed_source
from parley.texts.spans import opening
from parley.threads.models import Comment

WHOLE = 0.25
"""Share of cuts that take the whole comment."""


def rule_on_some(places: Places, count: int, chance: Random) -> None:
    told = Progress("rulings", count)
    first = places.all[0]
    rest = chance.choices(places.all, places.shares, k=count - count // 2)
    for number, (place, comment) in enumerate(islice(_chosen([first] * (count // 2) + rest, chance), count), 1):
        _rule(place, comment, chance)
        told.at(number)


def _chosen(wanted: Sequence[Place], chance: Random) -> Iterator[tuple[Place, Comment]]:
    """A comment for each, none twice."""
    for place in {each.group.pk: each for each in wanted}.values():
        among = Comment.objects.filter(seed__group=place.group, text__removed_by=None).order_by("-pk")
        keys = list(among.values_list("pk", flat=True)[:20_000])
        count = sum(each is place for each in wanted)
        for comment in Comment.objects.filter(pk__in=chance.sample(keys, min(count, len(keys)))):
            yield place, comment


def _rule(place: Place, comment: Comment, chance: Random) -> None:
    is_whole = chance.random() < WHOLE
    start, end = opening(sealed_source(comment.text), 40)
    choice = moderation.Choice(action="remove" if is_whole else "redact", line=3, spans=[] if is_whole else [(start, end)])
    moderation.rule(actor=chance.choice(place.mods), item=comment, choice=choice)
