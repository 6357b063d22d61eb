"""A comparison or reference that is not to be drawn: to fascism, to a dictator."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.catalogue.topic_ban import ABOUT, NEAR, lifted_by
from houserules.detection.subjects import Named, in_comment, mentioned, named
from houserules.facts import Facts, Member
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.saying import Sentence, say
from houserules.signals.about import is_about_member
from houserules.signals.mentions import mentions
from houserules.signals.others_words import others_words
from houserules.signals.picture_words import picture_words

ADA = Member(name="ada")
BY_WORDS = 0.8
"""Words of the family stand for the comparison; a mention without comparing is possible. Nothing was measured yet."""


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """Words of the family that the comparison would use."""
    term = str(params.get("term", ""))
    found = named(judgement, params)
    if not found:
        return None
    return Hit(
        spans=in_comment(found),
        value=len(found),
        confidence=BY_WORDS,
        note=_note(found[0], term),
        passes=say("The same point made without reference to “{term}”.", term=term),
    )


def _note(first: Named, term: str) -> Sentence:
    """What the first mention may be."""
    if first.chosen:
        return say(
            "{words} was chosen as another name for “{term}” and may be a reference to it, which this line asks to leave out.",
            words=mentioned(first), term=term,
        )  # fmt: skip
    return say("{words} may be a reference to “{term}”, which this line asks to leave out.", words=mentioned(first), term=term)


RULE = "No fascism references."
KIND = Kind(
    name="comparison-ban",
    title="Comparison ban",
    asks="No references or comparisons to what is named, in any word of its family or by another name "
    "that the rule's author chose. Quoted lines that somebody else said do not count.",
    params={"term": "what nothing is to be compared to, in lower case", "about": ABOUT},
    choices={"near": NEAR},
    phrasings=(
        Phrasing("{term} reference|comparison|analogy|parallel|analogies|compare"),
        Phrasing("reference|comparison|analogy|parallel|allusion|analogies to|with|of {term}"),
        Phrasing("compare|comparing|liken {whom} to|with {term}"),
        Phrasing("compare|liken anyone|anybody|people|somebody|someone|everyone|him|her|them|others to|with {term}"),
        Phrasing("compare|liken a|the|another|other member|user|person|people|members|users to|with {term}"),
        Phrasing("compare|liken to|with {term}"),
        Phrasing("compare|liken each other to|with {term}"),
    ),
    signals=(mentions, others_words, picture_words, is_about_member),
    judge=judge,
    is_guess=True,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    lifted_by=lifted_by,
    made=lambda params: (Facts(author=ADA, text=f"This is just like {params['term']}."), Facts(author=ADA, text="This is just like last year.")),
    cases=(
        Case(
            name="the family of the word",
            rule=RULE,
            facts=Facts(author=ADA, text="What a F@scist, all fascistic fascists."),
            finds=True,
            marks=("F@scist", "fascistic", "fascists"),
        ),
        Case(name="another word", rule=RULE, facts=Facts(author=ADA, text="A fascinating facade."), finds=False),
        Case(
            name="only what is named",
            rule="No Hitler comparisons.",
            facts=Facts(author=ADA, text="The fascist era ended."),
            finds=False,
        ),
        Case(name="asked the other way round", rule="No comparisons to dictators.", finds=True),
        Case(name="references of another sort", rule="No external references.", finds=False),
    ),
)
