"""How well and how fast comments are judged: `python -m bench.judge [--keep]`.

Prints our figures beside a baseline's on the same records, with 95 % intervals, and the speed beside rivals'. With
`--keep` the result is also written to docs/figures/judge.json; it is never read from there. Needs the data folder.
"""

import argparse
import json
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
RESULT = HERE / "docs" / "figures" / "judge.json"
NEEDED = (
    "insults/train.jsonl", "toxic-spans/train.jsonl", "toxic-replies/cat_small.jsonl", "spam/train.jsonl",
    "threads/comments.jsonl", "threads/submissions.jsonl",
)  # fmt: skip
PACKAGES = ("numpy", "scikit-learn", "rapidfuzz", "alt-profanity-check", "common-expression-language")


def ready() -> bool:
    """Whether the data is there; says loudly what is not."""
    from houserules.weights.train import DATA

    missing = [name for name in NEEDED if not (DATA / name).is_file()]
    for name in missing:
        print(
            f"MISSING: {name} below the data folder; set PARLEY_DATA=… (where to get it: its SOURCE.md)",
            file=sys.stderr,
        )
    return not missing


def told(value: tuple[float, float, float]) -> str:
    """A value with its interval."""
    return f"{value[0]:.3f} [{value[1]:.3f}, {value[2]:.3f}]"


def quality() -> list[dict[str, Any]]:
    """Measured and printed figure by figure."""
    from bench.judge_made import evasion, repeats
    from bench.judge_meaning import again, off_subject
    from bench.judge_quality import MEASURED
    from bench.judge_targets import targets

    found = []
    for measure in (*MEASURED, repeats, evasion, targets, off_subject, again):
        for figure in measure():
            mark = "reached" if figure.ours[0] >= figure.wanted else "NOT REACHED"
            print(f"{figure.name:<34} n={figure.n:<5} ours {told(figure.ours)}  wanted {figure.wanted}  {mark}")
            for name, value in figure.baselines.items():
                print(f"{'':<34} {'':<7} {name} {told(value)}  ours ahead by {told(figure.ahead[name])}")
            found.append(asdict(figure))
    return found


def kinds() -> dict[str, Any]:
    """Each kind that judges by learned weights as it acts, measured and printed."""
    from bench.judge_figures import as_they_act

    found = as_they_act()
    for name, each in found.items():
        mark = "as published" if each["as published"] else "NOT AS PUBLISHED in houserules/figures.py"
        print(
            f"{name + ' as it acts':<34} n={each['n']:<5} precision {each['precision']:.3f}  recall {each['recall']:.3f}  {mark}"
        )
        for level, rates in each["levels"].items():
            if level != "usual":
                print(f"{'':<34} {level:<7} precision {rates['precision']:.3f}  recall {rates['recall']:.3f}")
    return found


def speed() -> dict[str, Any]:
    """Measured and printed."""
    from bench.judge_speed import WANTED, measured

    found = measured()
    for name, value in found.items():
        shown = "not installed" if value is None else f"{value:.3f}" if isinstance(value, float) else value
        print(f"{name:<48} {shown}" + (f"   wanted {WANTED[name]}" if name in WANTED else ""))
    return found


def circumstances() -> dict[str, Any]:
    """What somebody needs to measure the same again."""
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False, cwd=HERE
    ).stdout.strip()
    from bench.judge_quality import SEED

    return {
        "commit": commit,
        "machine": platform.machine(),
        "processor": processor(),
        "python": platform.python_version(),
        "seed": SEED,
        "versions": {name: installed(name) for name in PACKAGES},
    }


def processor() -> str:
    """Its name as Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def installed(name: str) -> str | None:
    """The version of a package; None when it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def main() -> int:
    """0 when measured, 2 when data is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write the result to docs/figures/judge.json")
    asked = parser.parse_args()
    if not ready():
        return 2
    result = {"circumstances": circumstances(), "quality": quality(), "kinds": kinds(), "speed": speed()}
    if asked.keep:
        RESULT.parent.mkdir(parents=True, exist_ok=True)
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULT.relative_to(HERE)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
