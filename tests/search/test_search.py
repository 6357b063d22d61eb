"""A search finds what a page shows, and never what it does not."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.base import jobs
from parley.base.events import tell
from parley.groups import services as groups
from parley.ops.commands import index as index_command
from parley.search import filling, headings
from parley.search.asking import Need
from parley.search.indexes import Entry, Looked, index
from parley.search.models import Document
from parley.search.passages import passage_of
from parley.search.queries import find
from parley.search.tokens import tokens_of
from parley.seeds import services as seeds
from parley.texts.events import TextsChanged

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _no_words_of_others():
    headings.WORDS = headings.Words()


@pytest.fixture
def seed(seed_with):
    """The one that comments are about."""
    return seed_with(source_name="The Lantern", canonical_url="https://www.lantern.example/1", tags=("ice",))


def numbers(query, viewer=None, **more):
    """Numbers of comments; empty for a seed."""
    return [hit.number for hit in find(viewer, query, **more).hits]


def test_words_are_looked_for_in_all_that_is_public_of_a_seed(seed_with, group):
    seed_with(group=group, headline="A glacier drained", source_name="The Lantern", remark="My aunt saw it.", article="Sensors woke.",
              bylines=("Ina Holt",), tags=("ice",))  # fmt: skip
    for query in ("GLACIER", "glaciers", "lantern", "aunt", "sensor", "drained aunt Sensors", "glac*", "ina holt", "ice"):
        assert numbers(query) == [""], query
        assert numbers(query, group=group) == [""]
    assert numbers("glacier volcano") == []


@pytest.mark.parametrize(("show", "licence", "finds"), [
    ("link", "CC0", [False, False]), ("excerpt", "CC0", [True, False]), ("full", "", [True, False]), ("full", "CC0", [True, True]),
])  # fmt: skip
def test_only_what_is_shown_of_an_article_is_found(group_with, seed_with, show, licence, finds):
    group = group_with(show=show, excerpt_words=10)
    seed_with(group=group, article="Zorblax stood at first. " + "Word after word. " * 20 + "Quibble came last.", licence=licence)
    assert [bool(numbers(word)) for word in ("zorblax", "quibble")] == finds


def test_a_group_that_shows_less_is_searched_for_less_at_once(group_with, seed_with, people):
    group = group_with(show="excerpt")
    seed_with(group=group, headline="A lake", article="Zorblax stood at first.")
    assert numbers("zorblax") == [""]
    groups.change_settings(actor=people.olga, group=group, show="link")
    assert numbers("zorblax") == []
    jobs.run_due()
    assert numbers("zorblax") == []
    assert numbers("lake") == [""]


def test_cut_words_are_found_no_more_and_the_rest_is(comment, cut, people, seed):
    said = comment("One zorblax and two plinths.")
    comment("Is one?", to=said, by=people.bo)
    assert numbers("zorblax plinths") == ["1"]
    cut(said, "zorblax")
    assert numbers("zorblax") == []
    assert numbers("plinths") == ["1"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM search_words")
        assert "zorblax" not in str(cursor.fetchall())
    cut(said, None)
    assert numbers("plinths") == []


def test_many_that_come_back_at_once_are_found_when_a_worker_was_there(comment, people, monkeypatch):
    monkeypatch.setattr("parley.search.keeping.MOST_WAITED_FOR", 1)
    texts = [comment(f"Zorblax {number}.", by=by).text_id for number, by in enumerate((people.ada, people.bo))]
    tell(TextsChanged(tuple(texts)))
    assert numbers("zorblax") == []
    jobs.run_due()
    assert sorted(numbers("zorblax")) == ["1", "2"]


def test_private_groups_are_searched_by_members_only(group_with, seed_with, people):
    group = group_with(visibility="private")
    seed_with(group=group, headline="Zorblax")
    assert numbers("zorblax", people.ada)
    assert numbers(f"in:{group.name}", people.ada) == [""]
    for viewer in (people.sita, None):
        assert numbers("zorblax", viewer) == numbers(f"in:{group.name}", viewer) == []
        assert find(viewer, "zorblx") == find(viewer, "nothing-like-it")


def test_unlisted_seeds_are_not_found_and_their_comments_are(seed, comment, cut):
    comment("A zorblax.")
    entry = cut(comment("A plinth."), "plinth").entry
    seeds.unlist(seed, entry)
    assert numbers("glacier") == []
    assert numbers("zorblax") == ["1"]
    seeds.list_again(seed, entry)
    assert numbers("glacier") == [""]


@pytest.mark.parametrize(("query", "found"), [
    ("über", ["1"]), ("ÅNGSTRÖM", ["1"]), ("uber", ["1"]), ("ёлка", ["1"]), ("елка", ["1"]), ("東京", ["2"]), ("京東", []),
    ("محمد", ["2"]), ('"niemand und"', ["1"]), ('"und niemand"', []), ("sprach -niemand", []), ("3.14", ["2"]),
    ("NIEMAND stood*", []), ("niema*", ["1"]),
])  # fmt: skip
def test_words_of_all_scripts_are_found_in_any_case(comment, people, query, found):
    comment("Über Ångström sprach NIEMAND, und Ёлка стоит.")
    comment("私は東京都に住む。 مُحَمَّدٌ said 3.14.", by=people.bo)
    assert numbers(query) == found


@pytest.mark.parametrize(("query", "found"), [
    ("from:ada", ["1"]), ("from:@ADA zorblax", ["1"]), ("zorblax -from:ada", ["2"]), ("from:nobody", []),
    ("source:lantern.example zorblax", ["1", "2"]), ('source:"the lantern" from:bo', ["2"]),
    ("source:www.lantern.example glacier", [""]),
    ("source:other.example", []), ("tag:ice", ["", "1", "2"]), ("tag:#ice from:ada", ["1"]), ("tag:snow", []), ("in:nowhere", []),
    ("zorblax before:2026-01", []), ("zorblax after:2026-01-01", ["1", "2"]), ("after:2026 before:2026-02-30 from:bo", ["2"]),
    ("before:1969", []), ("after:9999", []), ("-zorblax", [""]), ("-from:ada -from:bo tag:ice", [""]),
])  # fmt: skip
def test_searches_are_narrowed_down(comment, people, query, found):
    comment("A zorblax.")
    comment("Two zorblaxes.", by=people.bo)
    assert sorted(numbers(query)) == found


def test_a_slip_in_a_headline_is_forgiven_where_nothing_else_is_found(seed, comment):
    found = find(None, "galcier drained")
    assert found.is_near
    assert [hit.title[start:end] for hit in found.hits for start, end in hit.title_marks] == ["glacier", "drained"]
    comment("The galcier drained, he wrote.")
    assert numbers("galcier drained") == ["1"]
    assert numbers("glazomir") == []


def test_the_best_stands_first_and_the_newest_when_asked(seed, comment, people):
    comment("The glacier and the glacier again, which is all there is to say.")
    comment("Many words about a lake and one glacier among all of these words that are no such thing, or hardly.", by=people.bo)
    assert numbers("glacier") == ["", "1", "2"]
    assert numbers("glacier", by_rank=False) == ["2", "1", ""]


def test_pages_and_counts(comment, seed, monkeypatch):
    monkeypatch.setattr("parley.search.queries.PAGE", 2)
    for number in range(5):
        comment(f"Plinth {number}.")
    pages = [find(None, "plinth", by_rank=False, page=page) for page in (1, 2, 3, 4)]
    assert [[hit.number for hit in page.hits] for page in pages] == [["5", "4"], ["3", "2"], ["1"], []]
    assert [page.has_next for page in pages] == [True, True, False, False]
    assert {page.count for page in pages[:3]} == {5}
    monkeypatch.setattr("parley.search.indexes.MOST_RANKED", 3)
    found = find(None, "plinth")
    assert (found.count, found.is_more) == (3, True)
    assert "1" not in [hit.number for hit in found.hits]


def test_an_index_that_comes_later_is_filled(comment, cut, people):
    comment("A zorblax.")
    cut(comment("A quibble.", by=people.bo), None)
    filling.anew()
    assert numbers("zorblax") == []
    comment("Another zorblax.", by=people.mo)
    assert numbers("zorblax") == ["3"]
    index_command.fill(anew=False)
    assert filling.left() == 0
    assert sorted(numbers("tag:ice")) == ["", "1", "3"]
    assert numbers("quibble") == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=220) | st.text(alphabet='ab"*:-()^{}+& \'\\|!<>', max_size=40))
def test_no_query_fails(seed, query):
    for asked in (query, f"{query} from:ada", f'"{query}"', f"tag:{query}", f"lake {query}*"):
        find(None, asked)


@settings(max_examples=60)
@given(text=st.text(max_size=400), words=st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3))
def test_marks_stand_in_the_passage(text, words):
    sought = [tokens for word in words if (tokens := tuple(tokens_of(word)))]
    passage, marks = passage_of([text], sought)
    assert all(0 <= start < end <= len(passage) for start, end in marks)
    assert all(tuple(tokens_of(passage[start:end])) in sought for start, end in marks)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(min_size=1, max_size=80))
def test_whatever_stands_in_a_text_is_found_by_it(seed, text):
    if tokens := tokens_of(text):
        key = Document.objects.update_or_create(id=7, defaults={"group": seed.group, "seed": seed})[0].pk
        index().put([Entry(key, seed.group_id, (), tokens, ("all",))])
        groups_read = ("SELECT id FROM groups_group", ())
        looked = Looked([Need(tuple(tokens))], {}, (), (), (), groups_read, 0, 8)
        assert index().find(looked, by_rank=True, start=0, most=2).keys == [7]
        index().drop([7])
