"""What members may not do in their first days."""

from houserules.detection.amounts import new_member
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.given import account_age

ADA = Member(name="ada")

KIND = Kind(
    name="new-members",
    title="New members’ limits",
    asks="A new member waits, or writes less, until so much time has passed.",
    params={"hours": "how old an account must be"},
    phrasings=(
        Phrasing("new|fresh|young|throwaway|brand account|user|member"),
        Phrasing("account|accounts younger|newer|less|under than? {period} old?"),
        Phrasing("post|comment|seed|link from|by new|young account|member"),
        Phrasing("account|member|user {be}? {atleast} {period} old?", is_limit=True),
        Phrasing("account|member {be}? older than {period}", is_limit=True),
    ),
    signals=(account_age,),
    judge=new_member,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="two days old",
            rule="An account must be at least 7 days old.",
            facts=Facts(author=ADA, text="Hello.", author_days=2.0),
            finds=True,
        ),
        Case(
            name="a month old",
            rule="An account must be at least 7 days old.",
            facts=Facts(author=ADA, text="Hello.", author_days=30.0),
            finds=False,
        ),
        Case(name="age of the account", rule="An account must be at least 7 days old.", finds=True),
        Case(name="a thing", rule="No throwaway accounts.", finds=True),
        Case(name="welcome", rule="New members are welcome.", finds=False),
    ),
)
