"""Rule books: keeping, confirming, and the one list of three books."""

import pytest

from houserules import Combined, Facts, Keeping, Member, Origin, RuleBookError, Standing, combine, how_kept, judge, read

ADA = Member(name="ada")
PICTURE = Facts(author=ADA, text="![](cat.png)")


def test_keys_are_line_and_place():
    book = read("Be kind.\nNo memes, politics and spam.")
    assert [(clause.key, clause.kind) for clause in book.clauses] == [
        ("2.1", "memes"),
        ("2.2", "topic-ban"),
        ("2.3", "spam"),
    ]
    assert book.clause("2.2").params == {"term": "politics"}


def test_changes_give_new_books():
    book = read("No memes. No Trump.")
    changed = book.with_keeping({"1.1": Keeping.HOLD}).confirmed(["1.1"])
    assert [(clause.keeping, clause.confirmed) for clause in changed.clauses] == [("hold", True), ("ask", False)]
    assert [clause.confirmed for clause in changed.confirmed(["2.1"]).clauses] == [False, True]
    assert book == read("No memes. No Trump.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda book: book.clause("9.9"), "These rules have no clause 9.9."),
        (lambda book: book.confirmed(["9.9"]), "These rules have no clause 9.9."),
        (lambda book: book.with_keeping({"9.9": "ask"}), "These rules have no clause 9.9."),
        (lambda book: book.with_keeping({"1.1": "firmly"}), "A clause cannot be kept by “firmly”."),
        (
            lambda book: book.with_keeping({"1.1": "prevent"}),
            "“memes” (Memes and images) can be kept by people, point, ask, hold, not by prevent.",
        ),
        (lambda book: combine(book, None, None).clause(1, "2.1"), "These rules have no clause 2.1 in line 1."),
    ],
)
def test_what_a_book_refuses(change, sentence):
    with pytest.raises(RuleBookError) as refused:
        change(read("No memes."))
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("prose", "phrase"),
    [
        ("No memes.", "asked before posting"),
        ("Don’t vote for yourself.", "not possible here"),
        ("Quote whom you answer.", "done for you"),
        ("No trolling.", "people decide"),
        ("Memes are fine.", "allowed"),
    ],
)
def test_how_a_clause_is_kept_in_a_few_words(prose, phrase):
    (clause,) = read(prose).all_confirmed().clauses
    assert how_kept(clause) == phrase


def test_an_unconfirmed_clause_is_kept_by_people():
    (clause,) = read("No memes.").clauses
    assert (how_kept(clause), how_kept(clause, once_confirmed=True)) == ("people decide", "asked before posting")


def combined(site="", group="", seed="", *, confirmed=True):
    books = [read(prose).all_confirmed() if confirmed else read(prose) for prose in (site, group, seed)]
    return combine(*books)


def test_three_books_are_one_list():
    rules = combine(read("One. Two."), None, read("Three."))
    assert [(line.number, line.origin, line.origin_line, line.text) for line in rules.lines] == [
        (1, Origin.SITE, 1, "One."),
        (2, Origin.SITE, 2, "Two."),
        (3, Origin.SEED, 1, "Three."),
    ]
    assert combine(None, None, None) == Combined()


def test_a_narrower_permission_lifts_an_open_line():
    rules = combined(site="No memes. (open)", seed="Memes are fine here.")
    assert rules.lines[0].lifted_by == {"1.1": 2}
    assert not rules.conflicts
    assert not judge(PICTURE, rules).findings
    assert Combined.from_json(rules.to_json()) == rules


@pytest.mark.parametrize(
    ("site", "why"), [("No memes.", "is not marked open"), ("No memes. (fixed)", "is marked fixed")]
)
def test_any_other_permission_is_a_conflict_and_does_nothing(site, why):
    rules = combined(site=site, group="Memes are fine here.")
    (conflict,) = rules.conflicts
    assert (conflict.number, conflict.by, conflict.clause_key) == (1, 2, "1.1")
    assert conflict.sentence == f"Line 2 allows what line 1 forbids (“memes”), and line 1 {why}."
    assert judge(PICTURE, rules).findings


def test_one_book_that_forbids_and_allows_is_a_conflict():
    rules = combined(group="No memes. (open) Memes are welcome.")
    assert rules.conflicts[0].sentence.endswith("line 1 is in the same book.")
    assert judge(PICTURE, rules).findings


def test_a_narrower_book_may_forbid_what_a_wider_one_allows():
    rules = combined(site="Memes are fine.", group="No memes.")
    assert not rules.conflicts
    assert judge(PICTURE, rules).findings


def test_an_unconfirmed_permission_lifts_nothing():
    rules = combine(read("No memes. (open)").all_confirmed(), read("Memes are fine."), None)
    assert rules.lines[0].lifted_by == {}
    assert judge(PICTURE, rules).findings


@pytest.mark.parametrize(
    ("ban", "permission", "lifts"),
    [
        ("No Trump.", "Talk of Trump is fine.", True),
        ("No Trump.", "Talk of the mayor is fine.", False),
        ("No memes.", "Images are fine.", True),
        ("No images.", "Memes are fine.", False),
    ],
)
def test_a_permission_lifts_what_it_covers(ban, permission, lifts):
    assert bool(combined(site=f"{ban} (open)", seed=permission).lines[0].lifted_by) is lifts


def test_standing_travels_to_the_list():
    assert combined(site="No memes. (fixed)").lines[0].standing is Standing.FIXED


def test_many_contradictions_are_combined_in_bounded_time():
    rules = combined(site="No memes. " * 2000, group="Memes are fine. " * 2000)
    assert len(rules.conflicts) == 2000
