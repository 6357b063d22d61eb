"""A line that forbids what another permits or asks for, and two limits for one thing."""

from collections.abc import Iterator

from houserules.book import Clause, Param
from houserules.keeping import Keeping
from houserules.kind import kinds
from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.prose.groups import GROUPS
from houserules.prose.lexicon import GLUE
from houserules.prose.words import fold
from houserules.saying import say
from houserules.signals.language import named

NAME = "contradiction"
BOUNDS = ("most", "least")
THINGS = (
    "comment|reply|response|answer",
    "post|seed|article|submission|thread|story",
    "title|headline",
    "quote|excerpt|quotation",
    "account|member|newcomer",
)
"""Limits for different things do not contradict each other."""
ASKS_FOR_LINKS = (
    "always|please|must|should|need|have|required .. link|url|source",
    "back|support|prove .. with .. link|url|source",
)
TONGUES = frozenset(GROUPS["tongue"])
Pair = tuple[Shown, Clause]


def find(rules: Rules) -> Iterator[Remark]:
    """Bans beside permissions, limits beside other limits, and links that are asked for and forbidden."""
    forbidding, permitting = list(rules.forbidding), list(rules.permitting)
    yield from _permitted(forbidding, permitting)
    yield from _limits(forbidding)
    yield from _languages(forbidding)
    yield from _links(rules, forbidding)


def _permitted(forbidding: list[Pair], permitting: list[Pair]) -> Iterator[Remark]:
    allowed: dict[tuple[str, frozenset[tuple[str, Param]]], list[Pair]] = {}
    for line, clause in permitting:
        allowed.setdefault((clause.kind, frozenset(clause.params.items())), []).append((line, clause))
    for line, clause in forbidding:
        if clause.key in line.lifted or clause.kind not in kinds():
            continue
        for params in kinds()[clause.kind].lifting(clause.params):
            for other, permission in allowed.get((clause.kind, frozenset(params.items())), ())[:1]:
                yield remark(
                    NAME,
                    say(
                        "Line {line} forbids {words} and line {other} allows it. One of them can go, or can say where the other does "
                        "not hold; until then the ban stands.",
                        line=line.number, other=other.number, words=quoted(clause.words),
                    ),
                    line.place_of(clause),
                    other.place_of(permission),
                )


def _limits(forbidding: list[Pair]) -> Iterator[Remark]:
    """The first two lines that set different bounds for the same thing in the same unit and time."""
    first: dict[tuple[object, ...], tuple[Shown, Clause, Param]] = {}
    for line, clause in forbidding:
        for bound in BOUNDS:
            value = clause.params.get(bound)
            if value is None or isinstance(value, str) or clause.keeping is Keeping.PEOPLE:
                continue
            params = clause.params
            key = (clause.kind, bound, params.get("unit"), params.get("hours"), params.get("only"), _things(line))
            other, words, earlier = first.setdefault(key, (line, clause, value))
            if earlier != value and other is not line:
                yield remark(
                    NAME,
                    say(
                        "Line {other} sets {first} and line {line} {second}. If both are about the same thing, you could keep one "
                        "figure; if not, each can say what it is about.",
                        other=other.number, first=quoted(words.words), line=line.number, second=quoted(clause.words),
                    ),
                    other.place_of(words),
                    line.place_of(clause),
                )


def _things(line: Shown) -> int:
    """Which things a line speaks of, as bits."""
    return sum(1 << at for at, pattern in enumerate(THINGS) if line.says(pattern) is not None)


def _languages(forbidding: list[Pair]) -> Iterator[Remark]:
    named = [(line, clause, tongue) for line, clause in forbidding if (tongue := _tongue(clause))]
    for line, clause, tongue in named[1:]:
        other, first, asked = named[0]
        if tongue != asked and other is not line:
            yield remark(
                NAME,
                say(
                    "Line {other} asks for {first} and line {line} for {second}. You could name both in one line, or keep one.",
                    other=other.number, first=asked, line=line.number, second=tongue,
                ),
                other.place_of(first),
                line.place_of(clause),
            )


def _tongue(clause: Clause) -> str:
    """The language that a clause names, if it names one."""
    if clause.kind != "language":
        return ""
    return next((named(word) for word in map(fold, clause.words.split()) if word in TONGUES), "")


def _links(rules: Rules, forbidding: list[Pair]) -> Iterator[Remark]:
    for line, clause in forbidding:
        if clause.kind != "links" or clause.params.get("most") != 0 or not _is_plain(line, clause):
            continue
        for other in rules.lines:
            asked = other.says(*ASKS_FOR_LINKS) if other is not line else None
            if asked is not None and not any(each.kind == "links" for each in other.clauses):
                yield remark(
                    NAME,
                    say(
                        "Line {line} forbids links and line {other} asks for them. You could say which links are fine, such as the "
                        "source of what is claimed.",
                        line=line.number, other=other.number,
                    ),
                    line.place_of(clause),
                    other.place(*asked),
                )
                return


def _is_plain(line: Shown, clause: Clause) -> bool:
    """Whether the ban is of links of every sort."""
    told = [word.folded for word in line.words if word.folded not in GLUE]
    return clause.keeping is not Keeping.PEOPLE and len(told) == len(clause.words.split())


CHECK = Check(
    name=NAME,
    title="Contradiction",
    asks="One line forbids what another allows or asks for, or two lines set different limits for one thing. "
    "Readers cannot keep both.",
    find=find,
    cases=(
        Case(name="forbidden and allowed", rules="No memes. Memes are fine.", finds=True, words=("memes", "Memes")),
        Case(name="a narrower thing allowed", rules="No images. Memes are fine.", finds=False),
        Case(name="a wider thing allowed", rules="No memes. Images are fine.", finds=True),
        Case(name="two limits", rules="At most 3 links. No more than five links.", finds=True),
        Case(name="the same limit twice", rules="At most 3 links. No more than three links.", finds=False),
        Case(
            name="limits of two things",
            rules="Comments have at most 400 words. Titles have at most 20 words.",
            finds=False,
        ),
        Case(
            name="limits for two spans of time",
            rules="No more than 5 comments per hour. No more than 20 comments per day.",
            finds=False,
        ),
        Case(name="two languages", rules="English only. Please write in French.", finds=True),
        Case(name="links asked for and forbidden", rules="No links. Please always link your source.", finds=True),
        Case(name="short links", rules="No short links. Please always link your source.", finds=False),
    ),
)
