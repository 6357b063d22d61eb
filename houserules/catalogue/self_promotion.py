"""Advertising oneself: own sites, channels, products, collections of money."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="self-promotion",
    title="Self-promotion",
    asks="Nobody uses the place to advertise own sites, channels, products, or to collect money.",
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
    cases=(
        Case(name="a thing", rule="No self-promotion.", finds=True),
        Case(name="an act", rule="Do not advertise your own blog.", finds=True),
        Case(name="links", rule="No affiliate links.", finds=True),
        Case(name="of others", rule="Promote good seeds to the front page.", finds=False),
        Case(name="a story", rule="Ads in papers are a subject.", finds=False),
    ),
)
