"""Facts to verdicts: disguises, edges of each signal, and what holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import Earlier, Event, Facts, Keeping, Member, Said, Verdict, combine, judge, read
from houserules.judgement import Judgement
from houserules.signals import folding
from houserules.signals.mentions import mentions

ADA, BO = Member(name="ada"), Member(name="bo")
PROSE = """No Trump, Fascism References, Memes. No talk of the mayor’s divorce, crypto, or New York.
Don’t repeat comments, vote for your own comments, or respond to yourself. Please quote the person you reply to."""
BOOK = read(PROSE).all_confirmed()
PIECES = """trump Tr*mp T r u m p m4yor's divorce ![a](b.png) <img src=x> https://a.example/b.gif > \n > quoted
fascist the Тrump \u0301 \u200b ﬁ ß İ \ud800 😀 a.b.c.d ****** _ 1 ﷺ"""
TEXT = some.one_of(some.text(max_size=120), some.lists(some.sampled_from(PIECES.split(" ")), max_size=30).map(" ".join))


def found(text, rule, **facts):
    """The words of `text` that a rule finds."""
    facts = Facts(author=ADA, text=text, **facts)
    verdict = judge(facts, read(rule).all_confirmed())
    return [text[start:end] for finding in verdict.findings for start, end in finding.spans]


@pytest.mark.parametrize(
    "text",
    [
        "trump",
        "TRUMP",
        "Trump’s",
        "trump's",
        "#trump",
        "@trump",
        "(Trump)",
        "Trumps",
        "Trumpism",
        "anti-Trump",
        "trump.",
        "T r u m p",
        "T.r.u.m.p",
        "t-r-u-m-p",
        "Тrump",
        "Tr*mp",
        "Tr#mp",
        "tr_ump",
        "tru\u200bmp",
        "tr\u00admp?trump",
        "Truuuump",
        "ｔｒｕｍｐ",
        "trúmp",
        "Tτrump trump",
        "**Trump**",
        "[Trump](x)",
        "𝐓𝐫𝐮𝐦𝐩",
        "7rump",
    ],
)
def test_a_name_is_found_in_every_dress(text):
    assert found(text, "No Trump.")


@pytest.mark.parametrize(
    "text", ["trumpet", "trumpery", "strump", "t rum p", "tr", "Tr*mpet", "a b c", "", "***", "1337"]
)
def test_another_word_is_left(text):
    assert not found(text, "No Trump.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor's divorce is dull", ["mayor's divorce"]),
        ("the mayor and his divorce", ["mayor and his divorce"]),
        ("divorce of the mayors", ["divorce of the mayors"]),
        ("The mayor spoke. Of all things in the town hall on Monday a divorce was one.", []),
        ("a divorce", []),
    ],
)
def test_words_of_one_subject_stand_together(text, words):
    assert found(text, "No talk of the mayor’s divorce.") == words


def test_a_name_of_two_words_stands_side_by_side():
    assert found("In New York, new in york", "No talk of New York.") == ["New York"]


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ("![x](http://a.example/p) text", 1),
        ("![x][ref]", 1),
        ("see https://a.example/p.JPG.", 1),
        ("https://a.example/p.png?x=1#y and https://a.example/page", 1),
        ("https://imgur.com/abc", 1),
        ("https://media.giphy.com/abc", 1),
        ("[link](https://a.example/p.webp)", 1),
        ("<img\nsrc='p'>", 1),
        ("data:image/png;base64,AAAA", 1),
        ("![](a.png)![](b.png)", 2),
        ("an image of a .png file, ![not], imgur", 0),
        ("https://a.example/png", 0),
    ],
)
def test_pictures(text, pictures):
    verdict = judge(Facts(author=ADA, text=text), read("No images.").all_confirmed())
    assert sum(finding.value for finding in verdict.findings) == pictures


def test_pictures_that_the_caller_names_count_alone():
    assert judge(Facts(author=ADA, text="x", images=("p",)), BOOK).findings
    assert not judge(Facts(author=ADA, text="![](a.png)", images=()), BOOK).findings


def test_the_most_similar_earlier_comment_is_named():
    text = "There are six spare coaches at berth four."
    earlier = (Earlier(text=text[:-1] + ", they say.", label="1"), Earlier(text=text.upper(), label="2"))
    (finding,) = judge(Facts(author=ADA, text=f"“{text}”", earlier=earlier), BOOK).findings
    assert (finding.value, finding.note) == (1, "This says the same as your comment 2 in this discussion.")
    assert finding.keeping is Keeping.ASK


def test_a_citation_of_somebody_else_does_not_quote_the_parent():
    rule = read("Quote the person you answer.").all_confirmed()
    parent = Said(author=BO, text="Six coaches are spare.")
    for cited in (Said(author=ADA, text="Six coaches"), Said(author=BO, text="Seven"), Said(author=BO, text="")):
        assert judge(Facts(author=ADA, text="No.", parent=parent, cited=(cited,)), rule).findings
    assert not judge(Facts(author=ADA, text="No.", parent=Said(author=BO, text="![](a.png)"[:3])), rule).findings


def test_each_event_is_judged_by_its_own_kinds():
    vote = Facts(event=Event.VOTE, author=ADA, voted_author=ADA, text="trump")
    assert [finding.kind for finding in judge(vote, BOOK).findings] == ["self-vote"]
    edit = Facts(event=Event.EDIT, author=ADA, text="trump", parent=Said(author=ADA, text="x y"))
    assert [finding.kind for finding in judge(edit, BOOK).findings] == ["topic-ban"]


def test_the_strongest_keeping_wins():
    book = read("No Trump. No memes.").all_confirmed().with_keeping({"1.1": "hold", "2.1": "point"})
    verdict = judge(Facts(author=ADA, text="trump ![](a.png)"), book)
    assert verdict.keeping is Keeping.HOLD
    assert [finding.kind for finding in verdict.kept_by(Keeping.POINT)] == ["memes"]
    nothing = judge(Facts(author=ADA, text="fine"), book)
    assert nothing == Verdict(engine=nothing.engine)


def test_nothing_acts_that_is_not_confirmed_or_left_to_people():
    facts = Facts(author=ADA, text="trump")
    assert not judge(facts, read("No Trump.")).findings
    assert not judge(facts, read("No Trump.").all_confirmed().with_keeping({"1.1": "people"})).findings


def test_a_finding_says_where_it_comes_from():
    rules = combine(read("Be kind."), read("Please, no Trump!").all_confirmed(), None)
    (finding,) = judge(Facts(author=ADA, text="ask Tr*mp"), rules).findings
    assert (finding.line_number, finding.clause_key, finding.words) == (2, "1.1", "Trump")
    assert finding.line_text == "Please, no Trump!"
    assert finding.note == "“Tr*mp” stands for “trump”, which this line asks to leave out."
    assert finding.passes == "The same comment without “trump”."
    assert rules.clause(2, "1.1").words == "Trump"


@given(TEXT, TEXT)
def test_what_holds_for_any_text(text, other):
    facts = Facts(author=ADA, text=text, parent=Said(author=BO, text=other), earlier=(Earlier(text=other),))
    verdict = judge(facts, BOOK)
    assert verdict == judge(facts, BOOK)
    assert Verdict.from_json(verdict.to_json()) == verdict
    assert Facts.from_json(facts.to_json()) == facts
    for finding in verdict.findings:
        assert all(0 <= start < end <= len(text) for start, end in finding.spans)
        assert list(finding.spans) == sorted(finding.spans)
        assert finding.value >= finding.threshold
        assert 0 < finding.confidence <= 1


@given(some.text())
def test_folding_keeps_places(text):
    folded = folding.fold(text)
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)
    for at, place in enumerate(folded.places):
        assert folded.text[at] in folding.fold(text[place]).text


@given(some.text(max_size=30), some.text(max_size=30))
def test_a_name_is_found_between_anything(before, after):
    text = f"{before} trump {after}"
    spans = [mention.span for mention in mentions(Judgement(Facts(author=ADA, text=text)), "trump")]
    assert any(text[start:end] == "trump" for start, end in spans)


def test_a_signal_is_measured_once():
    calls = []

    def measure(judgement, factor):
        calls.append(factor)
        return factor * len(judgement.facts.text)

    judgement = Judgement(Facts(author=ADA, text="abc"))
    assert [judgement.signal(measure, factor) for factor in (2, 2, 3)] == [6, 6, 9]
    assert calls == [2, 3]


HOSTILE = [
    "trump ",
    "t r u m p ",
    "t*",
    "tr*mp ",
    "т",
    "![",
    "![](x ",
    "<img ",
    "> a\n",
    "m4y0r ",
    "a1",
    "ﷺ",
    "a_",
    "aa",
    " ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_judging_is_bounded(part):
    text = part * (10_000 // len(part.encode()))
    earlier = (Earlier(text=text[1:] + "x"),)
    facts = Facts(author=ADA, text=text, parent=Said(author=BO, text=text), earlier=earlier)
    took = []
    for _ in range(3):
        begin = time.process_time()
        judge(facts, BOOK)
        took.append(time.process_time() - begin)
    assert min(took) < 0.05


def test_a_megabyte_is_judged_in_bounded_time():
    text = "trump 1337 t*mp " * 62_500
    facts = Facts(author=ADA, text=text, earlier=(Earlier(text=text[::-1]),))
    begin = time.process_time()
    judge(facts, BOOK)
    assert time.process_time() - begin < 5
