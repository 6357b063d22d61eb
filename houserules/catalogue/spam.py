"""Advertising and the like."""

from houserules.detection.purpose import advertising
from houserules.facts import Facts, Member
from houserules.figures import ADVERTISING
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.links import links
from houserules.signals.spam_words import spam_words

ADA = Member(name="ada")

KIND = Kind(
    name="spam",
    title="Spam",
    asks="Nobody posts advertising or the same message in many places.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("spam|spammer|spambot {items}?"),
        Phrasing("spam link|links|message"),
    ),
    signals=(
        spam_words,
        links,
    ),
    judge=advertising,
    figures=ADVERTISING,
    others=(Keeping.ASK, Keeping.POINT),
    cases=(
        Case(
            name="an advertisement",
            rule="No spam!",
            facts=Facts(
                author=ADA, text="Check out my new channel and subscribe please: https://www.videos.example/me"
            ),
            finds=True,
        ),
        Case(
            name="a source",
            rule="No spam!",
            facts=Facts(author=ADA, text="The register shows a mortgage: https://soundcheck.example/ferries"),
            finds=False,
        ),
        Case(name="a thing", rule="No spam!", finds=True),
        Case(name="an act", rule="Don’t spam.", finds=True),
        Case(name="a filter", rule="Our spam filter is good.", finds=False),
    ),
)
