"""Single signals: their edges, what holds for any text, and weights that are gone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import Facts, Keeping, Member, Said, judge, read
from houserules.detection import amounts, hurting, manner, purpose
from houserules.judgement import Judgement
from houserules.signals import toxicity
from houserules.signals.address import address, aimed_insult
from houserules.signals.aims import aims
from houserules.signals.hurtful_words import base_of
from houserules.signals.language import language
from houserules.signals.links import links_of
from houserules.signals.personal_data import is_account, is_card, personal_data
from houserules.signals.shouting import shouting
from houserules.signals.spam_words import spam_words
from houserules.signals.written_words import written_words
from houserules.weights import WeightsError, loaded, save, weights

ADA, BO = Member(name="ada"), Member(name="bo")
DETECTORS = (
    hurting.personal_attack, hurting.profanity, hurting.profanity_at_member, hurting.category_insult,
    hurting.figure_insult, hurting.filter_evasion,
    manner.in_capitals, manner.empty, manner.other_language, manner.private,
    amounts.wrong_length, amounts.long_quote, purpose.advertising, purpose.running_down,
)  # fmt: skip
PIECES = """you stupid IDIOT bu11shit f*ck a@b.example +49 170 5550123 https://a.example/x LOUDER WORDS HERE > q \n muslims
are filthy scum . ! т ﷺ 😀 \ud800 ’ “x” s h i t sh&#105;t &#8238; \u202e \u202c
&amp; 4111 1111 1111 1111 rag my channel subscribe""".split(" ")
TEXT = some.one_of(some.text(max_size=100), some.lists(some.sampled_from(PIECES), max_size=25).map(" ".join))


def of(text, **facts):
    return Judgement(Facts(author=ADA, text=text, **facts))


@given(TEXT)
def test_every_detector_marks_inside_the_text_and_says_the_same_twice(text):
    for detect in DETECTORS:
        hit = detect(of(text), {})
        assert hit == detect(of(text), {})
        if hit is not None:
            assert all(0 <= start < end <= len(text) for start, end in hit.spans)
            assert hit.value >= hit.threshold
            assert 0 < hit.confidence <= 1


@given(TEXT, some.integers(0, 12), some.integers(0, 12))
def test_a_wider_limit_never_finds_more(text, first, second):
    tight, wide = sorted((first, second))
    for detect in (amounts.too_many_links, amounts.wrong_length, amounts.long_quote):
        if detect(of(text), {"most": wide}) is not None:
            assert detect(of(text), {"most": tight}) is not None


@given(TEXT)
def test_written_words_keep_their_places(text):
    judgement = of(text)
    written = judgement.signal(written_words)
    spans = [written.span(at) for at in range(len(written.words))]
    assert spans == sorted(spans)
    assert len(judgement.signal(toxicity.word_logits)) == len(written.words)
    assert 0 <= judgement.signal(spam_words) <= 1


def test_what_is_aimed_at_somebody_scores_higher():
    assert of("You are an idiot.").signal(aimed_insult) > of("The mayor is an idiot.").signal(aimed_insult)
    kit = Member(name="kit")
    assert of("Kit is an idiot", members=(kit,)).signal(address).places == (0,)
    assert of("Bo?", parent=Said(author=BO, text="x")).signal(address).places == ()
    assert hurting.personal_attack(of("Idiot.", parent=Said(author=BO, text="x")), {}) is not None


@pytest.mark.parametrize(
    ("word", "base"),
    [("idiots", "idiot"), ("id10t", "idiot"), ("sh*t", "shit"), ("a$$hole", "asshole"), ("bu11shit", "bullshit"),
     ("scunthorpe", None), ("assessment", None), ("*****", None), ("trumpet", None), ("", None)],
)  # fmt: skip
def test_forms_and_disguises_of_hurtful_words(word, base):
    assert base_of(word) == base


@pytest.mark.parametrize(
    ("text", "hosts"),
    [("see https://www.a.example/x, and b.com.", ["a.example", "b.com"]), ("[https://a.example](https://a.example)", ["a.example"]),
     ("3.5 e.g. i.e. end.Next me@b.com", []), ("[x](https://a.example)", ["a.example"])],
)  # fmt: skip
def test_links(text, hosts):
    assert [link.host for link in links_of(text)] == hosts


@pytest.mark.parametrize(
    ("text", "found"),
    [("4111 1111 1111 1111", "a payment card"), ("DE89 3704 0044 0532 0130 00", "a bank account"),
     ("ring 0170 5550123", "a telephone number"), ("jo@mail.example", "an e-mail address"), ("1,200,000 on 12.04.2019", None),
     ("4111 1111 1111 1112", None), ("https://a.example/12345678901", None), ("1914-1918", None)],
)  # fmt: skip
def test_personal_data(text, found):
    assert [datum.what for datum in of(text).signal(personal_data)] == ([found] if found else [])


def test_checks_of_numbers():
    assert is_card("4111111111111111")
    assert not is_card("0" * 16)
    assert not is_account("DE00 3704 0044 0532 0130 00")


@pytest.mark.parametrize(
    ("text", "name"),
    [("Das ist nicht gut, und ich bin nicht allein damit.", "german"), ("It was the best that we have, and I know it.", "english"),
     ("Это совсем не тот вопрос", "russian"), ("Hello!", ""), ("I used emacs before I went to do vim.", "")],
)  # fmt: skip
def test_language(text, name):
    assert of(text).signal(language).name in {name, name or "english"}


def test_shouting_leaves_names():
    assert of("NATO, EU and UN met.").signal(shouting).words == 0
    assert of("WHY DOES NOBODY LISTEN").signal(shouting).words == 4


def test_damaged_weights_are_told_and_the_rest_goes_on(tmp_path, monkeypatch):
    with pytest.raises(WeightsError, match=r"gone\.bin cannot be read"):
        loaded(tmp_path / "gone.bin")
    path = tmp_path / "small.bin"
    save(path, [0.5, -1.0], {"intercept": 0.25})
    assert loaded(path).numbers["intercept"] == 0.25
    assert [round(value * loaded(path).scale, 3) for value in loaded(path).values] == [0.5, -1.0]
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(WeightsError, match="damaged"):
        loaded(path)

    def gone(name):
        raise WeightsError(f"The weights {name}.bin are damaged; install houserules again.")

    toxicity.WORDS.clear()
    monkeypatch.setattr(toxicity, "weights", gone)
    book = read("No personal attacks. No Trump.").all_confirmed().with_keeping({"1.1": Keeping.ASK})
    verdict = judge(Facts(author=ADA, text="You idiot, Trump."), book)
    assert [finding.kind for finding in verdict.findings] == ["topic-ban"]
    assert verdict.missing
    assert "install" in verdict.missing[0]
    assert "damaged" in verdict.missing[0]


def test_weights_are_small():
    assert (
        sum(weights(name).values.itemsize * len(weights(name).values) for name in ("toxicity", "marks", "spam"))
        < 5_000_000
    )


@pytest.mark.parametrize(
    "part",
    ["idiot ", "x9q", "f*ck", "a@", "a.com ", "@$%", "1 ", "DE89 ",
     "YOU ", "0-", "muslims ", "a-b-", "s h i t ", "я", "<a ", "‘’", "rag paper ", "my channel "],
)  # fmt: skip
def test_every_detector_is_bounded(part):
    text = part * (10_000 // len(part.encode()))
    took = []
    for _ in range(3):
        begin = time.process_time()
        judgement = of(text, article_source="rag")
        for detect in DETECTORS:
            detect(judgement, {})
        took.append(time.process_time() - begin)
    assert min(took) < 0.05


def test_many_new_words_are_bounded():
    text = " ".join(f"q{at:x}z{at * 7919 % 65536:x}k" for at in range(1100))[:10_000]
    begin = time.process_time()
    for detect in DETECTORS:
        detect(of(text), {})
    assert time.process_time() - begin < 0.5


KIT = Member(name="kit")


@pytest.mark.parametrize(
    ("text", "whom"),
    [("You are an idiot.", ["member"]), ("Kit is an idiot.", ["member"]),
     ("You can see that Quigley is a liar.", ["figure"]),
     ("Mayor Okafor is a liar.", ["figure"]), ("What a clown Quigley is.", ["figure"]),
     ("Only an idiot like you says so.", ["member"]),
     ("You know that all immigrants are scum.", ["category"]), ("You say he is a liar.", ["other"]),
     ("Quigley closed his stupid bridge.", []), ("QUIGLEY IS A LIAR", []), ("That is an idiot.", []),
     ("Quigley spoke. Idiot!", []), ("Quigley is a liar, and you are a fool.", ["figure", "member"])],
)  # fmt: skip
def test_whom_hurtful_words_are_aimed_at(text, whom):
    judgement = of(text, members=(KIT,), article_title="Quigley opens the bridge")
    assert [aim.whom for aim in judgement.signal(aims)] == whom


@pytest.mark.parametrize(
    ("text", "count"),
    [("What a stupid new bridge.", 0), ("New rules are stupid.", 0), ("Ada, a rose will grow.", 0), ("Who will admin this?", 0),
     ("Stop it, New, it is stupid.", 1), ("@new stop it", 1), ("So says Rose.", 1), ("A STUPID NEW BRIDGE", 0),
     ("It is over. Will it rain?", 0), ("> New\n\n“Rose”: kit said so", 1), ("kit is here", 1), ("quill_7 and quill", 2)],
)  # fmt: skip
def test_a_name_that_is_an_ordinary_word_is_no_address_by_itself(text, count):
    members = tuple(Member(name=name) for name in ("new", "admin", "Rose", "will", "kit", "quill_7"))
    assert len(of(text, members=members).signal(address).places) == count


def test_an_insult_of_a_public_figure_is_no_attack_on_a_member():
    book = read("You may insult public figures; you may not insult another user.").all_confirmed()
    title = {"article_title": "Quigley opens the bridge"}
    assert not judge(Facts(author=ADA, text="You know that Quigley is a stupid liar.", **title), book).findings
    attack = judge(Facts(author=ADA, text="You know that you are a stupid liar.", **title), book).findings
    assert [finding.kind for finding in attack] == ["personal-attack"]
    assert judge(
        Facts(author=ADA, text="Quigley is a stupid liar.", members=(Member(name="quigley"),), **title), book
    ).findings
