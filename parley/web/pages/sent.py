"""What a form for a comment sent: its fields can hold anything."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self
from uuid import UUID, uuid4

from django.http import QueryDict

from parley.base.refusals import Invalid
from parley.posting.pictures import Added
from parley.posting.services import Reply
from parley.threads.queries import comment_at
from parley.web.pages.asked import whole
from parley.web.pages.picture_slots import EMPTY, Slot, slots_of

if TYPE_CHECKING:
    from parley.seeds.models import Seed

_QUOTE = re.compile(r"([1-9]\d{0,17}):(.*)", re.DOTALL | re.ASCII)
MOST_QUOTES = 16
"""Fields looked at, each of which is searched for; how many a comment can carry is the service's to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """`quotes`: (key of a comment, words; none: its opening). `offers_parent`: the form showed the parent's citation, so that it
    was taken out where `quotes` have none of it. `revision`: the one the writer had before him; 0: nonsense.
    """

    text: str = ""
    quotes: tuple[tuple[int, str], ...] = ()
    offers_parent: bool = False
    cite: str = ""
    token: UUID
    revision: int | None = None
    is_anyway: bool = False
    is_official: bool = False
    version: int = 0
    """Of the draft that the form began with, or (`over`) of the one that the writer chose to replace."""
    is_to_keep: bool = False
    """The writer goes on later."""
    is_to_look: bool = False
    """The writer wants to see it, not to post it."""
    slots: tuple[Slot, ...] = EMPTY
    """Places for pictures."""

    @classmethod
    def by(cls, data: QueryDict) -> Self:
        said, over = data.get("revision", ""), whole(data.get("over", "")) or 0
        return cls(
            text=data.get("text", ""), quotes=_quotes(data.getlist("quote")), cite=data.get("cite", "").strip()[:700],
            token=_token(data.get("token", "")), revision=(whole(said) or 0) if said else None, is_anyway="anyway" in data,
            is_official="official" in data, is_to_look="preview" in data or "add" in data,
            offers_parent="quoted" in data, slots=slots_of(data), version=over or whole(data.get("version", "")) or 0,
            is_to_keep="keep" in data or over > 0,
        )  # fmt: skip

    @property
    def draft(self) -> str:
        """Line ends as they are kept, so that the same words are the same."""
        return self.text.replace("\r\n", "\n").replace("\0", "")

    def with_cited(self, seed: "Seed") -> Self:
        """With the comment whose number was typed among the quotations; raises `Invalid` where there is none."""
        if not self.cite:
            return self
        found = comment_at(seed, self.cite)
        if found is None:
            raise Invalid("There is no comment of that number in this discussion.", "no-such-comment", field="cite")
        return replace(self, cite="", quotes=tuple(dict.fromkeys((*self.quotes, (found.pk, "")))))

    @property
    def pictures(self) -> tuple[Added, ...]:
        """Those that are there, and those that are only described."""
        return tuple((slot.key, slot.alt) for slot in self.slots if slot.key or slot.alt)

    def as_reply(self, parent_id: int | None) -> Reply:
        return Reply(
            source=self.text, parent_id=parent_id, quotes=self.quotes, cites_parent=not self.offers_parent, anyway=self.is_anyway,
            is_official=self.is_official, form_key=self.token, answers=self.revision if parent_id else None,
            pictures=self.pictures,
        )  # fmt: skip


def _quotes(values: list[str]) -> tuple[tuple[int, str], ...]:
    found = (_QUOTE.fullmatch(value) for value in values[:MOST_QUOTES])
    return tuple(dict.fromkeys((int(each[1]), each[2].strip()[:20_000]) for each in found if each))


def _token(said: str) -> UUID:
    """Of the form; a new one where a form came without."""
    try:
        return UUID(said)
    except ValueError:
        return uuid4()
