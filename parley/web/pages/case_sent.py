"""What the form of a case sends."""

from dataclasses import dataclass

from django.http import QueryDict

from parley.moderation.actions import Span
from parley.moderation.penalties import Term
from parley.moderation.services import Choice
from parley.web.pages import cut_rows
from parley.web.pages.asked import whole


@dataclass(frozen=True, kw_only=True)
class Decided:
    """As typed, so that a form that is refused shows all of it again."""

    is_sent: bool = False
    what: str = ""
    line: int = 0
    spans: tuple[Span, ...] = ()
    revision: int = 0
    version: int | None = None
    ticket: str = ""
    scope: str = ""
    days: str = ""
    agreement: str = ""
    evidence: str = ""
    note: str = ""
    is_discretion: bool = False

    @classmethod
    def by(cls, sent: QueryDict) -> "Decided":
        return cls(
            is_sent=True,
            what=sent.get("what", "")[:20],
            line=whole(sent.get("line")) or 0,
            spans=tuple(cut_rows.spans_of(sent.getlist("cut"))),
            revision=whole(sent.get("revision")) or 0,
            version=whole(sent.get("version")),
            ticket=sent.get("ticket", "")[:20],
            scope=sent.get("scope", "")[:10],
            days=sent.get("days", "")[:20].strip(),
            agreement=sent.get("agreement", "")[:2_000],
            evidence=sent.get("evidence", "")[:5_000],
            note=sent.get("note", "")[:5_000],
            is_discretion=bool(sent.get("discretion")),
        )

    def as_choice(self, source: str) -> Choice:
        """As the service takes it; `source`: the words the spans count. A term that is no number is 0, which the service refuses."""
        term = None
        if self.scope:
            term = Term(scope=self.scope, days=(whole(self.days) or 0) if self.days else None, agreement=self.agreement)
        return Choice(
            action=self.what,
            line=self.line,
            spans=cut_rows.joined(self.spans, source) if self.what == "redact" else (),
            revision=self.revision,
            note=self.note,
            evidence=self.evidence,
            ticket=self.ticket,
            term=term,
        )
