"""Extraction through its front door, on pages of our own making."""

import json
from pathlib import Path

import pytest

from parley.seeds.extraction import Article, NotExtractable, extract, extract_text

PAGES = Path(__file__).parent / "pages"


def read(name: str, url: str = "https://post.example/news/ferry-stays?utm_source=mail") -> Article:
    return extract((PAGES / name).read_bytes(), url)


@pytest.fixture(scope="module")
def glued() -> Article:
    return read("glued.html")


def dropped(article: Article, part: str) -> list[str]:
    return [one.why for one in article.dropped if part in one.line]


def test_fields_are_read_each_for_itself(glued):
    assert glued.title == "Council votes to keep the ferry"
    assert glued.original_title == "Council votes to keep the ferry - The Harbour Post"
    assert glued.bylines == ("Jane Roe",)
    assert glued.source == "The Harbour Post"
    assert glued.canonical_url == "https://post.example/news/ferry-stays"
    assert glued.published == "2024-03-05"
    assert glued.language == "en"
    assert glued.image == "https://post.example/pictures/ferry-1200x800.jpg"
    assert glued.caption == "The old ferry leaves the north quay on Monday morning."
    assert glued.credit == "Photo: A. Camera/Coast Pictures"


def test_furniture_goes_and_the_articles_words_stay(glued):
    assert glued.text.split("\n\n") == [
        (
            "The council decided on Tuesday night to keep the ferry running for another five years, against the advice of "
            "its own treasurer."
        ),
        "Residents had collected four thousand signatures in the weeks before the vote, and teh mayor received them herself.",
        "“Follow us,” the captain called to the smaller boats, “and subscribe to nobody's timetable but ours.”",
        (
            "The ferry carries about nine hundred people a day in summer and fewer than two hundred in winter, when the "
            "bridge upriver is usually the quicker way across."
        ),
        "Sign up",
        (
            "The treasurer said afterwards that she accepts the decision and will find the money elsewhere, most likely in "
            "the budget for street lights."
        ),
    ]


@pytest.mark.parametrize(
    ("part", "why"),
    [
        ("By Jane Roe Live News ReporterFOLLOW", "the byline with a button, standing twice"),
        ("leaves the north quay on Monday morning.The old", "a picture's caption, standing twice"),
        ("By Jane Roe, Live News Reporter", "the byline, standing twice"),
        ("Read more:", "a pointer to another article"),
        ("Why the street lights", "a pointer to another article"),
        ("SUBSCRIBE", "a button of the page"),
        ("Photo: A. Camera", "a picture's credit"),
        ("All rights reserved", "a notice of rights"),
    ],
)
def test_each_dropped_line_is_reported_with_why(glued, part, why):
    assert why in dropped(glued, part)


def test_a_dropped_line_knows_its_place(glued):
    [byline] = [one for one in glued.dropped if one.line == "By Jane Roe, Live News Reporter"]
    assert byline.after == 3
    assert all(0 <= one.after <= len(glued.text.split("\n\n")) for one in glued.dropped)


def test_a_readers_comment_is_no_part_of_the_article(glued):
    assert "First!" not in glued.text


def test_a_dash_in_a_headline_is_no_publisher():
    article = read("plain_dash.html", "https://village.example/a/9")
    assert article.title == article.original_title == "Who won? - Not us"


def test_kicker_standfirst_two_names_and_a_spoken_day():
    article = read("kicker.html", "https://tagblatt.example/lokales/linde-bleibt")
    assert article.title == "Die Linde bleibt stehen"
    assert article.bylines == ("Ada Beispiel", "Bo Muster")
    assert (article.published, article.language) == ("2022-11-21", "de")
    assert article.text.startswith("Nach drei Jahren Streit hat der Rat entschieden")
    assert dropped(article, "Lesen Sie auch") == ["a pointer to another article"]


def test_marked_up_without_a_word_in_the_head():
    article = read("marked_up.html", "https://moulin.example/farine")
    assert article.title == "Le moulin tourne de nouveau"
    assert article.bylines == ("Jeanne Exemple", "Luc Modèle")
    assert (article.published, article.language) == ("2023-09-14", "fr")


def test_json_has_exactly_the_named_keys(glued):
    plain = json.loads(json.dumps(glued.to_json()))
    assert list(plain) == [
        "title",
        "original_title",
        "bylines",
        "source",
        "canonical_url",
        "published",
        "language",
        "image",
        "caption",
        "credit",
        "text",
        "dropped",
    ]
    assert plain["dropped"][0].keys() == {"line", "why", "at"}


def test_pasted_text_has_its_headline_byline_and_day():
    article = extract_text(
        "Council votes to keep the ferry - The Harbour Post\n\nBy Jane Roe\n\n5 March 2024\n\nSHARE\n\n"
        "The council decided on Tuesday night to keep the ferry running for another five years.\n\n"
        "“Follow us,” the captain called.\n\n© The Harbour Post"
    )
    assert (article.title, article.original_title) == (
        "Council votes to keep the ferry",
        "Council votes to keep the ferry - The Harbour Post",
    )
    assert (article.bylines, article.published) == (("Jane Roe",), "2024-03-05")
    assert article.text == (
        "The council decided on Tuesday night to keep the ferry running for another five years."
        "\n\n“Follow us,” the captain called."
    )


def test_pasted_text_may_have_no_headline():
    article = extract_text("It rained all day.\nNobody came to the fair, and the band went home at four.")
    assert article.title is None
    assert article.text == "It rained all day.\n\nNobody came to the fair, and the band went home at four."


@pytest.mark.parametrize("nothing", ["", "   \n\n ", "\x00\u202e"])
def test_pasted_nothing_is_answered_with_a_sentence(nothing):
    with pytest.raises(NotExtractable, match="paste"):
        extract_text(nothing)
