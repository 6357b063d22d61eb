"""What the made-up members say: sentences drawn from a list of words, each paragraph rendered once by the site's own renderer."""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from parley.texts.rendering import render
from parley.texts.spans import Span, opening

WORDS = """
harbour ferry council budget meadow river bridge signal glacier tiltmeter survey report archive lantern orchard market tariff
engine turbine village teacher library vote ballot evidence figure margin sample interview winter storm tide survey pilot
contract tender audit pension clinic nurse ward vaccine trial patient forest timber beetle drought harvest grain mill baker
museum painting sculptor theatre choir concert festival stadium referee keeper striker league season transfer injury coach
telescope comet orbit probe crater sensor battery cable grid meter tenant landlord lease rent mortgage lender interest
before after because although while still already never often rather nearly hardly however therefore perhaps surely
reads says shows counts names leaves finds misses keeps gives takes proves denies repeats doubts answers asks explains
slow early careful plain odd steady narrow broad recent local public private cheap costly honest vague clear missing
the the the the a a an this that these those its their every some no of of of in in on for with without from by at to to
""".split()
FIRST = (
    "alder amber aster birch bramble briar cedar clover comet coral cricket dune ember fennel fern finch flint gale hazel heron"
    " holly iris ivory jasper juniper kestrel larch linden lotus maple marlin moss nettle oak olive otter pebble pine plover quill"
    " raven reed robin rowan rue sable sage sorrel spruce swift tansy teal thistle thrush umber vale violet willow wren yarrow"
).split()
PARAGRAPHS = 4_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    source: str
    html: str
    plain: str
    opening: Span
    """What a reply cites that selects nothing."""


class Said(NamedTuple):
    """A whole text, drawn."""

    source: str
    html: str
    plain: str
    opening: Span


class Words:
    """Everything a community says; the same seed says the same."""

    def __init__(self, chance: Random, paragraphs: int = PARAGRAPHS) -> None:
        self._paragraphs = [_paragraph(chance) for _ in range(paragraphs)]
        self._lines = [_line(chance) for _ in range(paragraphs)]

    def comment(self, chance: Random) -> Said:
        """One paragraph mostly, at most three."""
        count = 1 + (chance.random() < 0.4) + (chance.random() < 0.2)
        return joined([chance.choice(self._paragraphs) for _ in range(count)])

    def headline(self, chance: Random) -> str:
        return chance.choice(self._lines)

    def article(self, chance: Random) -> str:
        return "\n\n".join(chance.choice(self._paragraphs).plain for _ in range(chance.randint(4, 12)))


def joined(paragraphs: list[Paragraph]) -> Said:
    """As the renderer draws them together: paragraphs of words do not touch each other."""
    if len(paragraphs) == 1:
        only = paragraphs[0]
        return Said(only.source, only.html, only.plain, only.opening)
    return Said(
        "\n\n".join(each.source for each in paragraphs), "\n".join(each.html for each in paragraphs),
        " ".join(each.plain for each in paragraphs), paragraphs[0].opening,
    )  # fmt: skip


def name_of(number: int) -> str:
    """Of the member, different for every number."""
    return f"{FIRST[number % len(FIRST)]}_{number}"


def _line(chance: Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(5, 11))).capitalize()


def _sentence(chance: Random) -> str:
    words = chance.choices(WORDS, k=chance.randint(6, 18))
    if chance.random() < 0.15:
        place = chance.randrange(len(words))
        words[place] = f"*{words[place]}*" if chance.random() < 0.7 else f"[{words[place]}](https://lantern.example/{words[place]})"
    return f"{words[0][:1].upper()}{words[0][1:]} {' '.join(words[1:])}."


def _paragraph(chance: Random) -> Paragraph:
    source = " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))
    drawn = render(source)
    return Paragraph(source, drawn.html, drawn.plain, opening(source))
