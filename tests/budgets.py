"""How many queries a page may ask, whatever it shows: (signed out, signed in)."""

QUERIES = {
    "front": (8, 12),
    "group": (8, 12),
    "groups": (3, 6),
    "group_rules": (7, 10),
    "group_members": (4, 7),
    "group_search": (5, 8),
    "group_log": (6, 9),
    "log": (4, 7),
    "person": (6, 9),
    "seed": (9, 12),
    "seed_branches": (10, 13),  # in order of votes or newest: also which branches stand on the page
}
