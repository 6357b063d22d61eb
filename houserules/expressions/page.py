"""The page for readers on expert clauses; made from the table of variables, so that it cannot disagree with it."""

from collections.abc import Iterator, Mapping

from houserules.expressions.grammar import DEEPEST, LONGEST, MOST_PARTS
from houserules.expressions.variables import VARIABLES, Variable

HEAD = f"""# Expert clauses: expressions over measurements

Some lines ask for what no kind of clause reads: “Newcomers, show us what you think before you show us what you read.”
Who writes rules can attach an expression to such a line. The words stay the rule and people judge by them; the expression
says when software points at a comment. It waits to be confirmed like every clause, and is asked about before posting
unless its author chooses to have it pointed at, held, or left to people.

    book = read("Newcomers, show us what you think before you show us what you read.")
    book = book.with_expression(1, "links > 2 && author_days < 7.0")     # key of its clause: 1.x; "" takes it off

    houserules judge --rules rules.txt --facts comments.jsonl --expression 1='links > 2 && author_days < 7.0'

The language is a part of [CEL](https://cel.dev/). An expression is checked when it is saved: RuleBookError says at which
character something is unknown, and what may have been meant. Later it cannot fail: where it cannot be computed (something
is divided by zero, weights or the extra `expressions` are missing, the age of an account is not known) it is not met,
`Verdict.missing` says why, and people keep the line. Only what decides the outcome is measured: in
`links > 2 && toxicity > 0.5` nothing is weighed before there are three links.

## What can be written

| written | means |
|---|---|
| `links > 2`, `words <= 5`, `language == "german"`, `links != 1` | comparisons; of texts `==` and `!=` only |
| `language in ["german", "dutch"]`, `links in [1, 3]` | one of these |
| `text.contains("ferry")`, `text.startsWith("re:")`, `text.endsWith("?")` | texts, in plain small letters |
| `is_reply`, `!is_reply` | holds, does not hold |
| `a && b`, `a \\|\\| b`, `( … )` | both, either; && binds more closely |
| `links + images`, `-`, `*`, `/`, `%` | whole numbers with whole numbers, fractions with fractions |
| `double(links) / double(words) > 0.2`, `int(author_days)` | a number as a fraction, as a whole number |

Not allowed: loops (`all`, `exists`, `map`, `filter`), patterns (`matches`), fields, maps, joined texts, `? :`, and `size`
(the library counts bytes). An expression has at most {LONGEST:,} characters, {MOST_PARTS} parts (values and operators), and
{DEEPEST} brackets and signs within each other.

## What can be named

| name | is a | means |
|---|---|---|
"""
EXAMPLES: Mapping[str, str] = {
    "links > 2 && author_days < 7.0": "three links in a newcomer’s comment",
    'is_reply && words < 4 && !text.contains("?")': "an answer of three words that asks nothing",
    "quoted_share > 0.8 && words > 50": "a long quotation and little else",
    "comments_last_hour > 5 && similarity > 0.8": "much of the same in one hour",
    "breaches_here > 0 && insult > 0.5": "what may be an insult, by somebody who was ruled against here",
    "double(links) / double(words) > 0.2": "more links than every fifth word; a comment without words is not met",
    'language in ["german", "dutch"] && !quotes_parent': "in another language, without what it answers",
}
"""Each is read by a test."""
COSTS = """
## What it costs

Reading takes under 2 ms, once; then a comment takes about 7 µs (150,000 a second; 30,000 where links and words are counted
for it alone). What is measured for the expression comes on top where no other clause measures it. The dearest expressions
that can be written, over texts of 20,000 characters, stay under 5 ms; a test tries them. `toxicity`, `insult`, `spam`, and
`rude_words` rest on learned weights and are no facts: see [how often they are right](kinds.md). A finding that looked at one
of them says how sure it is.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD.rstrip("\n"), *map(_row, VARIABLES, VARIABLES.values()), *_examples(), COSTS])


def _row(name: str, variable: Variable) -> str:
    return f"| `{name}` | {variable.type} | {variable.means} |"


def _examples() -> Iterator[str]:
    yield "\n## Examples\n"
    yield "| expression | finds |"
    yield "|---|---|"
    yield from (f"| `{expression}` | {finds} |" for expression, finds in EXAMPLES.items())
