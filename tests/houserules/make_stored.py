"""Makes `stored.jsonl` anew: verdicts on the demo's discussions by their own rules, everything that can be judged turned on.

    python -m tests.houserules.make_stored

Run it when `ENGINE` or the weights changed on purpose; what it prints are the differences, to be read before they are
committed.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.judge_speed import mixed
from houserules import judge
from houserules.verdict import Finding, Verdict

STORED = Path(__file__).with_name("stored.jsonl")


def verdicts() -> Iterator[Verdict]:
    """In the order of the comments."""
    rules, facts = mixed()
    return (judge(each, rules) for each in facts)


def stored() -> list[Verdict]:
    """As they were when the file was made."""
    return [Verdict.from_json(json.loads(line)) for line in STORED.read_text(encoding="utf-8").splitlines()]


def differences(before: list[Verdict], now: list[Verdict]) -> list[str]:
    """One sentence for each comment that is judged otherwise."""
    told = []
    for number, (old, new) in enumerate(zip(before, now, strict=True), 1):
        lost, won = set(old.findings) - set(new.findings), set(new.findings) - set(old.findings)
        if lost or won:
            told.append(f"comment {number}: no longer {_kinds(lost)}; now {_kinds(won)}")
    return told


def _kinds(findings: set[Finding]) -> str:
    return ", ".join(sorted(f"{each.kind} {each.value:g}" for each in findings)) or "nothing"


def main() -> None:
    now = list(verdicts())
    if STORED.exists() and len(stored()) == len(now):
        for difference in differences(stored(), now):
            print(difference)
    STORED.write_text("".join(json.dumps(each.to_json()) + "\n" for each in now), encoding="utf-8")


if __name__ == "__main__":
    main()
