"""What a judgement says: findings that can be explained word by word."""

from dataclasses import dataclass

from houserules.book import ENGINE
from houserules.keeping import Keeping
from houserules.plain import Plain, Span


@dataclass(frozen=True, kw_only=True)
class Finding(Plain):
    """A clause that may be broken, where, how surely, why, and what would have passed."""

    kind: str
    clause_key: str
    line_number: int
    line_text: str
    words: str
    """The words of the line that the clause came from."""
    spans: tuple[Span, ...] = ()
    """Where in `Facts.text`; empty when the act as a whole is meant."""
    value: float
    """What was measured, rounded to 1e-4."""
    threshold: float
    """The clause is found at this value or above."""
    confidence: float
    """0 to 1."""
    note: str
    """One sentence why, and another where the clause acts on more than its line may mean."""
    passes: str
    """One sentence: what would have passed."""
    keeping: Keeping


@dataclass(frozen=True, kw_only=True)
class Verdict(Plain):
    """All findings in the order of the lines; `keeping` is the strongest among them, None when nothing was found."""

    findings: tuple[Finding, ...] = ()
    keeping: Keeping | None = None
    engine: str = ENGINE
    """What judged: the engine, and a digest of its weights. Only under the same one are two verdicts comparable."""
    missing: tuple[str, ...] = ()
    """One sentence for each file of weights without which some clauses were left unjudged; people keep those."""

    shadowed: tuple[Finding, ...] = ()
    """What clauses in shadow found: to be counted, never to be shown or acted upon."""

    def kept_by(self, keeping: Keeping) -> tuple[Finding, ...]:
        """The findings kept in this way."""
        return tuple(finding for finding in self.findings if finding.keeping is keeping)
