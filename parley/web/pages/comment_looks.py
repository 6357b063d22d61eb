"""How a comment looks to a reader: one template for all comments that look alike, in which only numbers differ."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, cast

from markupsafe import Markup

from parley.base.languages import spoken
from parley.web import rows
from parley.web.holes import drawn
from parley.web.pages.thread_rows import Rights, for_reader

FIELDS = ("key", "number", "votes", "why")
KEY, NUMBER, VOTES, WHY = (f"\x01{name}\x01" for name in FIELDS)
"""Stand in a part for what is a comment's own. No words that people wrote reach these parts."""
SAMPLE = rows.CommentRow(
    id=KEY, number=NUMBER, url=f"/c/{KEY}", depth=0, author="", author_url="", at=datetime(2000, 1, 1, tzinfo=UTC), html=Markup(),
    vote=rows.VoteState(url=f"/c/{KEY}/vote", count=cast("int", VOTES)),
)  # fmt: skip
GONE = rows.RemovedRow(line_number=0, line_words="", decider="", at=SAMPLE.at, entry_number=0, entry_url="")


class Look(NamedTuple):
    may: Rights
    is_own: bool
    voted: bool
    flag: str
    is_new: bool
    is_removed: bool
    is_cut: bool
    is_folded: bool = False


class Drawn:
    """The reader's part of comments with one look."""

    __slots__ = ("_acts", "_fields", "_look", "_own", "is_common", "is_you")

    def __init__(self, look: Look) -> None:
        self._look = look
        self._own: dict[tuple[bool, bool, str, bool, bool], Drawn] = {}
        sample = replace(SAMPLE, is_new=look.is_new, removed=GONE if look.is_removed else None, why_url=WHY if look.is_cut else None)
        row = for_reader(sample, look.may, is_own=look.is_own, voted=look.voted, flag=look.flag)
        row = replace(row, is_folded=look.is_folded)
        self.is_you = drawn("parts/thread.html", "is_you", row).encode()
        texts = re.split(f"\x01({'|'.join(FIELDS)})\x01", drawn("parts/thread.html", "comment_acts", row))
        self._acts = b"%b".join(text.replace("%", "%%").encode() for text in texts[::2])
        self._fields = itemgetter(*(FIELDS.index(name) for name in texts[1::2])) if len(texts) > 1 else None
        is_touched = look.is_own or look.is_new or look.voted or look.is_folded or look.flag == "mine"
        self.is_common = not (is_touched or "show" in look.may.ways)
        """Nothing in it tells of one reader among those with the same rights."""

    def with_own(self, *, is_own: bool, voted: bool, flag: str, is_new: bool, is_folded: bool) -> "Drawn":
        """The same rights, with what the reader has to do with the comment."""
        own = (is_own, voted, flag, is_new, is_folded)
        if own not in self._own:
            look = self._look._replace(is_own=is_own, voted=voted, flag=flag, is_new=is_new, is_folded=is_folded)
            self._own[own] = drawn_as(look)
        return self._own[own]

    def acts(self, facts: tuple[bytes, ...]) -> bytes:
        return self._acts % (self._fields(facts) if self._fields else ())


def drawn_as(look: Look) -> Drawn:
    """In the language that is spoken."""
    return _drawn_as(look, spoken())


@lru_cache(maxsize=4096)
def _drawn_as(look: Look, _: str) -> Drawn:
    return Drawn(look)
