"""How often the kinds that judge by a score are right on public data, as they act; shown in `docs/rules/kinds.md`.

`make bench-judge` measures each anew and says when what is published here is no longer so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from houserules.saying import Sentence, say
from houserules.sureness import Sureness


@dataclass(frozen=True)
class Figures:
    """Precision and recall of one kind on one set, at the threshold it acts with, and at the other levels."""

    data: str
    records: int
    positives: int
    precision: float
    recall: float
    says: str = ""
    """What the numbers do not tell."""
    measured: str = "2026-11-25"
    levels: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)
    """Precision and recall of the levels that are not the usual one (`houserules.sureness`)."""

    def at(self, level: Sureness | str) -> tuple[float, float]:
        """Precision and recall at a level; raises KeyError for a word that is none."""
        return (self.precision, self.recall) if level == Sureness.USUAL else self.levels[level]

    def rates(self, level: Sureness | str) -> Sentence:
        """For whoever chooses: “right in 93 of 100 that it finds, finds 21 of 100”."""
        precision, recall = self.at(level)
        return say("right in {right} that it finds, finds {found}", right=_of_hundred(precision), found=_of_hundred(recall))

    def told_levels(self) -> str:
        """All levels on one line, for documents."""
        return "; ".join(f"{level}: {self.rates(level)}" for level in Sureness)

    def __str__(self) -> str:
        """One line for readers."""
        told = (
            f"precision {self.precision:.2f}, recall {self.recall:.2f} on {self.data} ({self.records:,} comments, "
            f"{self.positives:,} of them positive; `make bench-judge`, {self.measured})"
        )
        return f"{told}. {self.says}" if self.says else told


def _of_hundred(share: float) -> Sentence:
    """As people count; what is neither none nor all is not told as if it were."""
    count = round(100 * share)
    if count == 0 < share:
        return say("fewer than 1 of 100")
    return say("{count} of 100", count=min(count, 99) if share < 1 else count)


ATTACKS = Figures(
    data="*insults*, whose label is an insult of another participant",
    records=3933,
    positives=1037,
    precision=0.825,
    recall=0.524,
    levels={"careful": (0.939, 0.148), "keen": (0.694, 0.681)},
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
    levels={"careful": (0.241, 0.189), "keen": (0.175, 0.811)},
    says=(
        "Where one rater is enough: 0.59 and 0.46 (174 positives); many swear words stand there as "
        "insults. Keenly ordinary words that look rude count as well. Measured for *profanity*; *profanity-at-member* "
        "and *filter-evasion* find a part of the same words"
    ),
)
CATEGORIES = Figures(
    data="the kept fifth of *toxic-spans*, where two raters marked an attack on an identity",
    records=998,
    positives=25,
    precision=0.045,
    recall=0.04,
    levels={"careful": (0.071, 0.04), "keen": (0.067, 0.12)},
    says=(
        "Where one rater is enough: 0.14 and 0.01 (211 positives). Raters gave that type to many plain insults of persons; "
        "a weak signal, read it so"
    ),
)
NAMED = Figures(
    data="the kept fifth of *toxic-spans*, where two raters marked an insult",
    records=998,
    positives=575,
    precision=0.636,
    recall=0.17,
    levels={"careful": (0.766, 0.063), "keen": (0.67, 0.24)},
    says=(
        "Where one rater is enough: 0.88 and 0.16 (866 positives). The set does not say at whom; on "
        "sentences of our own frames see `bench/judge_targets.py`. Keenly “he”, “she”, and “they” count as named"
    ),
)
ADVERTISING = Figures(
    data="the kept fifth of *spam*, comments below music videos",
    records=203,
    positives=81,
    precision=1.0,
    recall=0.358,
    levels={"careful": (1.0, 0.296), "keen": (1.0, 0.691)},
    says=(
        "It acts only where readers are asked for something of the author’s own or a gain is offered; keenly, elsewhere as well. "
        "Below videos nearly every link advertises: of comments in *threads* the levels find 3, 10, and 35 in 1,000. "
        "Measured for *spam*; *self-promotion* uses the same signal"
    ),
)
STRAYING = Figures(
    data="comments of the half of *threads* kept for figures, once below their own submission and once below that of another "
    "community",
    records=578,
    positives=289,
    precision=0.893,
    recall=0.087,
    levels={"careful": (0.9, 0.031), "keen": (0.698, 0.152)},
    says="Nobody labelled them: some stray below their own submission, too. Measured with the extra `meaning`",
)
AGAIN = Figures(
    data="changed repeats and paraphrases made of the demo’s comments, beside other comments, the same with one word turned into "
    "its opposite, and pairs of comments of one author in the half of *threads* kept for figures",
    records=14671,
    positives=483,
    precision=0.669,
    recall=0.981,
    levels={"careful": (0.889, 0.957), "keen": (0.669, 0.986)},
    says=(
        "All but one of what is found wrongly are comments with one word turned (all 235 of them; 58 at the careful level). Made "
        "paraphrases are easy: of ten written freely by hand one, three, and three are found"
    ),
)
