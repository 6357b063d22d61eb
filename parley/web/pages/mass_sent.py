"""What the form for many comments at once asks and sends."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import QueryDict

from parley.base.refusals import Invalid
from parley.moderation import mass
from parley.web.pages.asked import whole

if TYPE_CHECKING:
    from parley.threads.models import Comment

_ITEM = re.compile(r"([1-9]\d{0,17})-([1-9]\d{0,17})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """As typed, so that a form that is refused shows all of it again. `items` is None before anything was chosen."""

    line: int = 0
    reach: str = mass.Reach.SEED
    since: str = ""
    items: frozenset[str] | None = None
    note: str = ""
    evidence: str = ""
    ticket: str = ""

    @classmethod
    def asked(cls, sent: QueryDict, **more: object) -> "Chosen":
        reach = sent.get("reach", "")
        return cls(
            line=whole(sent.get("line")) or 0,
            reach=reach if reach in mass.Reach.values else mass.Reach.SEED,
            since=sent.get("since", "")[:20].strip(),
            **more,  # type: ignore[arg-type] # of `sent` alone
        )

    @classmethod
    def sent(cls, sent: QueryDict) -> "Chosen":
        return cls.asked(
            sent, items=frozenset(sent.getlist("item")[: mass.MOST + 1]), note=sent.get("note", "")[:5_000],
            evidence=sent.get("evidence", "")[:5_000], ticket=sent.get("ticket", "")[:20],
        )  # fmt: skip

    def wanted(self, about: "Comment") -> mass.Wanted:
        """Raises `Invalid` for a day that is none."""
        since = None
        if self.since:
            try:
                since = date.fromisoformat(self.since)
            except ValueError:
                raise Invalid("Write the day as year, month, day: 2026-03-31.", "no-day", field="since") from None
        return mass.Wanted(about=about, line=self.line, reach=mass.Reach(self.reach), since=since)

    def as_decision(self, about: "Comment") -> mass.Decision:
        found = (_ITEM.fullmatch(each) for each in self.items or ())
        return mass.Decision(
            wanted=self.wanted(about), items={int(each[1]): int(each[2]) for each in found if each}, note=self.note,
            evidence=self.evidence, ticket=self.ticket,
        )  # fmt: skip
