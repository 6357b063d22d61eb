"""Comments that add nothing."""

from houserules.detection.manner import empty
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.substance import substance

ADA = Member(name="ada")

KIND = Kind(
    name="low-value",
    title="Low value",
    asks="Comments say something: no bare reactions, no empty remarks.",
    phrasings=(
        Phrasing("low effort|value|quality {items}?"),
        Phrasing("low effort|value|quality content|title|question|thread|joke|meme|shitpost"),
        Phrasing("loweffort"),
        Phrasing("shitpost|shitposting|shit post|posting"),
        Phrasing("one|single word|liner|line {items}?"),
        Phrasing("oneliner|oneliners|oneword"),
        Phrasing("meaningless|pointless|empty|useless|worthless|lazy {items}"),
        Phrasing("emoji only {items}?"),
        Phrasing("nonsense|gibberish {items}?"),
        Phrasing("circlejerk|circlejerking"),
        Phrasing("upvote bait|begging"),
        Phrasing("karma farming|whoring|begging"),
        Phrasing("effortless {items}"),
        Phrasing("first post"),
    ),
    signals=(substance,),
    judge=empty,
    is_guess=True,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(name="a reaction", rule="No low-effort comments.", facts=Facts(author=ADA, text="lol"), finds=True),
        Case(
            name="a short fact",
            rule="No low-effort comments.",
            facts=Facts(author=ADA, text="Nine sailings."),
            finds=False,
        ),
        Case(name="a thing", rule="No low-effort comments.", finds=True),
        Case(name="shape", rule="No one-word replies.", finds=True),
        Case(name="wages", rule="Low wages are a subject.", finds=False),
    ),
)
