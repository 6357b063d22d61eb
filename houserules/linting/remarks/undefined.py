"""Words that every reader fills with a different meaning, and no line says what is meant."""

from collections.abc import Iterator

from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, Shown, quoted, remark
from houserules.prose.frames import Says
from houserules.saying import say

NAME = "undefined"
TERMS = (
    "low quality|effort|value", "inappropriate|unsuitable|improper", "offensive", "hate|hateful speech|content|comment|post",
    "toxic|toxicity", "disrespectful|disrespect", "harmful content|post|comment|material", "obscene|indecent|vulgar|lewd",
    "excessive|excessively", "misinformation|disinformation", "controversial|sensitive|divisive topic|subject|content|post?",
    "problematic", "unacceptable|objectionable|questionable", "bad taste|faith", "drama", "negativity|negative comment|post",
    "high quality", "common sense", "extremist", "unnecessary|unwanted|undesirable",
    "disruptive|disruption", "clickbait", "propaganda", "concern trolling",
)  # fmt: skip
"""Judgement words, as patterns over stems."""
DEFINES = (
    "such as", "e.g", "eg", "for example|instance", "ie", "i e", "include|including|included", "like", "mean|meaning|meant",
    "defined|definition|define", "is|are any|anything|when|content|comment|post|those", "this|these|it is|are|mean|include",
    "consist|refer|constitute", "that is|are|do|does|can|could|will|would|have|has|only|contain", "which|who|where|whose",
    "because|since|if|unless|intended|designed", "etc", "or|and other|any|similar", "example|list|guide|wiki|see|read",
)  # fmt: skip
"""What tells that a line explains its words."""
DUTY = "please|must|should|be|keep|use|always"
LONGEST = 14
"""A longer line says more than the bare word."""
MOST_TOLD = 3
NEAR = 2
"""Lines behind one that may explain it."""


def find(rules: Rules) -> Iterator[Remark]:
    """Every judgement word at its first place, when neither its line nor another one explains it."""
    told = 0
    for pattern in TERMS:
        stands = [(at, line, span) for at, line in enumerate(rules.lines) if (span := line.says(pattern)) is not None]
        asking = [(at, line, span) for at, line, span in stands if _asks(line, span)]
        if not asking or told >= MOST_TOLD or any(_explains(rules, at) for at, _, _ in stands):
            continue
        told += 1
        _, line, span = asking[0]
        place = line.place(*span)
        yield remark(
            NAME,
            say(
                "{words} means different things to different readers, and no line says what is meant here. A few words such as “for "
                "example …” would tell members what to leave out, and moderators where to stop.",
                words=quoted(place.words),
            ),
            place,
        )


def _asks(line: Shown, span: tuple[int, int]) -> bool:
    """Whether the words stand in what the line forbids or asks for."""
    word = line.words[span[0]]
    said = {Says.FORBIDS, Says.ASKS} if line.says(DUTY) is not None else {Says.FORBIDS}
    return any(frame.says in said and word in frame.listed for frame in line.frames)


def _explains(rules: Rules, at: int) -> bool:
    line = rules.lines[at]
    if len(line.words) > LONGEST or line.says(*DEFINES) is not None or any(mark in line.text for mark in "(:,/"):
        return True
    return any(_goes_on(later) for later in rules.lines[at + 1 : at + 1 + NEAR])


def _goes_on(line: Shown) -> bool:
    """Whether a line is no rule of its own but says more about the one before."""
    return line.says(*DEFINES) is not None or len(line.words) > LONGEST


CHECK = Check(
    name=NAME,
    title="Undefined word",
    asks="A rule turns on a word of judgement, such as “inappropriate” or “low quality”, and no line says what is meant. "
    "Such a rule cannot be kept by software, and people will keep it differently.",
    find=find,
    cases=(
        Case(name="bare", rules="No inappropriate comments.", finds=True, words=("inappropriate",)),
        Case(name="bare quality", rules="No low quality posts.", finds=True, words=("low quality",)),
        Case(name="with an example", rules="No low quality posts, such as single words.", finds=False),
        Case(
            name="explained below",
            rules="No hate speech. Hate speech means slurs against a group of people.",
            finds=False,
        ),
        Case(name="in a list", rules="No racism, sexism, or other hateful comments.", finds=False),
        Case(name="no judgement", rules="No memes.", finds=False),
        Case(name="told, not asked", rules="Toxic waste is the subject of this seed.", finds=False),
    ),
)
