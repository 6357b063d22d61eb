"""How often the kinds that judge by learned weights are right on public data, as they act; shown in `docs/rules/kinds.md`.

`make bench-judge` measures each anew and says when what is published here is no longer so.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """Precision and recall of one kind on one set, at the threshold it acts with."""

    data: str
    records: int
    positives: int
    precision: float
    recall: float
    says: str = ""
    """What the numbers do not tell."""
    measured: str = "2026-11-25"

    def __str__(self) -> str:
        """One line for readers."""
        told = (
            f"precision {self.precision:.2f}, recall {self.recall:.2f} on {self.data} ({self.records:,} comments, "
            f"{self.positives:,} of them positive; `make bench-judge`, {self.measured})"
        )
        return f"{told}. {self.says}" if self.says else told


ATTACKS = Figures(
    data="*insults*, whose label is an insult of another participant",
    records=3933,
    positives=1037,
    precision=0.825,
    recall=0.524,
    says=(
        "Nothing is trained on that set; it gives no parent and no names of members. Measured for "
        "*personal-attack*; *taunting* and *disruption* use the same signal"
    ),
)
RUDE = Figures(
    data="the kept fifth of *toxic-spans*, where two raters marked profane words",
    records=998,
    positives=37,
    precision=0.193,
    recall=0.703,
    says=(
        "Where one rater is enough: 0.58 and 0.47 (174 positives); many swear words stand there as "
        "insults. Measured for *profanity*; *profanity-at-member* and *filter-evasion* find a part of "
        "the same words"
    ),
)
CATEGORIES = Figures(
    data="the kept fifth of *toxic-spans*, where two raters marked an attack on an identity",
    records=998,
    positives=25,
    precision=0.045,
    recall=0.04,
    says=(
        "Where one rater is enough: 0.13 and 0.01 (211 positives). Raters gave that type to many plain insults of persons; "
        "a weak signal, read it so"
    ),
)
NAMED = Figures(
    data="the kept fifth of *toxic-spans*, where two raters marked an insult",
    records=998,
    positives=575,
    precision=0.636,
    recall=0.17,
    says=(
        "Where one rater is enough: 0.88 and 0.16 (866 positives). The set does not say at whom; on "
        "sentences of our own frames see `bench/judge_targets.py`"
    ),
)
ADVERTISING = Figures(
    data="the kept fifth of *spam*, comments below music videos",
    records=203,
    positives=81,
    precision=1.0,
    recall=0.358,
    says=(
        "It acts only where readers are asked for something of the author’s own or a gain is offered. "
        "Measured for *spam*; *self-promotion* uses the same signal"
    ),
)
