"""Going on after having been told. A matter of judgement."""

from houserules.detection.purpose import disruption
from houserules.facts import Facts, Member
from houserules.figures import ATTACKS
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.address import aimed_insult

ADA = Member(name="ada")

KIND = Kind(
    name="disruption",
    title="Disruption",
    asks="Nobody goes on disrupting a discussion after earlier breaches in it.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing(
            "continue|keep|persist to|on|in? disrupt|disrupting "
            "the|this|a|our|any? conversation|discussion|thread|seed|group?"
        ),
        Phrasing("disrupt the|this|a|our|any? conversation|discussion|thread|seed|group"),
        Phrasing("disruption|disruptive {items}?"),
        Phrasing("disruptive conduct"),
    ),
    signals=(aimed_insult,),
    judge=disruption,
    figures=ATTACKS,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="again",
            rule="No disruptive behavior.",
            facts=Facts(author=ADA, text="You are a stupid liar.", breaches_here=1),
            finds=True,
        ),
        Case(
            name="for the first time",
            rule="No disruptive behavior.",
            facts=Facts(author=ADA, text="You are a stupid liar."),
            finds=False,
        ),
        Case(name="an act", rule="Members who continue to disrupt the conversation risk removal.", finds=True),
        Case(name="a thing", rule="No disruptive behavior.", finds=True),
        Case(name="of ferries", rule="The strike will disrupt ferries.", finds=False),
    ),
)
