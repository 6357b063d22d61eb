"""Voting for oneself. The software makes it impossible, so a finding means that a caller let it through."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.facts import Event, Facts, Member
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind, Phrasing
from houserules.saying import say
from houserules.signals.own_vote import own_vote

ADA, BO = Member(name="ada"), Member(name="bo")


def judge(judgement: Judgement, _params: Mapping[str, Param]) -> Hit | None:
    """Whether voter and author of the item are one."""
    if not judgement.signal(own_vote):
        return None
    return Hit(note=say("This is a vote for the voter’s own item."), passes=say("A vote for somebody else’s item."))


KIND = Kind(
    name="self-vote",
    title="Voting for oneself",
    asks="Nobody votes for their own comments or seeds.",
    phrasings=(
        Phrasing("vote|upvote|like|recommend|star up|for|on? {own} {items}?"),
        Phrasing("vote|upvote up|for? {oneself}"),
        Phrasing("vote {own} {items} up"),
        Phrasing("give|cast {oneself} vote|upvote"),
        Phrasing("self vote|upvote|votes"),
        Phrasing("selfvote|selfvoting"),
        Phrasing("vote|upvote for|on|of? {own} {items}"),
    ),
    events=(Event.VOTE,),
    signals=(own_vote,),
    judge=judge,
    default=Keeping.PREVENT,
    cases=(
        Case(
            name="a vote for oneself",
            rule="Don’t vote for your own comments.",
            facts=Facts(event=Event.VOTE, author=ADA, voted_author=ADA),
            finds=True,
        ),
        Case(
            name="a vote for somebody else",
            rule="Don’t vote for your own comments.",
            facts=Facts(event=Event.VOTE, author=ADA, voted_author=BO),
            finds=False,
        ),
        Case(
            name="a comment about voting",
            rule="No self-voting.",
            facts=Facts(author=ADA, text="I vote for myself."),
            finds=False,
        ),
        Case(name="asked of members", rule="Members who vote up their own comments risk deletion.", finds=True),
        Case(name="about others", rule="You may vote for others’ comments.", finds=False),
        Case(name="voting twice", rule="No one may vote twice.", finds=False),
    ),
)
