"""Notices as they are listed: several unread ones of one kind about one place are one line."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from parley.inbox import discussing
from parley.inbox.models import Notice, What
from parley.inbox.wording import words_of
from parley.inbox.words import Words


@dataclass(frozen=True, slots=True)
class Bundle:
    notices: Sequence[Notice]
    """Newest first."""

    @property
    def newest(self) -> Notice:
        return self.notices[0]

    def words(self) -> Words:
        return discussing.several(self.notices) if len(self.notices) > 1 else words_of(self.newest)


def bundled(notices: Iterable[Notice]) -> list[Bundle]:
    """In the order of the newest of each; they come newest first, with what they are about."""
    found: dict[Hashable, list[Notice]] = {}
    for notice in notices:
        found.setdefault(_place_of(notice), []).append(notice)
    return [Bundle(each) for each in found.values()]


def _place_of(notice: Notice) -> Hashable:
    """The same of what is told together; as `queries.alike` says it."""
    comment = notice.comment
    if comment is None or notice.read_at is not None:
        return notice.pk
    return notice.what, comment.parent_id if notice.what == What.REPLY else comment.seed_id
