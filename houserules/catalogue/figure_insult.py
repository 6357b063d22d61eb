"""Insults of public figures: whom the article is about, or others who are named and are no members."""

from houserules.detection.hurting import figure_insult
from houserules.facts import Facts, Member
from houserules.figures import NAMED
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.aims import aims

ADA = Member(name="ada")

KIND = Kind(
    name="figure-insult",
    title="Insult of a public figure",
    asks="Nobody calls public figures names: whom the article is about, politicians, others who are named and are no members.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("insult|insulting|abuse|mock|ridicule public|political figure|person|people|persona"),
        Phrasing("insult|insulting|abuse|mock|ridicule politician|celebrity|celebrities"),
        Phrasing("insult|insulting|abuse of|toward|towards|at|against politician|celebrity|celebrities"),
        Phrasing("insult|insulting|abuse of|toward|towards|at|against public|political figure|person|people|persona"),
        Phrasing("insult|insulting the subject of the|an|any article|story|seed"),
        Phrasing("name calling|call of|against|toward|towards politician|celebrity|celebrities"),
        Phrasing("name calling|call of|against|toward|towards public|political figure|person|people"),
        Phrasing("call politician|celebrity|celebrities name"),
    ),
    signals=(aims,),
    judge=figure_insult,
    figures=NAMED,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="whom the article names",
            rule="No insulting public figures.",
            facts=Facts(
                author=ADA, text="You can see that Pell is a pathetic liar.", article_title="Pell opens the bridge"
            ),
            finds=True,
        ),
        Case(
            name="a member",
            rule="No insulting public figures.",
            facts=Facts(author=ADA, text="You are a pathetic liar."),
            finds=False,
        ),
        Case(
            name="what somebody did",
            rule="No insulting public figures.",
            facts=Facts(author=ADA, text="The mayor closed the bridge without asking anybody."),
            finds=False,
        ),
        Case(name="a conduct", rule="No insulting public figures.", finds=True),
        Case(name="politicians", rule="Name-calling of politicians will be removed.", finds=True),
        Case(name="members", rule="Do not insult other members.", finds=False),
    ),
)
