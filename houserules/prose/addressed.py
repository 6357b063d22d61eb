"""Whether a statement speaks of some members only: “new members may not …”, “guests: no links”, “users under 18 must …”.

What it forbids is fine for everybody else, and software does not know who is meant; so people keep it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from houserules.book import Line
from houserules.keeping import Keeping
from houserules.prose.lexicon import words
from houserules.prose.words import Stretch, Token, tokens

FOLK = "members?|users?|people|persons?|commenters?|posters?|readers?|authors?|participants?|contributors?|accounts?"
SOME = (
    "guests?|newcomers?|newbies|bots?|moderators?|mods?|admins?|minors?|children|kids|teenagers?|visitors?|lurkers?|vendors?|"
    "sellers?|companies|businesses|brands?|sponsors?|creators?|developers?|artists?|beginners?"
)
"""Nouns that mean some of those who come here."""
SORTS = (
    "new|newer|newest|brand new|newly registered|young|younger|fresh|first time|anonymous|unverified|unregistered|guest|regular|"
    "junior|verified|banned|suspended|trusted|free|basic|inexperienced|underage"
)
ALL = words("all any the our your every each other fellow individual community site group forum no more these those such")
"""With one of these before them, members are still all members."""
LEAD = r"^(?: (?:please|dear|hey|note|attention|also|and|but|for|to|as|a|an|the|all|our|any|every|if|you|are|rules?))*"
NARROWER = r" (?:who|whose|that|under|over|below|above|younger|older|with|without|from|(?:in|on)(?! (?:this|the|our|here)\b))"
SUBJECT = re.compile(rf"{LEAD}(?:(?P<sort> \w+)? (?:{FOLK})| (?:{SOME}))(?= |$)")
ADDRESS = re.compile(
    rf"{LEAD}(?:(?: (?:{SORTS}))+(?: (?:{FOLK}))?|(?: (?:{SORTS}))* (?:{SOME})|(?: (?:{FOLK}|everyone|anyone|everybody))(?={NARROWER} ))"
    rf"(?: (?:and|or)(?: (?:{SORTS}))? (?:{FOLK}|{SOME}))*(?:{NARROWER}(?: \w+)+)?$"
)
DOES = re.compile(
    r"^(?: (?:may|can|could|cannot|cant|must|mustnt|should|shouldnt|shall|will|wont|are|arent|is|isnt|do|dont|have|has|need|ought"
    r"|who|that|which)(?= |$))"
)
MOST = 12
"""Nobody is addressed in more words."""


def speaks_of_some(segment: Sequence[Token]) -> bool:
    """Whether the subject of a statement is narrower than everybody: “new members may not …”."""
    folded = Stretch(segment[: 2 * MOST]).folded
    subject = SUBJECT.match(folded)
    if subject is None or DOES.match(folded[subject.end() :]) is None:
        return False
    sort = subject["sort"] if subject["sort"] is not None else ""
    return sort.strip() not in ALL | {""} or bool(re.fullmatch(SOME, subject[0].split()[-1]))


def addresses_some(segment: Sequence[Token]) -> bool:
    """Whether a segment only says to whom the rest of its line speaks: “For new members: …”, “Guests, …”."""
    told = Stretch(segment)
    return 0 < len(told) <= MOST and ADDRESS.match(told.folded) is not None


def heads_some(line: Line) -> bool:
    """Whether a line is the heading of a list for some members only: “New members:”."""
    return line.text.endswith(":") and addresses_some(tuple(tokens(line.text, 0, len(line.text) - 1))[: 2 * MOST])


def kept_by_people(line: Line) -> Line:
    """The line with none of its clauses left to software."""
    return replace(line, clauses=tuple(replace(clause, keeping=Keeping.PEOPLE) for clause in line.clauses))
