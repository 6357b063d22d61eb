"""Sanctions, and no word about what somebody can do who thinks that a ruling was wrong."""

import re
from collections.abc import Iterator

from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.saying import say

NAME = "no-appeal"
SANCTIONS = (
    "ban",
    "group-ban",
    "temp-ban",
    "thread-ban",
    "suspension",
    "bulk-removal",
    "whole-comment-removal",
    "comment-removal",
)
ADDRESS = re.compile(r"\w@\w[\w-]*\.\w")
"""A place to write to, whatever stands beside it."""
ANSWERED = frozenset({"appeal", "appeal-place", "no-appeal"})
TURN = "contact|message|ask|mail|email|dm|pm|write|tell|talk|turn"
WHOEVER = "if|when|should|who|whoever|anyone|anybody"
DISAGREES = "think|believe|feel|disagree|wrong|unfair|mistake|unjust"
CONTACT = (
    "appeal", "modmail", "contact|message|ask|mail|email|dm|pm|write .. mod|moderator|admin|staff|us|me|owner",
    "question|questions|concern|complaint|disagree ... mod|moderator|admin|staff|us|message|mail", "mod mail|message|inbox",
    f"{TURN} ... {WHOEVER} .. {DISAGREES}", f"{WHOEVER} .. {DISAGREES} ... {TURN}",
    "contact|message|mail|email|dm|pm|write to? ... about|against .. decision|removal|ban|ruling|moderation",
    "final", "reconsider|reinstated|review .. decision|ban",
)  # fmt: skip
DONE = (
    "remove|removed|removal|delete|deleted|deletion|ban|banned|suspend|suspended|mute|muted|kicked|permaban|permabanned"
)
SANCTIONED = (f"will|may|can|shall|be|is|are|get|result|lead|in|right_to|risk|mean|we|mod|subject .. {DONE}",)
"""What a line must say beside the cue: the act itself."""


def find(rules: Rules) -> Iterator[Remark]:
    """Once for all lines: the first that names a sanction, when none speaks of an appeal."""
    if any(ANSWERED & line.cues.keys() for line in rules.lines) or rules.says(*CONTACT):
        return
    if any(ADDRESS.search(line.text) for line in rules.lines):
        return
    for line in rules.lines:
        span = _sanction(line)
        if span is not None:
            place = line.place(*span)
            yield remark(
                NAME,
                say(
                    "Line {line} says what a breach costs ({words}), and no line says what a member can do who thinks that a ruling "
                    "was wrong. One sentence on how to appeal, and to whom, would do.",
                    line=line.number, words=quoted(place.words),
                ),
                place,
            )
            return


def _sanction(line: Shown) -> tuple[int, int] | None:
    if not any(name in line.cues for name in SANCTIONS):
        return None
    return None if line.says("not a ban") is not None else line.says(*SANCTIONED)


CHECK = Check(
    name=NAME,
    title="Silent on appeal",
    asks="The rules say what a breach costs, and not what somebody can do who thinks a ruling wrong. Said once for all lines.",
    find=find,
    cases=(
        Case(name="a removal", rules="Memes will be removed.", finds=True, words=("will be removed",)),
        Case(name="a ban", rules="No spam. Spammers will be banned.", finds=True, words=("will be banned",)),
        Case(name="an appeal", rules="Memes will be removed. You may appeal to another moderator.", finds=False),
        Case(name="no appeal, said so", rules="Memes will be removed. There is no appeal.", finds=False),
        Case(name="a place to ask", rules="Spammers will be banned. Questions? Message the mods.", finds=False),
        Case(
            name="an address",
            rules="Spammers will be banned. Write to anna@town.example if you think it was wrong.",
            finds=False,
        ),
        Case(name="an address alone", rules="Spammers will be banned. Objections: anna@town.example", finds=False),
        Case(name="who disagrees", rules="Spammers will be banned. If you disagree, talk to Anna.", finds=False),
        Case(name="write", rules="Memes will be removed. Write to Anna if you think that was unfair.", finds=False),
        Case(
            name="other thoughts",
            rules="Spammers will be banned. Say so if you think the article is wrong.",
            finds=True,
            words=("will be banned",),
        ),
        Case(name="no sanction", rules="No memes.", finds=False),
        Case(
            name="said once",
            rules="Memes will be removed. Spammers will be banned.",
            finds=True,
            words=("will be removed",),
        ),
    ),
)
