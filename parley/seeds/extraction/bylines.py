"""Who wrote it: every place that may name an author is asked, and what several places say together counts most."""

from parley.seeds.extraction.byline_places import Candidate, candidates
from parley.seeds.extraction.characters import letters
from parley.seeds.extraction.names import is_person
from parley.seeds.extraction.page import Page, headline_place
from parley.seeds.extraction.sites import is_name_of_site, known_names

# How far each place is to be trusted: log-odds of being right, as counted on the development pages of `bench/extract.py` and
# rounded; for a person's full name and for other names near the headline, then for both far from it.
_TRUST = {
    "rel": (2.6, 1.4, 0.4, 0.4),
    "itemprop": (2.6, 1.5, 2.2, 1.2),
    "tag": (2.2, 1.5, 0.5, 0.5),
    "class": (1.8, 0.7, 0.1, -1.1),
    "line": (2.2, 1.4, 0.2, -1.0),
    "link": (2.3, 0.9, 0.9, -1.2),
    "declared": (2.1, 0.6, 2.1, 0.6),
    "script": (1.9, 0.0, 1.9, 0.0),
    "card": (1.7, 1.2, 1.7, 1.2),
    "meta": (1.0, -1.6, 1.0, -1.6),
    "agency": (0.0, 0.0, 0.0, 0.0),
    "trafilatura": (1.0, 0.0, 1.0, 0.0),
}
# What another place that says the same adds: a share of the trust in it, and something for being another place.
SHARE, BONUS = 0.3, 0.5
# Names of roles, not of anybody: given only where the page names nobody else.
_ANYBODY = {
    "redaktion",
    "admin",
    "administrator",
    "agencies",
    "agenturen",
    "staff",
    "editor",
    "webmaster",
    "author",
    "autor",
    "online",
    "presse",
    "unknown",
}


def bylines(page: Page, title: str | None = None) -> tuple[str, ...]:
    """Names of those who wrote the article, in the page's order; empty when it names nobody."""
    sites = known_names(page)
    found = [
        one
        for one in candidates(page, headline_place(page, title))
        if one.names and all(_sound(name, one.place) for name in one.names)
    ]
    scored = [
        (_score(one, found, sites), len(one.names), -place, one.names)
        for place, one in enumerate(found)
        if one.place != "trafilatura"  # a second opinion never speaks alone
    ]
    return max(scored)[3] if scored else ()


def signature(lines: list[str]) -> tuple[str, ...]:
    """The name that stands alone as one of the text's last lines, where the page names nobody elsewhere."""
    return next(((line,) for line in reversed(lines[-3:]) if len(line) < 50 and is_person(line)), ())


def _sound(name: str, place: str) -> bool:
    most = 4 if place in {"class", "link", "line"} else 7
    return (
        len(letters(name)) >= 2
        and (is_person(name) or len(name.split()) <= most)
        and "http" not in name
        and "@" not in name
        and not name.isdigit()
    )


def _score(candidate: Candidate, found: list[Candidate], sites: frozenset[str]) -> float:
    """Sum of the trust in all places that say the same, each counted once, the candidate's own in full."""
    keys = {letters(name) for name in candidate.names}
    score = _trust(candidate) - candidate.cost
    if keys <= _ANYBODY:
        return score - 1.0
    if any(is_name_of_site(name, sites) for name in candidate.names) and candidate.place not in {"rel", "itemprop"}:
        score -= 0.6  # the publisher may well say that it is the author: better than nobody
        if not all(is_person(name) for name in candidate.names):
            return score  # but a blog may carry its author's own name
    others: dict[str, float] = {}
    for other in found:
        if other.place != candidate.place and _agrees(other, keys):
            others[other.place] = max(others.get(other.place, 0.0), _trust(other) - other.cost)
    score += sum(SHARE * trust + BONUS for trust in others.values())
    return score - (0.5 if any(_is_first_name_of(candidate.names, other.names) for other in found) else 0.0)


def _trust(candidate: Candidate) -> float:
    persons = all(is_person(name) for name in candidate.names)
    return _TRUST[candidate.place][2 * candidate.far + (not persons)]


def _is_first_name_of(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return len(names) == len(others) == 1 and is_person(others[0]) and others[0].split()[0] == names[0]


def _agrees(other: Candidate, keys: set[str]) -> bool:
    theirs = {letters(name) for name in other.names}
    if theirs & keys:
        return True
    return any(len(short) > 3 and short in long for short in theirs for long in keys)
