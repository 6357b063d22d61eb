"""What notices of comments and of new rules say: of one, and of several that are told together."""

from collections.abc import Sequence

from parley.inbox.models import Notice, What
from parley.inbox.words import Words, excerpt
from parley.texts import services as texts
from parley.threads.models import Comment

MOST_NAMED = 3
MOST_QUOTED = 3
"""Comments of a line whose words stand in a mail."""


def one(notice: Notice) -> Words:
    comment = _comment(notice)
    who, where = comment.author.name, _headline(comment)
    subject = {
        What.REPLY: f"{who} replied to your comment {_answered(comment)} in {where}",
        What.CITATION: f"{who} cited you in {where}",
        What.MENTION: f"{who} mentioned you in {where}",
        What.SEED_COMMENT: f"{who} commented on what you seeded: {where}",
    }[What(notice.what)]
    return Words(subject, (_excerpt(comment),), comment.url)


def several(notices: Sequence[Notice]) -> Words:
    """Newest first, all of one kind about one place (`queries.alike`)."""
    comments = [_comment(each) for each in notices]
    many, where = f"{len(comments):,}", _headline(comments[0])
    subject = {
        What.REPLY: f"{many} replies to your comment {_answered(comments[0])} in {where}",
        What.CITATION: f"{many} comments cite you in {where}",
        What.MENTION: f"{many} comments mention you in {where}",
        What.SEED_COMMENT: f"{many} comments on what you seeded: {where}",
    }[What(notices[0].what)]
    said = tuple(f"{each.author.name}: {_excerpt(each)}" for each in comments[-MOST_QUOTED:][::-1])
    return Words(subject, (f"By {names_of(comments)}.", *said), comments[-1].url)


def names_of(comments: Sequence[Comment]) -> str:
    """Who wrote them, each once: a few names, and how many more."""
    found = list(dict.fromkeys(each.author.name for each in comments))
    if len(found) > MOST_NAMED:
        rest = len(found) - MOST_NAMED + 1
        found = [*found[: MOST_NAMED - 1], f"{rest} others"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def rules(notice: Notice) -> Words:
    version = notice.version
    assert version is not None  # noqa: S101 -- what the notice is about
    group = version.book.group
    assert group is not None  # noqa: S101 -- of the site's rules nobody is told
    said = "They hold in discussions that begin from now on. Where somebody has commented already, the rules of before stay."
    subject = f"New house rules in {group.title}: version {version.number}"
    return Words(subject, (said,), f"{group.url}/rules?version={version.number}")


def _comment(notice: Notice) -> Comment:
    assert notice.comment is not None  # noqa: S101 -- what the notice is about
    return notice.comment


def _answered(comment: Comment) -> str:
    return comment.parent.number if comment.parent else ""


def _headline(comment: Comment) -> str:
    return f"“{comment.seed.headline[:120]}”"


def _excerpt(comment: Comment) -> str:
    return excerpt(texts.shown(comment.text).plain)
