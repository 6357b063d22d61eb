"""Levels of sureness: chosen in words, each finding whatever the more careful one finds."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from houserules import Earlier, Facts, Keeping, Member, RuleBook, RuleBookError, Said, combine, judge, kinds, read
from houserules.detection.hurting import AIMED
from houserules.handbook import handbook
from houserules.judgement import Judgement
from houserules.linting import lint
from houserules.shell import main
from houserules.spoken import parameters
from houserules.sureness import Levels, Sureness, clean_sureness, sureness_of

ADA, BO = Member(name="ada"), Member(name="bo")
CHOSEN = {name: kind for name, kind in kinds().items() if "sureness" in kind.choices}
WORDS = (
    "you your Pell he they women muslims liar idiot stupid moron fool pathetic clown trash crap damn hell shit sh1t f*ck "
    "h3ll bitch whore check out my channel subscribe free gift cards https://shop.example please the ferry is late and "
    "nobody STOP SHOUTING UNBELIEVABLE DISGRACE NOW . ! ? because council bridge guitar pentatonic hailstorm tomatoes"
).split()
SAID = "The council counted the spare coaches twice before the strike, and nobody believed the ninety of them."
ARTICLE = "The ferry strike widens."


def facts_of(text: str) -> Facts:
    return Facts(
        author=ADA,
        text=text,
        parent=Said(author=BO, text="Who says so?"),
        earlier=(Earlier(text=SAID),),
        article_text=ARTICLE,
        breaches_here=1,
    )


def found_at(kind, facts: Facts) -> list[bool]:
    """Whether each level finds it, the most careful first; one judgement, as levels must not disturb one another."""
    judgement = Judgement(facts)
    return [kind.judge(judgement, {"sureness": str(level)}) is not None for level in Sureness]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_a_level_finds_the_keener_one_finds(text):
    for kind in CHOSEN.values():
        found = found_at(kind, facts_of(text))
        assert found == sorted(found), (kind.name, text)


@given(st.lists(st.integers(0, len(SAID) - 1), max_size=25), st.sampled_from(["", "x", "not "]))
@settings(max_examples=100, deadline=None)
def test_what_a_level_finds_again_the_keener_one_finds(places, other):
    text = SAID
    for at in places:
        text = text[:at] + other + text[at + 1 :]
    found = found_at(kinds()["repeat"], facts_of(text))
    assert found == sorted(found)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
@settings(max_examples=50, deadline=None)
def test_no_choice_is_the_usual_level(text):
    for kind in CHOSEN.values():
        judgement = Judgement(facts_of(text))
        assert kind.judge(judgement, {}) == kind.judge(judgement, {"sureness": "usual"})


C, U, K, N = (True, True, True), (False, True, True), (False, False, True), (False, False, False)


@pytest.mark.parametrize(
    ("name", "text", "levels"),
    [
        ("personal-attack", "You are a stupid liar, and a pathetic moron, you idiot.", C),
        ("personal-attack", "Are you really as dumb as that, or is it a joke?", U),
        ("personal-attack", "You are wrong about the bridge, and here is why.", N),
        ("profanity", "The damn fools.", C),
        ("profanity", "What a pile of shit this bridge and its long history of delays is.", U),
        ("profanity", "You suck.", K),
        ("figure-insult", "Yesterday Pell, that stupid moron, closed the bridge.", C),
        ("figure-insult", "I read that he is a pathetic idiot.", K),
        ("shouting", "EVERYBODY HERE KNOWS THAT ALREADY.", C),
        ("shouting", "It is UTTERLY DISGRACEFUL of them.", U),
        ("shouting", "It is UNBELIEVABLE to me.", K),
        ("shouting", "It is AWFUL to me.", N),
        ("repeat", SAID, C),
        ("repeat", SAID.replace("twice", "again"), U),
        ("repeat", "Where is that from?", N),
    ],
)
def test_levels(name, text, levels):
    assert tuple(found_at(kinds()[name], facts_of(text))) == levels


def test_a_hit_names_the_threshold_of_its_level():
    judgement = Judgement(Facts(author=ADA, text="You are a stupid liar, and a pathetic moron, you idiot."))
    judges = kinds()["personal-attack"].judge
    assert [judges(judgement, {"sureness": str(level)}).threshold for level in Sureness] == list(AIMED)
    assert judges(judgement, {}).threshold == AIMED.usual


def test_carefully_nothing_strays_by_words_alone(monkeypatch):
    def gone(_judgement):
        from houserules.weights import WeightsError

        raise WeightsError("Meaning is not installed.")

    monkeypatch.setattr("houserules.detection.purpose.nearness_to_subject", gone)
    stray = "Guitar tabs, chords, scales: practise pentatonic fingerings slowly, metronome clicking, until muscles remember."
    assert tuple(found_at(kinds()["off-topic"], facts_of(stray))) == U


def book_with(prose: str, level: str) -> RuleBook:
    book = read(prose)
    return book.with_params({clause.key: {"sureness": level} for clause in book.clauses}).all_confirmed()


def test_an_author_chooses_a_level_and_takes_it_back():
    plain = read("No personal attacks.")
    keen = book_with("No personal attacks.", "keen")
    assert keen.clause("1.1").params == {"sureness": "keen"}
    assert RuleBook.from_json(keen.to_json()) == keen
    assert keen.with_params({"1.1": {"sureness": "careful"}}).clause("1.1").confirmed is False
    assert keen.with_params({"1.1": {"sureness": "usual"}}) == plain
    assert plain.all_confirmed().with_params({"1.1": {"sureness": "usual"}}) == plain.all_confirmed()


@pytest.mark.parametrize("word", ["sure", "KEEN", "0.9", 1, True])
def test_other_words_are_refused_with_a_sentence(word):
    with pytest.raises(RuleBookError, match="sureness: it is careful, usual, or keen, not “"):
        read("No personal attacks.").with_params({"1.1": {"sureness": word}})


def test_only_kinds_with_a_score_have_levels():
    with pytest.raises(RuleBookError, match="not “sureness”"):
        read("At most 2 links.").with_params({"1.1": {"sureness": "keen"}})
    assert {name for name, kind in kinds().items() if kind.figures} | {"shouting"} == set(CHOSEN)


def test_a_level_acts():
    facts = Facts(author=ADA, text="It is UNBELIEVABLE to me.")
    found = {level: bool(judge(facts, book_with("No shouting.", level)).findings) for level in ("careful", "usual", "keen")}
    assert found == {"careful": False, "usual": False, "keen": True}


@pytest.mark.parametrize("level", ["careful", "usual", "keen"])
@pytest.mark.parametrize(
    ("ban", "permission"),
    [
        ("No profanity. (open)", "Profanity is fine."),
        ("No group insults. (open)", "Group insults are allowed."),
        ("No shouting. (open)", "Shouting is allowed here."),
    ],
)
def test_a_permission_lifts_whatever_the_level(level, ban, permission):
    rules = combine(book_with(ban, level), None, read(permission).all_confirmed())
    assert rules.lines[0].lifted_by == {"1.1": 2}
    conflict = combine(book_with(ban.removesuffix(" (open)"), level), None, read(permission).all_confirmed()).conflicts
    assert [each.clause_key for each in conflict] == ["1.1"]


def test_a_contradiction_is_remarked_on_whatever_the_level():
    prose = "No profanity. Profanity is fine."
    plain = read(prose).all_confirmed()
    keen = plain.with_params({"1.1": {"sureness": "keen"}}).all_confirmed()
    assert [each.name for each in lint(plain)] == [each.name for each in lint(keen)]
    assert "contradiction" in [each.name for each in lint(keen)]


def test_a_level_reads_as_its_word():
    assert parameters({"which": "groups", "sureness": "keen"}) == "groups of people, keen"


def test_unknown_levels_of_stored_books_are_the_usual_one():
    assert sureness_of({"sureness": "other"}) is sureness_of({"sureness": 3}) is sureness_of({}) is Sureness.USUAL
    assert Levels(3, 2, 1).of({"sureness": "careful"}) == 3
    assert clean_sureness("") == ""


@pytest.mark.parametrize("kind", [kind for kind in CHOSEN.values() if kind.figures], ids=lambda kind: kind.name)
def test_published_figures_tell_every_level(kind):
    recalls = [kind.figures.at(level)[1] for level in Sureness]
    assert all(one <= other for one, other in pairwise(recalls))
    assert kind.figures.told_levels() in handbook()


def test_a_sentence_on_a_level():
    assert kinds()["personal-attack"].figures.rates("careful").startswith("right in 94 of 100 that it finds, finds 15 of 1")


def test_keeping_is_left_alone():
    assert book_with("No spam.", "keen").clause("1.1").keeping is Keeping.PEOPLE


def test_the_shell_shows_and_uses_what_was_chosen(tmp_path, capsys):
    rules, facts = tmp_path / "rules.txt", tmp_path / "facts.jsonl"
    rules.write_text("No shouting.", encoding="utf-8")
    facts.write_text('{"text": "It is UNBELIEVABLE to me.", "author": {"name": "ada"}}\n', encoding="utf-8")
    chosen = ["--choose", "1.1:sureness=keen"]
    assert main(["read", str(rules), *chosen]) == 0
    assert "shouting, keen (" in capsys.readouterr().out
    assert main(["judge", "--rules", str(rules), "--facts", str(facts), *chosen]) == 0
    assert "A long word is written in capitals." in capsys.readouterr().out
    assert main(["judge", "--rules", str(rules), "--facts", str(facts), "--choose", "1.1:sureness=very"]) == 2
    assert "careful, usual, or keen, not “very”" in capsys.readouterr().err
