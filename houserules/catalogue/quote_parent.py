"""Quoting the person one answers. The site cites the parent by itself, so this asks only where that was taken out."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Event, Facts, Member, Said
from houserules.judgement import Judgement
from houserules.keeping import KEPT, Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.saying import say
from houserules.signals.parent_cited import parent_cited

ADA, BO = Member(name="ada"), Member(name="bo")
RULE = "Please remember to quote the person you are replying to."


def judge(judgement: Judgement, _params: Mapping[str, Param]) -> Hit | None:
    """Whether a reply neither cites its parent nor quotes words of it."""
    if judgement.signal(parent_cited):
        return None
    return Hit(
        note=say("This reply quotes nothing of the comment it answers."),
        passes=say("The same reply with a quotation of that comment."),
    )


KIND = Kind(
    name="quote-parent",
    title="Quote whom you answer",
    asks="A reply quotes the comment it answers. The site does that by itself; the author may choose another part.",
    phrasings=(
        Phrasing("quote|cite {whom} that|whom|who? you|they|one? {answer}? to|for?", is_duty=True),
        Phrasing("quote|cite {whom} to whom|which|who you {answer}", is_duty=True),
        Phrasing("quote|cite {whom} be|being? answered|quoted", is_duty=True),
        Phrasing("quote|cite the? parent comment|post?", is_duty=True),
        Phrasing("quote|cite the comment|post", is_duty=True),
        Phrasing("quote|cite in|when|while your? {answer}", is_duty=True),
    ),
    events=(Event.COMMENT,),
    signals=(parent_cited,),
    judge=judge,
    default=Keeping.PREVENT,
    others=(Keeping.POINT, Keeping.ASK),
    kept={**KEPT, Keeping.PREVENT: "done for you"},
    cases=(
        Case(
            name="nothing quoted",
            rule=RULE,
            facts=Facts(author=ADA, text="I doubt it.", parent=Said(author=BO, text="Six coaches are spare.")),
            finds=True,
        ),
        Case(
            name="cited by the site",
            rule=RULE,
            facts=Facts(
                author=ADA,
                text="I doubt it.",
                parent=Said(author=BO, text="Six coaches are spare."),
                cited=(Said(author=BO, text="Six coaches"),),
            ),
            finds=False,
        ),
        Case(
            name="quoted by hand",
            rule=RULE,
            facts=Facts(
                author=ADA,
                text="> six  coaches are spare\n\nI doubt it.",
                parent=Said(author=BO, text="Six coaches are spare."),
            ),
            finds=False,
        ),
        Case(name="not a reply", rule=RULE, facts=Facts(author=ADA, text="I doubt it."), finds=False),
        Case(name="encouraged, not asked", rule="Do not hesitate to quote.", finds=False),
        Case(name="not a problem", rule="No problem if you quote.", finds=False),
    ),
)
