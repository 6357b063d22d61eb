"""Made-up rows for /patterns: every part in every state, without a database.

Each family of states is a tuple of (name of the state, row), or of rows, in the order in which the page shows them.
"""

from parley.web.samples.acts import ENTRIES, ENTRY, VERSIONS, books
from parley.web.samples.cases import QUEUED, cases
from parley.web.samples.figures import FIGURES
from parley.web.samples.flags import HELD, flags
from parley.web.samples.mass import STRAINS, mass_acts, mass_forms
from parley.web.samples.places import (
    ARCHIVES,
    ASIDE,
    BLOCKED,
    GROUP,
    GROUPS,
    HITS,
    KEPT,
    MEMBER,
    MEMBERS,
    NOTICES,
    OTHER,
    PROBLEMS,
)
from parley.web.samples.seeds import RULES, RULES_READ, VOTES, articles, cards, head
from parley.web.samples.standing import ACTS, DEVICES, LIMITS, LINES, POINTS, statements
from parley.web.samples.thread import COMMENTS, thread
from parley.web.samples.tracking import BRANCHES, FOLLOWED, TRACKING, UNSENT
from parley.web.samples.writing import FIELDS, SEED_FORMS, preview, writing

__all__ = [
    "ACTS",
    "ARCHIVES",
    "ASIDE",
    "BLOCKED",
    "BRANCHES",
    "COMMENTS",
    "DEVICES",
    "ENTRIES",
    "ENTRY",
    "FIELDS",
    "FIGURES",
    "FOLLOWED",
    "GROUP",
    "GROUPS",
    "HELD",
    "HITS",
    "KEPT",
    "LIMITS",
    "LINES",
    "MEMBER",
    "MEMBERS",
    "NOTICES",
    "OTHER",
    "POINTS",
    "PROBLEMS",
    "QUEUED",
    "RULES",
    "RULES_READ",
    "SEED_FORMS",
    "STRAINS",
    "TRACKING",
    "UNSENT",
    "VERSIONS",
    "VOTES",
    "articles",
    "books",
    "cards",
    "cases",
    "flags",
    "head",
    "mass_acts",
    "mass_forms",
    "preview",
    "statements",
    "thread",
    "writing",
]
