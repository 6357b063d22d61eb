"""Attacks on a member. Answering an argument is not one; speaking of public figures is another thing."""

from houserules.detection.hurting import personal_attack
from houserules.facts import Facts, Member
from houserules.figures import ATTACKS
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.address import aimed_insult
from houserules.signals.attack import attacking_words

ADA = Member(name="ada")

KIND = Kind(
    name="personal-attack",
    title="Personal attack",
    asks="Nobody insults or attacks another member. What somebody says may be answered as sharply as needed.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("personal|direct? attack|insult|abuse"),
        Phrasing("personal {items}? attack"),
        Phrasing("ad hominem|homs|hom {items}? attack?"),
        Phrasing("ad hominem"),
        Phrasing("name calling|call"),
        Phrasing("namecalling"),
        Phrasing("insult|insulting {items}?"),
        Phrasing("flame|flaming|flamewar {items}?"),
        Phrasing("abuse|abusive|belittling|demeaning {items}?"),
        Phrasing("insult|attack|abuse|belittle|demean|degrade|disparage|denigrate {folk}"),
        Phrasing("verbally? attack|abuse {folk}"),
        Phrasing("personal|verbal|direct? insult|abuse toward|towards|at|against|of|to|on {folk}"),
        Phrasing("personal|verbal|direct? attack on|upon|at|against|toward|towards {folk}"),
        Phrasing("personal|verbal|direct? insult|attack|abuse aimed|directed at|against|to|toward|towards {folk}"),
        Phrasing("personally? attack {folk}"),
        Phrasing("call {folk}? name"),
        Phrasing("say|write about {folk}", is_loose=True),
        Phrasing("make|launch personal|ad attack|hominem"),
    ),
    signals=(
        aimed_insult,
        attacking_words,
    ),
    judge=personal_attack,
    figures=ATTACKS,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="a name for a member",
            rule="No personal attacks.",
            facts=Facts(author=ADA, text="You are a stupid liar, and everybody here knows it."),
            finds=True,
        ),
        Case(
            name="a public figure",
            rule="No personal attacks.",
            facts=Facts(author=ADA, text="The minister is a stupid liar."),
            finds=False,
        ),
        Case(
            name="an argument",
            rule="No personal attacks.",
            facts=Facts(author=ADA, text="You are wrong about the bridge, and here is why."),
            finds=False,
        ),
        Case(name="a thing", rule="No personal attacks.", finds=True),
        Case(name="an act", rule="Do not insult other members.", finds=True),
        Case(name="among others", rule="Name-calling and insults will be removed.", finds=True),
        Case(name="attacks on ideas", rule="Attack the argument.", finds=False),
        Case(name="a heart attack", rule="A heart attack is an emergency.", finds=False),
    ),
)
