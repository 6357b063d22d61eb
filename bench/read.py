"""How well rules are read: `python -m bench.read [--keep] [FILE …]`.

Prints micro-F1 of labels with 95 % intervals beside a baseline, what of real rules is understood, how far labels agree
with categories, and the speed on one core. A FILE is JSON Lines with `text` and `labels`. With `--keep` the result is also
written to docs/figures/read.json; it is never read from there. Needs the data folder.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.judge import circumstances, told

HERE = Path(__file__).resolve().parent.parent
RESULT = HERE / "docs" / "figures" / "read.json"
TESTS = HERE / "tests" / "houserules"
NEEDED = ("house_rules_dev.jsonl", "labels.md", "train.jsonl", "unlabelled.jsonl")
WANTED = {"dev": 0.90, "frozen": 0.75}
LINES_WANTED = 2000


def ready() -> bool:
    """Whether the data is there; says loudly what is not."""
    from bench.read_measures import RULES

    missing = [name for name in NEEDED if not (RULES / name).is_file()]
    for name in missing:
        print(f"MISSING: rules/{name} below the data folder; set PARLEY_DATA=…", file=sys.stderr)
    return not missing


def quality(files: Sequence[Path]) -> dict[str, Any]:
    """Labels of texts. The frozen and the held-out ones were never tuned on; the labelled ones are each read unlearned."""
    from bench import read_measures as measured
    from houserules.weights.train_labels import labelled

    dev = labelled(measured.RULES / "house_rules_dev.jsonl")
    sets = {"dev": dev, "frozen": labelled(TESTS / "frozen.jsonl"), "held out": labelled(TESTS / "held_out.jsonl")}
    sets["labelled"] = labelled()
    sets |= {str(path): labelled(path) for path in files}
    found = {}
    for name, rows in sets.items():
        taught = measured.definitions() + ([] if name == "dev" else dev)
        guess = measured.baseline(taught)
        found[name] = {
            "texts": len(rows),
            "ours": measured.micro_f1(
                measured.unseen(rows) if name == "labelled" else [(want, measured.ours(text)) for text, want in rows]
            ),
            "grammar alone": measured.micro_f1([(want, measured.grammar_alone(text)) for text, want in rows]),
            "baseline": measured.micro_f1([(want, guess(text)) for text, want in rows]),
        }
        _print_set(name, found[name])
    return found


def _print_set(name: str, figures: dict[str, Any]) -> None:
    wanted = WANTED.get(name)
    mark = (
        "" if wanted is None else f"  wanted {wanted}  {'reached' if figures['ours'][0] >= wanted else 'NOT REACHED'}"
    )
    print(f"{name:<10} n={figures['texts']:<4} micro-F1 ours {told(figures['ours'])}{mark}")
    print(f"{'':<17} grammar alone {told(figures['grammar alone'])}")
    print(f"{'':<17} TF-IDF + regression on definitions (and dev) {told(figures['baseline'])}")


def real_rules() -> dict[str, Any]:
    """What is understood of real rules, and how far our labels agree with their categories."""
    from bench import read_measures as measured
    from houserules.weights.train import rows_of

    rules = rows_of("rules/train.jsonl") + rows_of("rules/unlabelled.jsonl")
    found = {
        "coverage": measured.coverage([measured.text_of(rule) for rule in rules]),
        "by language": measured.by_language(rules),
        "agreement": measured.agreement(rows_of("rules/train.jsonl")),
    }
    for name, value in found["coverage"].items():
        print(f"{name:<56} {value:.3f}" if value <= 1 else f"{name:<56} {value}")
    for name, shares in found["by language"].items():
        print(
            f"  {name:<6} {shares['rules']:>5} rules, with a clause or an aside {shares['with a clause or an aside']:.3f}"
        )
    for name, scores in found["agreement"].items():
        print(f"{name:<34} accuracy {scores['accuracy']:.3f}  macro F1 {scores['macro F1']:.3f}")
    return found


def speed() -> dict[str, float]:
    """Texts as they are labelled, and real rules, which are longer."""
    from bench import read_measures as measured
    from houserules.weights.train import rows_of
    from houserules.weights.train_labels import labelled

    dev = [text for text, _ in labelled(measured.RULES / "house_rules_dev.jsonl") + labelled()]
    real = [measured.text_of(rule) for rule in rows_of("rules/train.jsonl")]
    found = {
        "rule texts a second": measured.lines_a_second(dev),
        "real rules a second (of several sentences)": measured.lines_a_second(real, rounds=3),
    }
    for name, value in found.items():
        print(f"{name:<48} {value:.0f}")
    print(f"{'wanted':<48} {LINES_WANTED}")
    return found


def main() -> int:
    """0 when measured, 2 when data is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write the result to docs/figures/read.json")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    if not ready():
        return 2
    result = {
        "circumstances": circumstances(),
        "labels": quality(asked.files),
        "real rules": real_rules(),
        "speed": speed(),
    }
    if asked.keep:
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULT.relative_to(HERE)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
