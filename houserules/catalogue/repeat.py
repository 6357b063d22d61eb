"""The same comment again, word for word or nearly."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Earlier, Facts, Member
from houserules.figures import AGAIN
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Hit, Kind, Phrasing
from houserules.plain import Span
from houserules.saying import say
from houserules.signals.closest_earlier import closest_earlier
from houserules.signals.same_meaning import SAME, same_meaning
from houserules.sureness import Levels, unusual
from houserules.weights import WeightsError

ADA = Member(name="ada")
NEAR = Levels(careful=0.99, usual=0.9, keen=0.8)
"""Share of the text that must be the same; below the usual one people tend to disagree whether it was said before. With one
word turned into its opposite 24 in 100 comments still reach the careful one, 98 in 100 the usual one."""
IN_OTHER_WORDS = 0.9


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """The most similar of the author's earlier comments in this discussion, when it is similar enough."""
    closest = judgement.signal(closest_earlier)
    if closest is None or closest.similarity < NEAR.of(params):
        return _in_other_words(judgement, params)
    return Hit(
        spans=(Span(closest.start, closest.end),),
        value=closest.similarity,
        threshold=NEAR.of(params),
        confidence=closest.similarity,
        note=say(
            "This says the same as {which} in this discussion."
            if closest.similarity == 1
            else "This is nearly the same as {which} in this discussion.",
            which=_which(closest.label),
        ),
        passes=say("A comment that adds something new."),
    )


def _which(label: str) -> str:
    return say("your comment {label}", label=label) if label else say("an earlier comment of yours")


def _in_other_words(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """What was said before in other words; by words alone where meaning is missing, which is told."""
    try:
        closest = judgement.signal(same_meaning, *unusual(params))
    except WeightsError as gone:
        judgement.missing.append(str(gone))
        return None
    if closest is None:
        return None
    return Hit(
        spans=(Span(closest.start, closest.end),),
        value=closest.similarity,
        threshold=SAME.of(params),
        confidence=IN_OTHER_WORDS,
        note=say("This says in other words what {which} in this discussion says.", which=_which(closest.label)),
        passes=say("A comment that adds something new."),
    )


TEXT = "The council counted the spare coaches twice."
KIND = Kind(
    name="repeat",
    title="Repeated comment",
    asks="Nobody posts the same comment again in one discussion, word for word or nearly so, "
    "nor what was said before in other words (where meaning can be measured; other numbers or the opposite are no repeat). "
    "Quoted lines and comments of up to three words do not count.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("repeat {own}? comment|reply|point|message|remark"),
        Phrasing("repeat {own} post"),
        Phrasing("repeat post", is_loose=True),
        Phrasing("repeat the? same comment|reply|post|point|thing|message|remark|argument"),
        Phrasing("repeat {oneself}"),
        Phrasing("repeatedly? post the? same comment|reply|thing|message|point|text|remark over? and? over? again?"),
        Phrasing("say|write|comment the same thing again|twice|repeatedly|over? and? over?"),
        Phrasing("post? the? same comment|reply|thing|message|text again|twice|repeatedly|more? than? once?"),
        Phrasing("post comment|reply more than once"),
        Phrasing("repeat an|any|another|the? earlier|previous|prior one|comment|reply|post|point"),
        Phrasing("duplicate comment|reply"),
        Phrasing("repetition of? comment|reply"),
        Phrasing("repetition", is_loose=True),
    ),
    signals=(closest_earlier, same_meaning),
    judge=judge,
    figures=AGAIN,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    cases=(
        Case(
            name="word for word, in capitals",
            rule="Don’t repeat comments.",
            facts=Facts(author=ADA, text=TEXT.upper(), earlier=(Earlier(text=TEXT, label="2.1"),)),
            finds=True,
            marks=(TEXT.upper(),),
        ),
        Case(
            name="one word changed",
            rule="Don’t repeat yourself.",
            facts=Facts(author=ADA, text=TEXT.replace("twice", "three times"), earlier=(Earlier(text=TEXT),)),
            finds=False,
        ),
        Case(
            name="the opposite",
            rule="Don’t repeat yourself.",
            facts=Facts(
                author=ADA,
                text="Before the morning mail has come, the council will never let the ferries leave.",
                earlier=(
                    Earlier(text="The council will always let the ferries leave before the morning mail has come."),
                ),
            ),
            finds=False,
        ),
        Case(
            name="a slip mended",
            rule="No repeated comments.",
            facts=Facts(author=ADA, text=TEXT.replace("council", "counsil"), earlier=(Earlier(text=TEXT),)),
            finds=True,
        ),
        Case(
            name="short agreement",
            rule="Don’t repeat comments.",
            facts=Facts(author=ADA, text="I agree.", earlier=(Earlier(text="I agree."),)),
            finds=False,
        ),
        Case(
            name="only the quotation is the same",
            rule="Don’t repeat comments.",
            facts=Facts(author=ADA, text=f"> {TEXT}\n\nWhere is that from?", earlier=(Earlier(text=TEXT),)),
            finds=False,
        ),
        Case(name="among other conduct", rule="Members who repeat comments risk removal.", finds=True),
        Case(name="repeat offenders", rule="Repeat offenders will be banned.", finds=False),
    ),
)
