"""Facts and rules in, a verdict out: pure, so that the same facts, rules and engine always give the same verdict."""

from collections.abc import Iterable, Iterator, Mapping

from houserules.book import ENGINE, Clause, Param, RuleBook, told_wider
from houserules.combined import Asking, Combined, NumberedLine, combine
from houserules.facts import Facts
from houserules.judgement import Judgement
from houserules.keeping import strongest
from houserules.kind import Hit, Kind
from houserules.plain import joined
from houserules.saying import together
from houserules.verdict import Finding, Verdict
from houserules.weights import WeightsError, digest

DECIMALS = 4
"""Measured values are rounded so that two machines agree on them."""


def judge(facts: Facts, rules: Combined | RuleBook) -> Verdict:
    """What the confirmed clauses that nothing lifts have to say about `facts`."""
    return judged(Judgement(facts), combine(None, rules, None) if isinstance(rules, RuleBook) else rules)


def judged(judgement: Judgement, combined: Combined) -> Verdict:
    """The same in a judgement that goes on telling what could not be measured."""
    findings = tuple(_findings(judgement, combined.asking))
    shadowed = tuple(_findings(judgement, combined.asking_in_shadow))
    return Verdict(
        findings=findings,
        keeping=strongest(finding.keeping for finding in findings),
        engine=f"{ENGINE}+{digest()}",
        missing=tuple(dict.fromkeys(judgement.missing)),
        shadowed=shadowed,
    )


def _findings(judgement: Judgement, clauses: Iterable[Asking]) -> Iterator[Finding]:
    """The findings; what is asked twice, by two lines or by two books, is looked for once."""
    known = judgement.hits
    for line, clause, kind, asks in clauses:
        found = known.get(asks)
        if found is None:
            found = known[asks] = _looked_for(judgement, kind, clause.params)
        hit, is_unmeasured = found
        if is_unmeasured:
            judgement.unmeasured.add((line.number, clause.key))
        if hit is not None:
            yield _finding(line, clause, hit)


def _looked_for(judgement: Judgement, kind: Kind | None, params: Mapping[str, Param]) -> tuple[Hit | None, bool]:
    """What a clause finds, and whether it finds nothing for want of a measurement: of that is told, and the rest goes on."""
    if kind is None or kind.judge is None or judgement.facts.event not in kind.events:
        return None, False
    told = len(judgement.missing)
    try:
        hit = kind.judge(judgement, params)
    except WeightsError as gone:
        judgement.missing.append(str(gone))
        hit = None
    return hit, hit is None and len(judgement.missing) > told


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
        note=together((hit.note, told_wider(clause))),
        passes=hit.passes,
        keeping=clause.keeping,
    )
