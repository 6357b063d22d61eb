"""Comments beside the subject. A matter of judgement: people keep it."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="off-topic",
    title="Off topic",
    asks="Comments keep to the subject of the article.",
    phrasings=(
        Phrasing("off topic {items}?"),
        Phrasing("offtopic {items}?"),
        Phrasing("irrelevant|unrelated {items}"),
        Phrasing("derail|hijack the|a? thread|seed|discussion|conversation|topic"),
        Phrasing("go|stray off topic"),
        Phrasing("stay|keep|be|remain on|to the? topic|subject of? the? article|seed|discussion|thread?", is_duty=True),
    ),
    cases=(
        Case(name="comments", rule="Off-topic comments may be removed.", finds=True),
        Case(name="asked for", rule="Please stay on topic.", finds=True),
        Case(name="an act", rule="Do not derail the discussion.", finds=True),
        Case(name="not removed", rule="Off-topic comments will not be removed.", finds=False),
    ),
)
