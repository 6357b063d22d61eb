"""What marks of cuts say in the reader's language, and what people wrote that looks like a mark."""

import pytest
from django.test import Client

from parley.ledger import services as ledger
from parley.ledger.models import Entry, Told

pytestmark = pytest.mark.django_db
LIKE_MARKS = (
    'class="a" " title="Taken back by its author · 99 Abc 2024"',
    '" title="Cut by a mod for rule 1, “a” · 99 Abc 2024, 10:00 UTC"',
    '" title="Cut by a mod for rule 1, “a” · 01 Jan 2024, 10:00 UTC"',
    '<a class="redacted" href="/log/1" title="Taken back by its author · 99 Abc 2024">x</a>',
    f'" title="Cut by a mod for rule {"9" * 5000}, “a” · 01 Jan 2024, 10:00 UTC"',
)


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("words", LIKE_MARKS, ids=range(len(LIKE_MARKS)))
def test_words_like_a_mark_are_words(seed_with, comment, words, language):
    said = comment(words, on=seed_with())
    answer = Client().get(said.seed.url, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert "99 Abc 2024" not in words or "99 Abc 2024" in answer.content.decode()
    assert "Cut by a mod" not in words or "Cut by a mod" in answer.content.decode()


@pytest.mark.parametrize(("language", "title"), [("en", "Cut by a group mod for rule"), ("de", "Geschwärzt"), ("ar", "حجب")])
def test_a_mark_says_in_the_readers_language_what_it_is_here_and_where_it_is_quoted(seed_with, comment, cut, people, language, title):
    said = comment("A zorblax and a quibblefax.", on=seed_with())
    comment("And so on.", to=said, by=people.bo)
    cut(said, "zorblax")
    page = Client().get(said.seed.url, headers={"Accept-Language": language}).content.decode()
    titles = [each.partition('"')[0] for each in page.split('class="redacted" href="')[1:]]
    assert len(titles) == 2
    assert page.count(f'title="{title}') == 2


def test_no_title_or_note_makes_an_entry_say_something_else(people, as_):
    for where in ("the group “the whole site”", "the group “““X””"):
        named = f"member lena, from {where}"
        ledger.note(Told.MEMBER_SUSPENDED, actor="mo", decider="group mod", group_id=None, subject=named, body={})
    noted = {"note": "Ended: paused."}
    ledger.note(Told.TEXT_REMOVED, actor="mo", decider="group mod", group_id=None, subject="seed “a former member”", body=noted)
    page = as_(None).get("/log", headers={"Accept-Language": "de"}).content.decode()
    assert "die ganze Website" not in page
    assert "the whole site" in page
    assert "ein früheres Mitglied" not in page
    entry = as_(None).get(Entry.objects.latest("pk").address_of_entry, headers={"Accept-Language": "de"}).content.decode()
    assert "Ended: paused." in entry
