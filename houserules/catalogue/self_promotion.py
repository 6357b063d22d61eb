"""Advertising oneself: own sites, channels, products, collections of money."""

from houserules.detection.purpose import advertising
from houserules.facts import Facts, Member
from houserules.figures import ADVERTISING
from houserules.keeping import Keeping
from houserules.kind import SURENESS, Case, Kind, Phrasing
from houserules.signals.links import links
from houserules.signals.spam_words import spam_words

ADA = Member(name="ada")

KIND = Kind(
    name="self-promotion",
    title="Self-promotion",
    asks="Nobody uses the place to advertise own sites, channels, products, or to collect money.",
    choices={"sureness": SURENESS},
    phrasings=(
        Phrasing("self promotion|promo|promote|advertise|advertisement|advertising|advert {items}?"),
        Phrasing("selfpromotion|selfpromo"),
        Phrasing("shameless? self? plug"),
        Phrasing("plug {own} {ownthing}"),
        Phrasing("promote|advertise|plug {oneself}"),
        Phrasing("promote|advertise|push|plug|market {own} {ownthing}"),
        Phrasing("link to {own} {ownthing}"),
        Phrasing("affiliate|referral|monetized|monetised link|code|url"),
        Phrasing("advertisement|advertising|advert|ad|ads|advertise"),
        Phrasing("commercial|promotional link|post|content|message|material|promotion"),
        Phrasing("promotion"),
        Phrasing("solicitation|solicit|soliciting"),
        Phrasing("crowdfunding|fundraising|fundraiser|begging|gofundme|donation|crowdfund {requests}?"),
        Phrasing("blogspam"),
        Phrasing("own|personal blog|channel promotion"),
        Phrasing("promotion of {own}? {ownthing}"),
        Phrasing("link to? {own} own? blog|channel|site|website|store|shop"),
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
            name="a channel of one’s own",
            rule="No self-promotion.",
            facts=Facts(author=ADA, text="Hey guys, check out my new channel and subscribe please!"),
            finds=True,
        ),
        Case(
            name="somebody’s song",
            rule="No self-promotion.",
            facts=Facts(author=ADA, text="I like this song about the harbour."),
            finds=False,
        ),
        Case(name="a thing", rule="No self-promotion.", finds=True),
        Case(name="an act", rule="Do not advertise your own blog.", finds=True),
        Case(name="links", rule="No affiliate links.", finds=True),
        Case(name="of others", rule="Promote good seeds to the front page.", finds=False),
        Case(name="a story", rule="Ads in papers are a subject.", finds=False),
    ),
)
