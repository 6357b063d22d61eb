"""How long a comment may or must be."""

from typing import TYPE_CHECKING

from houserules.detection.amounts import USUAL_LENGTH, whole, wrong_length
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.length import length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

ADA = Member(name="ada")

WRITTEN = {"char": "a", "line": "A line.\n", "paragraph": "A paragraph.\n\n", "sentence": "A sentence. "}
"""One of each unit; words are the rest."""


def around(params: "Mapping[str, Param]") -> tuple[Facts, Facts]:
    """One too long or too short, and one that fits."""
    most, least = whole(params, "most"), whole(params, "least")
    fits = int(least or most or USUAL_LENGTH)
    counts = (fits - 1 if least else fits + 1, fits)
    unit = str(params.get("unit", "words"))
    one = next((text for name, text in WRITTEN.items() if unit.startswith(name)), "word ")
    return Facts(author=ADA, text=one * counts[0]), Facts(author=ADA, text=one * counts[1])


KIND = Kind(
    name="length",
    title="Length",
    asks="A comment keeps to so many words, characters, or lines.",
    params={
        "most": "the longest that is fine",
        "least": "the shortest that is fine",
        "unit": "words, characters, lines, sentences, or paragraphs",
    },
    phrasings=(
        Phrasing("between {least} and {most} {unit}", is_limit=True),
        Phrasing("from? {least} to {most} {unit} long?", is_limit=True),
        Phrasing("{atleast} {least} and|but {atmost} {most} {unit} long?", is_limit=True),
        Phrasing("{items} longer|over|above|more|exceed|beyond|exceeding than? {most} {unit}"),
        Phrasing("{items} of|with more|over than? {most} {unit}"),
        Phrasing("{items} shorter|under|below|fewer|less than? {least} {unit}"),
        Phrasing("{items} of|with fewer|less|under than? {least} {unit}"),
        Phrasing("wall of text"),
        Phrasing("overly|too|excessively long {items}"),
        Phrasing("more|longer? than {most} {unit} {each}?"),
        Phrasing("{items}? {atmost} {most} {unit} long?", is_limit=True),
        Phrasing("{items}? {atleast} {least} {unit} long?", is_limit=True),
        Phrasing("{atmost}? {most} {unit} {cap}", is_limit=True),
        Phrasing("{least} {unit} minimum|min", is_limit=True),
        Phrasing("{unit} limit|maximum|max|cap of|is {most}", is_limit=True),
        Phrasing("limit|keep|restrict {own}? {items} to {most} {unit}", is_limit=True),
    ),
    signals=(length,),
    judge=wrong_length,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    made=around,
    cases=(
        Case(
            name="longer",
            rule="Keep comments under 300 characters.",
            facts=Facts(author=ADA, text="coach " * 60),
            finds=True,
        ),
        Case(
            name="shorter",
            rule="Keep comments under 300 characters.",
            facts=Facts(author=ADA, text="A coach."),
            finds=False,
        ),
        Case(name="at most", rule="Comments may have at most 400 words.", finds=True),
        Case(name="kept under", rule="Keep comments under 300 characters.", finds=True),
        Case(name="too long", rule="Comments longer than 500 words will be removed.", finds=True),
        Case(name="at least", rule="Comments must have at least 20 words.", finds=True),
        Case(name="of a film", rule="Films over 120 minutes are fine.", finds=False),
    ),
)
