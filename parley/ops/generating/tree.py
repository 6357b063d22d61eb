"""A discussion that grows comment by comment, with the numbers and counters that `threads.services.add` would give. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from parley.texts.spans import Span
from parley.threads import paths

TOPS = 0.3
"""Share of comments that answer nobody."""
LATEST = 40
"""Half of the answers are to one of so many that came last."""


@dataclass(slots=True, eq=False)
class Node:
    key: int
    text: int
    revision: int
    author: int
    opening: Span
    at: datetime
    parent: "Node | None"
    above: "Node | None"
    """Below which it stands: the parent, but for answers at the greatest depth."""
    path: bytes
    root: "Node | None"
    """Its top-level comment, None of one that is one itself."""
    children: int = 0
    branch: int = 1
    votes: int = 0


@dataclass(slots=True)
class Tree:
    nodes: list[Node] = field(default_factory=list)
    tops: int = 0
    people: set[int] = field(default_factory=set)

    def answered(self, chance: Random) -> Node | None:
        """Whom the next comment answers."""
        if not self.nodes or chance.random() < TOPS:
            return None
        if chance.random() < 0.5:
            return self.nodes[-1 - int(min(len(self.nodes), LATEST) * chance.random())]
        return self.nodes[int(len(self.nodes) * chance.random())]

    def place(self, parent: Node | None) -> tuple[Node | None, bytes]:
        """What it stands below, and its number."""
        if parent is None:
            self.tops += 1
            return None, paths.extended(b"", self.tops)
        above = parent.above if len(parent.path) >= paths.WIDTH * paths.DEEPEST else parent
        assert above is not None  # noqa: S101 -- for the type checker: nothing at the greatest depth stands on top
        above.children += 1
        (above.root or above).branch += 1
        return above, paths.extended(above.path, above.children)

    def add(self, node: Node) -> None:
        self.nodes.append(node)
        self.people.add(node.author)
