"""What an expert's expression finds: attached to a line whose words software cannot read."""

from collections.abc import Iterator, Mapping

from houserules.book import Param
from houserules.expressions import Evaluated, Program, compiled, evaluated
from houserules.expressions.telling import note, passes, sought, sureness
from houserules.facts import Facts, Member
from houserules.judgement import Judgement
from houserules.keeping import Keeping
from houserules.kind import Case, Hit, Kind
from houserules.plain import Span
from houserules.signals.folding import folded_text
from houserules.signals.length import length
from houserules.signals.links import links

ADA = Member(name="ada")
MOST_MARKED = 20
"""So many places of a text that is looked for are marked."""


def judge(judgement: Judgement, params: Mapping[str, Param]) -> Hit | None:
    """The line's expression, where it is met; where it cannot be computed that is told, and people keep the line."""
    program = compiled(params.get("expression"))
    if isinstance(program, str):
        judgement.missing.append(program)
        return None
    found = evaluated(judgement, program)
    judgement.missing.extend(found.missing)
    if not found.is_met:
        return None
    return Hit(
        spans=tuple(_marked(judgement, program, found)),
        confidence=sureness(found.values),
        note=note(found.values),
        passes=passes(program.source, program.root),
    )


def _marked(judgement: Judgement, program: Program, found: Evaluated) -> Iterator[Span]:
    """The links, where they were counted, and the texts that were looked for."""
    if "links" in found.values:
        yield from (link.span for link in judgement.signal(links) if link.span is not None)
    if "text" not in found.values:
        return
    folded, text = judgement.signal(folded_text), str(found.values["text"])
    for words in filter(None, sought(program.root)):
        at = text.find(words)
        for _ in range(MOST_MARKED):
            if at < 0:
                break
            yield folded.span(at, at + len(words))
            at = text.find(words, at + len(words))


RULE = "Newcomers, show us what you think before you show us what you read."
EXPRESSION = "links > 2 && author_days < 7.0"
KIND = Kind(
    name="expression",
    title="Expert’s expression",
    asks="What an expression over measurements finds; the words of its line stay the rule, and people judge by them.",
    params={"expression": "a part of CEL, such as `links > 2 && author_days < 7.0`"},
    phrasings=(),
    is_attached=True,
    signals=(links, length),
    judge=judge,
    default=Keeping.ASK,
    others=(Keeping.POINT, Keeping.HOLD),
    cases=(
        Case(
            name="three links of a newcomer",
            rule=RULE,
            expression=EXPRESSION,
            facts=Facts(author=ADA, text="https://a.example b.example c.example", author_days=2.0),
            finds=True,
            marks=("https://a.example", "b.example", "c.example"),
        ),
        Case(
            name="three links of somebody known",
            rule=RULE,
            expression=EXPRESSION,
            facts=Facts(author=ADA, text="https://a.example b.example c.example", author_days=200.0),
            finds=False,
        ),
        Case(
            name="a word in a short comment",
            rule="Say more than where to read on.",
            expression='words < 6 && text.contains("source")',
            facts=Facts(author=ADA, text="SOURCE?"),
            finds=True,
            marks=("SOURCE",),
        ),
        Case(name="in prose", rule="No comments where links > 2.", finds=False),
    ),
)
