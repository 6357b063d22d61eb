"""Facts and rules in, a verdict out: pure, so that the same facts, rules and engine always give the same verdict."""

from collections.abc import Iterable, Iterator

from houserules.book import ENGINE, Clause, RuleBook
from houserules.combined import Combined, NumberedLine, combine
from houserules.facts import Facts
from houserules.judgement import Judgement
from houserules.keeping import strongest
from houserules.kind import Hit, kinds
from houserules.plain import joined
from houserules.verdict import Finding, Verdict
from houserules.weights import WeightsError, digest

DECIMALS = 4
"""Measured values are rounded so that two machines agree on them."""


def judge(facts: Facts, rules: Combined | RuleBook) -> Verdict:
    """What the confirmed clauses that nothing lifts have to say about `facts`."""
    return judged(Judgement(facts), combine(None, rules, None) if isinstance(rules, RuleBook) else rules)


def judged(judgement: Judgement, combined: Combined) -> Verdict:
    """The same in a judgement that goes on telling what could not be measured."""
    findings = tuple(_findings(judgement, combined.acting))
    shadowed = tuple(_findings(judgement, combined.shadowing)) if combined.shadowing else ()
    return Verdict(
        findings=findings,
        keeping=strongest(finding.keeping for finding in findings),
        engine=f"{ENGINE}+{digest()}",
        missing=tuple(dict.fromkeys(judgement.missing)),
        shadowed=shadowed,
    )


def _findings(judgement: Judgement, clauses: Iterable[tuple[NumberedLine, Clause]]) -> Iterator[Finding]:
    """The findings; what cannot be measured because its weights are gone is told, and the rest goes on."""
    known, event = kinds(), judgement.facts.event
    for line, clause in clauses:
        kind = known.get(clause.kind)
        if kind is None or kind.judge is None or event not in kind.events:
            continue
        told = len(judgement.missing)
        try:
            hit = kind.judge(judgement, clause.params)
        except WeightsError as gone:
            judgement.missing.append(str(gone))
            hit = None
        if hit is None and len(judgement.missing) > told:
            judgement.unmeasured.add((line.number, clause.key))
        if hit is not None:
            yield _finding(line, clause, hit)


def _finding(line: NumberedLine, clause: Clause, hit: Hit) -> Finding:
    return Finding(
        kind=clause.kind,
        clause_key=clause.key,
        line_number=line.number,
        line_text=line.text,
        words=clause.words,
        spans=joined(hit.spans),
        value=round(float(hit.value), DECIMALS),
        threshold=round(float(hit.threshold), DECIMALS),
        confidence=round(float(hit.confidence), DECIMALS),
        note=hit.note,
        passes=hit.passes,
        keeping=clause.keeping,
    )
