"""Texts that benches fill sites with: sentences of a small list of words, the same for the same seed."""

from functools import cache
from random import Random

SEED = 20_261_126
POOL = 4096
"""Different texts in long discussions."""
WHO = (
    "neighbour engineer teacher reader farmer sailor council museum ministry author gardener court baker pilot nurse printer mayor "
    "student surveyor choir carpenter judge climber painter beekeeper miller clerk archivist violinist fisherman"
).split()
WHAT = (
    "bridge lake harbour report budget orchard signal archive railway market glacier library telescope vineyard ferry theatre mill "
    "canal hospital poem tunnel garden engine lighthouse chapel forest radio comet island clock bakery painting map quarry well "
    "satellite barn letter kitchen mountain boat school"
).split()
KIND = (
    "old quiet careful northern public wooden early late narrow open steady local bright forgotten frozen steep modest painted rural "
    "hollow patient distant golden heavy sudden gentle curious salty"
).split()
DID = (
    "measured repaired described visited questioned opened followed counted painted crossed moved kept sold drew photographed "
    "cleaned remembered closed borrowed praised rebuilt guarded lit translated"
).split()
FRAMES = (
    "The {kind} {who} {did} the {what} {when}",
    "Nobody at the {what} knew that a {who} {did} the {kind} {what2}",
    "I think the {who} {did} more than one {what} {when}, and the {what2} was {kind}",
    "As far as I can see, every {kind} {what} was {did} by the {who} {when}",
    "Why was the {what} {did} before the {kind} {what2}, and which {who} asked for it",
    "My {who} says that {what} and {what2} were both {did} {when}",
    "It takes a {kind} {who} to see why the {what} was {did}",
    "Without the {what2}, no {who} would have {did} this {what} {when}",
)
TIMES = ("yesterday", "last winter", "before the flood", "in spring", "after the vote", "at noon", "within a week", "every year",
         "two summers ago", "on a Sunday", "during the storm", "at dawn")  # fmt: skip


def sentence(chance: Random) -> str:
    said = chance.choice(FRAMES).format(
        who=chance.choice(WHO), what=chance.choice(WHAT), what2=chance.choice(WHAT), kind=chance.choice(KIND),
        did=chance.choice(DID), when=chance.choice(TIMES),
    )  # fmt: skip
    return f"{said}{'?' if said.startswith('Why') else '.'}"


@cache
def text(number: int, subject: str = "discussion") -> str:
    """Two to five sentences, in a second paragraph now and then."""
    chance = Random(f"{SEED}/{subject}/{number}")
    said = [sentence(chance) for _ in range(chance.randint(2, 5))]
    return " ".join(said[:3]) + ("\n\n" + " ".join(said[3:]) if said[3:] else "")
