"""The same asked twice, and a ban that a wider one holds already."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from houserules.book import Clause
from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.prose.lexicon import GLUE
from houserules.prose.words import stem, tokens
from houserules.saying import say

NAME = "overlap"
MOST_PAIRS = 200
"""Of clauses of one kind only so many are compared."""
WITHIN = {
    "politics": "trump biden obama clinton putin brexit elections election republicans democrats harris",
    "political": "trump biden obama clinton putin brexit elections election republicans democrats harris",
    "religion": "islam christianity judaism hinduism atheism",
    "crypto": "bitcoin nft nfts cryptocurrency",
    "cryptocurrency": "bitcoin",
    "sports": "football soccer cricket baseball basketball",
}
"""Subjects that hold others."""
NARROWER = frozenset(
    {("memes", "which", "images", "memes"), ("memes", "which", "images", "gifs"), ("memes", "which", "memes", "gifs")}
)
"""Kind, parameter, the wider value, and the narrower one; a moving picture is hardly ever no meme."""
BARE = 1
"""Words that may stand beside the clauses of a narrower line which says nothing else."""
Pair = tuple[Shown, Clause]


def find(rules: Rules) -> Iterator[Remark]:
    """For each clause at most one line that asks for the same, or for more."""
    by_kind: dict[str, list[Pair]] = {}
    for line, clause in rules.forbidding:
        by_kind.setdefault(clause.kind, []).append((line, clause))
    for pairs in by_kind.values():
        told: set[int] = set()
        for one, other in combinations(pairs[:MOST_PAIRS], 2):
            if one[0] is other[0] or other[0].number in told:
                continue
            found = _same(one, other) or _held(one, other) or _held(other, one)
            if found is not None:
                told.add(other[0].number)
                yield found


def _same(one: Pair, other: Pair) -> Remark | None:
    (line, clause), (later, again) = one, other
    if dict(clause.params) != dict(again.params) or not (_is_bare(line) and _is_bare(later)):
        return None
    if not clause.params and _told(clause.words) != _told(again.words):
        return None
    if later.number == line.number + 1 and _told(line.text) != _told(later.text):
        return None
    return remark(
        NAME,
        say(
            "Lines {line} and {other} ask for the same ({words}). One of them can go, or can say what it adds.",
            line=line.number, other=later.number, words=quoted(again.words),
        ),
        line.place_of(clause),
        later.place_of(again),
    )


def _told(text: str) -> frozenset[str]:
    """Its words with a meaning of their own; a heading and the line that says it at length have not the same."""
    words = (token for token in tokens(text, 0, len(text)) if token.is_word)
    return frozenset(word.stem for word in words if word.folded not in GLUE)


def _is_bare(line: Shown, beside: int = 0) -> bool:
    """Whether the line says little beside its clauses, so that it does not explain another line."""
    inside = sum(len(clause.words.split()) for clause in line.clauses)
    return sum(word.folded not in GLUE for word in line.words) <= inside + beside


def _held(wide: Pair, narrow: Pair) -> Remark | None:
    """A narrower ban beside a wider one."""
    (line, clause), (other, inner) = wide, narrow
    if not _is_within(clause, inner) or not (_is_bare(line) and _is_bare(other, BARE)):
        return None
    return remark(
        NAME,
        say(
            "Line {line} ({wide}) forbids already what line {other} does ({narrow}). The narrower line can go, unless it is there to "
            "make things plain.",
            line=line.number, wide=quoted(clause.words), other=other.number, narrow=quoted(inner.words),
        ),
        line.place_of(clause),
        other.place_of(inner),
    )


def _is_within(wide: Clause, narrow: Clause) -> bool:
    if wide.kind == "topic-ban":
        return _holds(str(wide.params.get("term", "")).split(), str(narrow.params.get("term", "")).split())
    if wide.kind == "links":
        return wide.params.get("most") == 0 and "only" not in wide.params and dict(wide.params) != dict(narrow.params)
    return any(
        wide.kind == kind and wide.params.get(name) == more and narrow.params.get(name) == less
        for kind, name, more, less in NARROWER
    )


def _holds(wide: Sequence[str], narrow: Sequence[str]) -> bool:
    """“trump” holds “trump rallies”; “politics” holds “elections”."""
    if len(wide) != 1:
        return False
    inner = {stem(word) for word in narrow}
    known = {stem(word) for word in WITHIN.get(wide[0], "").split()}
    return bool(inner) and ((stem(wide[0]) in inner and len(inner) > 1) or inner <= known)


CHECK = Check(
    name=NAME,
    title="Overlap",
    asks="Two lines ask for the same, or a ban stands within a wider one. Nothing goes wrong; a shorter list is read more often.",
    find=find,
    cases=(
        Case(name="the same twice", rules="No memes. No spam. No memes here.", finds=True, words=("memes", "memes")),
        Case(name="in one line", rules="No memes, no memes.", finds=False),
        Case(name="some links alone", rules="No links. No links to Russia.", finds=False),
        Case(name="memes within images", rules="No images. No memes.", finds=True, words=("images", "memes")),
        Case(name="a person within politics", rules="No politics. No Trump.", finds=True),
        Case(name="rallies within a person", rules="No Trump. No talk about Trump rallies.", finds=True),
        Case(
            name="a line that explains", rules="No memes. No memes, since they load slowly on the train.", finds=False
        ),
        Case(name="two subjects", rules="No politics. No football.", finds=False),
        Case(name="two limits", rules="At most 3 links. At most 400 words.", finds=False),
        Case(name="some images alone", rules="No leaked images. No memes.", finds=False),
        Case(name="short links within links", rules="No links. No shortened links.", finds=True),
    ),
)
