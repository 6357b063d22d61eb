"""Insults of a member, of a public figure, and of a category of people: sentences of our own making, by seed.

The same insults in the same frames about three kinds of target, some with “you” or another name beside; a fourth part
says something harmless about each. Precision and recall of each kind through `judge`, beside “you” with a listed word.
"""

import random

from bench.judge_made import both
from bench.judge_quality import ADA, SEED, Figure
from houserules import Facts, Keeping, Member, judge, read
from houserules.signals.address import YOU
from houserules.signals.hurtful_words import classes_of
from houserules.signals.own_words import WORD

SIZE = 600
RULES = {
    "personal-attack": "No personal attacks.",
    "figure-insult": "No insulting public figures.",
    "category-insult": "No slurs.",
}
NOUNS = "idiot moron liar clown coward hypocrite fraud crook fool imbecile scumbag loser jerk creep weasel".split()
TRAITS = "stupid pathetic corrupt dishonest disgusting ignorant worthless cowardly lying despicable".split()
MEMBERS = ("kit", "marlow", "oona", "bram")
FIGURES = ("Pell", "Senator Vance", "Mayor Okafor", "Maria Lund", "President Dahl", "Quigley")
GROUPS = ("immigrants", "muslims", "conservatives", "liberals", "women", "christians", "germans", "socialists")
AT_MEMBER = (
    "You are a {trait} {noun}.", "You {trait} {noun}, read the article.", "{Member} is a {trait} {noun}.",
    "{Member}, you are nothing but a {noun}.", "Only a {trait} {noun} like you believes {figure}.",
    "{figure} built the bridge and you are a {trait} {noun}.", "Why are you such a {noun}, {member}?",
)  # fmt: skip
AT_FIGURE = (
    "{figure} is a {trait} {noun}.", "You can see that {figure} is a {trait} {noun}.", "What a {trait} {noun} {figure} is.",
    "As you say, {figure} is nothing but a {noun}.", "I read the article, and {figure} is a {noun}.",
    "The mayor is a {trait} {noun}, whatever you say.", "Do you believe a {noun} like {figure}?",
)  # fmt: skip
AT_GROUP = (
    "All {group} are {trait} {noun}s.", "{Group} are {trait}.", "You know that {group} are {trait} {noun}s.",
    "Those {trait} {group} again.", "I say {group} are nothing but {noun}s.",
)  # fmt: skip
HARMLESS = (
    "You are right about the bridge, {member}.", "{figure} opened the bridge on Monday.", "{Group} paid for half of it.",
    "I think {figure} is wrong, and you should read the report.", "What do you make of what {group} say?",
)  # fmt: skip
LATER = {
    "personal-attack": (
        "I have never met such a {trait} {noun} as you.", "Go away, you {noun}, and take {figure} with you.",
        "{Member} writes like a {trait} {noun}.", "Your answer shows what a {noun} you are.",
        "Look who is back: {member}, the {trait} {noun}.", "Unlike {figure}, you are a {noun}.",
    ),
    "figure-insult": (
        "That {noun} {figure} wants your money.", "{figure} was always a {trait} {noun}, and you know it.",
        "Nobody in town is as {trait} as {figure}.", "I agree with you, {figure} behaves like a {noun}.",
        "Our mayor, the {trait} {noun}, closed the bridge.", "You ask who {figure} is? A {noun}.",
    ),
    "category-insult": (
        "{Group} have always been {trait} {noun}s.", "The {trait} {group} ruined this town.",
        "Every one of these {group} is a {noun}.", "You cannot trust {group}, they are {noun}s.",
        "Nothing but {trait} {noun}s, these {group}.",
    ),
    "": (
        "{Group} and {figure} met; were you there, {member}?", "The bridge was a disaster, and {figure} said so.",
        "You may be right that {group} vote for {figure}.", "{Member}, thank you, that was kind.",
    ),
}  # fmt: skip
"""Frames written after the rules of `signals/aims.py` were settled on those above; nothing was changed for them."""
FRAMES = {"personal-attack": AT_MEMBER, "figure-insult": AT_FIGURE, "category-insult": AT_GROUP, "": HARMLESS}


def sentence(chance: random.Random, frame: str) -> str:
    """One frame with everything chosen."""
    member, group = chance.choice(MEMBERS), chance.choice(GROUPS)
    return frame.format(
        trait=chance.choice(TRAITS), noun=chance.choice(NOUNS), figure=chance.choice(FIGURES),
        member=member, Member=member.title(), group=group, Group=group.title(),
    )  # fmt: skip


def made(frames: dict[str, tuple[str, ...]]) -> list[tuple[str, Facts]]:
    """Sentences with the kind that should find them."""
    chance = random.Random(SEED + 2)
    members = tuple(Member(name=name) for name in MEMBERS)
    title = "Pell and Senator Vance quarrel about the bridge; Quigley waits"
    found = []
    for at in range(SIZE):
        kind = list(frames)[at % len(frames)]
        text = sentence(chance, chance.choice(frames[kind]))
        found.append((kind, Facts(author=ADA, text=text, members=members, article_title=title)))
    return found


def targets() -> list[Figure]:
    """On the frames the rules were written with, and on later ones."""
    return [*told_apart("made", FRAMES), *told_apart("made later", LATER)]


def told_apart(name: str, frames: dict[str, tuple[str, ...]]) -> list[Figure]:
    """Each kind against all the others."""
    rows = made(frames)
    figures: list[Figure] = []
    for kind, prose in RULES.items():
        book = read(prose).all_confirmed()
        book = book.with_keeping({each.key: Keeping.ASK for each in book.clauses})
        labels = [wanted == kind for wanted, _ in rows]
        ours = [any(found.kind == kind for found in judge(facts, book).findings) for _, facts in rows]
        plain = [simple(facts.text) for _, facts in rows]
        figures += both(f"{kind} ({name})", labels, ours, wanted=0.95, you_and_a_word=plain)
    return figures


def simple(text: str) -> bool:
    """“You” and a listed word anywhere."""
    words = WORD.findall(text.lower())
    return not YOU.isdisjoint(words) and any(
        "person" in classes_of(word) or "trait" in classes_of(word) for word in words
    )
