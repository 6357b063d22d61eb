"""Swear words, whoever they are aimed at."""

from houserules.detection.hurting import profanity
from houserules.facts import Facts, Member
from houserules.figures import RUDE
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.rude_words import rude_words

ADA = Member(name="ada")

KIND = Kind(
    name="profanity",
    title="Profanity",
    asks="No swear words.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("profanity|profanities|profane {items}?"),
        Phrasing("swear|swearing|cursing|cussing|curse|cuss {items}?"),
        Phrasing("swear|curse|cuss word"),
        Phrasing("foul|vulgar|obscene|bad|coarse|filthy|offensive|dirty language|word|words"),
        Phrasing("vulgarity|vulgarities|obscenity|obscenities|vulgar"),
        Phrasing("profane|obscene|vulgar language"),
        Phrasing("four letter word"),
        Phrasing("excessive profanity|swearing|cursing", is_loose=True),
        Phrasing("keep it|language|comments clean", is_duty=True),
        Phrasing("keep the language clean", is_duty=True),
        Phrasing("watch your language", is_duty=True),
    ),
    signals=(rude_words,),
    judge=profanity,
    figures=RUDE,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="plain and in disguise",
            rule="No profanity.",
            facts=Facts(author=ADA, text="What bullshit, what bu11shit."),
            finds=True,
            marks=("bullshit", "bu11shit"),
        ),
        Case(
            name="letters inside other words",
            rule="No profanity.",
            facts=Facts(author=ADA, text="A cocktail in Scunthorpe, with a classic assessment."),
            finds=False,
        ),
        Case(name="a thing", rule="No profanity.", finds=True),
        Case(name="an act", rule="Please don’t swear.", finds=True),
        Case(name="a limit", rule="Profanity is fine.", finds=False),
        Case(name="an oath", rule="Witnesses swear an oath.", finds=False),
    ),
)
