"""What members may not do in their first days."""

from houserules.kind import Case, Kind, Phrasing

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
    cases=(
        Case(name="age of the account", rule="Accounts must be at least 7 days old to post.", finds=True),
        Case(name="a thing", rule="No throwaway accounts.", finds=True),
        Case(name="welcome", rule="New members are welcome.", finds=False),
    ),
)
