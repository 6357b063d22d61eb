"""A subject that is not to be talked about here, by its name."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Facts, Member
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.signals.mentions import mentions

ADA = Member(name="ada")
PLAIN, DISGUISED = 1.0, 0.9


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """Mentions of the subject, in any form or disguise."""
    term = str(params.get("term", ""))
    found = judgement.signal(mentions, term)
    if not found:
        return None
    first = judgement.facts.text[found[0].span.start : found[0].span.end]
    is_plain = any(not mention.is_disguised for mention in found)
    how = "mentions" if is_plain else "stands for"
    return Hit(
        spans=tuple(mention.span for mention in found),
        value=len(found),
        confidence=PLAIN if is_plain else DISGUISED,
        note=f"“{first}” {how} “{term}”, which this line asks to leave out.",
        passes=f"The same comment without “{term}”.",
    )


KIND = Kind(
    name="topic-ban",
    title="Topic ban",
    asks="A named subject is left out: its name, its forms, and odd spellings of it.",
    params={"term": "the subject, in lower case"},
    phrasings=(
        Phrasing("talk|discussion|mention|chat|debate of|about|on {term}"),
        Phrasing("mention|discuss|mentioning {term}"),
        Phrasing("bring|bringing up {term}"),
        Phrasing("about|regarding|concerning {term}"),
        Phrasing("anything|post|comment|stuff about|regarding|concerning {term}"),
        Phrasing("{term} talk|discussion|mention|chatter|post|comment|content"),
    ),
    names_anything=True,
    is_thing=True,
    signals=(mentions,),
    judge=judge,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    cases=(
        Case(
            name="the name and its possessive",
            rule="No Trump.",
            facts=Facts(author=ADA, text="TRUMP's plane; trump again, #trump"),
            finds=True,
            marks=("TRUMP", "trump", "trump"),
        ),
        Case(
            name="in disguise",
            rule="No Trump.",
            facts=Facts(author=ADA, text="T r u m p, Тrump, Tr*mp, tr0ll and Truuump"),
            finds=True,
            marks=("T r u m p", "Тrump", "Tr*mp", "Truuump"),
        ),
        Case(
            name="other words that begin so",
            rule="No Trump.",
            facts=Facts(author=ADA, text="She plays the trumpet, not by trumpery."),
            finds=False,
        ),
        Case(
            name="two words together",
            rule="No talk of the mayor’s divorce.",
            facts=Facts(author=ADA, text="Ask about the divorce of our m4yor!"),
            finds=True,
            marks=("divorce of our m4yor",),
        ),
        Case(
            name="one word of two",
            rule="No talk of the mayor’s divorce.",
            facts=Facts(author=ADA, text="The mayor opened the bridge."),
            finds=False,
        ),
        Case(name="a subject by its bare name", rule="no politics", finds=True),
        Case(name="a conduct", rule="No insults.", finds=False),
        Case(name="a figure of speech", rule="No problem.", finds=False),
    ),
)
