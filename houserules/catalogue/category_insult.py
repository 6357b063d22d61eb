"""Insults of a category that people belong to, whoever of them is present."""

from houserules.detection.hurting import category_insult
from houserules.facts import Facts, Member
from houserules.figures import CATEGORIES
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.categories import category_insults
from houserules.signals.rude_words import rude_words

ADA = Member(name="ada")

KIND = Kind(
    name="category-insult",
    title="Insult of a category",
    asks="Nobody runs down a whole category of people: a faith, an origin, a sex, a party.",
    params={"which": "groups where the line says so; hate and slurs otherwise"},
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing(
            "racism|racist|sexism|sexist|homophobia|homophobic|transphobia|transphobic|xenophobia|xenophobic|bigotry|bigoted|bigot|misogyny|misogynistic|misandry|antisemitism|antisemitic|islamophobia|islamophobic|ableism|ableist {items}?"
        ),
        Phrasing("racist|sexist|homophobic|racial|ethnic|hateful slur|remark|language|joke|insult|epithet"),
        Phrasing("slur"),
        Phrasing("hate speech|content|post|comment"),
        Phrasing("hateful speech|content|comment|post|remark|language"),
        Phrasing("sweep generalization|generalisation", {"which": "groups"}),
        Phrasing("group insult", {"which": "groups"}),
        Phrasing(
            "insult of|against|toward|towards whole|entire|any|a? group|category|party|religion|race|faith|categories",
            {"which": "groups"},
        ),
        Phrasing(
            "insult|attack|disparage|demean|denigrate|bash a|an|whole|entire|any? whole|entire? group|category|religion|race|party|faith|nationality|gender of? people?",
            {"which": "groups"},
        ),
    ),
    signals=(
        rude_words,
        category_insults,
    ),
    judge=category_insult,
    figures=CATEGORIES,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="a category beside an insult",
            rule="No racism or sexism.",
            facts=Facts(author=ADA, text="All immigrants are filthy scum."),
            finds=True,
        ),
        Case(
            name="a category",
            rule="No racism or sexism.",
            facts=Facts(author=ADA, text="Immigrants paid for half of the bridge."),
            finds=False,
        ),
        Case(name="a thing", rule="No racism or sexism.", finds=True),
        Case(name="hate", rule="Hate speech will be removed.", finds=True),
        Case(name="an act", rule="Do not insult whole groups of people.", finds=True),
        Case(name="about it", rule="Racism is discussed on Mondays.", finds=False),
        Case(name="a study", rule="Cite studies of bias.", finds=False),
    ),
)
