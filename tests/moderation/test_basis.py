"""What a ruling rests on: a measured fact, a person's judgement, or discretion."""

import pytest

from parley.deciding.services import decide
from parley.moderation.services import Choice

pytestmark = pytest.mark.django_db
RULES = (
    "Debunked claims will be deleted.\n\nAt most one link in one comment.\n\nNo memes or astrology.\n\n"
    "No running down the source.\n\nTaunting may be removed."
)
LINKS = "See https://one.example/a and https://two.example/b for it."


@pytest.fixture
def ruled(people, group_with, seed_with, comment):
    def make(text: str, line: int, **choice):
        said = comment(text, on=seed_with(group=group_with(rules=RULES)))
        return decide(actor=people.mo, item=said, choice=Choice(action="remove", line=line, **choice))

    return make


@pytest.mark.parametrize(("text", "line", "basis"), [
    (LINKS, 2, "fired"),
    ("No link at all here.", 2, "discretion"),
    ("The moon was sold last week.", 1, "judged"),  # a fact check is a person's
    ("Look: ![a cat at a piano](https://pictures.example/cat.jpg)", 3, "judged"),  # whether a picture is a meme, too
    ("My horoscope is full of astrology.", 3, "fired"),
    ("The Lantern will print anything.", 4, "judged"),  # that no words for it were found says nothing
    ("You are a zorblax.", 5, "judged"),
])  # fmt: skip
def test_what_a_ruling_rests_on(text, line, basis, ruled):
    evidence = "https://check.example/moon" if line == 1 else ""
    assert ruled(text, line, evidence=evidence).basis == basis


def test_a_mod_can_say_himself_that_no_rule_decides_it(people, comment):
    said = comment("You are a zorblax.")
    ruling = decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1), by_discretion=True)
    assert ruling.basis == "discretion"
