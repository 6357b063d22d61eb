"""Bans of a subject: the list of near meanings, what its author chose, whom words are about, and words in pictures."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import Facts, Member, Picture, RuleBook, RuleBookError, Said, combine, judge, near_meanings, read
from houserules.judgement import Judgement
from houserules.meaning import is_here, whole_words
from houserules.signals.mentions import mentions
from houserules.signals.word_family import word_family
from tests.houserules.slowness import slowness

ADA, BO, KIT = Member(name="ada"), Member(name="bo"), Member(name="kit")
TERMS = """trump hitler fascism crypto putin brexit biden clinton obama abortion religion politics vaccine covid dictator islam
israel ukraine russia china gun election immigration police divorce war tax climate football bible church nazi communism
socialism feminism tesla musk bitcoin weather cat news mars guard mine art port labor state""".split()


def found(text, term):
    """The words that stand for `term`."""
    return [text[one.span.start : one.span.end] for one in mentions(Judgement(Facts(author=ADA, text=text)), term)]


@pytest.mark.parametrize(
    "text",
    ["Trvmp", "[T]rump", "T)rump(", "7r(_)mp", "7|2ump", "T|r|u|m|p", "tr ump", "Tru-mp", "ttrruummpp", "ᴛʀᴜᴍᴘ", "🅣🅡🅤🅜🅟",
     "🇹🇷🇺🇲🇵", "ꓔꓣꓴꓟꓑ", "t\nr\nu\nm\np", "T  r  u  m  p", "a T r u m p i s", "t r u m p t r u m p", "T🔥r🔥u🔥m🔥p", "Tru🔥mp",
     "T~rump", "Tr🔥um🔥p",
     "T\u3164rump", "trüüüump", "t/rump", "T'rump", "trump2024"],
)  # fmt: skip
def test_disguises(text):
    assert found(text, "trump")


@pytest.mark.parametrize(
    ("text", "term"),
    [("t r u m p e t", "trump"), ("strumpet trumped trumpery", "trump"), ("an atrium p. 4", "trump"), ("trump3t", "trump"),
     ("she'd we'll", "shed"), ("we'll", "well"), ("6in of rain", "gin"), ("I don t rust", "trust"), ("a new car", "news"),
     ("the guardian", "guard"), ("(limb of a tree", "climb"), ("and/or", "andor"), ("the 24-hour shop", "hour shop x")],
)  # fmt: skip
def test_words_that_only_look_alike(text, term):
    assert not found(text, term)


@pytest.mark.parametrize(
    ("text", "term", "words"),
    [("So Tr&#117;mp said", "trump", ["Tr&#117;mp"]), ("&#x54;rump", "trump", ["&#x54;rump"]),
     ("a Trum&#112;, b", "trump", ["Trum&#112;"]),
     ("&#84;&#114;&#117;&#109;&#112;", "trump", ["&#84;&#114;&#117;&#109;&#112;"]), ("Tr&shy;ump", "trump", ["Tr&shy;ump"]),
     ("T&#114;*mp é", "trump", ["T&#114;*mp"]), ("Tr\\&#117;mp Tr&bogus;mp Tr&#117mp", "trump", []), ("R&amp;D, AT&T;", "amp", []),
     ("so \u202epmurT\u202c said", "trump", ["pmurT"]), ("é \u202epmurT", "trump", ["pmurT"]),
     ("&#8238;pmurT\ntrump", "trump", ["pmurT", "trump"]),
     ("MayorDunmore, #mayordunmore and Mayor Dunmore", "mayor dunmore", ["MayorDunmore", "mayordunmore", "Mayor Dunmore"]),
     ("the mayors dun more", "mayor dunmore", []), ("newton", "new ton", [])],
)  # fmt: skip
def test_what_is_shown_otherwise_than_written(text, term, words):
    assert found(text, term) == words


@pytest.mark.parametrize(
    ("term", "forms"),
    [("astrology", "astrology astrologies astrologer astrologers astrologist astrological astrologically"),
     ("astronomy", "astronomer astronomers astronomical"), ("philosophy", "philosopher philosophical"),
     ("pornography", "pornographic pornographers"), ("homeopathy", "homeopath homeopaths homeopathic"),
     ("monarchy", "monarch monarchs monarchist monarchism monarchies"), ("bureaucracy", "bureaucrat bureaucrats bureaucratic"),
     ("ideology", "ideological ideologies"), ("geometry", "geometric geometrical"), ("gambling", "gamblers gambled"),
     ("physics", "physicist physicists"), ("socialism", "socialist socialists socialistic"), ("mathematics", "math mathematician"),
     ("christianity", "christians")],
)  # fmt: skip
def test_the_family_of_a_word_is_found(term, forms):
    assert set(forms.split()) <= word_family(term)
    assert found(forms, term) == forms.split()


@pytest.mark.parametrize(
    ("term", "others"),
    [("politics", "polite politely polity"), ("university", "universe universal"), ("universe", "university"),
     ("gun", "gunner gunny"),
     ("race", "racism racist racer"), ("racism", "race races"), ("physics", "physical physician physique"),
     ("economics", "economical"),
     ("economy", "economical"), ("democracy", "democrat democrats"), ("astrology", "astronomer astrolabe aster"),
     ("topics", "topical"), ("comics", "comical"), ("autonomy", "autonomic"), ("history", "story"), ("art", "artist artful")],
)  # fmt: skip
def test_a_word_of_another_family_is_left(term, others):
    assert not found(others, term)


@pytest.mark.skipif(not is_here(), reason="the extra `meaning` is not installed: its word list is needed")
def test_no_word_of_a_large_list_is_taken_for_another():
    words = whole_words()
    texts = [Judgement(Facts(author=ADA, text=" ".join(words[at : at + 200]))) for at in range(0, len(words), 200)]
    for term in TERMS:
        hits = {each.facts.text[one.span.start : one.span.end] for each in texts for one in mentions(each, term)}
        assert hits <= word_family(term), term


@given(some.sampled_from(TERMS), some.randoms(use_true_random=False))
def test_letters_apart_or_hidden_are_read_as_the_word(term, chance: random.Random):
    joint = chance.choice([".", "-", "_", "~", "|", "\u200b", "\u00ad", "•", "🔥"])
    assert found(f"so {joint.join(term)} then", term)
    at = chance.randrange(len(term))
    assert found(f"so {term[:at]}{term[at] * 4}{term[at + 1 :]} then", term)
    assert found("so " + "".join(chr(ord(letter) + 0xFEE0) for letter in term) + " then", term)


def test_near_meanings_are_listed_nearest_first_and_never_what_is_found_anyway():
    listed = near_meanings("Trump")
    assert listed[0] == "the donald"
    assert "potus" in listed
    assert listed == near_meanings("trump")
    assert len(near_meanings("religion", 5)) == 5
    assert "religious" not in near_meanings("religion", 40)
    assert near_meanings("potus")[0] == "trump"
    assert near_meanings("") == near_meanings("💩") == near_meanings("x", 0) == ()


@pytest.mark.skipif(not is_here(), reason="the extra `meaning` is not installed")
def test_words_close_by_meaning_are_listed():
    assert {"soil", "plants"} <= set(near_meanings("gardening"))


def test_without_the_extra_the_names_are_listed_alone(monkeypatch):
    monkeypatch.setattr("houserules.meaning.is_here", lambda: False)
    assert near_meanings("gardening") == ()
    assert near_meanings("crypto")


BOOK = read("No Trump. No fascism references.")


def test_a_chosen_name_is_found_and_the_finding_says_so():
    facts = Facts(author=ADA, text="Ask POTUS.")
    assert not judge(facts, BOOK.all_confirmed()).findings
    book = BOOK.with_params({"1.1": {"near": "POTUS|the Donald| potus"}}).all_confirmed()
    assert book.clause("1.1").params["near"] == "potus|the donald"
    assert RuleBook.from_json(book.to_json()) == book
    (finding,) = judge(facts, book).findings
    assert finding.note.startswith("“POTUS” was chosen as another name for “trump”")
    assert judge(replace(facts, text="What the D0nald wants"), book).findings
    assert not judge(replace(facts, text="Donald Duck"), book).findings


def test_a_choice_waits_to_be_confirmed():
    book = BOOK.all_confirmed().with_params({"1.1": {"near": "potus"}})
    assert not book.clause("1.1").confirmed
    assert book.clause("2.1").confirmed
    assert not judge(Facts(author=ADA, text="trump"), book).findings
    assert BOOK.all_confirmed().with_params({"1.1": {"near": ""}}) == BOOK.all_confirmed()


@pytest.mark.parametrize(
    ("params", "why"),
    [({"1.1": {"nearby": "x"}}, "only near can be chosen, not “nearby”"), ({"9.1": {}}, "no clause 9.1"),
     ({"1.1": {"near": 4}}, "names are text"), ({"1.1": {"near": "?"}}, "a name has letters"),
     ({"1.1": {"near": "|".join(f"n{at}" for at in range(41))}}, "at most 40"), ({"1.1": {"term": "x"}}, "only near")],
)  # fmt: skip
def test_what_cannot_be_chosen_is_said(params, why):
    with pytest.raises(RuleBookError, match=why):
        BOOK.with_params(params)


def test_a_permission_lifts_a_ban_with_chosen_names():
    site = read("No Trump. (open)").with_params({"1.1": {"near": "potus"}}).all_confirmed()
    permitted = read("Trump talk is fine.").all_confirmed()
    if not any(clause.permits and clause.kind == "topic-ban" for clause in permitted.clauses):
        permitted = as_permission(read("No Trump."))
    assert not judge(Facts(author=ADA, text="potus"), combine(site, None, permitted)).findings


def as_permission(book, **params):
    """The book with its first clause allowed instead."""
    line = book.lines[0]
    clause = replace(line.clauses[0], permits=True, confirmed=True, params={**line.clauses[0].params, **params})
    return replace(book, lines=(replace(line, clauses=(clause,)), *book.lines[1:]))


def test_what_is_allowed_about_the_subject_is_found_about_a_member():
    ban = read("No fascism references. (open)").all_confirmed()
    rules = combine(ban, None, as_permission(read("No fascism references."), about="subject"))
    assert rules.lines[0].narrowed_by == {"1.1": 2}
    assert not rules.conflicts
    facts = Facts(author=ADA, text="", members=(BO, KIT), article_title="Governor Marlow seizes the ports")
    for text, is_found in {
        "You are a fascist.": True, "Kit argues like a fascist": True, "Governor Marlow is a fascist.": False,
        "Marlow is a fascist, kit.": False, "That is fascism.": False, "You see? Marlow is a fascist.": False,
    }.items():  # fmt: skip
        assert bool(judge(replace(facts, text=text), rules).findings) is is_found, text
    short = replace(facts, text="Fascist!", parent=Said(author=BO, text="No."))
    assert judge(short, rules).findings


def test_prose_allows_about_the_subject_what_is_found_about_a_member():
    for ban, permission in {
        "No comparisons to Hitler.": "You may compare the mayor to Hitler, not another user.",
        "No Hitler.": "You may say Hitler about the subject, not about a user.",
    }.items():
        rules = combine(read(f"{ban} {permission}").all_confirmed(), None, None)
        assert rules.lines[0].narrowed_by == {"1.1": 2}
        assert not rules.conflicts
        facts = Facts(author=ADA, text="", members=(BO, KIT), article_title="Mayor Marlow seizes the ports")
        assert judge(replace(facts, text="You are a Hitler."), rules).findings
        assert not judge(replace(facts, text="Marlow is a Hitler."), rules).findings


def test_an_unconfirmed_permission_narrows_nothing():
    ban = read("No fascism references. (open)").all_confirmed()
    permission = as_permission(read("No fascism references."), about="subject")
    line = permission.lines[0]
    unsaid = replace(permission, lines=(replace(line, clauses=(replace(line.clauses[0], confirmed=False),)),))
    assert not combine(ban, None, unsaid).lines[0].narrowed_by
    assert not combine(read("No fascism references.").all_confirmed(), None, permission).lines[0].narrowed_by


def test_words_in_a_picture_are_found_without_a_span():
    facts = Facts(author=ADA, text="Look.", pictures=(Picture(address="a.png", text="VOTE\nTR*MP"),))
    (finding,) = judge(facts, BOOK.all_confirmed()).findings
    assert finding.spans == ()
    assert finding.note.startswith("“TR*MP” in the picture stands for “trump”")


@pytest.mark.parametrize("part", ["f@sc1st ", "> trump\n", "7r|_|mp ", "you fascist. "])
def test_subjects_are_bounded(part):
    text = part * (10_000 // len(part))
    rules = combine(BOOK.all_confirmed(), None, as_permission(read("No fascism references."), about="subject"))
    facts = Facts(author=ADA, text=text, parent=Said(author=BO, text=text[2:]), article_text=text[1:])
    took = []
    for _ in range(3):
        begin = time.process_time()
        judge(facts, rules)
        took.append(time.process_time() - begin)
    assert min(took) < 0.05 * slowness()


def test_new_odd_chunks_are_bounded():
    chance = random.Random(3)  # noqa: S311 - texts by seed, no secrets
    text = " ".join("".join(chance.choice("abtrump014$@|(.-*_\\/") for _ in range(8)) for _ in range(1100))
    begin = time.process_time()
    judge(Facts(author=ADA, text=text), BOOK.all_confirmed())
    assert time.process_time() - begin < 0.2 * slowness()
