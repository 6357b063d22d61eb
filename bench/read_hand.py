"""How often a clause that acts is right, judged by hand: `python -m bench.read_hand [--sample SEED] [--keep FILE]`.

The rules are real ones (`rules/` below PARLEY_DATA, described in its SOURCE.md; not part of this repository), each read as
a community would paste it: its name, then its description. A verdict is kept in `docs/figures/read_hand.json` under a
digest of text, kind, parameters and words, so that nothing of the data stands here, and a verdict counts only for as
long as that very reading is still made.

* `--sample SEED` prints clauses to judge that were not judged before, of one half of the rules: of the `fresh` half
  nothing was looked at before round `fresh-1`; with the `known` half the grammar was mended from the start.
* `--keep FILE --round NAME` takes in judged lines: a digest, `right` or `wrong`, and one word why. Each of `fresh-1` to
  `fresh-3` was judged once and then mended by, so that “when judged” is the honest figure of the grammar before that mend.
* Without either it prints what the verdicts say of the readings of today, and how much is read at all.
"""

import argparse
import hashlib
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from houserules import Clause, Keeping, RuleBook, read
from houserules.weights.train import DATA, rows_of

HERE = Path(__file__).resolve().parent.parent
KEPT = HERE / "docs" / "figures" / "read_hand.json"
FILES = ("rules/train.jsonl", "rules/unlabelled.jsonl")
SAMPLE = 200
HALVES = ("known", "fresh")
Verdicts = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Reading:
    """One clause that would act once confirmed, and the rule it was read in."""

    prose: str
    clause: Clause

    @property
    def digest(self) -> str:
        """Names the reading without telling it."""
        parts = (self.prose, self.clause.kind, dict(self.clause.params), self.clause.words)
        told = json.dumps(parts, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def proses() -> Iterator[str]:
    """Every rule as prose: its name and, where it says more, its description."""
    for name in FILES:
        for rule in rows_of(name):
            title, text = rule["short_name"].strip(), rule["description"].strip()
            yield title if text in {"", title} else f"{title}\n{text}"


def acts(clause: Clause) -> bool:
    """Whether software would judge by the clause once it is confirmed."""
    return clause.keeping is not Keeping.PEOPLE and not clause.permits


def half(prose: str) -> str:
    """The half of the rules that this one belongs to, whatever its clauses."""
    return HALVES[hashlib.sha256(prose.encode("utf-8", "surrogatepass")).digest()[0] % 2]


def readings(books: Sequence[RuleBook]) -> dict[str, Reading]:
    """Every acting clause by its digest; rules that stand twice in the data count once."""
    found = (Reading(book.prose, clause) for book in books for clause in book.clauses if acts(clause))
    return {reading.digest: reading for reading in found}


def sample(today: dict[str, Reading], verdicts: Verdicts, seed: int, which: str) -> list[Reading]:
    """Clauses to judge, by seed; none that was judged before."""
    open_ = [today[each] for each in sorted(today.keys() - verdicts.keys()) if half(today[each].prose) == which]
    return random.Random(seed).sample(open_, min(SAMPLE, len(open_)))


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle, spread = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def figures(books: Sequence[RuleBook], verdicts: Verdicts) -> Iterator[str]:
    """What the verdicts say, round by round, and how much is read."""
    today = readings(books)
    for name in (*dict.fromkeys(verdict["round"] for verdict in verdicts.values()), None):
        judged = {key: verdict for key, verdict in verdicts.items() if name in {None, verdict["round"]}}
        still = [verdict["verdict"] == "right" for key, verdict in judged.items() if key in today]
        low, high = wilson(sum(still), len(still))
        when = [verdict["verdict"] == "right" for verdict in judged.values()]
        yield (
            f"{name or 'all rounds':12} still read {len(still):4}, right {_share(sum(still), len(still))} "
            f"({100 * low:.1f} – {100 * high:.1f}); gone {len(when) - len(still):3}; "
            f"when judged {_share(sum(when), len(when))} of {len(when)}"
        )
    yield from reach(books)


def reach(books: Sequence[RuleBook]) -> Iterator[str]:
    """How much of the rules is read, right or wrong."""
    words = sum(len(line.text.split()) for book in books for line in book.lines)
    spoken = sum(len(clause.words.split()) for book in books for clause in book.clauses)
    count = sum(len(book.lines) for book in books)
    yield f"{len(books)} rules of {count} lines: {sum(acts(each) for book in books for each in book.clauses)} acting clauses"
    yield f"with a clause {_share(sum(any(True for _ in book.clauses) for book in books), len(books))}"
    yield f"with one that acts {_share(sum(any(map(acts, book.clauses)) for book in books), len(books))}"
    yield f"words in clauses {_share(spoken, words)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / (whole or 1):.1f} %"


def show(reading: Reading) -> str:
    """A clause within its whole rule, for judging."""
    clause = reading.clause
    asks = " ".join((clause.kind, *(f"{name}={value}" for name, value in clause.params.items())))
    marked = f"{reading.prose[: clause.start]}⟦{clause.words}⟧{reading.prose[clause.end :]}"
    return f"{reading.digest} {asks} · {clause.words}\n    " + marked.replace("\n", "\n    ")


def taken(file: Path, today: dict[str, Reading], round_: str) -> Verdicts:
    """Judged lines: digest, right or wrong, one word why."""
    found: Verdicts = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        digest, verdict, *why = line.split()
        if digest not in today or verdict not in {"right", "wrong"}:
            raise SystemExit(f"Not a judged reading of today: {line}")
        found[digest] = {"verdict": verdict, "round": round_}
        found[digest] |= {"why": why[0]} if why else {}
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when something was printed or kept, 2 when the data is absent."""
    parser = argparse.ArgumentParser(prog="bench.read_hand", description="Judge readings by hand.")
    parser.add_argument("--sample", type=int, help="a seed")
    parser.add_argument("--half", choices=HALVES, default="fresh", help="which half of the rules to draw from")
    parser.add_argument("--keep", type=Path, help="judged lines to take in")
    parser.add_argument("--round", default="", help="the name of the round they were judged in")
    options = parser.parse_args(arguments)
    if not all((DATA / name).is_file() for name in FILES):
        print(f"NOT MEASURED: {' and '.join(FILES)} are not below PARLEY_DATA.", file=sys.stderr)
        return 2
    books = [read(prose) for prose in proses()]
    verdicts: Verdicts = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    if options.keep is not None:
        verdicts |= taken(options.keep, readings(books), options.round)
        KEPT.write_text(json.dumps(verdicts, indent=0, sort_keys=False) + "\n", encoding="utf-8")
    elif options.sample is not None:
        print("\n\n".join(map(show, sample(readings(books), verdicts, options.sample, options.half))))
    else:
        print("\n".join(figures(books, verdicts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
