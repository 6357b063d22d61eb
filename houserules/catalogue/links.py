"""How many links a comment may hold, and links of one sort."""

from houserules.detection.amounts import too_many_links
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.images import images
from houserules.signals.links import links

ADA = Member(name="ada")

KIND = Kind(
    name="links",
    title="Links",
    asks="At most so many links in one comment; none at all where the line says so. A picture from elsewhere counts as a link, "
    "since readers are shown a link to it.",
    params={
        "most": "how many links are fine; 0 where none are",
        "only": "bare (links without words), short (links that hide where they lead)",
    },
    phrasings=(
        Phrasing("link|links|url|hyperlink", {"most": 0}),
        Phrasing("outside|external link|url", {"most": 0}),
        Phrasing("{items} with|containing more|over than? {most} link|url|hyperlink"),
        Phrasing("more? than {most} link|url|hyperlink {each}?"),
        Phrasing("post|posting link|url", {"most": 0}),
        Phrasing("bare|naked link|url", {"only": "bare"}),
        Phrasing("link|url in|within comment|reply|post", {"most": 0}),
        Phrasing("link only|dump {items}?", {"only": "bare"}),
        Phrasing("link dump|dumping|dumps", {"only": "bare"}),
        Phrasing("shortened|short link|url", {"only": "short"}),
        Phrasing("url|link shortener|shorteners|shortening", {"only": "short"}),
        Phrasing("{items}? {atmost} {most} link|url|hyperlink", is_limit=True),
        Phrasing("{atmost}? {most} link|url|hyperlink {cap}", is_limit=True),
        Phrasing("limit|keep {own}? link to {most}", is_limit=True),
    ),
    is_thing=True,
    signals=(links, images),
    judge=too_many_links,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    cases=(
        Case(
            name="four",
            rule="No more than three links per comment.",
            facts=Facts(author=ADA, text="https://a.example https://b.example c.com d.org"),
            finds=True,
        ),
        Case(
            name="three",
            rule="No more than three links per comment.",
            facts=Facts(author=ADA, text="https://a.example https://b.example c.com"),
            finds=False,
        ),
        Case(
            name="a picture",
            rule="No links.",
            facts=Facts(author=ADA, text="Look: ![a boat](https://a.example/boat.png)"),
            finds=True,
            marks=("https://a.example/boat.png",),
        ),
        Case(
            name="a picture within the number",
            rule="No more than one link per comment.",
            facts=Facts(author=ADA, text="Look: ![a boat](https://a.example/boat.png)"),
            finds=False,
        ),
        Case(name="none", rule="No links.", finds=True),
        Case(name="a number", rule="No more than three links per comment.", finds=True),
        Case(name="at most", rule="At most 3 links.", finds=True),
        Case(name="too many", rule="Comments with more than two links will be removed.", finds=True),
        Case(name="asked for", rule="Please link the source.", finds=False),
        Case(name="of a chain", rule="Weak links break chains.", finds=False),
    ),
)
