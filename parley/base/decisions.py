"""A policy answers with a reason (never with a bare bool): shown to the person, logged, and the column of its table test."""

from dataclasses import dataclass
from functools import cache

from parley.base.refusals import NotAllowed
from parley.base.saying import say

# One sentence per reason that a person can meet. A reason without a sentence fails a test.
SENTENCES = {
    "signed-out": "Sign in to do this.",
    "not-member": "Join the group to take part.",
    "not-mod": "Only the group’s mods can do this.",
    "not-owner": "Only the group’s owners can do this.",
    "not-author": "Only its author can do this.",
    "not-admin": "Only those who run this site can do this.",
    "closed-to-all": "Nobody can join at the moment, so there is nothing to invite to.",
    "not-inviter": "Only the site’s mods and those who run it invite others here.",
    "not-open": "This comment is not open to your answer. The discussion around it is.",
    "quote-not-open": "A comment that you quote is not open to your answer. Take the quotation out, and yours can be posted.",
    "new-here": "You are new in this group, so your comments can have no pictures yet. Your words are kept.",
    "own": "This is your own, so it cannot have your vote.",
    "removed": "This comment was removed, so nothing can be done with it. The discussion around it goes on.",
    "ruled-on": "Words of this comment were cut by a ruling, so it stays as it is while the ruling stands.",
    "calm": "A call for calm stays as it was posted.",
    "too-late": "The time for editing this comment has passed. You can add to it, or reply.",
    "changed-often": "This comment was changed as often as a comment can be. Say the rest in a new one.",
    "nothing-to-undo": "This ruling was undone already.",
    "argues": "You and this member answered each other here lately, so another mod decides.",
    "recused": "You take part in this discussion, so somebody else rules on it.",
    "suspended": "You are suspended here at the moment. Your record says until when, and how to appeal.",
    "own-item": "This is your own. Others flag it, if they think a rule is broken.",
    "closed-to-flags": "This is too old to be flagged here.",
    "settled": "A mod has ruled on this. It can be flagged again for another rule, or when it was edited since.",
    "no-hides-left": "You have hidden as many comments today as a seeder can. A mod looks at your flag all the same.",
    "not-hidden-by-you": "Only the seeder who hid it can show it again.",
    "no-hiding": "In this group only mods decide what is seen.",
    "not-off-topic": "A seeder can hide what is off topic, and nothing else.",
    "needs-second": "An appeal of this member against you was granted lately. Another mod has to agree before you rule here.",
    "not-yours": "This was not done to you, so it is not yours to appeal.",
    "not-appealable": "This ruling took nothing from you, so there is nothing to appeal.",
    "appealed-already": "You appealed this ruling already. One appeal is decided for good.",
    "too-late-to-appeal": "The time for an appeal against this ruling has passed.",
    "had-part": "You had a part in this ruling, so somebody else decides the appeal.",
    "no-rules": "This discussion has no house rules, so there is no line to name.",
    "last-owner": "A group keeps at least one owner.",
    "already-member": "You are a member already.",
    "own-draft": "A second owner signs or declines: somebody other than its author.",
    "own-request": "Another owner agrees to this: somebody other than who asked for it.",
    "not-offered": "This draft waits for nobody’s signature: its author changes it, or another owner declined it.",
    "no-pictures": "In this group comments are in words alone.",
    "rule-against-pictures": "A rule of this discussion asks for no pictures, so comments are in words alone.",
    "on-front": "This stands on the front page already.",
    "off-front": "This does not stand on the front page.",
    "no-promotion": "In this group every seed stands on the front page.",
    "off-lists": "A mod took this off the lists, so it cannot be promoted.",
    "not-seeder": "Only its seeder or a mod can do this.",
    "taken-off": "A mod took this off the front page, so a mod decides whether it stands there again.",
    "private": "A private group is joined on its owners’ word only.",
}


@dataclass(frozen=True, slots=True)
class Decision:
    ok: bool
    reason: str

    def __bool__(self) -> bool:
        return self.ok

    @property
    def sentence(self) -> str:
        return say(SENTENCES[self.reason]) if self.reason in SENTENCES else ""


@cache  # reasons are a closed list, and a page asks hundreds of times
def yes(reason: str) -> Decision:
    return Decision(ok=True, reason=reason)


@cache
def no(reason: str) -> Decision:
    return Decision(ok=False, reason=reason)


def require(decision: Decision) -> None:
    """Raise `NotAllowed` with the reason's sentence unless the decision is yes."""
    if not decision:
        raise refused_by(decision)


def refused_by(decision: Decision) -> NotAllowed:
    """What a decision that is no says, for whoever shows it instead of raising it."""
    return NotAllowed(SENTENCES[decision.reason], decision.reason)
