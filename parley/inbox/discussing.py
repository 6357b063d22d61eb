"""What notices of comments and of new rules say: of one, and of several that are told together."""

from collections.abc import Sequence

from parley.base.saying import counted, later, later_counted, say
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
        What.REPLY: later("{who} replied to your comment {number} in “{headline}”"),
        What.CITATION: later("{who} cited you in “{headline}”"),
        What.MENTION: later("{who} mentioned you in “{headline}”"),
        What.SEED_COMMENT: later("{who} commented on what you seeded: “{headline}”"),
    }[What(notice.what)]
    subject = say(subject, who=who, headline=where, number=_answered(comment))
    return Words(subject, (_excerpt(comment),), comment.url)


SEVERAL = {
    What.REPLY: later_counted(
        "{count} reply to your comment {number} in “{headline}”", "{count} replies to your comment {number} in “{headline}”"
    ),
    What.CITATION: later_counted("{count} comment cites you in “{headline}”", "{count} comments cite you in “{headline}”"),
    What.MENTION: later_counted("{count} comment mentions you in “{headline}”", "{count} comments mention you in “{headline}”"),
    What.SEED_COMMENT: later_counted(
        "{count} comment on what you seeded: “{headline}”", "{count} comments on what you seeded: “{headline}”"
    ),
}


def several(notices: Sequence[Notice]) -> Words:
    """Newest first, all of one kind about one place (`queries.alike`)."""
    comments = [_comment(each) for each in notices]
    one, many = SEVERAL[What(notices[0].what)]
    subject = counted(one, many, len(comments), number=_answered(comments[0]), headline=_headline(comments[0]))
    said = tuple(f"{each.author.name}: {_excerpt(each)}" for each in comments[-MOST_QUOTED:][::-1])
    return Words(subject, (say("By {names}.", names=names_of(comments)), *said), comments[-1].url)


def names_of(comments: Sequence[Comment]) -> str:
    """Who wrote them, each once: a few names, and how many more."""
    found = list(dict.fromkeys(each.author.name for each in comments))
    if len(found) > MOST_NAMED:
        rest = len(found) - MOST_NAMED + 1
        found = [*found[: MOST_NAMED - 1], counted("{count} other", "{count} others", rest)]
    return found[0] if len(found) == 1 else say("{one} and {other}", one=say(", ").join(found[:-1]), other=found[-1])


def rules(notice: Notice) -> Words:
    version = notice.version
    assert version is not None  # noqa: S101 -- what the notice is about
    group = version.book.group
    assert group is not None  # noqa: S101 -- of the site's rules nobody is told
    said = say("They hold in discussions that begin from now on. Where somebody has commented already, the rules of before stay.")
    subject = say("New house rules in {group}: version {number}", group=group.title, number=version.number)
    return Words(subject, (said,), f"{group.url}/rules?version={version.number}")


def _comment(notice: Notice) -> Comment:
    assert notice.comment is not None  # noqa: S101 -- what the notice is about
    return notice.comment


def _answered(comment: Comment) -> str:
    return comment.parent.number if comment.parent else ""


def _headline(comment: Comment) -> str:
    return comment.seed.headline[:120]


def _excerpt(comment: Comment) -> str:
    return excerpt(texts.shown(comment.text).plain)
