"""Swear words aimed at a member."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="profanity-at-member",
    title="Profanity at a member",
    asks="Swear words are not aimed at members, whatever else they may be used for.",
    phrasings=(
        Phrasing("swear|curse|cuss at|toward|towards {folk}"),
        Phrasing("profanity|swearing|curse|cursing aimed|directed? at|toward|towards|against {folk}"),
        Phrasing("direct|aim profanity at|toward|towards {folk}"),
        Phrasing("use profanity against|at|toward|towards {folk}"),
    ),
    cases=(
        Case(name="an act", rule="Do not swear at other members.", finds=True),
        Case(name="a thing", rule="No profanity directed at users.", finds=True),
        Case(name="in general", rule="No profanity.", finds=False),
    ),
)
