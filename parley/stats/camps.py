"""Two sides of a community, from who votes for whose comments. Pure: no database and no clock.

The sides are the signs of the leading eigenvector of the modularity matrix (M. E. J. Newman, 2006, doi:10.1073/pnas.0601602103), its
rows weighed by degree as in regularised spectral clustering. Random votes can be split as well: how well is known (the ground state
of a spin glass), and a split that is no better than that is no split.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

LEAST_VOTES = 5
"""Given and got together: who has fewer stands on no side."""
LEAST_MEMBERS = 10
"""On each side."""
CHANCE, MARGIN = 0.7632, 1.3
"""What a split of random votes reaches, and how many times more is asked for."""
STEPS, SQUARED, TINY = 32, 16, 1e-9

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Camps:
    """`side_of`: 0 or 1 by person, for reckoning only; it is shown to nobody. Empty: the votes show no two sides."""

    side_of: dict[int, int] = field(default_factory=dict)
    within: float = 0.0
    """Share of the votes that stay on their side."""

    @property
    def sizes(self) -> tuple[int, int]:
        second = sum(self.side_of.values())
        return len(self.side_of) - second, second


@dataclass(frozen=True, slots=True)
class _Graph:
    """Each pair of people once in each direction."""

    rows: Whole
    columns: Whole
    weights: Floats
    degrees: Floats

    def times(self, vector: Floats) -> Floats:
        """The modularity matrix times a vector."""
        found = _summed(self.rows, self.weights * vector[self.columns], len(vector))
        share = float(self.degrees @ vector) / float(self.degrees.sum())
        return found - self.degrees * share


def camps_of(votes: Iterable[tuple[int, int, int]]) -> Camps:
    """`votes`: (who voted, whose comment, how often). The larger side is 0. The same votes give the same sides, in any order."""
    pairs = _together(_pairs(votes))
    if not pairs:
        return Camps()
    people = sorted({person for pair in pairs for person in pair})
    graph = _graph(pairs, people)
    signs = np.where(_leading(graph) >= 0, 1.0, -1.0)
    if not _is_split(graph, signs):
        return Camps()
    counted = graph.degrees >= LEAST_VOTES
    sides = _numbered(dict(zip(np.array(people)[counted].tolist(), signs[counted].tolist(), strict=True)))
    found = Camps(sides, float(graph.weights[signs[graph.rows] == signs[graph.columns]].sum() / graph.weights.sum()))
    return found if min(found.sizes) >= LEAST_MEMBERS else Camps()


def _pairs(votes: Iterable[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    found: dict[tuple[int, int], int] = {}
    for voter, author, count in votes:
        if voter != author and count > 0:
            pair = (min(voter, author), max(voter, author))
            found[pair] = found.get(pair, 0) + count
    return dict(sorted(found.items()))


def _together(pairs: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Those of the largest crowd in which everybody is linked to everybody by votes; who has none to do with it is no side of it."""
    leads: dict[int, int] = {}

    def lead(person: int) -> int:
        while (above := leads.setdefault(person, person)) != person:
            leads[person] = person = leads[above]
        return person

    for one, other in pairs:
        first, second = sorted((lead(one), lead(other)))
        leads[second] = first
    sizes = Counter(lead(person) for person in list(leads))
    largest = max(sizes, key=lambda person: (sizes[person], -person), default=0)
    return {pair: count for pair, count in pairs.items() if lead(pair[0]) == largest}


def _graph(pairs: dict[tuple[int, int], int], people: list[int]) -> _Graph:
    ends = np.searchsorted(np.array(people), np.array(list(pairs)))
    rows, columns = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    weights = np.array(list(pairs.values()) * 2, dtype=np.float64)
    return _Graph(rows, columns, weights, _summed(rows, weights, len(people)))


def _summed(rows: Whole, weights: Floats, size: int) -> Floats:
    return np.bincount(rows, weights, minlength=size).astype(np.float64)


def _leading(graph: _Graph) -> Floats:
    """The leading eigenvector, by Lanczos with full reorthogonalisation; the start is fixed."""
    size = len(graph.degrees)
    scale = 1 / np.sqrt(graph.degrees + graph.degrees.mean())
    vector = np.cos(np.arange(size) * 1.618 + 0.5)
    basis, images = np.zeros((min(STEPS, size), size)), np.zeros((min(STEPS, size), size))
    for step in range(len(basis)):
        for _ in ("once", "and what rounding left"):
            vector = vector - basis[:step].T @ (basis[:step] @ vector)
        length = np.linalg.norm(vector)
        if length < TINY:
            break
        basis[step] = vector / length
        vector = images[step] = scale * graph.times(scale * basis[step])
    return basis.T @ _top(basis @ images.T)


def _top(small: Floats) -> Floats:
    """The leading eigenvector of a small matrix whose eigenvalues lie between -1 and 1, by squaring it: LAPACK starts threads."""
    power = np.eye(len(small)) + (small + small.T) / 2
    for _ in range(SQUARED):
        power = power @ power
        power = power / np.abs(power).max()
    return power[:, int(np.argmax(np.diag(power)))]


def _is_split(graph: _Graph, signs: Floats) -> bool:
    """Whether the sides hold together better than the best split of random votes with the same counts."""
    total = graph.weights.sum()
    modularity = float(signs @ graph.times(signs)) / (2 * total)
    by_chance = CHANCE * np.sqrt(len(graph.degrees) * (graph.weights**2).sum()) / total
    return bool(modularity > MARGIN * by_chance)


def _numbered(signs: dict[int, float]) -> dict[int, int]:
    """0 for the larger side; of two that are equal, for that of the lowest key."""
    ups = [person for person, sign in signs.items() if sign > 0]
    downs = [person for person, sign in signs.items() if sign <= 0]
    first = max((ups, downs), key=lambda side: (len(side), -min(side, default=0)))
    larger = set(first)
    return {person: 0 if person in larger else 1 for person in signs}
