"""What meaning adds: comments off the subject of their thread, and comments said again in other words.

Real threads (`threads/` of the data folder) have no labels, so they are made: a comment stands below its own submission, or
below a random one of another community; two comments of one author in one thread count as different unless they share
half of their word triples. Paraphrases and their opposites are made of the demo's comments by seed.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any
from zlib import crc32

import numpy as np

from bench.judge_made import texts
from bench.judge_quality import ADA, BO, SEED, Figure, auc, figure, mean
from houserules import Earlier, Facts, Said, judge, read
from houserules.detection.purpose import ELSEWHERE, off_topic
from houserules.judgement import Judgement
from houserules.signals.bearing import bearing
from houserules.signals.meaning_vector import nearness_to_subject
from houserules.signals.own_words import own_words_of
from houserules.signals.same_meaning import same_meaning
from houserules.weights.train import rows_of

Row = dict[str, Any]
GONE = {"[deleted]", "[removed]"}
FEWEST_WORDS, MOST_OF_A_THREAD, WORDS_IN_COMMON = 12, 20, 0.5
WANTED_FALSE = 0.98
SYNONYMS = {
    "big": "large", "large": "big", "people": "folk", "many": "plenty of", "said": "told us", "says": "claims", "think": "believe",
    "need": "require", "needs": "requires", "help": "assist", "money": "cash", "job": "post", "house": "home", "start": "begin",
    "started": "began", "stop": "cease", "often": "frequently", "maybe": "perhaps", "quick": "fast", "road": "street",
    "children": "kids", "buy": "purchase", "get": "obtain", "show": "demonstrate", "whole": "entire", "wrong": "mistaken",
    "about": "regarding", "because": "since", "but": "yet", "also": "too", "still": "even now", "just": "simply",
    "very": "really", "really": "truly", "keep": "hold on to", "look": "have a look", "give": "hand", "makes": "renders",
    "reason": "cause", "every": "each", "only": "merely", "though": "although", "enough": "sufficient", "ask": "inquire",
    "boat": "ship", "boats": "ships", "council": "town council", "strike": "walkout", "coach": "bus", "coaches": "buses",
}  # fmt: skip
CONTRARY = {
    "always": "never", "never": "always", "more": "less", "less": "more", "before": "after", "after": "before", "open": "closed",
    "everybody": "nobody", "good": "bad", "right": "wrong", "early": "late", "first": "last", "old": "new", "north": "south",
    "one": "two", "two": "five", "three": "eight", "four": "nine", "six": "ten", "is": "is not", "are": "are not", "was": "was not",
    "will": "will not", "can": "cannot", "has": "has not", "have": "have not", "does": "does not",
}  # fmt: skip
FREELY = (
    ("The ferry company should pay its crews properly before it paints another ship.",
     "Before painting one more ship, the ferry company ought to give its crews proper pay."),
    ("Nobody asked the people who live by the harbour what they wanted.",
     "What the people living at the harbour wanted was asked by nobody at all."),
    ("I do not believe a word of what the minister told the paper about the bridge.",
     "What the minister said to the paper about the bridge is not to be believed, not one word of it."),
    ("Buses in this town are late because the council cut the number of drivers.",
     "The council cut the number of bus drivers, and that is why the buses of this town run late."),
    ("We should wait for the report before we decide who is to blame.",
     "Let us not decide whose fault it was until we have read the report."),
    ("The new library is too small for a town with so many children.",
     "For a town with this many children the library they have built is much too small."),
    ("If the school closes, families with young children will leave the island.",
     "Families who have young children are going to leave the island once the school shuts."),
    ("My point is that a strike hurts passengers and hardly hurts the owners.",
     "It is the passengers that a strike hurts, the owners barely feel it, that is what I mean."),
    ("The figures in this article are two years old and prove nothing about today.",
     "This article uses figures from two years ago, and those say nothing about the present day."),
    ("Cheaper tickets would bring back more riders than any campaign could.",
     "No campaign would win back as many riders as tickets that cost less."),
)  # fmt: skip
"""Said twice, freely, by hand: what a bag of word vectors can hardly tell."""
TAILS = ("", "", " As I said.", " That is my point.", " Think about it.")
HEADS = ("", "", "Well, ", "Again: ", "To put it another way: ", "I mean, ")


def off_subject() -> list[Figure]:
    """Half below their own submission, half below another; figures on the half of the threads not used to set the limit."""
    labels, words, near, found = [], [], [], []
    for strays, facts in placed():
        judgement = Judgement(facts)
        labels.append(strays)
        words.append(1 - judgement.signal(bearing))
        near.append(-judgement.signal(nearness_to_subject))
        found.append(off_topic(judgement, {}) is not None)
    hits = np.array(found)
    on = ~np.array(labels)
    kept = [float(not hit) for hit in hits[on]]
    by_words = [float(value < ELSEWHERE) for value in np.array(words)[on]]
    off = [float(hit) for hit in hits[~on]]
    return [
        figure("off topic: AUC", 0.7, auc, labels, near, by_words=words),
        figure("off topic: on the subject, left", WANTED_FALSE, mean, kept, kept, by_words=by_words),
        figure("off topic: elsewhere, found", 0.0, mean, off, off),
    ]


def placed() -> Iterator[tuple[bool, Facts]]:
    """Comments of every second thread below an article, with whether it is another one than their own."""
    for row, place, parent in _placed():
        yield place["name"] != row["link_id"], Facts(
            author=ADA,
            text=row["body"],
            parent=Said(author=BO, text=parent) if parent else None,
            article_title=place["title"],
            article_text=place["selftext"] or place["title"],
        )


def _placed() -> Iterator[tuple[Row, Row, str | None]]:
    """Comments with the submission and the parent they are put below, of every second thread."""
    chance = random.Random(SEED)
    submissions = {row["name"]: row for row in rows_of("threads/submissions.jsonl")}
    rows = [row for row in rows_of("threads/comments.jsonl") if row["body"] not in GONE]
    bodies = {row["name"]: row["body"] for row in rows}
    threads: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if (
            row["link_id"] in submissions
            and len(row["body"].split()) >= FEWEST_WORDS
            and is_for_figures(row["link_id"])
        ):
            threads[row["link_id"]].append(row)
    picked = [row for name in sorted(threads) for row in threads[name][:MOST_OF_A_THREAD]]
    for row in picked:
        parent = bodies.get(row["parent_id"])
        yield row, submissions[row["link_id"]], parent
        elsewhere = [each for each in picked if each["subreddit"] != row["subreddit"]]
        other = chance.choice(elsewhere)
        yield row, submissions[other["link_id"]], other["body"] if parent else None


def is_for_figures(thread: str) -> bool:
    """Whether a thread is kept for figures; the limits were set on the others."""
    return crc32(thread.encode()) % 2 == 0


def again() -> list[Figure]:
    """Paraphrases against real pairs of one author, and against the opposite of what was said."""
    chance, pool = random.Random(SEED), [each for each in texts() if len(each.split()) >= FEWEST_WORDS]
    rule = read("Don’t repeat comments.").all_confirmed()

    def is_found(text: str, *earlier: str) -> bool:
        return bool(judge(after(text, *earlier), rule).findings)

    said = [is_found(paraphrase(chance, text), *chance.sample(pool, 3), text) for text in pool for _ in range(2)]
    turned = [(text, other) for text in pool if (other := opposite(chance, text)) is not None]
    left = [float(same_meaning(of_author(other, text)) is None) for text, other in turned]
    free = [float(is_found(one, other)) for one, other in FREELY]
    real = [float(is_found(*pair)) for pair in _real_pairs()]
    right = [1.0] * sum(said) + [0.0] * int(sum(real))
    return [
        figure("same meaning (made): recall", 0.5, mean, said, [float(each) for each in said]),
        figure("same meaning (written): recall", 0.0, mean, free, free),
        figure("same meaning: precision with real pairs", 0.98, mean, right, right),
        figure("same meaning: real pairs left", 0.98, mean, real, [1 - each for each in real]),
        figure("same meaning (made): opposites left", 0.9, mean, left, left),
    ]


def said_again() -> Iterator[tuple[bool, Facts]]:
    """Comments after earlier ones, with whether they repeat one: paraphrases do; opposites, and pairs of one author, do not."""
    chance, pool = random.Random(SEED), [each for each in texts() if len(each.split()) >= FEWEST_WORDS]
    for text in pool:
        yield True, after(paraphrase(chance, text), *chance.sample(pool, 3), text)
        if (turned := opposite(chance, text)) is not None:
            yield False, after(turned, text)
    for one, other in FREELY:
        yield True, after(one, other)
    for one, other in _real_pairs(is_for_figures):
        yield False, after(one, other)


def after(text: str, *earlier: str) -> Facts:
    """A comment by somebody who said these before."""
    return Facts(author=ADA, text=text, earlier=tuple(Earlier(text=each) for each in earlier))


def of_author(text: str, earlier: str) -> Judgement:
    """A judgement of a comment after another one."""
    return Judgement(after(text, earlier))


def paraphrase(chance: random.Random, text: str) -> str:
    """The same in other words: synonyms for half of what has one, sentences in another order, a head or a tail."""
    sentences = re.findall(r"[^.!?]+[.!?]*\s*", text)
    if len(sentences) > 1:
        sentences = [*sentences[1:], sentences[0]]
    words = [
        SYNONYMS[word.lower()] if word.lower() in SYNONYMS and chance.random() < 0.7 else word
        for word in " ".join(each.strip() for each in sentences).split()
    ]
    return chance.choice(HEADS) + " ".join(words) + chance.choice(TAILS)


def opposite(chance: random.Random, text: str) -> str | None:
    """The same with one word turned round; None where there is none to turn."""
    words = text.split()
    places = [at for at, word in enumerate(words) if word.lower() in CONTRARY]
    if not places:
        return None
    at = chance.choice(places)
    return " ".join([*words[:at], CONTRARY[words[at].lower()], *words[at + 1 :]])


def _real_pairs(is_wanted: Callable[[str], bool] = bool) -> Iterator[tuple[str, str]]:
    """Two comments of one author in one (wanted) thread that share less than half of their word triples."""
    threads: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows_of("threads/comments.jsonl"):
        if row["body"] not in GONE and is_wanted(row["link_id"]):
            threads[row["link_id"], row["author"]].append(row["body"])
    for bodies in threads.values():
        for one, other in combinations(bodies, 2):
            first, second = (triples(own_words_of(each).words) for each in (one, other))
            if first and second and len(first & second) < WORDS_IN_COMMON * min(len(first), len(second)):
                yield one, other


def triples(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Three words in a row, all of them."""
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


MEASURED = (off_subject, again)
