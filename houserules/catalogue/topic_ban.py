"""A subject that is not to be talked about here, by its name."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.detection.subjects import Named, clean_near, in_comment, mentioned, named
from houserules.facts import Facts, Member, Picture, Said
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Choice, Hit, Kind, Phrasing
from houserules.saying import Sentence, say
from houserules.signals.about import is_about_member
from houserules.signals.mentions import mentions
from houserules.signals.others_words import others_words
from houserules.signals.picture_words import picture_words

ADA, BO = Member(name="ada"), Member(name="bo")
PLAIN, DISGUISED = 1.0, 0.9


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """Mentions of the subject, in any form or disguise."""
    term = str(params.get("term", ""))
    found = named(judgement, params)
    if not found:
        return None
    is_plain = any(not mention.is_disguised for mention in found)
    first = found[0]
    return Hit(
        spans=in_comment(found),
        value=len(found),
        confidence=PLAIN if is_plain else DISGUISED,
        note=_note(first, term),
        passes=say(
            "The same comment without “{term}” or a name chosen for it." if first.chosen else "The same comment without “{term}”.",
            term=term,
        ),
    )


def _note(first: Named, term: str) -> Sentence:
    """What the first mention is."""
    if first.chosen and first.is_disguised:
        return say(
            "{words} stands for “{name}”, which was chosen as another name for “{term}”, and this line asks to leave both out.",
            words=mentioned(first), name=first.chosen, term=term,
        )  # fmt: skip
    if first.chosen:
        return say(
            "{words} was chosen as another name for “{term}”, and this line asks to leave both out.", words=mentioned(first), term=term
        )
    if first.is_disguised:
        return say("{words} stands for “{term}”, which this line asks to leave out.", words=mentioned(first), term=term)
    return say("{words} mentions “{term}”, which this line asks to leave out.", words=mentioned(first), term=term)


def lifted_by(forbidden: Mapping[str, Param]) -> tuple[Mapping[str, Param], ...]:
    """Allowing the subject lifts the ban whatever other names were chosen for it."""
    return ({"term": forbidden.get("term", "")}, {})


NEAR = Choice(
    "other names and near words that are found too, with “|” between; `houserules near TERM` lists some, and none acts unless chosen",
    clean_near,
)
ABOUT = "“members” where the same words about the subject of the article are allowed"
KIND = Kind(
    name="topic-ban",
    title="Topic ban",
    asks="A named subject is left out: its name, its forms, odd spellings of it, and the other names that "
    "the rule's author chose, also in pictures whose words are known. Quoted lines that somebody else said do not count.",
    params={"term": "the subject, in lower case", "about": ABOUT},
    choices={"near": NEAR},
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
    signals=(mentions, others_words, picture_words, is_about_member),
    judge=judge,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    lifted_by=lifted_by,
    made=lambda params: (Facts(author=ADA, text=f"And what of {params['term']}?"), Facts(author=ADA, text="And what of the weather?")),
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
            name="quoted from the person who is answered",
            rule="No Trump.",
            facts=Facts(author=ADA, text="> Trump did it\n\nNo.", parent=Said(author=BO, text="I say Trump did it.")),
            finds=False,
        ),
        Case(
            name="quoted from nobody",
            rule="No Trump.",
            facts=Facts(author=ADA, text="> Trump did it\n\nNo.", parent=Said(author=BO, text="Who did it?")),
            finds=True,
            marks=("Trump",),
        ),
        Case(
            name="in a picture",
            rule="No Trump.",
            facts=Facts(author=ADA, text="See this.", pictures=(Picture(address="a.png", text="VOTE TRUMP"),)),
            finds=True,
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
