"""Judging the past by two books, each measurement made at most once for both, and counting what they find."""

from collections import Counter
from collections.abc import Hashable, Iterable

from houserules.combined import Combined
from houserules.engine import judged
from houserules.facts import Member
from houserules.judgement import Judgement
from houserules.replaying.past import Past
from houserules.replaying.tally import (
    MOST,
    Agreement,
    Difference,
    Moved,
    Outcome,
    Side,
    Tally,
    by_name,
    first,
    place,
    together,
)
from houserules.verdict import Finding, Verdict

Key = tuple[int, str]
"""Number of the line and key of the clause: unique among combined rules."""


def replay(records: Iterable[Past], now: Combined, draft: Combined) -> Tally:
    """What the book in force and the draft find in past comments, in this process.

    The same records give the same tally in any order. One that the engine cannot judge is counted as failed.
    """
    counting = Counting(now, draft)
    for past in records:
        counting.add(past)
    return counting.tally()


def clause_names(rules: Combined) -> dict[Key, str]:
    """How tallies name the clauses: by key, with the book before it where the rules are of more than one."""
    alone = len({line.origin for line in rules.lines}) < 2
    return {
        (line.number, clause.key): clause.key if alone else f"{line.origin} {clause.key}"
        for line in rules.lines
        for clause in line.clauses
    }


class _Book:
    """One of the two books, and what it found so far."""

    def __init__(self, rules: Combined) -> None:
        self.rules = rules
        self.names = clause_names(rules)
        self.asked: dict[Key, Hashable] = {
            (line.number, clause.key): (clause.kind, frozenset(clause.params.items()), clause.keeping)
            for line, clause in rules.acting
        }
        """What each clause asks, whatever its words and its place: by this the two books are compared."""
        self.by_keeping: Counter[str] = Counter()
        self.by_clause: Counter[str] = Counter()
        self.ruled: Counter[tuple[bool, bool]] = Counter()

    def count(self, verdict: Verdict, *, ruled: bool | None) -> None:
        if verdict.keeping is not None:
            self.by_keeping[verdict.keeping.value] += 1
            self.by_clause.update(self.names[_key(finding)] for finding in verdict.findings)
        if ruled is not None:
            self.ruled[verdict.keeping is not None, ruled] += 1

    def asks(self, verdict: Verdict) -> frozenset[Hashable]:
        return frozenset(self.asked[_key(finding)] for finding in verdict.findings)

    def outcome(self, verdict: Verdict) -> Outcome:
        clauses = tuple(self.names[_key(finding)] for finding in verdict.findings)
        return Outcome(keeping=verdict.keeping, clauses=clauses)

    def side(self) -> Side:
        return Side(
            by_keeping=by_name(self.by_keeping),
            by_clause=by_name(self.by_clause),
            agreement=Agreement(
                found_breach=self.ruled[True, True],
                found_none=self.ruled[True, False],
                missed_breach=self.ruled[False, True],
                missed_none=self.ruled[False, False],
            ),
        )


class Counting:
    """A tally under way."""

    def __init__(self, now: Combined, draft: Combined) -> None:
        """Nothing is counted yet."""
        self._now, self._draft = _Book(now), _Book(draft)
        self._judged = self._differing = self._failed = 0
        self._differences: list[Difference] = []
        self._failures: list[str] = []
        self._members: dict[str, Moved] = {}
        self._missing: set[str] = set()

    def add(self, past: Past) -> None:
        """Judge a comment by both books and count it; one that cannot be judged does not end the replay."""
        judgement = Judgement(past.facts)
        try:
            now, draft = judged(judgement, self._now.rules), judged(judgement, self._draft.rules)
        except Exception:  # noqa: BLE001 # a fault of the engine in one comment of a million; its id is told
            self._fail(past)
            return
        self._judged += 1
        self._now.count(now, ruled=past.ruled)
        self._draft.count(draft, ruled=past.ruled)
        self._missing.update(draft.missing)  # of both: the judgement is the same
        if now.findings or draft.findings:
            self._compare(past, now, draft)

    def tally(self) -> Tally:
        """What was counted so far."""
        return Tally(
            judged=self._judged,
            now=self._now.side(),
            draft=self._draft.side(),
            members=dict(sorted(self._members.items())),
            differing=self._differing,
            differences=first(self._differences, place),
            failed=self._failed,
            failures=first(self._failures, str),
            missing=tuple(sorted(self._missing)),
        )

    def _fail(self, past: Past) -> None:
        self._failed += 1
        self._failures.append(past.id)
        if len(self._failures) > 2 * MOST:
            self._failures[:] = first(self._failures, str)

    def _compare(self, past: Past, now: Verdict, draft: Verdict) -> None:
        if self._now.asks(now) == self._draft.asks(draft):
            return
        self._differing += 1
        self._differences.append(Difference(id=past.id, now=self._now.outcome(now), draft=self._draft.outcome(draft)))
        if len(self._differences) > 2 * MOST:
            self._differences[:] = first(self._differences, place)
        if (now.keeping is None) is not (draft.keeping is None):
            self._move(past.facts.author, is_new=now.keeping is None)

    def _move(self, author: Member, *, is_new: bool) -> None:
        key = author.id or author.name
        moved = Moved(name=author.name, newly=int(is_new), no_longer=int(not is_new))
        self._members[key] = together(self._members[key], moved) if key in self._members else moved


def _key(finding: Finding) -> Key:
    return finding.line_number, finding.clause_key
