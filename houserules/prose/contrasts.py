"""Lines that allow one thing and forbid its neighbour in one breath.

“You may insult the subject of the article, not a user”; “Swearing is fine, swearing at members is not”. What is
forbidden is said by few words, so the line is read as a whole before it is cut into segments.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from houserules.prose.wordings import FINE, YOU
from houserules.prose.words import Stretch, Token

MAY_NOT = re.compile(
    rf"^(?: please)?(?:{YOU} (?:may|can|are free to|are allowed to|are welcome to)| feel free to)"
    rf"(?P<verb> \w+)(?P<allowed>(?: \w+){{1,8}}?)(?: but)? (?:not|never)(?: to)?(?P<again> \w+)??"
    r"(?P<whom>(?: a| an| the| another| other| any| your)?(?: fellow)? \w+)$"
)
FINE_NOT = re.compile(
    rf"^(?P<allowed>(?: \w+){{1,8}}?) (?:is|are){FINE}(?: but| and)?(?P<barred>(?: \w+){{1,8}}?) (?:is not|are not|isnt|arent)"
    rf"(?:{FINE})?$"
)
FINE_NOT_AT = re.compile(
    rf"^(?P<what> \w+)(?P<allowed>(?: \w+){{1,8}}?) (?:is|are){FINE}(?: but)?(?: not| never)(?P<barred> (?:at|against|toward|towards)(?: \w+){{1,3}})$"
)
MAY_SAY = re.compile(
    rf"^(?: please)?(?:{YOU} (?:may|can)| feel free to)(?P<verb> (?:say|write))(?: \w+){{1,8}}? about(?: \w+){{1,8}}?(?: but)? (?:not|never)"
    r"(?P<whom> about(?: a| an| the| another| other| any)?(?: fellow)? (?:member|user|commenter|poster|person here|reader)s?)$"
)
SUBJECT_NOT_MEMBER = (
    r"(?: but| and)? (?:not|never)(?: to)?(?: about| of| for)?(?: a| an| the| another| other| any| your)?(?: fellow)?"
    r" (?:member|user|commenter|poster|person here|reader)s?$"
)
MAY_COMPARE = re.compile(
    rf"^(?: please)?(?:{YOU} (?:may|can)| feel free to)(?P<verb> (?:compare|liken))(?: \w+){{1,8}}?"
    rf"(?P<allowed> (?:to|with)(?: \w+){{1,3}}?){SUBJECT_NOT_MEMBER}"
)
MAY_NAME = re.compile(
    rf"^(?: please)?(?:{YOU} (?:may|can)| feel free to) (?:say|mention|write|use)(?P<allowed>(?: \w+){{1,3}}?)"
    rf" (?:about|of|for)(?: \w+){{1,8}}?{SUBJECT_NOT_MEMBER}"
)
WHATEVER = re.compile(r" (?:what|whatever|anything|everything|something|things|that|as)(?= |$)")

MOST = 24
"""Longer lines are no such contrast."""


@dataclass(frozen=True)
class Contrast:
    """What a line forbids beside what it allows."""

    allowed: Sequence[Token]
    """Empty where the line allows only what no clause could forbid."""
    barred: Sequence[Token]
    """Words that say what is forbidden; they need not stand side by side."""
    is_about_subject: bool = False
    """What is allowed is allowed about the subject of the article, and of members nothing else is said."""


def contrast(words: Sequence[Token]) -> Contrast | None:
    """The two sides of a line that is such a contrast from its first word to its last."""
    stretch = Stretch(words)
    if not 0 < len(stretch) <= MOST or not (
        {"not", "never", "isnt", "arent"} & {word.folded for word in stretch.words}
    ):
        return None
    return _about_subject(stretch) or _beside(stretch)


def _about_subject(stretch: Stretch) -> Contrast | None:
    """“You may compare the mayor to Hitler, not another user”, and its like."""
    found = MAY_COMPARE.match(stretch.folded)
    if found is not None:
        allowed = (*_between(stretch, found, "verb"), *_between(stretch, found, "allowed"))
        return Contrast(allowed, (), is_about_subject=True)
    found = MAY_NAME.match(stretch.folded)
    if found is not None and WHATEVER.match(found["allowed"]) is None:
        return Contrast(_between(stretch, found, "allowed"), (), is_about_subject=True)
    return None


def _beside(stretch: Stretch) -> Contrast | None:
    found = MAY_NOT.match(stretch.folded) or MAY_SAY.match(stretch.folded)
    if found is not None:
        return Contrast((), (*_between(stretch, found, "verb"), *_between(stretch, found, "whom")))
    found = FINE_NOT_AT.match(stretch.folded)
    if found is not None:
        return Contrast((), (*_between(stretch, found, "what"), *_between(stretch, found, "barred")))
    found = FINE_NOT.match(stretch.folded)
    if found is not None:
        return Contrast(_between(stretch, found, "allowed"), _between(stretch, found, "barred"))
    return None


def _between(stretch: Stretch, found: "re.Match[str]", name: str) -> Sequence[Token]:
    return stretch.words[stretch.word_at(found.start(name)) : stretch.word_at(found.end(name))]
