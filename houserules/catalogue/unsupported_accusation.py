"""Accusing a member without naming words or rule."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="unsupported-accusation",
    title="Unsupported accusation",
    asks="Who accuses a member of lying, trolling, or breaking a rule shows the words or names the rule.",
    phrasings=(
        Phrasing(
            "unsupported|unfounded|baseless|false|unsubstantiated|unproven|groundless accusation|allegation|charge"
        ),
        Phrasing("accuse|accusing {folk} of? {own}?"),
        Phrasing("accuse|accusing {folk} of"),
        Phrasing("accusation|accusations"),
        Phrasing(
            "call|calling|label|labeling|labelling {folk} a|an? troll|liar|bot|shill|sock|spammer|racist|nazi|fascist|trolls|liars|bots|shills"
        ),
        Phrasing("label|labeling|labelling {folk}"),
        Phrasing("shill|bot|troll accusation|accusations|calling"),
    ),
    cases=(
        Case(name="a thing", rule="No baseless accusations.", finds=True),
        Case(name="an act", rule="Do not accuse other members of lying.", finds=True),
        Case(name="of a court", rule="The accused was freed.", finds=False),
    ),
)
