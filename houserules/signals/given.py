"""What only the caller can know."""

from houserules.facts import Claim
from houserules.judgement import Judgement


def account_age(judgement: Judgement) -> float | None:
    """Days since the author joined."""
    return judgement.facts.author_days


def claim_matches(judgement: Judgement) -> tuple[Claim, ...]:
    """Fact-checked claims that the text matches."""
    return judgement.facts.claims
