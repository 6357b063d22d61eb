"""What owners of a group ask of one another, and what is answered, in words."""

from parley.base.saying import say
from parley.groups import policy
from parley.groups.models import Loosening, Removal
from parley.inbox.models import Notice
from parley.inbox.words import Words

OVER = "Nothing waits for you."
ENDS = {True: "It was agreed to.", False: "It was left as it was.", None: "It was taken back, or is of no use any more."}
"""By whether it was agreed to."""


def closed() -> Words:
    return Words(say("Something was asked about a group that is closed to you now"), (say(OVER),), "/notices")


def loosening_asked(notice: Notice) -> Words:
    wish = notice.loosening
    assert wish is not None  # noqa: S101 -- what the notice is about
    if not policy.may_read(notice.person, wish.group):
        return closed()
    by, group, url = wish.by.name, wish.group.title, f"{wish.group.url}/settings"
    if wish.answered_at is not None:
        subject = say("{name} asked for fewer second signatures in {group}", name=by, group=group)
        return Words(subject, (say(ENDS[wish.is_agreed]), say(OVER)), url)
    said = say("It holds once another owner agrees. Look at it, then agree, or leave it as it is.")
    return Words(say("{name} asks for fewer second signatures in {group}", name=by, group=group), (said,), url)


def loosening_answered(notice: Notice) -> Words:
    wish = notice.loosening
    assert wish is not None  # noqa: S101
    if not policy.may_read(notice.person, wish.group):
        return closed()
    who, group, url = _who(wish), wish.group.title, f"{wish.group.url}/settings"
    said = say("{name} had asked for it.", name=wish.by.name)
    if wish.is_agreed:
        subject = say("{name} agreed to fewer second signatures in {group}", name=who, group=group)
        return Words(subject, (said, say("It holds now.")), url)
    subject = say("When a second owner signs in {group} stays as it was: {name} did not agree", group=group, name=who)
    return Words(subject, (said,), url)


def removal_asked(notice: Notice) -> Words:
    wish = notice.removal
    assert wish is not None  # noqa: S101
    group, url = wish.group, f"{wish.group.url}/members"
    if not policy.may_read(notice.person, group):
        return closed()
    names = {"name": wish.by.name, "group": group.title, "whom": wish.person.name}
    is_own = wish.person_id == notice.person_id
    if wish.answered_at is not None:
        asked = say(
            "{name} asked that you own {group} no more" if is_own else "{name} asked that {whom} own {group} no more", **names
        )
        return Words(asked, (say(ENDS[wish.is_agreed]), say(OVER)), url)
    asks = say("{name} asks that you own {group} no more" if is_own else "{name} asks that {whom} own {group} no more", **names)
    said = say(
        "It holds once a second owner agrees, or somebody who runs this site. Look at it, then agree, or leave it as it is."
    )
    return Words(asks, (said,), url)


def removal_answered(notice: Notice) -> Words:
    wish = notice.removal
    assert wish is not None  # noqa: S101
    group, who, is_own = wish.group, _who(wish), wish.person_id == notice.person_id
    names = {"whom": wish.person.name, "group": group.title}
    if not wish.is_agreed:
        stays = say(
            "Your role in {group} stays as it was" if is_own else "The role of {whom} in {group} stays as it was", **names
        )
        return Words(stays, (say("{name} did not agree to change it.", name=who),), f"{group.url}/members")
    ended = say("You do not own {group} any more" if is_own else "{whom} does not own {group} any more", **names)
    said = say("{name} asked for it, and {other} agreed. The log says so.", name=wish.by.name, other=who)
    is_shut = not policy.may_read(notice.person, group)
    return Words(ended, (said,), "/notices" if is_shut else f"{group.url}/members")


def _who(wish: Loosening | Removal) -> str:
    return wish.answered_by.name if wish.answered_by else say("another owner")
