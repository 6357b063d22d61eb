"""Whole sentences in capitals."""

from houserules.detection.manner import in_capitals
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.shouting import shouting

ADA = Member(name="ada")

KIND = Kind(
    name="shouting",
    title="Shouting",
    asks="No writing in capitals throughout.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("all? caps|cap|capital|capitals|uppercase {items}?"),
        Phrasing("shouting|shout|yell|yelling"),
        Phrasing("caps|cap lock"),
        Phrasing("capslock"),
        Phrasing("caps|cap"),
        Phrasing("write|post|comment|type all|entirely? in all? caps|capital|uppercase letter?"),
        Phrasing("in all? caps|capital|uppercase letter?"),
        Phrasing("title in? all? caps"),
        Phrasing("excessive caps|capitalization|capital|capitalisation"),
        Phrasing("all capital letter"),
        Phrasing("allcaps"),
    ),
    signals=(shouting,),
    judge=in_capitals,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="a run of capitals",
            rule="No ALL CAPS.",
            facts=Facts(author=ADA, text="EVERYTHING IS FINISHED and nobody cares."),
            finds=True,
            marks=("EVERYTHING IS FINISHED",),
        ),
        Case(
            name="names and one stressed word",
            rule="No ALL CAPS.",
            facts=Facts(author=ADA, text="The NATO and EU summit was SHORT."),
            finds=False,
        ),
        Case(name="a thing", rule="No ALL CAPS.", finds=True),
        Case(name="an act", rule="SHOUTING is not allowed.", finds=True),
        Case(name="how", rule="Do not type in capitals.", finds=True),
        Case(name="towns", rule="Capitals of Europe are a good subject.", finds=False),
    ),
)
