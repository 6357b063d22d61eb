"""Comments beside the subject. A matter of judgement."""

from houserules.detection.purpose import off_topic
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.bearing import bearing

ADA = Member(name="ada")

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
    signals=(bearing,),
    judge=off_topic,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="nothing in common",
            rule="Please stay on topic.",
            facts=Facts(
                author=ADA,
                text="My tomatoes suffered under yesterday evening's hailstorm, neighbours lost greenhouses, windows, even chimneys.",
                article_text="The ferry strike widens.",
            ),
            finds=True,
        ),
        Case(
            name="the same words",
            rule="Please stay on topic.",
            facts=Facts(
                author=ADA,
                text="Strikes on ferries seldom widen without managers refusing every offer beforehand, history shows clearly.",
                article_text="The ferry strike widens.",
            ),
            finds=False,
        ),
        Case(name="comments", rule="Off-topic comments may be removed.", finds=True),
        Case(name="asked for", rule="Please stay on topic.", finds=True),
        Case(name="an act", rule="Do not derail the discussion.", finds=True),
        Case(name="not removed", rule="Off-topic comments will not be removed.", finds=False),
    ),
)
