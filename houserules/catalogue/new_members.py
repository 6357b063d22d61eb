"""What members may not do in their first days."""

from typing import TYPE_CHECKING

from houserules.detection.amounts import new_member, whole
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.given import account_age
from houserules.spoken import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

ADA = Member(name="ada")


def around(params: "Mapping[str, Param]") -> tuple[Facts, Facts]:
    """An account just too young, and one of twice the age."""
    days = (whole(params, "hours") or 0) / DAY
    return Facts(author=ADA, text="Hello.", author_days=days * 0.9), Facts(author=ADA, text="Hello.", author_days=days * 2)


KIND = Kind(
    name="new-members",
    title="New members’ limits",
    asks="A new member waits, or writes less, until so much time has passed.",
    params={"hours": "how old an account must be"},
    phrasings=(
        # Without a time nothing can be measured, so these two stay with people.
        Phrasing("new|fresh|young|throwaway|brand account|user|member", is_loose=True),
        Phrasing("account|accounts younger|newer|less|under than? {period} old?"),
        Phrasing("post|comment|seed|link from|by new|young account|member", is_loose=True),
        Phrasing("account|member|user {be}? {atleast} {period} old?", is_limit=True),
        Phrasing("account|member {be}? older than {period}", is_limit=True),
    ),
    signals=(account_age,),
    judge=new_member,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    made=around,
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
