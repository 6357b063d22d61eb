"""What somebody tried on purpose: many bans that share a word, many insults, hidden letters, huge numbers, live escapes."""

import json
import time

import pytest

from houserules import Facts, Member, ShapeError, combine, judge, read
from houserules.shell import main
from tests.houserules.slowness import slowness

ADA = Member(name="ada")
SIZE = 10_000


def seconds(text: str, rules) -> float:
    facts = Facts(author=ADA, text=text)
    judge(facts, rules)
    took = []
    for _ in range(4):
        begin = time.process_time()
        judge(facts, rules)
        took.append(time.process_time() - begin)
    return min(took)


@pytest.mark.parametrize("part", ["mayor hello ", "m4yor ", "T r u m p ", "Tr*mp m4yor T r u m p mayor hello "])
def test_many_bans_that_share_a_word_cost_little(part):
    names = (f"No Mayor B{chr(97 + at % 26)}{chr(97 + at // 26)}ra." for at in range(250))
    rules = combine(None, read("\n".join(names)).all_confirmed(), None)
    assert len(rules.acting) == 250
    assert seconds(part * (SIZE // len(part)), rules) < 0.1 * slowness()


@pytest.mark.parametrize("part", ["you stupid idiot ", "YOU FOOLS ", "Pell is a liar, you fool. "])
def test_insults_without_end_are_judged_in_growing_time_only(part):
    rules = combine(None, read("No personal attacks. No insults of public figures.").all_confirmed(), None)
    short, long = (seconds(part * (size // len(part)), rules) for size in (SIZE // 2, 2 * SIZE))
    assert long < 12 * short  # four times the text; quadratic would be sixteen times as long


@pytest.mark.parametrize("hidden", ["Tr\u00b5mp", "Tr\U000e0061ump", "T\u0433ump", "Trum\u20b1"])
def test_letters_that_show_nothing_or_another_letter_hide_no_name(hidden):
    rules = read("No Trump.").all_confirmed()
    assert judge(Facts(author=ADA, text=f"So {hidden} said."), rules).findings


@pytest.mark.parametrize("field", ["at", "author_days"])
@pytest.mark.parametrize("number", [10**400, -(10**400), 2**60])
def test_a_number_too_large_is_named(field, number):
    with pytest.raises(ShapeError, match=f"{field}: is too large"):
        Facts.from_json({"author": "ada", "text": "x", field: number})


def test_no_escape_reaches_the_terminal_in_an_error(tmp_path, capsys):
    rules, facts = tmp_path / "rules.txt", tmp_path / "facts.jsonl"
    rules.write_text("No memes.")
    facts.write_text(json.dumps({"author": "ada", "\x1b[31mzz": 1}) + "\n")
    assert main(["judge", "--rules", str(rules), "--facts", str(facts)]) == 2
    assert "\x1b" not in capsys.readouterr().err
