from types import SimpleNamespace

import pytest

from parley.appeals import services as appeals
from parley.deciding.services import decide
from parley.moderation import casework, flagging
from parley.moderation import services as moderation
from tests.stats import community


@pytest.fixture
def place(group_with, seed_with):
    return seed_with(group=group_with(rules="\n\n".join(community.LINES)))


@pytest.fixture
def counted(place, people, comment, cut):
    """Eight comments by ada, seven rulings by mo that count, one that another replaced, and four replies by bo.

    Line 1: one removed, one taken back, two no breach. Line 2: one removed (appeal refused), one taken back (appeal granted).
    Line 3: one cut, after a ruling on line 1 that was undone.
    """
    said = [comment(f"Remark {number} about a zorblax of tiltmeters.", on=place) for number in range(8)]

    def ruling(number: int, action: str, line: int, **more):
        choice = moderation.Choice(action=action, line=line, **more)
        return decide(actor=people.mo, item=said[number], choice=choice)

    for number in (0, 2, 6):
        flagging.flag(actor=people.bo, item=said[number], report=flagging.Report(line=1))
    ruling(0, "remove", 1)
    moderation.undo(actor=people.mo, ruling=cut(said[1], "zorblax"))
    ruling(2, "no-breach", 1)
    moderation.undo(actor=people.mo, ruling=ruling(5, "remove", 1))
    cut(said[5], "zorblax", line=3)
    case = casework.ask_second(actor=people.mo, case=casework.open_case_of(said[6]))
    casework.give_opinion(actor=people.sita, case=case, agrees=True)
    ruling(6, "no-breach", 1)
    for number, grants in ((4, False), (3, True)):
        asked = appeals.appeal(actor=people.ada, ruling=ruling(number, "remove", 2), source="I see it otherwise.")
        appeals.decide(actor=people.sita, appeal=asked, grants=grants, reasons="Looked at again.")
    answered = said[7]
    community.reply(people, "bo", answered, quoting="zorblax")
    community.reply(people, "bo", answered, quoting="Remark 7")
    return SimpleNamespace(seed=place, group=place.group, said=said)
