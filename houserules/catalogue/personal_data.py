"""Names, addresses, and numbers of private people."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="personal-data",
    title="Personal data",
    asks="Nobody posts what identifies or locates a private person: full names, addresses, telephone numbers, places of work.",
    phrasings=(
        Phrasing("dox|doxx|doxxing|doxing {items}?"),
        Phrasing("dox|doxx {folk}"),
        Phrasing(
            "personal|private|identifying|identifiable|contact|sensitive|personally info|information|data|detail|details"
        ),
        Phrasing("personally identify|identifying|identifiable info|information|data"),
        Phrasing("phone|telephone number|numbers"),
        Phrasing("email|home|postal|street address|addresses"),
        Phrasing("real|full name|names"),
        Phrasing(
            "post|share|reveal|publish|give|ask|request|asking for|out? personal|private|contact|identifying info|information|detail|data"
        ),
        Phrasing("private message|conversation|correspondence|messages"),
        Phrasing("expose|reveal|out {folk} identity"),
        Phrasing("witch hunt|hunting"),
        Phrasing("witchhunt|witchhunting"),
        Phrasing("stalk|stalking {folk}?"),
    ),
    cases=(
        Case(name="a thing", rule="No doxxing.", finds=True),
        Case(name="an act", rule="Do not post personal information.", finds=True),
        Case(name="details", rule="No phone numbers.", finds=True),
        Case(name="one's opinions", rule="Personal opinions are fine.", finds=False),
    ),
)
