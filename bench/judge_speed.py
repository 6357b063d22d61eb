"""How fast one core judges the demo's liveliest discussion by all its rules, and a rival beside it.

The mixed book: rules of the site, of the group `harbour`, and of the seed, every clause that can be judged turned on. A
rival judges the same facts: plain `re` (one alternation of the lexicon and of the rules' terms), and expressions in the
Common Expression Language, when that package is installed.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from houserules import Combined, Earlier, Facts, Keeping, Member, RuleBook, Said, combine, judge, kinds, read
from houserules.signals.hurtful_words import lexicon

HERE = Path(__file__).resolve().parent.parent
ROUNDS = 5
WANTED = {"comments/s": 5000, "p50 ms": 0.5, "p99 ms": 3.0, "start s": 0.2, "start MB": 60}
WANTED |= {"start with meaning s": 1.0, "start with meaning MB": 220}


def all_on(prose: str) -> RuleBook:
    """A book in which whatever can be judged is asked for."""
    book = read(prose).all_confirmed()
    judged = {name: kind for name, kind in kinds().items() if kind.judge is not None}
    left = [
        each for each in book.clauses if each.keeping is Keeping.PEOPLE and each.kind in judged and not each.permits
    ]
    return book.with_keeping({each.key: judged[each.kind].allowed[1] for each in left})


def mixed() -> tuple[Combined, list[Facts]]:
    """The rules and the comments, each with its parent, its author's earlier ones, and the article."""
    groups = tomllib.loads((HERE / "demo" / "groups.toml").read_text(encoding="utf-8"))
    seed = tomllib.loads((HERE / "demo" / "seeds" / "01-ferry-strike.toml").read_text(encoding="utf-8"))
    harbour = next(group for group in groups["group"] if group["name"] == seed["group"])
    rules = combine(all_on(groups["site_rules"]), all_on(harbour["rules"]), all_on(seed["rules"]))
    known = {each["id"]: each for each in seed["comment"]}
    members = tuple(Member(name=name) for name in sorted({each["by"] for each in seed["comment"]}))
    earlier: dict[str, tuple[Earlier, ...]] = {}
    facts = []
    for each in seed["comment"]:
        parent = known.get(each.get("reply_to"))
        facts.append(
            Facts(
                text=each["text"],
                author=Member(name=each["by"]),
                parent=Said(author=Member(name=parent["by"]), text=parent["text"]) if parent else None,
                earlier=earlier.get(each["by"], ()),
                members=members,
                article_title=seed["headline"],
                article_source=seed["source"],
                article_text=seed["article"],
            )
        )
        earlier[each["by"]] = (Earlier(text=each["text"]), *earlier.get(each["by"], ()))
    return rules, facts


def pace(work: Callable[[Facts], object], facts: list[Facts]) -> float:
    """Comments a second of processor time; the best of some rounds, as other programs run beside it."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        for each in facts:
            work(each)
        best = min(best, time.process_time() - begin)
    return len(facts) / best


def waits(work: Callable[[Facts], object], facts: list[Facts]) -> tuple[float, float]:
    """p50 and p99 of single judgements, in milliseconds of processor time."""
    took = []
    for _ in range(ROUNDS):
        for each in facts:
            begin = time.perf_counter()
            work(each)
            took.append(1000 * (time.perf_counter() - begin))
    took.sort()
    return statistics.median(took), took[int(len(took) * 0.99)]


PLAIN = "judge(Facts(author=Member(name='a'), text='x ![](a.gif)'), read('No memes.').all_confirmed())"
WITH_MEANING = (
    "book = read('Please stay on topic.').all_confirmed(); book = book.with_keeping({'1.1': 'ask'}); "
    "judge(Facts(author=Member(name='a'), text='Tomatoes suffered under a hailstorm, greenhouses, windows, even chimneys broke.', "
    "article_text='The ferry strike widens.'), book); from houserules import meaning; assert meaning._loaded.cache_info().currsize"
)


def start(judging: str) -> tuple[float, float]:
    """Seconds and megabytes of a fresh process that imports, reads one line, and judges one comment; its bytecode is there,
    as after an installation.
    """
    code = (
        f"import time; t=time.process_time(); from houserules import *; {judging}; "
        "print(time.process_time()-t, next(int(line.split()[1]) for line in open('/proc/self/status') if 'VmHWM' in line)/1024)"
    )
    seconds, megabytes = [], []
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(4):
            out = subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                cwd=HERE,
                env={**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""},
            ).stdout.split()
            seconds.append(float(out[0]))
            megabytes.append(float(out[1]))
    return min(seconds), max(megabytes[1:])


def plain_re() -> Callable[[Facts], object]:
    """One expression for the lexicon and one each for links and images; no disguises, no context."""
    words = re.compile(
        r"\b(?:" + "|".join(map(re.escape, [*lexicon(), "mayor pell", "dictator"])) + r")\b", re.IGNORECASE
    )
    link, image = re.compile(r"https?://\S+"), re.compile(r"!\[")
    return lambda facts: (words.findall(facts.text), link.findall(facts.text), image.search(facts.text))


def expressions() -> Callable[[Facts], object] | None:
    """The same conditions as CEL sees them; None when the package is not there."""
    try:
        import cel
    except ImportError:
        return None
    terms = "|".join(sorted(word for word in lexicon() if word.isalpha()))
    rules = [
        f"text.matches('(?i)\\\\b({terms})\\\\b')",
        "text.matches('(?i)mayor pell|dictator')",
        "text.contains('![')",
        "earlier.exists(each, each == text)",
        "parent == author",
    ]
    compiled = [cel.compile(rule) for rule in rules]

    def work(facts: Facts) -> object:
        seen: dict[str, Any] = {
            "text": facts.text,
            "earlier": [each.text for each in facts.earlier],
            "author": facts.author.name,
            "parent": facts.parent.author.name if facts.parent else "",
        }
        return [each.execute(seen) for each in compiled]

    return work


def measured() -> dict[str, Any]:
    """All figures of speed by name."""
    rules, facts = mixed()

    def ours(each: Facts) -> object:
        return judge(each, rules)

    first = time.perf_counter()
    ours(facts[0])
    warming = 1000 * (time.perf_counter() - first)
    found: dict[str, Any] = {
        "comments": len(facts),
        "clauses acting": len(rules.acting),
        "first ms": warming,
    }
    found["comments/s"] = pace(ours, facts)
    found["p50 ms"], found["p99 ms"] = waits(ours, facts)
    found["start s"], found["start MB"] = start(PLAIN)
    found["start with meaning s"], found["start with meaning MB"] = start(WITH_MEANING)
    found["rival: plain re, comments/s"] = pace(plain_re(), facts)
    rival = expressions()
    found["rival: common-expression-language, comments/s"] = pace(rival, facts) if rival is not None else None
    return found
