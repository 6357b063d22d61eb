"""What owners of a group ask of one another, and what is answered, in words."""

from parley.groups import policy
from parley.groups.models import Loosening, Removal
from parley.inbox.models import Notice
from parley.inbox.words import Words

OVER = "Nothing waits for you."
CLOSED = Words("Something was asked about a group that is closed to you now", (OVER,), "/notices")
ENDS = {True: "It was agreed to.", False: "It was left as it was.", None: "It was taken back, or is of no use any more."}
"""By whether it was agreed to."""


def loosening_asked(notice: Notice) -> Words:
    wish = notice.loosening
    assert wish is not None  # noqa: S101 -- what the notice is about
    if not policy.may_read(notice.person, wish.group):
        return CLOSED
    if wish.answered_at is not None:
        subject = f"{wish.by.name} asked for fewer second signatures in {wish.group.title}"
        return Words(subject, (ENDS[wish.is_agreed], OVER), f"{wish.group.url}/settings")
    said = "It holds once another owner agrees. Look at it, then agree, or leave it as it is."
    return Words(f"{wish.by.name} asks for fewer second signatures in {wish.group.title}", (said,), f"{wish.group.url}/settings")


def loosening_answered(notice: Notice) -> Words:
    wish = notice.loosening
    assert wish is not None  # noqa: S101
    if not policy.may_read(notice.person, wish.group):
        return CLOSED
    who = _who(wish)
    said = f"{wish.by.name} had asked for it."
    url = f"{wish.group.url}/settings"
    if wish.is_agreed:
        return Words(f"{who} agreed to fewer second signatures in {wish.group.title}", (said, "It holds now."), url)
    subject = f"When a second owner signs in {wish.group.title} stays as it was: {who} did not agree"
    return Words(subject, (said,), url)


def removal_asked(notice: Notice) -> Words:
    wish = notice.removal
    assert wish is not None  # noqa: S101
    group, by = wish.group, wish.by.name
    whom = "you" if wish.person_id == notice.person_id else wish.person.name
    if not policy.may_read(notice.person, group):
        return CLOSED
    url = f"{group.url}/members"
    if wish.answered_at is not None:
        return Words(f"{by} asked that {whom} own {group.title} no more", (ENDS[wish.is_agreed], OVER), url)
    said = "It holds once a second owner agrees, or somebody who runs this site. Look at it, then agree, or leave it as it is."
    return Words(f"{by} asks that {whom} own {group.title} no more", (said,), url)


def removal_answered(notice: Notice) -> Words:
    wish = notice.removal
    assert wish is not None  # noqa: S101
    group, who, is_own = wish.group, _who(wish), wish.person_id == notice.person_id
    if not wish.is_agreed:
        whose = "Your role" if is_own else f"The role of {wish.person.name}"
        return Words(f"{whose} in {group.title} stays as it was", (f"{who} did not agree to change it.",), f"{group.url}/members")
    whose = "You do" if is_own else f"{wish.person.name} does"
    said = f"{wish.by.name} asked for it, and {who} agreed. The log says so."
    is_shut = not policy.may_read(notice.person, group)
    return Words(f"{whose} not own {group.title} any more", (said,), "/notices" if is_shut else f"{group.url}/members")


def _who(wish: Loosening | Removal) -> str:
    return wish.answered_by.name if wish.answered_by else "another owner"
