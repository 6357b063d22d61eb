"""Swear words aimed at a member."""

from houserules.detection.hurting import profanity_at_member
from houserules.facts import Facts, Member
from houserules.figures import RUDE
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.address import address
from houserules.signals.rude_words import rude_words

ADA = Member(name="ada")

KIND = Kind(
    name="profanity-at-member",
    title="Profanity at a member",
    asks="Swear words are not aimed at members, whatever else they may be used for.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("swear|curse|cuss at|toward|towards {folk}"),
        Phrasing("profanity|swearing|curse|cursing aimed|directed? at|toward|towards|against {folk}"),
        Phrasing("direct|aim profanity at|toward|towards {folk}"),
        Phrasing("use profanity against|at|toward|towards {folk}"),
    ),
    signals=(
        rude_words,
        address,
    ),
    judge=profanity_at_member,
    figures=RUDE,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="at somebody",
            rule="Do not swear at other members.",
            facts=Facts(author=ADA, text="Fuck you and your bench."),
            finds=True,
            marks=("Fuck",),
        ),
        Case(
            name="at a ferry",
            rule="Do not swear at other members.",
            facts=Facts(author=ADA, text="The fucking ferry was late again."),
            finds=False,
        ),
        Case(name="an act", rule="Do not swear at other members.", finds=True),
        Case(name="a thing", rule="No profanity directed at users.", finds=True),
        Case(name="in general", rule="No profanity.", finds=False),
    ),
)
