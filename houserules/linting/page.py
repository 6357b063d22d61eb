"""The page for readers that lists every remark; made from the checks, so that it cannot disagree with them."""

from collections.abc import Iterator

from houserules.handbook import cell
from houserules.linting.checks import Check, checks
from houserules.linting.remark import Case

HEAD = """# Remarks on rules

Made from `houserules/linting/remarks/` by `houserules lint --list > docs/rules/linting.md`; a test compares them. A
remark tells the author of rules what may be missing and how to mend it. It never acts, and rules may stand as they
are. Every case below is a test of its remark.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(line for check in checks().values() for line in _check(check))])


def _check(check: Check) -> Iterator[str]:
    yield f"## {check.name}\n"
    yield f"**{check.title}.** {check.asks}\n"
    yield "| case | rules | remarked |"
    yield "|---|---|---|"
    yield from (_case(case) for case in check.cases)
    yield ""


def _case(case: Case) -> str:
    found = "yes" if case.finds else "no"
    if case.words:
        found = ", ".join(f"“{cell(words)}”" for words in case.words)
    return f"| {cell(case.name)} | {cell(case.rules)} | {found} |"
