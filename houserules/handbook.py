"""The page for readers that lists every kind; made from the catalogue, so that it cannot disagree with it."""

from collections.abc import Iterator

from houserules.kind import Case, Kind, kinds

HEAD = """# Kinds of clauses

Made from `houserules/catalogue/` by `houserules kinds > docs/rules/kinds.md`; a test compares them. Every case below
is a test of its kind. In the phrasings `?` marks a word that may be missing, `|` a choice, `{own}`, `{items}` and the
like a group of words, and `{term}` the words that become the parameter. Every form of a word counts.
"""


def handbook() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(line for kind in kinds().values() for line in _kind(kind))])


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.name}\n"
    yield f"**{kind.title}.** {kind.asks}\n"
    others = [str(keeping) for keeping in kind.allowed if keeping is not kind.default]
    choice = f"; can be turned to {', '.join(others)}" if others else ""
    yield f"* Kept: **{kind.default}** ({kind.kept[kind.default]}){choice}."
    for name, meaning in kind.params.items():
        yield f"* Parameter `{name}`: {meaning}."
    for name, chosen in kind.choices.items():
        yield f"* The author may choose `{name}`: {chosen.means}."
    if kind.is_attached:
        yield "* Attached by the author of a line; no prose is read as it. See [expert clauses](expressions.md)."
    if kind.signals:
        yield f"* Measured by: {', '.join(f'`{signal.__name__}`' for signal in kind.signals)}."
    if kind.figures is not None:
        yield f"* Figures: {kind.figures}."
    if kind.figures is not None and kind.figures.levels:
        yield f"* By level: {kind.figures.told_levels()}."
    for name, is_duty in (("Forbidden or allowed as", False), ("Asked for as", True)):
        phrasings = _phrasings(kind, is_duty=is_duty)
        if phrasings:
            yield f"* {name}: {', '.join(phrasings)}."
    yield ""
    yield "| case | rule | text | found |"
    yield "|---|---|---|---|"
    yield from (_case(case) for case in kind.cases)
    yield ""


def _phrasings(kind: Kind, *, is_duty: bool) -> list[str]:
    named = ["any named subject"] if kind.names_anything and not is_duty else []
    return [*(f"`{each.pattern}`" for each in kind.phrasings if each.is_duty is is_duty), *named]


def _case(case: Case) -> str:
    text = cell(case.facts.text) if case.facts is not None else "(how the rule is read)"
    found = "yes" if case.finds else "no"
    if case.marks:
        found = ", ".join(f"“{cell(mark)}”" for mark in case.marks)
    rule = f"{cell(case.rule)} with `{case.expression}`" if case.expression else cell(case.rule)
    return f"| {cell(case.name)} | {rule} | {text} | {found} |"


def cell(text: str) -> str:
    """Text as one cell of a table: no line ends, no bars, no live markup."""
    for mark in "\\`*_{}[]<>#|!":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())
