"""Comments of the past of our own making, by number: the same for the same seed, on any machine, without any data."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

SEED = 20_260
SENTENCES, TALKS, MEMBERS = 6000, 400, 5000
ONE_IN = {"banned": 40, "links": 15, "meme": 120, "shout": 150, "insult": 60, "own": 50, "repeat": 80, "ruled": 20}
WHO = (
    "The ferry|A second bridge|Our council|The harbour master|Nobody on the pier|My neighbour|The new timetable|"
    "That report|Half the town|The old crane|Every skipper|The night bus|A good librarian|The mill pond"
).split("|")
DID = (
    "leaves before|was repaired after|says little about|has not seen|pays too much for|forgot|asked twice about|"
    "will outlast|cannot replace|quietly improved|never answered|carried half of"
).split("|")
WHAT = (
    "the winter storm|the last election|the price of diesel|the school run|the fish market|a broken winch|"
    "the letters page|the storm drains|the island's only doctor|the tide tables|a vote in May|"
    "the lighthouse keeper"
).split("|")
AND = (
    "and I would like to see the figures|which surprised me|so people walk instead|as the article says|"
    "but that was years ago|whatever the minister thinks|if the weather holds|because nobody planned for it|"
    "and you are right about the cost"
).split("|")
OPENING = "Honestly|To be fair|As far as I know|Last week|In my street|For what it is worth|Again".split("|")
BANNED = ("Marlow", "Pell", "the Marlowites", "Senator Vance", "fascists")
INSULTS = ("You are an idiot.", "What a damn shame.", "Pell is a liar and a crook.", "Only a moron believes you.")


def sentences(chance: random.Random) -> list[str]:
    """All that is ever said, plain."""
    made = []
    for _ in range(SENTENCES):
        said = f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}"
        said = f"{chance.choice(OPENING)}, {said[0].lower()}{said[1:]}" if chance.random() < 0.4 else said
        made.append(f"{said}, {chance.choice(AND)}." if chance.random() < 0.5 else f"{said}.")
    return made


def comments(count: int) -> Iterator[dict[str, object]]:
    """Plain data of `Past`, one by one: of 1 to 20 sentences, most of them short; half are replies."""
    chance = random.Random(SEED)
    pool = sentences(chance)
    for number in range(count):
        talk = chance.randrange(TALKS)
        author, other = f"m{chance.randrange(MEMBERS)}", f"m{chance.randrange(MEMBERS)}"
        earlier = [_plain(chance, pool) for _ in range(min(8, int(chance.expovariate(0.7))))]
        text = _text(chance, pool, earlier)
        facts: dict[str, object] = {"text": text, "author": author, "at": float(number)}
        if chance.random() < 0.5:
            parent = author if _one_in(chance, "own") else other
            facts["parent"] = {"author": parent, "text": _plain(chance, pool), "label": f"{talk}.1"}
        facts["earlier"] = [{"text": said, "at": number - 60.0 * at} for at, said in enumerate(earlier, 1)]
        facts["article_title"] = pool[talk]
        record: dict[str, object] = {"id": f"{number:08}", "facts": facts}
        if _one_in(chance, "ruled"):
            record["ruled"] = chance.random() < 0.5
        yield record


def write(path: Path, count: int) -> None:
    """As JSON Lines, never in memory as a whole."""
    with path.open("w", encoding="utf-8") as file:
        for record in comments(count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _plain(chance: random.Random, pool: list[str]) -> str:
    return " ".join(chance.choices(pool, k=min(20, 1 + int(chance.expovariate(0.4)))))


def _text(chance: random.Random, pool: list[str], earlier: list[str]) -> str:
    if earlier and _one_in(chance, "repeat"):
        return earlier[-1]
    said = _plain(chance, pool)
    if _one_in(chance, "banned"):
        said += f" Ask {chance.choice(BANNED)}."
    if _one_in(chance, "insult"):
        said += f" {chance.choice(INSULTS)}"
    if _one_in(chance, "links"):
        said += "".join(f" https://a.example/{chance.randrange(99)}" for _ in range(chance.randrange(1, 6)))
    if _one_in(chance, "meme"):
        said += " ![](https://i.example/cat-meme.gif)"
    return said.upper() if _one_in(chance, "shout") else said


def _one_in(chance: random.Random, what: str) -> bool:
    return chance.randrange(ONE_IN[what]) == 0
