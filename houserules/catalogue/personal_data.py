"""Names, addresses, and numbers of private people."""

from houserules.detection.manner import private
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.personal_data import personal_data

ADA = Member(name="ada")

KIND = Kind(
    name="personal-data",
    title="Personal data",
    asks="Nobody posts what identifies or locates a private person: full names, addresses, telephone numbers, places of work.",
    phrasings=(
        Phrasing("dox|doxx|doxxing|doxing {items}?", is_conduct=True),
        Phrasing("dox|doxx {folk}", is_conduct=True),
        Phrasing(
            "personal|private|identifying|identifiable|contact|sensitive|personally info|information|data|detail|details"
        ),
        Phrasing("personally identify|identifying|identifiable info|information|data"),
        Phrasing("{folk}? phone|telephone|mobile number|numbers"),
        Phrasing("{folk}? email|home|postal|street address|addresses"),
        Phrasing("{folk}? real|full name|names"),
        Phrasing("{folk} address|addresses"),
        Phrasing(
            "post|share|reveal|publish|give|ask|request|asking for|out? personal|private|contact|identifying info|information|detail|data"
        ),
        Phrasing("private message|conversation|correspondence|messages", is_loose=True),
        Phrasing("expose|reveal|out {folk} identity"),
        Phrasing("witch hunt|hunting", is_loose=True),
        Phrasing("witchhunt|witchhunting", is_loose=True),
        Phrasing("stalk|stalking {folk}?", is_loose=True),
    ),
    is_thing=True,
    signals=(personal_data,),
    judge=private,
    is_guess=True,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="mail and telephone",
            rule="No doxxing.",
            facts=Facts(author=ADA, text="Write to jo.doe@mail.example or call +49 170 5550123."),
            finds=True,
            marks=("jo.doe@mail.example", "+49 170 5550123"),
        ),
        Case(
            name="figures and days",
            rule="No doxxing.",
            facts=Facts(author=ADA, text="On 12.04.2019 it was 1 200 000 crowns, or 2019-2020."),
            finds=False,
        ),
        Case(name="a thing", rule="No doxxing.", finds=True),
        Case(name="an act", rule="Do not post personal information.", finds=True),
        Case(name="details", rule="No phone numbers.", finds=True),
        Case(name="one's opinions", rule="Personal opinions are fine.", finds=False),
    ),
)
