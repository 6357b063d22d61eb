"""The page for readers that lists every language; made from the tongues, so that it cannot disagree with them."""

from collections.abc import Iterator

from houserules.handbook import cell
from houserules.prose.foreign.tongue import Case, Tongue, tongues

HEAD = """# Rules in other languages

A line that is not in English says so: “This line is in German; links, length, and named subjects are read, the rest is
kept by people.” Which language it is, is told by its script and by words that English does not have; when that is not
sure, the line is read as English. Of languages without a file below nothing is read, and the line says that too.

Read are bans and limits of links, limits of length, and bans of subjects. After “no …” a subject has to be a known one,
because in German every noun has a capital letter; after “not about …” it may be any short one. A condition, or a part of
a list that may narrow it, leaves the whole line to people. Everything else of the line is kept by people.

A language is one file in `houserules/prose/foreign/tongues/`; this page is made from them by
`houserules kinds --languages > docs/rules/languages.md`, and a test compares them. Every line below is a test of its
language.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(line for name in sorted(tongues()) for line in _tongue(tongues()[name]))])


def _tongue(tongue: Tongue) -> Iterator[str]:
    yield f"## {tongue.name.capitalize()}\n"
    yield "| line | read as | acts once confirmed |"
    yield "|---|---|---|"
    yield from (_case(case) for case in tongue.cases)
    yield ""


def _case(case: Case) -> str:
    acts = ("yes" if case.acts else "no") if case.reads else "–"
    return f"| {cell(case.line)} | {cell('; '.join(case.reads)) or 'left to people'} | {acts} |"
