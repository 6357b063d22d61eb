"""What a mod should know before he decides: whether the cited line is met, whether another is, and who else did the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from houserules import Finding, Verdict, meaning
from houserules.kind import kinds
from parley.judging.again import judged_again, judged_nearby
from parley.moderation.items import Item, text_of
from parley.moderation.lines import lines_of
from parley.moderation.models import Basis, Ruling
from parley.moderation.queries import breaches_of, precedents_in
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.threads import queries as threads
from parley.threads.models import Comment

MOST_NEARBY = 12


class Ground(StrEnum):
    """How a neighbour stands to the line that is cited."""

    SAME_STANDING = "same-standing"
    """The same is found in it, and nothing was done."""
    ALREADY_CUT = "already-cut"
    """It was ruled on by this line."""
    DIFFERENT = "different"
    """Something is found in it, by another line."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    comment: Comment
    ground: Ground
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A cited line held against the item."""

    is_met: bool | None
    """By the software's facts; None where it cannot say."""
    others: tuple[Finding, ...]
    """What is found by other lines, where the cited one is not met."""
    basis: Basis


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier ruling. What is shown of its comment is what everybody sees."""

    ruling: Ruling
    is_same_line: bool
    likeness: float
    """0 to 1, by meaning."""


def verdict_on(item: Item) -> Verdict:
    """Of a seed nothing is judged here."""
    return Verdict() if isinstance(item, Seed) else judged_again(item)


def facts_for(verdict: Verdict, line: int) -> list[dict[str, Any]]:
    """What was measured for a line, as the log and the receipt tell it: figures and the rule's own words, none of the item's. No
    value is -0, which PostgreSQL's JSON does not know.
    """
    return [
        {
            "kind": each.kind, "clause": each.clause_key, "value": each.value + 0.0, "threshold": each.threshold,
            "passes": each.passes, "engine": verdict.engine,
        }
        for each in verdict.findings
        if each.line_number == line
    ]  # fmt: skip


def weigh(item: Item, verdict: Verdict, line: int, clause: str = "") -> Weighed:
    """The wrong-rule check (R4.11) and what a ruling by this line would rest on (R4.12): *fired* where what software finds is a fact,
    *discretion* where the line's facts do not hold, else *judged*.
    """
    named = next((each for each in lines_of(item) if each.number == line), None)
    clauses = [
        each for each in (named.clauses if named else ()) if not each.permits and (not clause or each.key == clause)
    ]
    found = [
        each for each in verdict.findings if each.line_number == line and (not clause or each.clause_key == clause)
    ]
    facts = [each for each in clauses if _is_fact(each.kind)]
    if found:
        is_fact = all(_is_fact(each.kind) for each in found)
        return Weighed(is_met=True, others=(), basis=Basis.FIRED if is_fact else Basis.JUDGED)
    if clauses and len(facts) == len(clauses):
        others = tuple(each for each in verdict.findings if each.line_number != line)
        return Weighed(is_met=False, others=others, basis=Basis.DISCRETION)
    return Weighed(is_met=None, others=(), basis=Basis.JUDGED)


def _is_fact(kind: str) -> bool:
    """Whether software measures it and no judgement is left: a number of links, a repeat, a length."""
    known = kinds().get(kind)
    return known is not None and known.judge is not None and known.figures is None and not known.is_guess


def nearby(item: Item, line: int) -> list[Neighbour]:
    """Equal treatment: the parent and siblings in which the same judgement finds something, or which were ruled on by the line."""
    if isinstance(item, Seed):
        return []
    around = threads.around(item, limit=MOST_NEARBY)
    cut = breaches_of([each.pk for each in around])
    found = []
    standing = [each for each in around if each.text.removed_by_id is None]
    verdicts = {each.pk: verdict for each, verdict in judged_nearby(item, standing)}
    for each in around:
        findings = verdicts[each.pk].findings if each.pk in verdicts else ()
        same = next((finding for finding in findings if finding.line_number == line), None)
        if line in cut.get(each.pk, ()):
            found.append(Neighbour(each, Ground.ALREADY_CUT, None))
        elif same is not None:
            found.append(Neighbour(each, Ground.SAME_STANDING, same))
        elif findings:
            found.append(Neighbour(each, Ground.DIFFERENT, findings[0]))
    return found


def precedents(item: Item, line: int, *, limit: int = 6) -> list[Precedent]:
    """Earlier rulings in the group: by the same words of a line first, then by what the comments mean."""
    named = next((each for each in lines_of(item) if each.number == line), None)
    text = text_of(item)
    if named is None:
        return []
    rulings = precedents_in(item.group_id if isinstance(item, Seed) else item.seed.group_id, beside=item)
    source = texts.for_judging(text) if text else ""
    likeness = _likeness(source, [texts.for_judging(each.comment.text) if each.comment else "" for each in rulings])
    rows = [
        Precedent(ruling=each, is_same_line=each.entry.because.get("text") == named.text, likeness=like)
        for each, like in zip(rulings, likeness, strict=True)
    ]
    return sorted(rows, key=lambda row: (not row.is_same_line, -row.likeness))[:limit]


def _likeness(source: str, others: Sequence[str]) -> list[float]:
    """By meaning; 0 throughout where the weights of meaning are not installed."""
    if not others or not meaning.is_here():
        return [0.0] * len(others)
    found = meaning.closeness(meaning.vectors([source]), meaning.vectors(list(others)))
    return [round(float(each), 4) for each in found.reshape(-1)]
