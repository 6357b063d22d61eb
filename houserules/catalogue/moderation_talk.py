"""Talk about moderation instead of the subject."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="moderation-talk",
    title="Talk about moderation",
    asks="Rulings are discussed where they can be changed, not under articles.",
    phrasings=(
        Phrasing("meta {items}?"),
        Phrasing("meta talk|discussion|drama|thread|comment|post|question|complaint"),
        Phrasing(
            "complain|complaint|complaining|whine|whining|argue|arguing|comment|commenting|discuss|discussing|talk|talking about|with|of|on? the|a|your|our? moderation|moderator|mod|mods|ban|bans|removal|deletion|deletions|downvote|downvotes|flag|flags|decision|decisions"
        ),
        Phrasing("discussion|talk of|about|on the|our? moderation|moderator|mod|mods|site|subreddit"),
        Phrasing("moderation talk|discussion|complaint|question"),
        Phrasing(
            "question|questioning|challenge|dispute|disputing|argue the|a|our|with? moderator|mod|moderation|mods|admin decision|ruling|action?"
        ),
        Phrasing("talk about the? site|rules|subreddit|community"),
    ),
    cases=(
        Case(name="a thing", rule="No meta discussion.", finds=True),
        Case(name="an act", rule="Do not complain about moderation.", finds=True),
        Case(name="of another sort", rule="Moderation in drinking is wise.", finds=False),
    ),
)
