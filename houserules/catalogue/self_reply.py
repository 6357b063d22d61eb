"""An answer to oneself, before anybody else has spoken."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Event, Facts, Member, Said
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.saying import say
from houserules.signals.own_reply import own_reply

ADA, BO = Member(name="ada"), Member(name="bo")


def judge(judgement: Judgement, _params: Mapping[str, Param]) -> Hit | None:
    """Whether the parent is the author's own comment and nobody answered it in between."""
    if not judgement.signal(own_reply):
        return None
    return Hit(
        note=say("This answers your own comment, and nobody else has answered it yet."),
        passes=say("Adding it to your comment, or waiting for somebody’s answer."),
    )


KIND = Kind(
    name="self-reply",
    title="Answering oneself",
    asks="Nobody answers their own comment before somebody else has; what is to be added goes into the comment itself.",
    phrasings=(
        Phrasing("reply|respond|answer|react|talk to? {oneself}"),
        Phrasing("reply|respond|answer|react to? {own} {items}"),
        Phrasing("self reply|replies|response|answer|respond"),
        Phrasing("reply|response|answer to {oneself}"),
    ),
    events=(Event.COMMENT,),
    signals=(own_reply,),
    judge=judge,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    cases=(
        Case(
            name="directly below oneself",
            rule="Do not respond to yourself.",
            facts=Facts(author=ADA, text="Also this.", parent=Said(author=ADA, text="First this.")),
            finds=True,
        ),
        Case(
            name="somebody answered in between",
            rule="Do not respond to yourself.",
            facts=Facts(
                author=ADA, text="Also this.", parent=Said(author=ADA, text="First this."), answered_between=True
            ),
            finds=False,
        ),
        Case(
            name="an answer to somebody else",
            rule="No replies to your own comments.",
            facts=Facts(author=ADA, text="Also this.", parent=Said(author=BO, text="First this.")),
            finds=False,
        ),
        Case(name="among other conduct", rule="Members who respond to themselves risk removal.", finds=True),
        Case(name="you as the person answered", rule="You may respond to others.", finds=False),
    ),
)
