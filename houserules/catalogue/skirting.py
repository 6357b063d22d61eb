"""Oblique insults that keep to the letter of the rules."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="skirting",
    title="Skirting",
    asks="Nobody says sidelong what the rules forbid to say outright.",
    phrasings=(
        Phrasing("skirt the|these|any|our? rule|guideline|code|line?"),
        Phrasing("skirt"),
        Phrasing("backhanded|veiled|oblique|indirect|sly|implied|thinly? veiled? insult|attack|jab|dig"),
        Phrasing("get|work around the|these|our? rule"),
        Phrasing("passive aggression|aggressive|aggressiveness {items}?"),
        Phrasing("rule|rules lawyering|lawyer"),
        Phrasing("game the|these? rule|system"),
        Phrasing("snide remark|comment"),
    ),
    cases=(
        Case(name="an act", rule="Do not skirt the rules.", finds=True),
        Case(name="a thing", rule="No veiled insults.", finds=True),
        Case(name="clothes", rule="Skirts are discussed on Fridays.", finds=False),
    ),
)
