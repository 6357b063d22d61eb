"""Claims that fact checks have refuted. A ruling on it needs a person with evidence."""

from houserules.detection.purpose import claims
from houserules.facts import Claim, Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.given import claim_matches

ADA = Member(name="ada")

KIND = Kind(
    name="debunked-claim",
    title="Debunked claim",
    asks="Nobody posts claims that have been shown to be false.",
    phrasings=(
        Phrasing(
            "debunk|disproven|disproved "
            "lie|claim|theory|theories|story|stories|falsehood|rumor|rumour|myth|conspiracies|info|information"
        ),
        Phrasing("debunk conspiracy theories|theory"),
        Phrasing("misinformation|disinformation"),
        Phrasing("lie that|which has|have been|are debunked"),
    ),
    signals=(claim_matches,),
    judge=claims,
    is_guess=True,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="a claim that was checked",
            rule="No misinformation.",
            facts=Facts(
                author=ADA,
                text="The boats were sold.",
                claims=(Claim(start=0, end=19, claim="The boats were sold", publisher="Soundcheck", verdict="false"),),
            ),
            finds=True,
        ),
        Case(
            name="a claim that is denied",
            rule="No misinformation.",
            facts=Facts(
                author=ADA,
                text="The boats were not sold.",
                claims=(
                    Claim(
                        start=0,
                        end=23,
                        claim="The boats were sold",
                        publisher="Soundcheck",
                        verdict="false",
                        is_denied=True,
                    ),
                ),
            ),
            finds=False,
        ),
        Case(name="lies", rule="Sharing debunked lies will be subject to removal", finds=True),
        Case(name="one word for it", rule="No misinformation.", finds=True),
        Case(name="an invitation", rule="Debunked claims are a good subject for a seed.", finds=False),
    ),
)
