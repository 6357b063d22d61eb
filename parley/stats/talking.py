"""Counting comments: who takes part, and whether replies cite what they answer."""

from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.db.models.functions import TruncDate

from parley.moderation.models import Ruling
from parley.stats.figures import Citing, Share
from parley.stats.rulings import ACTED
from parley.stats.scope import Scope
from parley.texts.models import Redaction
from parley.threads.models import Citation, Comment

PARENT = Citation.objects.filter(comment=OuterRef("pk"), cited=OuterRef("parent"))
WHOLLY_CUT = Redaction.objects.filter(
    revision=OuterRef("revision"), lifted_by=None, start__lte=OuterRef("start"), end__gte=OuterRef("end")
)
CITES = Q(Exists(PARENT))
CITES_NOW = Q(Exists(PARENT.filter(~Exists(WHOLLY_CUT), cited__text__removed_by=None)))
READABLE = Q(text__removed_by=None)


def talk_in(scope: Scope) -> tuple[int, Citing]:
    """How many people posted, and how their replies cite. Three queries."""
    comments = Comment.objects.filter(scope.of("seed__group"), scope.lately())
    replies = comments.filter(parent__isnull=False)
    found = replies.annotate(cites=CITES, cites_now=CITES_NOW & READABLE).aggregate(
        replies=Count("pk"), written=Count("pk", filter=Q(cites=True)),
        readable=Count("pk", filter=READABLE), standing=Count("pk", filter=Q(cites_now=True)),
    )  # fmt: skip
    before, after = _around_cuts(scope, replies)
    citing = Citing(
        written=Share(found["written"], found["replies"]), standing=Share(found["standing"], found["readable"]),
        before=before, after=after,
    )  # fmt: skip
    return comments.aggregate(all=Count("author", distinct=True))["all"], citing


def _around_cuts(scope: Scope, replies: Any) -> tuple[Share, Share]:
    """Replies on the days before a discussion's first cut, and on the days after it; the day itself counts for neither."""
    cuts = Ruling.objects.filter(scope.of("seed__group"), ACTED, comment__isnull=False)
    first = dict(cuts.values_list("seed").annotate(first=TruncDate(Min("created_at"))))
    counted = replies.filter(seed__in=cuts.values("seed")).annotate(day=TruncDate("created_at"), cites=CITES)
    sums = [[0, 0], [0, 0]]
    for seed, day, of, some in counted.values_list("seed", "day").annotate(of=Count("pk"), some=Count("pk", filter=Q(cites=True))):
        if day != first[seed]:
            side = sums[day > first[seed]]
            side[0] += some
            side[1] += of
    return Share(*sums[0]), Share(*sums[1])


