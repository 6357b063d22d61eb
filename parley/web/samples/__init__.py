"""Made-up rows for /patterns: every part in every state, without a database.

Each family of states is a tuple of (name of the state, row), or of rows, in the order in which the page shows them.
"""

from parley.web.samples.acts import ENTRIES, ENTRY, VERSIONS, books, cut
from parley.web.samples.flags import HELD, flags
from parley.web.samples.places import (
    ASIDE,
    GROUP,
    GROUPS,
    HITS,
    KEPT,
    MEMBER,
    MEMBERS,
    NOTICES,
    PROBLEMS,
)
from parley.web.samples.seeds import RULES, RULES_READ, VOTES, articles, cards, head
from parley.web.samples.thread import COMMENTS, thread
from parley.web.samples.writing import FIELDS, SEED_FORMS, preview, writing

__all__ = [
    "ASIDE",
    "COMMENTS",
    "ENTRIES",
    "ENTRY",
    "FIELDS",
    "GROUP",
    "GROUPS",
    "HELD",
    "HITS",
    "KEPT",
    "MEMBER",
    "MEMBERS",
    "NOTICES",
    "PROBLEMS",
    "RULES",
    "RULES_READ",
    "SEED_FORMS",
    "VERSIONS",
    "VOTES",
    "articles",
    "books",
    "cards",
    "cut",
    "flags",
    "head",
    "preview",
    "thread",
    "writing",
]
