"""A rule that does not bind those who make or keep it."""

from collections.abc import Iterator

from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, quoted, remark
from houserules.saying import say

NAME = "exempts-author"
KEEPERS = (
    "me|myself|us|mod|moderator|admin|staff|owner|seeder|host|ourselves|the_mods|the_moderators|the_admins|the_owner"
)
EXEMPTING = (
    f"except|excepting|excluding|besides|barring {KEEPERS}",
    f"except|exception|exempt|exemption .. for|of .. {KEEPERS}",
    f"apart|aside from {KEEPERS}",
    f"other than {KEEPERS}",
    f"unless youre|you_are|its|it_is a|an|the? {KEEPERS}",
    f"does|do|did not|doesnt|dont apply to {KEEPERS}",
    f"{KEEPERS} is|are|am exempt|excepted|excluded",
    f"{KEEPERS} may|can|are_allowed_to|will|do still|however ignore|break|do|post|say|use",
    "but|however|though i may|can|will post|say|use|do|link|repost",
    "only i|me may|can|am_allowed_to post|say|use|do|link|repost|insult|swear|speak",
    "i may|can ignore|break .. rule",
    f"rule .. bind|bound|hold|apply .. everybody|everyone|all but|except {KEEPERS}",
)
TAKEN_BACK = (
    "approved|approval|permission|cleared|consent|authorized|authorised|contact|message|ask",
    "remove|removed|delete|deleted|ban|banned|edit|pin|sticky|decide|discretion|exceptions",
)
"""Where moderators permit or enforce, nobody is exempted."""


def find(rules: Rules) -> Iterator[Remark]:
    """Every line that leaves out those who make or keep the rules."""
    for line in rules.lines:
        span = line.says(*EXEMPTING)
        if span is not None and line.says(*TAKEN_BACK) is None:
            place = line.place(*span)
            yield remark(
                NAME,
                say(
                    "{words} leaves out those who make or keep the rules. Members accept rules more easily that hold for everybody; "
                    "if there is a reason for the exception, one word of it would help.",
                    words=quoted(place.words),
                ),
                place,
            )


CHECK = Check(
    name=NAME,
    title="Exempts its author",
    asks="A line does not hold for its author, or for the moderators.",
    find=find,
    cases=(
        Case(name="except me", rules="No links, except me.", finds=True, words=("except me",)),
        Case(name="mods are exempt", rules="No memes. Mods are exempt.", finds=True, words=("Mods are exempt",)),
        Case(name="does not apply", rules="This does not apply to the moderators.", finds=True),
        Case(name="the author alone may", rules="No insults, but I may use them.", finds=True),
        Case(name="by permission", rules="No advertising unless you are a moderator or have permission.", finds=False),
        Case(name="mods remove", rules="Mods may delete what breaks the rules.", finds=False),
        Case(name="for everybody", rules="The rules hold for everybody, moderators too.", finds=False),
        Case(name="another exception", rules="No links, except to the source.", finds=False),
    ),
)
