"""Rules of AutoModerator: what each becomes, what is left out, and that none is dropped without a word."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houserules import read
from parley.exchange.automoderator import names
from parley.exchange.patterns import words_of
from parley.exchange.rules import automoderator, imported

SOFTWARE, PEOPLE = True, False


def brought(text):
    return automoderator.read(text)


def only(text):
    (entry,) = brought(text).account
    return entry


@pytest.mark.parametrize(("rule", "lines"), [
    ("body: [apples, pear tree]", {"No mention of apples, pear tree.": SOFTWARE}),
    ("body (includes-word): apples", {"No mention of apples.": SOFTWARE}),
    ("body+title: [apples]", {"No mention of apples.": SOFTWARE}),
    ("body#2: [apples]", {"No mention of apples.": SOFTWARE}),
    ("body (regex): ['plums?|cherry']", {"No mention of plums, plum, cherry.": SOFTWARE}),
    ("body: ['C++', rock and roll]", {"Mods look out for “C++” or “rock and roll”.": PEOPLE}),
    ("body: [bullshit]", {"No profanity.": SOFTWARE}),
    ("body: [bullshit, apples]", {"No profanity.": SOFTWARE, "No mention of apples.": SOFTWARE}),
    ("body: [x.example, apples]", {"No links to x.example.": PEOPLE, "No mention of apples.": SOFTWARE}),
    ("domain: [x.example, www.y.example]", {"No links to x.example or y.example.": PEOPLE}),
    ("url: ['ref=']", {"No links whose address has “ref=” in it.": PEOPLE}),
    ("~domain: [x.example]", {"Links may lead only to “x.example”.": PEOPLE}),
    ("type: comment\n~body: ['source:']", {"Comments must mention “source:”.": PEOPLE}),
    ("type: comment\nbody (starts-with): ['lol']", {"No comments that begin with “lol”.": PEOPLE}),
    ("type: submission\ntitle (full-exact): [help]", {"No seeds whose title says only “help”.": PEOPLE}),
    ("title: [apples]", {"No seeds whose title mentions “apples”.": PEOPLE}),
    ("type: comment\nbody_longer_than: 400", {"Comments may have at most 400 characters.": SOFTWARE}),
    ("body_shorter_than: 20", {"Comments must have at least 20 characters.": SOFTWARE}),
    ("author:\n  account_age: '< 7 days'", {"Accounts must be at least 7 days old to post.": SOFTWARE}),
    ("author:\n  account_age: '< 12 hours'", {"Accounts must be at least 12 hours old to post.": SOFTWARE}),
    ("author:\n  account_age: '< 1'", {"Accounts must be at least 1 day old to post.": SOFTWARE}),
    ("type: submission\nauthor:\n  account_age: '< 2 weeks'", {"Accounts must be at least 2 weeks old to seed articles.": PEOPLE}),
    ("reports: 3\ntype: comment", {"Mods look at comments with at least 3 reports.": PEOPLE}),
    ("standard: meme generator sites", {"No links to meme generators.": PEOPLE}),
    ("type: poll submission", {"No seeds that are polls.": PEOPLE}),
    ("type: comment\nis_top_level: true\nbody: [apples]", {"No mention of “apples”, where the comment answers no other.": PEOPLE}),
    ("body: [apples]\nauthor:\n  account_age: '< 3 days'",
     {"No mention of “apples”, where the account is younger than 3 days.": PEOPLE}),
    ("body: [apples]\nauthor:\n  comment_karma: '< 3'", {"No mention of “apples”, where mods see cause.": PEOPLE}),
    ("type: text submission\ntitle: [why]\n~body: [I tried]",
     {"No seeds whose title mentions “why”, where the text does not mention “I tried”.": PEOPLE}),
    ("body: [apples, memes, pears, racism, plums]",
     {"No mention of apples, pears, plums.": SOFTWARE, "No mention of memes.": SOFTWARE, "No mention of racism.": SOFTWARE}),
    ("body: [apples]\nreports: 1", {"No mention of “apples”, where there is at least 1 report.": PEOPLE}),
    ("type: gathering\nbody: [apples]", {"No mention of “apples”, where mods see cause.": PEOPLE}),
])  # fmt: skip
def test_a_rule_becomes_lines(rule, lines):
    entry = only(f"{rule}\naction: remove\n")
    assert dict(zip(entry.lines, entry.by_software, strict=True)) == lines
    assert entry.why_not == ""


@pytest.mark.parametrize(("rule", "sentence"), [
    ("body: [apples]\naction: approve", "Approving is not carried over"),
    ("title: [help]\nset_flair: [a, b]\ncomment: hello", "against nothing: it only does comment, set_flair"),
    ("title: [help]", "It has no action"),
    ("body: [apples]\naction: dance", "“dance” is not known"),
    ("author:\n  comment_karma: '< 3'\naction: remove", "there is no karma here"),
    ("author:\n  name: [someone]\naction: remove", "names of accounts elsewhere"),
    ("body (regex): ['a.*b']\naction: remove", "no plain list of words"),
    ("body: [memes are fine. Everybody may post links]\naction: remove", "without being read as something else"),
    ("body: []\naction: remove", "it lists nothing"),
    ("reports: many\naction: remove", "no figure"),
    ("~reports: 2\naction: remove", "its contrary"),
    ("action: remove", "It asks nothing"),
    ("# only a remark", "only remarks"),
    ("- a\n- list", "no list of names"),
    ("body: 'open\naction: remove", "no YAML that can be read in line"),
    ("body: *missing\naction: remove", "“missing” in line 1"),
])  # fmt: skip
def test_what_becomes_no_line_says_why(rule, sentence):
    entry = only(rule)
    assert entry.lines == ()
    assert sentence in entry.why_not


@pytest.mark.parametrize(("rule", "part"), [
    ("body: [apples]\naction: filter", "“action: filter”"),
    ("body: [apples]\naction: remove\naction_reason: fruit", "“action_reason”"),
    ("body: [apples]\naction: remove\nmoderators_exempt: false", "“moderators_exempt”"),
    ("body: [apples]\naction: remove\ncolour: red", "“colour”: no such name"),
    ("body (includes, odd): [apples]\naction: remove", "“(odd)”"),
    ("body (includes): [apples]\naction: remove", "“(includes)”"),
    ("body (case-sensitive): [apples]\naction: remove", "capitals"),
    ("body (regex): ['apples', 'x{3}']\naction: remove", "the pattern “x{3}”"),
    (f"body: [apples, {'long' * 5_000}]\naction: remove", "longer than 100 letters"),
    ("body: [pears]\nbody: [apples]\naction: remove", "“body” of line 1: it stands twice"),
    ("body+title: [apples]\naction: remove", "titles of seeds"),
    ("body+flair_text: [apples]\naction: remove", "no flair"),
    ("body: [apples]\naction: remove\nparent_submission:\n  title: x", "what the discussion is about"),
])  # fmt: skip
def test_what_is_left_out_is_told(rule, part):
    entry = only(rule)
    assert "apples" in entry.lines[0]
    assert any(part in each for each in entry.left_out), entry.left_out


def test_that_swearing_is_wider_than_its_words_is_told():
    assert "covers all others" in only("body: [bullshit]\naction: remove").note


@pytest.mark.parametrize("rule", [
    "body: ['memes are fine. x{n}']", "body: [apples]", "body: [\"don't x{n}\"]", "body: ['crypt{n}*']\nreports: 3",
])  # fmt: skip
def test_long_files_take_no_long_time(rule):
    text = "---\n".join(f"{rule.format(n=number)}\naction: remove\n" for number in range(1_500))
    start = time.process_time()
    found = brought(text)
    assert time.process_time() - start < 8
    assert len(found.account) == text.count("---\n") + 1


def test_a_broken_rule_costs_only_itself():
    found = brought("body: [apples]\naction: remove\n---\nbody: [a, b\naction: remove\n---\nbody: [plums]\naction: remove\n")
    assert [each.where for each in found.account] == ["line 1", "line 4", "line 7"]
    assert [bool(each.lines) for each in found.account] == [True, False, True]


def test_a_few_lines_do_not_stand_for_millions():
    named = "\n".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    found = brought(f"a: &a [{'x, ' * 9}x]\n{named}\n---\nbody: [apples]\naction: remove\n")
    assert "more than 20,000" in found.account[0].why_not
    assert found.prose == "No mention of apples."


@pytest.mark.parametrize("rule", [
    "[" * 20_000, "- " * 20_000, "? " * 20_000, "&a [*a]", "a: &a {b: *a}", "!!python/name:os.system x",
])  # fmt: skip
def test_hostile_yaml_gets_a_sentence(rule):
    assert only(f"{rule}\n").why_not.endswith(".")


def test_an_alias_is_read_where_it_stands():
    assert only("body: &f [apples, plums]\nbody#2: *f\naction: remove\n").lines


def test_two_thousand_lines_take_no_time():
    rules = [f"type: comment\nbody: [fruit{number}, tree{number}]\naction: remove\n---\n" for number in range(500)]
    start = time.process_time()
    found = brought("".join(rules))
    assert time.process_time() - start < 6  # 2 seconds on a machine of its own; the prose is full before
    assert len(found.account) == 500


def test_what_no_longer_fits_is_told():
    found = brought("".join(f"body: [fruit{n}, tree{n}, {'long' * 20}{n}]\naction: remove\n---\n" for n in range(300)))
    assert len(found.prose) <= 20_000
    assert len(found.account) == 300
    assert any("20,000 characters" in each.why_not for each in found.account)


# Properties

VALUES = st.sampled_from([
    "apples", "[apples, plums]", "['x{3}', '(a|b)c']", "true", "false", "3", "'< 7 days'", "remove", "spam", "report", "approve",
    "x.example", "comment", "submission", "'memes are fine.'", "{a: b}", "", "[[a], {b: c}]", "“No links.”", "'(open)'",
])  # fmt: skip
KEYS = st.sampled_from(sorted(names.KNOWN)) | st.sampled_from([
    "~body", "body (regex)", "title+body (includes)", "~domain", "author", "zzz", "body (starts-with, regex)", "body#1",
])  # fmt: skip
RULES = st.lists(
    st.lists(st.tuples(KEYS, VALUES), min_size=1, max_size=5).map(lambda each: "\n".join(f"{key}: {value}" for key, value in each)),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(RULES)
def test_every_rule_is_an_entry_and_every_line_is_of_one(rules):
    found = brought("\n---\n".join(rules))
    assert len(found.account) == len(rules)
    accounted(found)
    assert not any(clause.permits for clause in read(found.prose).clauses)


def accounted(found):
    said = {line for entry in found.account for line in entry.lines}
    assert set(filter(None, found.prose.split("\n"))) == said
    for entry in found.account:
        assert bool(entry.lines) != bool(entry.why_not)
        assert len(entry.lines) == len(entry.by_software)
    assert found.book.prose == found.prose


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_words_in_a_list_are_safe(words):
    rule = "body: [" + ", ".join('"' + each.encode("unicode_escape").decode().replace('"', "") + '"' for each in words) + "]"
    found = brought(f"{rule}\naction: remove\n")
    accounted(found)
    assert not any(clause.permits for clause in read(found.prose).clauses)


@pytest.mark.parametrize(("pattern", "words"), [
    ("apple|pear", ["apple", "pear"]),
    ("gr(a|e)ys?", ["grays", "gray", "greys", "grey"]),
    (r"\bfree\s+money\b", ["free money"]),
    ("buy[ -]?now", ["buy now"]),
    ("b[aei]t", ["bat", "bet", "bit"]),
    (r"(?:c\+\+|c\.)", ["c++", "c."]),
    ("a.*b", []), ("^start", []), ("x{3}", []), (r"\d+", []), ("(a", []), ("a)", []), ("", []), ("a|", []), ("(" * 50, []),
    ("(a|b)" * 20, []), ("(?=a)b", []),
])  # fmt: skip
def test_patterns_that_are_lists(pattern, words):
    assert list(words_of(pattern)) == words


@given(st.text(alphabet="ab|()[]?\\s+*^$.{", max_size=60))
def test_any_pattern_ends(pattern):
    assert len(words_of(pattern)) <= 60


def test_it_is_told_from_prose():
    assert imported(b"body: [apples]\naction: remove\n").format == "automoderator"
    assert imported(b"No memes.\nNote: be kind.\nTitle: the title of the article.\n").format == "text"
