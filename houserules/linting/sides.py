"""Who stands across from whom: a small list of public quarrels, each with its sides and the names that stand for them.

It is not complete and takes no part: a side that stands here is only a reason to ask for the others.
"""

from functools import cache

from houserules.prose.words import fold
from houserules.saying import say

QUARRELS: dict[str, tuple[str, ...]] = {
    say("parties of the United States"): (
        """
        republican, republicans, gop, conservative, conservatives, right-wing, right-winger, right-wingers, maga, trump,
        trumpism, trumper, trumpers, trumpster, trumpsters, vance, desantis, mcconnell, donald trump, tea party
        """,
        """
        democrat, democrats, democratic party, liberal, liberals, left-wing, left-winger, left-wingers, leftist,
        leftists, biden, harris, kamala, obama, clinton, hillary, pelosi, bernie, sanders, aoc, libs, joe biden
        """,
    ),
    say("parties of Britain"): ("tory, tories, boris johnson, farage, reform uk, sunak", "labour, corbyn, starmer, lib dem"),
    say("parties of Germany"): (
        "afd, weidel, cdu, csu, merz, söder",
        "spd, grüne, grünen, linke, linkspartei, scholz, habeck, baerbock, wagenknecht",
    ),
    say("Britain and Europe"): ("brexiteer, brexiteers, leavers", "remainer, remainers, remoaner, remoaners"),
    say("Russia and Ukraine"): (
        "russia, russian, russians, putin, kremlin, moscow",
        "ukraine, ukrainian, ukrainians, zelensky, zelenskyy, kyiv",
    ),
    say("Israel and Palestine"): (
        "israel, israeli, israelis, zionist, zionists, zionism, netanyahu, idf",
        "palestine, palestinian, palestinians, gaza, hamas",
    ),
    say("China and Taiwan"): ("china, ccp, xi jinping, beijing", "taiwan, taiwanese"),
    say("India and Pakistan"): ("india, indian, indians, modi, hindutva", "pakistan, pakistani, pakistanis"),
    say("faiths"): (
        "christian, christians, christianity, catholic, catholics, evangelical, evangelicals",
        "muslim, muslims, islam, islamic, islamism, sharia",
        "jew, jews, jewish, judaism",
        "hindu, hindus, hinduism",
        "atheist, atheists, atheism",
        "mormon, mormons",
    ),
    say("ways to order an economy"): (
        "communism, communist, communists, marxism, marxist, marxists, socialism, socialist, socialists",
        "capitalism, capitalist, capitalists, libertarian, libertarians",
    ),
    say("men and women"): ("feminist, feminists, feminism", "mra, mras, incel, incels, men's rights, redpill"),
    say("abortion"): ("pro-life, pro-lifer, pro-lifers, anti-choice", "pro-choice, pro-choicer, pro-choicers, pro-abortion"),
    say("vaccines"): (
        "anti-vax, anti-vaxx, antivax, antivaxx, antivaxxer, antivaxxers, anti-vaxxer",
        "pro-vax, provax, vaxxers",
    ),
    say("what to eat"): ("vegan, vegans, veganism", "carnist, carnists, meat eaters, carnivore, carnivores"),
    say("telephones"): ("apple, iphone, iphones, ios", "android, samsung"),
    say("consoles"): ("xbox, microsoft", "playstation, sony", "nintendo"),
}
WIDER = frozenset(
    {"politics", "political", "politician", "politicians", "religion", "religious", "partisan", "party", "parties"}
)
"""Words that name all sides at once."""
GIVEN_NAMES = frozenset(
    """
    donald joe john james robert michael william david richard joseph thomas charles mary patricia jennifer linda
    elizabeth barbara susan jessica sarah karen nancy lisa margaret emma olivia anna maria peter paul mark george
    kenneth steven edward brian ronald anthony kevin jason jeff jeffrey gary nicholas eric stephen jonathan larry
    justin scott frank benjamin samuel gregory alexander patrick jack dennis jerry hillary kamala barack bernie nigel
    boris angela olaf emmanuel vladimir elon greta kanye taylor jordan andrew alex tucker rachel sean amber johnny
    donna laura emily amy ruth carol julia helena nadia ines otto karl hans klaus friedrich alice robert annalena
    """.split()
)
"""A name with one of these before it is a person’s."""


@cache
def sides() -> dict[tuple[str, ...], tuple[str, int]]:
    """The folded words of every name, with its quarrel and the number of its side."""
    return {
        tuple(fold(word) for word in name.replace("-", " ").split()): (quarrel, side)
        for quarrel, written in QUARRELS.items()
        for side, names in enumerate(written)
        for name in names.split(",")
    }
