"""How many queries a page may ask, whatever it shows: (signed out, signed in)."""

QUERIES = {
    "front": (8, 12),
    "group": (8, 12),
}
