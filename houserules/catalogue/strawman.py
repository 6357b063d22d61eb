"""Putting words into another's mouth."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="strawman",
    title="Strawman",
    asks="Nobody answers what the other one did not say.",
    phrasings=(
        Phrasing("strawman|strawmen argument?"),
        Phrasing("straw man|men argument?"),
        Phrasing("strawman|strawmen|strawmanning"),
        Phrasing("put? word in|into {folk}? mouth|mouths"),
        Phrasing("put? word in|into {folk} mouth"),
        Phrasing(
            "misrepresent|misquote|misstate|twist|distort|misrepresenting|misquoting|twisting what? {folk}? word|argument|position|said|say|view|opinion|statement?"
        ),
        Phrasing("begin with so you|what"),
    ),
    cases=(
        Case(name="a thing", rule="No strawman arguments.", finds=True),
        Case(name="an act", rule="Do not put words in another member’s mouth.", finds=True),
        Case(name="of straw", rule="A man of straw stood in the field.", finds=False),
    ),
)
