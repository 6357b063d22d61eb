"""Sorts of notices, as members choose how they are told of them."""

from parley.inbox.models import Mail, Topic, What

WHATS = {
    Topic.REPLIES: (What.REPLY,),
    Topic.CITATIONS: (What.CITATION,),
    Topic.MENTIONS: (What.MENTION,),
    Topic.SEEDS: (What.SEED_COMMENT,),
    Topic.RULES: (What.RULES_CHANGED, What.LET_IN),
    Topic.FLAGS: (What.FLAG_ANSWERED, What.FLAG_ANSWERED_ANEW),
    Topic.WAITING: (What.HELD, What.HIDDEN, What.MEMBER_HELD),
    Topic.MESSAGES: (What.MESSAGE,),
    Topic.IMPASSES: (What.IMPASSE_BEGUN, What.IMPASSE_OFFERED),
    Topic.MODERATING: (What.APPEAL_MADE, What.CASE_HANDED),
    Topic.OWNING: (
        What.DRAFT_OFFERED,
        What.DRAFT_DECLINED,
        What.LOOSENING_ASKED,
        What.LOOSENING_ANSWERED,
        What.REMOVAL_ASKED,
        What.REMOVAL_ANSWERED,
    ),
    Topic.DECISIONS: (What.RULING, What.RULING_UNDONE, What.APPEAL_DECIDED),
}
TOPIC_OF = {what: topic for topic, whats in WHATS.items() for what in whats}

OWED = frozenset(WHATS[Topic.DECISIONS])
"""Told by mail even to who has read it in the page: reasons and outcomes are kept by whom they concern (Art. 17, 20 DSA)."""
CHOSEN: tuple[Topic, ...] = tuple(topic for topic in Topic if topic is not Topic.DECISIONS)
"""Those of which one can want no mail."""

WAYS = tuple((way.value, way.label) for way in Mail)
"""As they are offered."""
DAILY = {Topic.REPLIES, Topic.CITATIONS, Topic.MENTIONS, Topic.SEEDS, Topic.RULES}
USUAL = {topic: Mail.DIGEST if topic in DAILY else Mail.AT_ONCE for topic in Topic}
"""Talk can wait for one mail a day; what somebody has to act on cannot."""
