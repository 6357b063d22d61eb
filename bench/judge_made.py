"""Sets of our own making, by seed: repeated comments that were changed a little, and names in disguise.

Precision and recall of the two kinds through `judge`; beside them exact comparison and a plain word search.
"""

import random
import re
import tomllib
from collections.abc import Iterator

from bench.judge_quality import ADA, SEED, Figure, figure, mean
from bench.judge_speed import HERE
from houserules import Earlier, Facts, judge, read

SIZE = 400
NAMES = (
    "trump", "hitler", "fascism", "crypto", "putin", "brexit", "vaccine", "religion", "election", "ukraine", "tesla", "police",
)  # fmt: skip
INNOCENT = (
    "trumpet trumpery strumpet hitherto fascia fascinating cryptic encrypt cryptography input putting sputnik computing breakfast "
    "exit brevity trundle thumb hitter facial"
).split()
LOOKS = {"a": "а4@", "e": "е3", "i": "і1!", "o": "о0", "s": "ѕ5$", "c": "с", "p": "р", "t": "7", "x": "х"}


SIGNS = str.maketrans({"u": "|_|", "h": "|-|", "a": "@", "e": "3", "o": "()"})


def look_alikes() -> dict[str, list[str]]:
    """Innocent words of each name: by hand, and those of a large list that are written most alike, where the extra is here."""
    from rapidfuzz import fuzz, process

    from houserules.meaning import is_here, whole_words
    from houserules.signals.word_family import word_family

    words = [word for word in whole_words() if len(word) > 2] if is_here() else []
    alike = {name: [word for word, *_ in process.extract(name, words, scorer=fuzz.ratio, limit=60)] for name in NAMES}
    return {name: [word for word in (*INNOCENT, *alike[name]) if word not in word_family(name)] for name in NAMES}


def hidden(chance: random.Random, word: str) -> str:
    """An innocent word in a dress that innocent words wear: capitals, a hyphen, brackets, letters apart, a figure behind."""
    return chance.choice(
        (
            word,
            word,
            word.upper(),
            f"({word})",
            f"non-{word}",
            f"{word}-like",
            " ".join(word),
            f"{word}1",
            f"*{word}*",
            f"{word}/s",
        )
    )


def texts() -> list[str]:
    """Comments of the demo with at least eight words."""
    found = []
    for path in sorted((HERE / "demo" / "seeds").glob("*.toml")):
        for each in tomllib.loads(path.read_text(encoding="utf-8")).get("comment", ()):
            found.extend([each["text"].strip()] if len(each["text"].split()) >= 8 and ">" not in each["text"] else [])
    return found


def changed(chance: random.Random, text: str) -> str:
    """The same comment as somebody posts it again: capitals, marks, spaces, one letter, look-alikes."""
    at = chance.randrange(1, len(text) - 1)
    ways = (
        text.upper(), text + " !!!", re.sub(r"\s+", "  ", text), re.sub(r"[.,;:!?]", "", text), text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:], text.replace("a", "а"), text.replace("o", "о"), f"**{text}**", text.lower(),
    )  # fmt: skip
    return chance.choice(ways)


def repeated() -> Iterator[tuple[bool, Facts]]:
    """Half are changed repeats, half other comments beside the same earlier ones."""
    chance, pool = random.Random(SEED), texts()
    for at in range(SIZE):
        said = chance.sample(pool, 6)
        is_repeat = at % 2 == 0
        text = changed(chance, said[1]) if is_repeat else said[0]
        yield is_repeat, Facts(author=ADA, text=text, earlier=tuple(Earlier(text=each) for each in said[1:]))


def repeats() -> list[Figure]:
    """Through the rule, beside exact comparison."""
    rule = read("Don’t repeat comments.").all_confirmed()
    rows = list(repeated())
    labels = [is_repeat for is_repeat, _ in rows]
    ours = [bool(judge(facts, rule).findings) for _, facts in rows]
    exact = [any(each.text == facts.text for each in facts.earlier) for _, facts in rows]
    return both("repeats (made)", labels, ours, exact_comparison=exact)


def disguised(chance: random.Random, name: str) -> str:
    """A name as somebody writes it past a filter."""
    at = chance.randrange(1, len(name) - 1)
    ways = [
        name.upper(), name.title() + "’s",
        " ".join(name), ".".join(name), "-".join(name), name[:at] + "*" + name[at + 1 :],
        name[:at] + "\u200b" + name[at:], name[:at] + name[at] * 4 + name[at + 1 :], f"#{name}",
        "".join(chr(ord(each) + 0xFEE0) for each in name),
        "🔥".join(name), "|".join(name), "\n".join(name), f"[{name[0]}]{name[1:]}", f"{name[:at]}🔥{name[at:]}",
        "".join(chr(0x1F150 + ord(each) - 97) for each in name), "".join(chr(0x1F1E6 + ord(each) - 97) for each in name),
        "".join(chr(0x1D400 + ord(each) - 97) for each in name), "".join(each * 2 for each in name),
        name[0] + "-" + name[1:], f"{name}2024", name.translate(SIGNS),
    ]  # fmt: skip
    swapped = [place for place, letter in enumerate(name) if LOOKS.get(letter, letter) != letter]
    if swapped:
        place = chance.choice(swapped)
        ways.append(name[:place] + chance.choice(LOOKS[name[place]]) + name[place + 1 :])
    return chance.choice(ways)


def evasion() -> list[Figure]:
    """Half hold a disguised name, half an innocent word that looks like one, both inside a comment."""
    chance, pool = random.Random(SEED + 1), texts()
    rules = {name: read(f"No {name.title()}.").all_confirmed() for name in NAMES}
    innocent = look_alikes()
    labels, ours, plain = [], [], []
    for at in range(4 * SIZE):
        name, holds = chance.choice(NAMES), at % 2 == 0
        words = chance.choice(pool).split()[:12]
        words.insert(
            chance.randrange(len(words)),
            disguised(chance, name) if holds else hidden(chance, chance.choice(innocent[name])),
        )
        text = " ".join(words)
        labels.append(holds)
        ours.append(bool(judge(Facts(author=ADA, text=text), rules[name]).findings))
        plain.append(re.search(rf"\b{name}\b", text, re.IGNORECASE) is not None)
    return both("evasion (made)", labels, ours, word_search=plain)


def both(name: str, labels: list[bool], ours: list[bool], wanted: float = 0.98, **others: list[bool]) -> list[Figure]:
    """Precision over what was found and recall over what was there."""
    (other, theirs), *_ = others.items()
    found = [label for label, hit in zip(labels, ours, strict=True) if hit]
    there = [(mine, other_) for label, mine, other_ in zip(labels, ours, theirs, strict=True) if label]
    recall = [float(mine) for mine, _ in there]
    return [
        figure(f"{name}: precision", wanted, mean, found, [float(each) for each in found]),
        figure(f"{name}: recall", wanted, mean, recall, recall, **{other: [float(each) for _, each in there]}),
    ]
