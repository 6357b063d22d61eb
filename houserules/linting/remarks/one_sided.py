"""A ban that names one side only."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from houserules.linting.checks import Check
from houserules.linting.remark import Case, Place, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.linting.sides import GIVEN_NAMES, WIDER, sides
from houserules.prose.doubts import GENERIC
from houserules.prose.frames import Says
from houserules.prose.lexicon import GLUE, PREPOSITIONS
from houserules.prose.lexicon import words as words_of
from houserules.prose.naming import HONORIFICS, capitals_of, is_named
from houserules.prose.words import Token
from houserules.saying import say

NAME = "one-sided"
LONGEST = 2
"""Names of sides have at most so many words."""
DEEPEST = 4
"""A side that stands further behind the “No …” is spoken of rather than banned."""
TURNING = frozenset(
    "related unrelated relevant relating than not non ex pro anti from outside how if who that inside".split()
)
"""Behind one of these the words do not say what is banned."""
OF_A_SIDE = GENERIC | words_of(
    """
    news talk talks talking speech debate debates story stories content propaganda supporter supporters support
    voter voters fan fans follower followers apologist apologists apologetics sympathizer sympathizers shill shills
    bot bots troll trolls lover lovers hater haters basher bashers bashing hate hatred jokes joke memes meme rant
    rants politics politician politicians party government state regime side views view opinion opinions ideas
    agenda agendas nonsense crap bullshit garbage trash stuff things spam worship sources source media outlets
    channels sites websites blogs users members people person persons folks lies misinformation disinformation
    conspiracies conspiracy references mentions leaders leader rallies rally campaign campaigns drama war products
    """
)
"""Nouns before which the name of a side stands for the side: “Russian news”; “China plates” are no country."""
ENDS = (GLUE | PREPOSITIONS) - words_of("use using")


def find(rules: Rules) -> Iterator[Remark]:
    """For each quarrel of which one side is banned and no other is named, the places of the ban; then persons.

    A side that is named in other lines too may be what the group is about.
    """
    if any(_bans_all(line) for line in rules.lines):
        return
    banned: dict[str, dict[int, list[Place]]] = {}
    for line in rules.lines:
        for first, last, quarrel, side in _banned(line):
            banned.setdefault(quarrel, {}).setdefault(side, []).append(line.between(first, last))
    told = [{(*each, bool(list(_banned(line)))) for each in _sides_in(line.words)} for line in rules.lines]
    for quarrel, by_side in banned.items():
        said = {(side, bans) for each in told for name, side, bans in each if name == quarrel}
        if len(said) == 1:
            yield _on_sides(quarrel, by_side)
    yield from _on_persons(rules)


def _on_sides(quarrel: str, by_side: dict[int, list[Place]]) -> Remark:
    places = [place for side in by_side.values() for place in side]
    return remark(
        NAME,
        say(
            "{words} is one side of a matter with others ({matter}), and no line names those. If the matter is unwelcome, you could "
            "name every side or the matter itself; if only this side is meant, the line can stand.",
            words=quoted(places[0].words), matter=quarrel,
        ),
        *places,
    )


def _on_persons(rules: Rules) -> Iterator[Remark]:
    found = [line.between(words[0], words[-1]) for line in rules.lines for words in _persons(line)]
    if len({place.words.casefold() for place in found}) == 1:
        yield remark(
            NAME,
            say(
                "{words} is the only person whom these rules name as unwelcome. If there is a quarrel in which this person is one "
                "side, you could name the others or the matter itself; if not, the line can stand.",
                words=quoted(found[0].words),
            ),
            *found[:1],
        )


def _listed(line: Shown) -> Iterator[Sequence[Token]]:
    """What the line forbids."""
    for frame in line.frames:
        if frame.says is Says.FORBIDS:
            words = [token for token in frame.listed if token.is_word]
            yield words[: next((at for at, word in enumerate(words) if word.folded in TURNING), len(words))]


def _bans_all(line: Shown) -> bool:
    return any(word.folded in WIDER for words in _listed(line) for word in words[:DEEPEST])


def _banned(line: Shown) -> Iterator[tuple[Token, Token, str, int]]:
    for words in _listed(line):
        for at in range(min(len(words), DEEPEST)):
            for length in range(LONGEST, 0, -1):
                found = sides().get(tuple(word.folded for word in words[at : at + length]))
                if found is not None:
                    if _is_meant(line, words, at + length):
                        yield words[at], words[min(at + length, len(words)) - 1], *found
                    break


def _is_meant(line: Shown, words: Sequence[Token], behind: int) -> bool:
    """Whether a name that ends before an index ends what is listed, or stands before a noun that leaves it a side.

    “Apple pie” and “Christian Bale” have no side, nor has a “liberal use of capitals”.
    """
    if behind >= len(words):
        return True
    between = line.text[words[behind - 1].end : words[behind].start].strip(" -")
    following = words[behind].folded
    return bool(between) or following in OF_A_SIDE or following in ENDS or (following,) in sides()


def _sides_in(words: Sequence[Token]) -> Iterator[tuple[str, int]]:
    for at in range(len(words)):
        for length in range(LONGEST, 0, -1):
            found = sides().get(tuple(word.folded for word in words[at : at + length]))
            if found is not None:
                yield found


def _persons(line: Shown) -> Iterator[Sequence[Token]]:
    """Bare names of persons after “No …”: an office with a name, or a given name with one behind it."""
    capitals = capitals_of(line.marked)
    for words in _listed(line):
        for at, (first, second) in enumerate(pairwise(words)):
            is_person = first.folded in HONORIFICS | GIVEN_NAMES and second.folded not in PREPOSITIONS
            known = sides().keys() & {(first.folded,), (second.folded,), (first.folded, second.folded)}
            is_name = second.start == first.end + 1 and is_named([first, second], capitals)
            if at < DEEPEST and is_person and is_name and not known:
                yield first, second


CHECK = Check(
    name=NAME,
    title="One side only",
    asks="A ban names one side of a matter (a party, a politician, a country, a faith, a brand) and no line names another. "
    "Those who stand on the named side may feel that the rules are made against them.",
    find=find,
    cases=(
        Case(name="a politician", rules="No Trump.", finds=True, words=("Trump",)),
        Case(name="his opponent too", rules="No Trump. No Biden.", finds=False),
        Case(name="in one line", rules="No Trump or Biden talk.", finds=False),
        Case(name="the whole matter", rules="No politics. No Trump.", finds=False),
        Case(name="a party", rules="Don't insult Republicans.", finds=True, words=("Republicans",)),
        Case(name="a faith among others", rules="No attacks on Muslims, Christians, or atheists.", finds=False),
        Case(name="a country", rules="No Russian news.", finds=True, words=("Russian",)),
        Case(name="supporters", rules="No Trump supporters.", finds=True, words=("Trump",)),
        Case(name="behind a comma", rules="No Muslims, spam, or memes.", finds=True, words=("Muslims",)),
        Case(name="a cake", rules="No Apple pie recipes.", finds=False),
        Case(name="a given name", rules="No Christian Bale.", finds=False),
        Case(name="porcelain", rules="No China plates for sale.", finds=False),
        Case(name="a manner", rules="No liberal use of capitals.", finds=False),
        Case(name="a mayor", rules="No Mayor Wexford.", finds=True, words=("Mayor Wexford",)),
        Case(name="a name and a surname", rules="No talk about Donna Wexford.", finds=True, words=("Donna Wexford",)),
        Case(name="two persons", rules="No Donna Wexford, Karl Lindqvist.", finds=False),
        Case(name="named, not banned", rules="Trump’s visit is the subject of this seed.", finds=False),
        Case(name="a conduct", rules="No trolling.", finds=False),
    ),
)
