"""Running down the source instead of answering what it says."""

from houserules.detection.purpose import running_down
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.dissing import dissing

ADA = Member(name="ada")

KIND = Kind(
    name="source-dissing",
    title="Running down the source",
    asks="Argue with what the article says; do not dismiss it for where it was published.",
    phrasings=(
        Phrasing("source diss|dissing|bash|bashing|attack|shame|shaming"),
        Phrasing(
            "diss|bash|attack|trash|disparage|dismiss|insult|mock the|a|your|any? source|publisher|sources|outlet"
        ),
        Phrasing("run|running down the|a? source|publisher|sources"),
        Phrasing("shoot|shooting the messenger"),
    ),
    signals=(dissing,),
    judge=running_down,
    is_guess=True,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="a name for the paper",
            rule="No source dissing.",
            facts=Facts(author=ADA, text="Harbourwatch is a rag.", article_source="Harbourwatch"),
            finds=True,
            marks=("Harbourwatch is a rag",),
        ),
        Case(
            name="what it says",
            rule="No source dissing.",
            facts=Facts(
                author=ADA, text="Harbourwatch counts 37 deck hands, and it is wrong.", article_source="Harbourwatch"
            ),
            finds=False,
        ),
        Case(name="a thing", rule="No source dissing.", finds=True),
        Case(name="an act", rule="Don’t attack the source.", finds=True),
        Case(name="asking for sources", rule="Please name your source.", finds=False),
    ),
)
