"""Comments beside the subject. A matter of judgement."""

from houserules.detection.purpose import off_topic
from houserules.facts import Facts, Member
from houserules.figures import STRAYING
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.bearing import bearing
from houserules.signals.meaning_vector import nearness_to_subject

ADA = Member(name="ada")

KIND = Kind(
    name="off-topic",
    title="Off topic",
    asks="Comments keep to the subject of the article. Found is about one in ten of those that stray: long enough to tell (eight "
    "words of weight), without a word of the article or of what is answered, and far from both in meaning. About nine in ten of "
    "what is found does stray. The rest, and short comments, are left to people; for links and advertisements write a line of their own.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("off topic {items}?"),
        Phrasing("offtopic {items}?"),
        Phrasing("irrelevant|unrelated {items}"),
        Phrasing("derail|hijack the|a? thread|seed|discussion|conversation|topic"),
        Phrasing("go|stray off topic"),
        Phrasing("stick|stay|keep to|with the? article|seed|story", is_duty=True),
        Phrasing("stick|stay|keep|be|remain on|to the? topic|subject of? the? article|seed|discussion|thread?", is_duty=True),
    ),
    signals=(bearing, nearness_to_subject),
    judge=off_topic,
    figures=STRAYING,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="nothing in common",
            rule="Please stay on topic.",
            facts=Facts(
                author=ADA,
                text="Guitar tabs, chords, scales: practise pentatonic fingerings slowly, metronome clicking, until muscles remember.",
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
