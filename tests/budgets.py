"""How many queries a page may ask, whatever it shows: (signed out, signed in).

For the signed in one of them counts unread notices, and for mods one counts open cases.
"""

QUERIES = {
    "front": (8, 14),
    "group": (8, 14),
    "groups": (3, 8),
    "group_rules": (7, 12),
    "group_members": (4, 9),
    "group_search": (5, 10),
    "group_log": (6, 11),
    "log": (4, 9),
    "person": (6, 11),
    "seed": (9, 15),  # also one for what the reader flagged and what is settled
    "seed_branches": (10, 16),  # in order of votes or newest: also which branches stand on the page
    "cases": (0, 24),
    "case": (0, 64),  # what recuses is asked by the page, by claiming, and by what shows sealed words, each for itself
}
