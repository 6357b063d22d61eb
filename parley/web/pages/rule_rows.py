"""Rule books as rows: the red box of a place, its reading word by word, its clauses, versions, and differences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from markupsafe import Markup

from houserules import (
    Clause,
    Combined,
    Keeping,
    Line,
    NumberedLine,
    RuleBook,
    Standing,
    Sureness,
    how_kept,
    is_wider,
    kinds,
    spoken,
)
from houserules.examples import unmet
from parley.base.refusals import Refusal
from parley.base.retelling import retold
from parley.base.saying import meant, say
from parley.rulebooks import choices
from parley.rulebooks.services import WAYS
from parley.web import rows
from parley.web.pages.seed_rows import how

if TYPE_CHECKING:
    from parley.rulebooks.models import Draft, Version

MOST_COMPARED = 300
"""Lines."""
OF_ENGINE = {"rules-unclear", "no-such-clause"}
"""Codes of refusals that the engine words."""
SURENESS = {Sureness.CAREFUL: "careful", Sureness.USUAL: "usual", Sureness.KEEN: "keen"}


def box(rules: Combined, origins: Mapping[str, str], *, title: str, intro: str) -> rows.RulesBox:
    """The numbered lines with how each is kept."""
    return rows.RulesBox(title=title, intro=intro if rules.lines else "", rows=tuple(
        rows.RuleRow(number=line.number, text=line.text, how=how(line), origin=_origin(line, origins))
        for line in rules.lines
    ))  # fmt: skip


def _origin(line: NumberedLine, origins: Mapping[str, str]) -> str:
    """Whose line it is, and whether a narrower book may lift it where its author said so."""
    return say(", ").join(filter(None, (origins.get(line.origin, ""), _standing(line.standing))))


def _standing(standing: Standing) -> str:
    if standing is Standing.UNMARKED:
        return ""
    return meant("line of rules", "open") if standing is Standing.OPEN else meant("line of rules", "fixed")


def pieces(*books: RuleBook, first: int = 1) -> tuple[rows.PieceRow, ...]:
    """The prose line by line, cut at its clauses and at the words that no clause stands for. Clauses are numbered on from
    book to book, here as in `clause_rows`; lines too, from `first`.
    """
    found: list[rows.PieceRow] = []
    clauses, at = 0, first
    for book in books:
        numbers = {clause.key: number for number, clause in enumerate(book.clauses, clauses + 1)}
        clauses += len(numbers)
        for line in book.lines:
            opening, *rest = _line_pieces(book.prose, line, numbers, breaks=bool(found))
            found += [replace(opening, line=at), *rest]
            at += 1
    return tuple(found)


def _line_pieces(prose: str, line: Line, numbers: Mapping[str, int], *, breaks: bool) -> Iterator[rows.PieceRow]:
    spans: list[tuple[int, int, int | None]] = [(each.start, each.end, numbers[each.key]) for each in line.clauses]
    spans += [(start, end, None) for start, end in (*line.unread, *line.sanction)]
    here = line.start
    for start, end, number in sorted(spans, key=lambda span: span[:2]):
        if start < here:
            continue
        if start > here:
            yield rows.PieceRow(text=prose[here:start], breaks=breaks)
            breaks = False
        yield rows.PieceRow(text=prose[start:end], number=number, is_plain=number is None, breaks=breaks)
        here, breaks = end, False
    if here < line.end:
        yield rows.PieceRow(text=prose[here : line.end], breaks=breaks)


def clause_rows(
    *books: RuleBook, is_draft: bool = False, shadows: Mapping[str, rows.ShadowRow] | None = None
) -> tuple[rows.ClauseRow, ...]:
    """What was understood; a draft's clauses come with their choices, those in shadow with what they found (by key)."""
    keyed = [(clause, name) for book in books for clause, name in zip(book.clauses, choices.names(book).values(), strict=True)]
    return tuple(
        _clause_row(clause, number, name, is_draft=is_draft, shadow=(shadows or {}).get(clause.key) if clause.shadow else None)
        for number, (clause, name) in enumerate(keyed, 1)
    )


def _clause_row(clause: Clause, number: int, name: str, *, is_draft: bool, shadow: rows.ShadowRow | None) -> rows.ClauseRow:
    kind, ways = kinds().get(clause.kind), choices.offered(clause, WAYS)
    title, asks = (say(kind.title), say(kind.asks)) if kind else (clause.kind, "")
    parameters = retold(spoken.parameters(clause.params))
    is_for_people = len(ways) == 1
    return rows.ClauseRow(
        number=number, key=name, kind=title, parameters=parameters,
        words="" if clause.words.casefold() in {title.casefold(), parameters.casefold()} else clause.words,
        is_people=clause.keeping is Keeping.PEOPLE and not clause.permits,
        explains=asks, for_people=say("People decide; the software does not look for it.") if is_for_people else "",
        choices=_ways(clause, ways) if is_draft and len(ways) > 1 else (),
        how="" if is_for_people else say(how_kept(clause, once_confirmed=is_draft)), shadow=shadow, is_shadow=clause.shadow,
        finds=_example(clause, finds=True), leaves=_example(clause, finds=False), figures=_figures(clause),
        warns=_warns(clause), unmet=tuple(retold(each.sentence) for each in unmet([clause])),
        settings=_settings(clause) if is_draft else (),
    )  # fmt: skip


def errors_of(refusal: Refusal | None) -> tuple[str, ...]:
    """What a refusal says; the engine says it in English."""
    if refusal is None:
        return ()
    if refusal.code in OF_ENGINE:
        return (Markup('<span lang="en" dir="ltr">{}</span>').format(refusal.sentence),)
    return (refusal.sentence,)


def _ways(clause: Clause, ways: Sequence[Keeping]) -> tuple[rows.ChoiceRow, ...]:
    return tuple(rows.ChoiceRow(value=way.value, label=say(choices.KEEPINGS[way]), is_chosen=way == clause.keeping) for way in ways)


def _warns(clause: Clause) -> str:
    """Where the reading left it to people though its kind acts: the line says more than was understood."""
    kind = kinds().get(clause.kind)
    if kind is None or clause.permits or clause.proposed is not Keeping.PEOPLE or kind.default is Keeping.PEOPLE:
        return ""
    if not is_wider(clause):
        return say("Left to people, because this line says more than was understood.")
    return say("It acts on everybody and everything it finds, whatever the dotted words of this line say.")


def _settings(clause: Clause) -> tuple[rows.FieldRow, ...]:
    """How sure the software must be, where a score is measured."""
    kind = kinds().get(clause.kind)
    if kind is None or clause.permits or clause.keeping is Keeping.PEOPLE or "sureness" not in kind.choices:
        return ()
    chosen = clause.params.get("sureness", Sureness.USUAL)
    levels = tuple(rows.ChoiceRow(value=each, label=say(SURENESS[each]), is_chosen=each == chosen) for each in Sureness)
    hint = say("careful: only what it is very sure of. keen: it finds more, and errs more.")
    label = say("How sure the software must be")
    return (rows.FieldRow(name="sureness", label=label, kind="radios", choices=levels, hint="" if kind.figures else hint),)


def _example(clause: Clause, *, finds: bool) -> str:
    return next((" ".join(each.text.split()) for each in clause.examples if each.finds is finds), "")


def _figures(clause: Clause) -> str:
    """How often a kind that judges by learned weights is right, in words; empty for all others."""
    kind = kinds().get(clause.kind)
    if kind is None or kind.figures is None or clause.permits:
        return ""
    rates = kind.figures.rates(str(clause.params.get("sureness", Sureness.USUAL)))
    return say("A judgement, on public data {rates}.", rates=retold(rates))


def version_rows(versions: "Sequence[Version]", url: str) -> list[rows.VersionRow]:
    """Newest first."""
    return [
        rows.VersionRow(label=say("Version {number}", number=each.number), at=each.created_at, url=f"{url}?version={each.number}",
                        note=_by(each), is_in_force=each is versions[0])
        for each in versions
    ]  # fmt: skip


def _by(version: "Version") -> str:
    if version.signed_by is None:
        return say("by {author}", author=version.author.name)
    return say("by {author}, signed by {other}", author=version.author.name, other=version.signed_by.name)


def offered_rows(drafts: "Sequence[Draft]", url: str) -> tuple[rows.VersionRow, ...]:
    """What waits for a second owner."""
    return tuple(
        rows.VersionRow(label=say("New rules by {name}", name=each.author.name), at=each.offered_at, url=f"{url}/drafts/{each.pk}")
        for each in drafts if each.offered_at
    )  # fmt: skip


def _only(lines: list[str], others: list[str], sign: str) -> list[tuple[str, str]]:
    known = set(others)
    return [(sign, line) for line in lines if line not in known]


def difference(before: str, after: str) -> list[tuple[str, str]]:
    """Lines of two versions: (`-` gone, `+` new, or nothing, the line). Of very many lines only those that came or went,
    since finding their order takes too long.
    """
    old, new = ([line for line in text.splitlines() if line.strip()] for text in (before, after))
    if max(len(old), len(new)) > MOST_COMPARED:
        return [*_only(old, new, "-"), *_only(new, old, "+")]
    found: list[tuple[str, str]] = []
    for tag, from_, to, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [("", line) for line in old[from_:to]]
        else:
            found += [("-", line) for line in old[from_:to]] + [("+", line) for line in new[from_new:to_new]]
    return found
