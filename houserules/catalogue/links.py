"""How many links a comment may hold, and links of one sort."""

from typing import TYPE_CHECKING

from houserules.detection.amounts import too_many_links, whole
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.images import images
from houserules.signals.link_sorts import links_of_sort
from houserules.signals.links import links

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

ADA = Member(name="ada")


def with_one_more(params: "Mapping[str, Param]") -> tuple[Facts, Facts]:
    """One link too many, and one less."""
    most = int(whole(params, "most") or 0)
    host = "https://bit.ly" if params.get("only") == "short" else "https://page.example"
    texts = [" ".join(f"{host}/{at}" for at in range(count)) or "No address here." for count in (most + 1, most)]
    return Facts(author=ADA, text=texts[0]), Facts(author=ADA, text=texts[1])


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
    signals=(links, links_of_sort, images),
    judge=too_many_links,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    made=with_one_more,
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
        Case(
            name="one that hides where it leads",
            rule="No shortened links.",
            facts=Facts(author=ADA, text="Read https://bit.ly/3x and https://lantern.example/1 as well."),
            finds=True,
            marks=("https://bit.ly/3x",),
        ),
        Case(
            name="no words with it",
            rule="No bare links.",
            facts=Facts(author=ADA, text="https://lantern.example/1 lol"),
            finds=True,
        ),
        Case(
            name="words with it",
            rule="No bare links.",
            facts=Facts(author=ADA, text="The register says so: https://lantern.example/1"),
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
