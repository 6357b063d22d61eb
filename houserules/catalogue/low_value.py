"""Comments that add nothing."""

from houserules.kind import Case, Kind, Phrasing

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
    cases=(
        Case(name="a thing", rule="No low-effort comments.", finds=True),
        Case(name="shape", rule="No one-word replies.", finds=True),
        Case(name="wages", rule="Low wages are a subject.", finds=False),
    ),
)
