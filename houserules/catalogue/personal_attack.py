"""Attacks on a member. Answering an argument is not one; speaking of public figures is another thing."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="personal-attack",
    title="Personal attack",
    asks="Nobody insults or attacks another member. What somebody says may be answered as sharply as needed.",
    phrasings=(
        Phrasing("personal|direct? attack|insult|abuse"),
        Phrasing("personal {items}? attack"),
        Phrasing("ad hominem|homs|hom {items}? attack?"),
        Phrasing("ad hominem"),
        Phrasing("name calling|call"),
        Phrasing("namecalling"),
        Phrasing("insult|insulting {items}?"),
        Phrasing("flame|flaming|flamewar {items}?"),
        Phrasing("abuse|abusive|belittling|demeaning {items}?"),
        Phrasing("insult|attack|abuse|belittle|demean|degrade|disparage|denigrate {folk}"),
        Phrasing("verbally? attack|abuse {folk}"),
        Phrasing("insult toward|towards|at|against|of|to {folk}"),
        Phrasing("attack on|against|toward|towards {folk}"),
        Phrasing("personally? attack {folk}"),
        Phrasing("call {folk}? name"),
        Phrasing("make|launch personal|ad attack|hominem"),
    ),
    cases=(
        Case(name="a thing", rule="No personal attacks.", finds=True),
        Case(name="an act", rule="Do not insult other members.", finds=True),
        Case(name="among others", rule="Name-calling and insults will be removed.", finds=True),
        Case(name="attacks on ideas", rule="Attack the argument.", finds=False),
        Case(name="a heart attack", rule="A heart attack is an emergency.", finds=False),
    ),
)
