"""Groups of words for the cues: who, what, and how, each in many words."""

from houserules.asides.groups import people, quarrels, rulings, writing

CUE_GROUPS: dict[str, tuple[str, ...]] = {
    name: tuple(each.replace("_", " ") for each in text.split())
    for table in (people, rulings, quarrels, writing)
    for name, text in table.GROUPS.items()
}
"""Every choice of a group in words."""
