"""Reading appeals."""

from parley.appeals.models import Appeal
from parley.groups.models import Group
from parley.moderation.models import Case, Ruling
from parley.texts import services as texts
from parley.threads.models import Comment

MOST_WON = 50
"""Appeals: the newest say enough of what a rule should leave."""


def appeal_of(ruling: Ruling) -> Appeal | None:
    """Also where it contests the ruling as one of many."""
    found = Appeal.objects.filter(parts=ruling).select_related("case", "text__current", "entry", "decided_by")
    return found.first()


def appeal_in(case: Case) -> Appeal | None:
    """What a case is about, where it is an appeal."""
    found = Appeal.objects.filter(case=case).select_related("case", "ruling__entry", "ruling__actor", "text__current")
    return found.first()


def parts_of(appeal: Appeal) -> list[tuple[Comment, str]]:
    """Of an appeal for a part of a mass act, each comment with its words as written: for who decides it. Three queries."""
    if appeal.ruling.mass_id is None:
        return []
    found = appeal.parts.select_related("comment__text__current").prefetch_related("comment__seed").order_by("pk")
    return [(each.comment, texts.for_judging(each.comment.text)) for each in found if each.comment is not None]


def won_by(group: Group | None) -> list[tuple[str, str]]:
    """Text of the line and what everybody reads of the comment, for appeals that were granted against lines of the group's own rules
    (None: of the site's), newest first. Comments of which something is cut now are left out.
    """
    found = Appeal.objects.filter(is_granted=True, ruling__comment__isnull=False)
    if group is None:
        found = found.filter(ruling__entry__because__book="site", ruling__seed__group__visibility="public")
    else:
        found = found.filter(ruling__entry__because__book="group", ruling__seed__group=group)
    found = found.select_related("ruling__entry", "ruling__comment__text__current", "ruling__comment__text__removed_by")
    newest = found.order_by("-pk")[:MOST_WON]
    cut = texts.cut_among([each.ruling.comment.text_id for each in newest if each.ruling.comment])
    return [
        (each.ruling.entry.because["text"], texts.shown(each.ruling.comment.text).plain)
        for each in newest
        if each.ruling.comment and each.ruling.comment.text_id not in cut
    ]
