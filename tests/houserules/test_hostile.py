"""Bad input: texts, rules, facts, and weights that were made to hurt. Bounded time, a clear word, nothing lost."""

import json
import random
import string
import time
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from houserules import Earlier, Facts, Keeping, Member, RuleBook, Said, ShapeError, combine, judge, kinds, read
from houserules.explanation import explain
from houserules.linting import lint
from houserules.shell import main
from houserules.signals.folding import fold
from tests.houserules.slowness import slowness

ADA, BO = Member(name="ada", id="1"), Member(name="bo", id="2")
SIZE = 10_000
SECONDS = 0.05
"""For 10 kB, whatever the text."""
REPEATED = [
    "a\u0301", "\u0301", "zalgo\u0301\u0302\u0303\u0304", "\u200b", "\u200ba", "a\u00ad", "(", "[](",
    "![](", "[a](b)", "[[](](", "a.a.", "a.b.c.d ", "> ", ">>>>", "> a\n", "😀", "👨‍👩‍👧‍👦", "\u202e",
    "\u202ea", "1337 ", "t r u m p ", "t.r.u.m.p", "tr*mp ", "t*", "4@", "*", "a* ", "@ada ", "@a@b.c",
    "http://", "https://a.b ", "www.", "a/", "1 ", "+49 30 1234567 ", "4111111111111111 ", "A", "A B ",
    "you are an idiot ", "i d i o t ", "ıİſß", "ﷺ", "\ud800", "\r\n", "`", "```\n", "|a|b\n",
    "<a href=", "&amp;", "“", "あ", "ไทย", "---", "\\", "ﬃ", "𝕥𝕣𝕦𝕞𝕡 ", "тrump ",
]  # fmt: skip
RULES = "\n".join(
    dict.fromkeys(case.rule for kind in kinds().values() if kind.judge for case in kind.cases if case.facts is not None)
)


def everything_judged():
    """A book in which every kind that can be judged is."""
    book = read(RULES).all_confirmed()
    left = [clause for clause in book.clauses if clause.keeping is Keeping.PEOPLE and not clause.permits]
    turned = {clause.key: kinds()[clause.kind].allowed[1] for clause in left if kinds()[clause.kind].judge}
    return book.with_keeping(turned)


BOOK = combine(None, everything_judged(), None)


def facts_of(text):
    earlier = tuple(Earlier(text=f"{text[at:]}{at}", at=float(at)) for at in range(3))
    return Facts(
        author=ADA, text=text, parent=Said(author=BO, text=text[::-1]), earlier=earlier, at=9.0, members=(ADA, BO)
    )


def seconds(facts, tries=8):
    took = []
    for _ in range(tries):
        begin = time.process_time()
        judge(facts, BOOK)
        took.append(time.process_time() - begin)
        if took[-1] < SECONDS:
            break
    return min(took)


def made_of(kind):
    draw = random.Random(kind)  # noqa: S311 -- a sample by seed
    if kind == "words":
        return " ".join("".join(draw.choices(string.ascii_lowercase, k=draw.randint(1, 12))) for _ in range(1500))[
            :SIZE
        ]
    if kind == "marks":
        return "".join(draw.choices("abt r*._-@/:()[]<>!1370$\n ", k=SIZE))
    return "".join(draw.choices("trumpтяıß\u0301\u200b\u202e\ufe0f😀中ا&#x", k=SIZE // 3))


@pytest.mark.parametrize("part", REPEATED)
def test_no_text_makes_judging_slow(part):
    text = part * (SIZE // len(part.encode("utf-8", "surrogatepass")))
    assert seconds(facts_of(text)) < SECONDS * slowness()


@pytest.mark.parametrize("kind", ["words", "marks", "letters"])
def test_no_mixture_makes_judging_slow(kind):
    assert seconds(facts_of(made_of(kind))) < SECONDS * slowness()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(some.sampled_from(REPEATED) | some.text(min_size=1, max_size=6), min_size=1, max_size=5))
def test_no_pattern_makes_judging_slow(parts):
    part = "".join(parts)
    text = part * (SIZE // len(part.encode("utf-8", "surrogatepass")))
    assert seconds(facts_of(text)) < SECONDS * slowness()


@pytest.mark.parametrize(
    "part", ["a", "\u0301", "(", "a.a.", ">", "😀", "[](", "t*", "x ", "4@", "you idiot ", "> a\n", "A B "]
)
def test_a_megabyte_is_judged_in_bounded_time(part):
    facts = Facts(author=ADA, text=part * (1_000_000 // len(part.encode())), earlier=(Earlier(text=part * 100_000),))
    begin = time.process_time()
    judge(facts, BOOK)
    assert time.process_time() - begin < 100 * SECONDS * slowness()


def test_what_stands_around_a_text_is_bounded_too():
    many = 2_000
    facts = Facts(
        author=ADA,
        text="You there, member 7 and https://a.example, the council counted coaches.",
        parent=Said(author=BO, text="a* " * 300_000),
        cited=tuple(Said(author=BO, text="“said”") for _ in range(many)),
        earlier=tuple(Earlier(text=f"Again and again {at}.", at=float(at)) for at in range(many)),
        members=tuple(Member(name=f"member {at}") for at in range(many)),
        article_title="a.a." * 10_000,
        article_text="The council counted coaches. " * 30_000,
        at=1e6,
    )
    assert seconds(facts, tries=2) < 20 * SECONDS * slowness()


def test_many_quotations_of_a_long_parent_are_bounded():
    text = "".join(f"> quoted words {at}\n" for at in range(500))
    facts = Facts(author=ADA, text=text, parent=Said(author=BO, text="quoted word " * 5_000))
    assert seconds(facts) < SECONDS * slowness()


TEXT = some.text(max_size=60) | some.lists(some.sampled_from(REPEATED), max_size=12).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_spans_stand_inside_the_text_and_the_same_input_says_the_same(text):
    facts = facts_of(text)
    verdict = judge(facts, BOOK)
    assert verdict == judge(facts_of(text), BOOK)
    assert json.dumps(explain(facts, BOOK).to_json()) == json.dumps(explain(facts, BOOK).to_json())
    for finding in verdict.findings:
        ends = [0]
        for start, end in finding.spans:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)


@given(TEXT)
def test_folding_keeps_places(text):
    folded = fold(text)
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places) or "\u202e" in unescape(text)
    assert all(0 <= folded.span(at, at + 1).start < folded.span(at, at + 1).end <= len(text) for at in range(len(folded.text)))
    assert all(0 <= place < max(1, len(text)) for place in folded.places)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert folded.text[at] in fold(text[start:end]).text


LIMITS = (
    "At most {} links.", "Comments may have at most {} words.", "Comments may have at most {} characters.",
    "No more than {} comments per hour.",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    some.sampled_from(LIMITS),
    some.integers(1, 9),
    some.integers(1, 9),
    TEXT | some.just("https://a.example b.example c.org " * 2),
)
def test_a_lower_limit_never_finds_less(rule, first, second, text):
    low, high = sorted((first, second))
    facts = Facts(author=ADA, text=text, at=100.0, earlier=tuple(Earlier(text="x", at=float(at)) for at in range(6)))
    books = [read(rule.format(limit)).all_confirmed() for limit in (low, high)]
    assert all(
        clause.params["most"] == limit
        for book, limit in zip(books, (low, high), strict=True)
        for clause in book.clauses
    )
    strict, loose = (judge(facts, book).findings for book in books)
    assert len(strict) >= len(loose)


@settings(max_examples=40, deadline=None)
@given(some.integers(1, 20), some.integers(1, 20), TEXT)
def test_a_higher_least_never_finds_less(first, second, text):
    low, high = sorted((first, second))
    facts = Facts(author=ADA, text=text)
    loose, strict = (judge(facts, read(f"At least {least} words.").all_confirmed()).findings for least in (low, high))
    assert len(strict) >= len(loose)


PROSES = {
    "one word": "memes",
    "one letter": "x",
    "one long word": "x" * 100_000,
    "regular expressions": "No (a+)+$. Ban /^.*(foo|bar){1,9}$/i and [^]]*? too. (?:(?:)*)*",
    "contradictory": "No memes.\nMemes are fine.\nAt most 3 links.\nAt most 5 links.\n" * 50,
    "another language": "Keine Links.\nPas de liens.\nНе публикуйте ссылки.\n禁止发布链接\n",
    "two ways": "No \u202ememes\u202c and \u200bTrump.\u0301\u0301",
    "nothing but marks": "((((\n>>>>\n***\n" * 1000,
    "nested": "(" * 5_000 + "No memes" + ")" * 5_000,
    "long": "No memes, politics, spam, or insults unless the mods allow them. " * 1500,
    "hundred thousand letters": "No talk of the mayor, the ferry, and the tram, please\n" * 1900,
    "surrogates": "No \ud800 memes \udfff.",
    "nulls": "No\0memes\0.\0",
}


@pytest.mark.parametrize("name", PROSES)
def test_no_prose_is_too_odd_to_be_read_remarked_and_explained(name):
    prose = PROSES[name]
    begin = time.process_time()
    book = read(prose)
    remarks = lint(book)
    told = explain(Facts(author=ADA, text="A meme: https://a.example"), book.all_confirmed())
    assert time.process_time() - begin < 12 * slowness()
    assert RuleBook.from_json(json.loads(json.dumps(book.to_json()))) == book
    kept = "".join(prose[line.start : line.end] for line in book.lines)
    assert len(kept) >= sum(map(str.isalnum, prose)) * 0.9
    assert remarks == lint(book)
    assert list(told.sentences())


def test_what_is_no_rule_acts_nowhere():
    for name in ("one word", "one letter", "one long word", "regular expressions", "nothing but marks"):
        assert not [clause for clause in read(PROSES[name]).all_confirmed().clauses if clause.acts], name


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (None, "value"),
        ([], "value"),
        ("ada", "value"),
        ({"text": "x"}, "author"),
        ({"author": 7}, "author"),
        ({"author": "ada", "text": 7}, "text"),
        ({"author": "ada", "text": None}, "text"),
        ({"author": "ada", "event": "shout"}, "event"),
        ({"author": "ada", "event": "vote"}, "voted_author"),
        ({"author": "ada", "earlier": [{"text": 1}]}, "earlier[0].text"),
        ({"author": "ada", "earlier": {"text": "a"}}, "earlier"),
        ({"author": "ada", "at": float("inf")}, "at"),
        ({"author": "ada", "links": "a.example"}, "links"),
        ({"author": {"name": "ada", "colour": 1}}, "author.colour"),
    ],
)
def test_facts_of_another_shape_name_their_field(data, field):
    with pytest.raises(ShapeError) as wrong:
        Facts.from_json(data)
    assert str(wrong.value).startswith(field)


@pytest.mark.parametrize("command", ["judge", "explain"])
@pytest.mark.parametrize("line", ["{", "[]", "null", '{"author": 7}', "[" * 100_000, '{"author": "a", "text": 1e999}'])
def test_the_shell_names_the_line_and_ends_well(command, line, tmp_path, capsys):
    rules, facts = tmp_path / "rules.txt", tmp_path / "facts.jsonl"
    rules.write_text("No memes.", encoding="utf-8")
    facts.write_text(line, encoding="utf-8")
    assert main([command, "--rules", str(rules), "--facts", str(facts)]) == 2
    error = capsys.readouterr().err
    assert "line 1: " in error
    assert error.count("\n") == 1
