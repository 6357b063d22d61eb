"""How many queries a page may ask, whatever it shows: (signed out, signed in)."""

QUERIES = {
    "front": (8, 12),
    "group": (8, 12),
    "seed": (9, 12),
    "seed_branches": (10, 13),  # in order of votes or newest: also which branches stand on the page
}
