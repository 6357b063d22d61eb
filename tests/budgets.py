"""How many queries a page may ask, whatever it shows: (signed out, signed in).

For the signed in one of them counts unread notices, and for mods one counts open cases.
"""

QUERIES = {
    "front": (8, 14),
    "gathered": (8, 14),  # of a tag, a publisher, a day
    "group": (8, 14),
    "groups": (3, 8),
    "group_rules": (7, 12),
    "group_members": (4, 9),
    "group_search": (7, 12),
    "search": (6, 11),
    "group_log": (6, 11),
    "group_figures": (16, 20),
    "figures": (13, 17),
    "log": (4, 9),
    "feed": (8, 14),
    "person": (6, 11),
    "seed": (10, 15),  # made anew; one of them asks what was touched
    "seed_branches": (12, 17),  # in order of votes or newest: also which branches stand on the page, and which comments
    "seed_kept": (1, 6),  # what was touched; session, person, his places, his votes with flags and unread notices, a mod's open cases
    "cases": (0, 24),
    "notices": (0, 12),  # what is about comments and about rules is fetched apart
    "tracker": (0, 6),  # of which one is about discussions, or about drafts
    "record": (0, 16),
    "security": (0, 12),
    "sessions": (0, 8),
    "invitations": (0, 9),
    "statement": (0, 18),
    "report": (0, 16),  # six of them count
    "case": (0, 64),  # what recuses is asked by the page, by claiming, and by what shows sealed words, each for itself
}
