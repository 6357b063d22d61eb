"""House rules in plain prose, read and judged.

    book = read("No memes. Don't reply to yourself.")      # lines, clauses, and the words each came from
    book = book.all_confirmed()                             # nothing acts before its author says yes
    verdict = judge(Facts(author=Member(name="kit"), text="![](cat.gif)"), book)

Plain Python: no web framework, no database, no clock, no network. Spans count Unicode code points.
"""

from houserules.book import (
    ENGINE,
    Aside,
    Clause,
    Example,
    Line,
    Modal,
    Param,
    RuleBook,
    RuleBookError,
    Standing,
    how_kept,
    is_wider,
    told_wider,
)
from houserules.combined import Combined, Conflict, NumberedLine, Origin, combine
from houserules.engine import judge
from houserules.facts import Earlier, Event, Facts, KnownPicture, Member, Picture, Said
from houserules.keeping import Keeping
from houserules.kind import Kind, kinds
from houserules.nearness import near_meanings
from houserules.plain import ShapeError, Span
from houserules.prose import read
from houserules.sureness import Sureness
from houserules.verdict import Finding, Verdict

__all__ = [
    "ENGINE",
    "Aside",
    "Clause",
    "Combined",
    "Conflict",
    "Earlier",
    "Event",
    "Example",
    "Facts",
    "Finding",
    "Keeping",
    "Kind",
    "KnownPicture",
    "Line",
    "Member",
    "Modal",
    "NumberedLine",
    "Origin",
    "Param",
    "Picture",
    "RuleBook",
    "RuleBookError",
    "Said",
    "ShapeError",
    "Span",
    "Standing",
    "Sureness",
    "Verdict",
    "combine",
    "how_kept",
    "is_wider",
    "judge",
    "kinds",
    "near_meanings",
    "read",
    "told_wider",
]
