"""Needling another member. A matter of judgement."""

from houserules.detection.hurting import personal_attack
from houserules.facts import Facts, Member
from houserules.figures import ATTACKS
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.address import aimed_insult
from houserules.signals.attack import attacking_words

ADA = Member(name="ada")

KIND = Kind(
    name="taunting",
    title="Taunting",
    asks="Nobody taunts, baits, or mocks another member.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("taunt|bait|mock|mockery|ridicule|goad|needle {items}?"),
        Phrasing("taunt|bait|mock|ridicule|goad|bully other|another|fellow? member|user|people|person|others"),
        Phrasing("bully"),
    ),
    signals=(
        aimed_insult,
        attacking_words,
    ),
    judge=personal_attack,
    figures=ATTACKS,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="words about a member",
            rule="No taunting.",
            facts=Facts(author=ADA, text="Are you too stupid to read, you pathetic clown?"),
            finds=True,
        ),
        Case(
            name="words about a boat",
            rule="No taunting.",
            facts=Facts(author=ADA, text="That stupid boat is late again."),
            finds=False,
        ),
        Case(name="a conduct", rule="No taunting.", finds=True),
        Case(name="aimed at others", rule="Do not bait other members.", finds=True),
        Case(name="as a verb without a rule", rule="Some fish are caught by bait.", finds=False),
    ),
)
