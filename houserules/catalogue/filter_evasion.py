"""Odd spelling to slip past the filter."""

from houserules.detection.hurting import filter_evasion
from houserules.facts import Facts, Member
from houserules.figures import RUDE
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.rude_words import rude_words

ADA = Member(name="ada")

KIND = Kind(
    name="filter-evasion",
    title="Filter evasion",
    asks="Odd spellings, signs, or spaces that hide a word count as the word.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("filter evasion|dodging|bypass|bypassing|evading|evade"),
        Phrasing(
            "evade|bypass|dodge|avoid|circumvent|trick|defeat|fool|evading|circumventing|bypassing the|our|any|word|profanity|swear|language? word|profanity|swear|language? filter|filters|automod|censor|automoderator"
        ),
        Phrasing("get|slip|sneak past|around the|our? word? filter|filters"),
    ),
    signals=(rude_words,),
    judge=filter_evasion,
    figures=RUDE,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="signs for letters",
            rule="No filter evasion.",
            facts=Facts(author=ADA, text="What bu11shit."),
            finds=True,
            marks=("bu11shit",),
        ),
        Case(
            name="the plain word",
            rule="No filter evasion.",
            facts=Facts(author=ADA, text="What bullshit."),
            finds=False,
        ),
        Case(name="an act", rule="Do not evade the filter.", finds=True),
        Case(name="a thing", rule="No filter evasion.", finds=True),
        Case(name="coffee", rule="Filter coffee is served.", finds=False),
    ),
)
