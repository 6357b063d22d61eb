"""From an address, a page, or pasted text to an article; and what of it is kept for its seeder."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
from django.utils import timezone

from parley.base.fetching import Fetched, Limits, Network, Refused
from parley.base.refusals import Invalid
from parley.seeds import reading as pages
from parley.seeds import readings
from parley.seeds.models import Picture, Reading
from parley.seeds.reading import NO_PICTURE, Brought, WayOut, check, find
from tests.article_site import PARAGRAPHS, picture, printed

DAY = timedelta(days=1)


@pytest.fixture
def paper():
    with printed() as made:
        yield made


@pytest.fixture
def way_out(paper):
    network = Network(allow=(ip_network("127.0.0.0/8"),))
    return WayOut(network=network, limits=Limits(ports=frozenset({paper.server_port}), seconds=5))


def test_an_address_gives_the_article_and_its_picture(paper, way_out):
    found = find(Brought(way="address", address=f"{paper.home}/ferry?id=7&utm_source=mail"), way_out)
    article = found.article
    assert (article.title, article.original_title) == ("Last call for the night ferry", "Last call for the night ferry - Tidewatch")
    assert (article.source, article.bylines, article.published) == ("Tidewatch", ("Noor Halloran",), "2026-11-20")
    assert article.canonical_url == f"{paper.home}/ferry?id=7"
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert "CLOSE X" in [each.line for each in article.dropped]
    assert found.picture is not None
    assert (found.picture.width, found.picture.height) == (640, 360)
    assert found.raw_page.startswith(b"<!doctype html>")
    assert not found.notes


@pytest.mark.parametrize("answer", [(404, "image/png", b""), (200, "text/html", b"<p>no"), (200, "image/png", b"\x89PNG no")])
def test_a_picture_is_never_an_obstacle(paper, way_out, answer):
    paper.answers["/ferry.png"] = answer
    found = find(Brought(way="address", address=f"{paper.home}/ferry?id=7"), way_out)
    assert found.picture is None
    assert found.notes == (NO_PICTURE,)


def test_without_leave_nothing_local_is_opened(paper):
    with pytest.raises(Refused):
        find(Brought(way="address", address=f"{paper.home}/ferry?id=7"), WayOut())
    assert paper.asked == []


def test_a_page_without_an_article_is_a_sentence(paper, way_out):
    paper.answers["/ferry?id=7"] = (200, "text/html", b"<html><body><hr></body></html>")
    with pytest.raises(Invalid, match="paste"):
        find(Brought(way="address", address=f"{paper.home}/ferry?id=7"), way_out)


@pytest.mark.parametrize(("charset", "body", "expected"), [
    (None, "ä".encode(), "ä".encode()), ("utf-8", "ä".encode(), "ä"), ("iso-8859-1", "ä".encode(), "ä"),
    ("iso-8859-1", b"\xe4 \x93", "ä “"), ("windows-1251", b"\xe4\xe0", "да"), ("utf-16-le", "ä".encode("utf-16-le"), "ä"),
])  # fmt: skip
def test_the_header_names_the_charset_but_utf8_is_seen(charset, body, expected):
    assert pages._page(Fetched("https://a.example/", "text/html", charset, body, ())) == expected


def test_pasted_text_keeps_what_was_typed_beside_it(way_out):
    text = "\n\n".join(PARAGRAPHS)
    found = find(Brought(way="text", text=text, headline="A ferry", source="Tidewatch", address="HTTPS://a.example/x#y"), way_out)
    article = found.article
    assert (article.title, article.source, article.canonical_url) == ("A ferry", "Tidewatch", "https://a.example/x")
    assert article.text == text


def test_a_first_line_that_is_not_the_headline_can_be_restored(way_out):
    found = find(Brought(way="text", text="Seen from the landing\n\n" + "\n\n".join(PARAGRAPHS), headline="A ferry"), way_out)
    assert found.article.title == "A ferry"
    assert found.article.original_title is None
    assert (found.article.dropped[0].line, found.article.dropped[0].after) == ("Seen from the landing", 0)


@pytest.mark.parametrize(("brought", "field"), [
    (Brought(way="address"), "url"), (Brought(way="file"), "page"), (Brought(way="file", page=b"x" * 5_000_001), "page"),
    (Brought(way="text"), "text"), (Brought(way="text", text=" \u200b\n", address="no"), "text"),
])  # fmt: skip
def test_nothing_to_read_is_said_at_its_field(brought, field):
    with pytest.raises(Invalid) as caught:
        check(brought)
    assert caught.value.field == field


@pytest.mark.database
class TestKept:
    pytestmark = pytest.mark.django_db

    def read(self, person, at=None, text=PARAGRAPHS[0]):
        return readings.read(person=person, brought=Brought(way="text", text=text), at=at or timezone.now())[0]

    def test_it_comes_back_as_it_was_and_to_its_person_only(self, people):
        kept = self.read(people.ada, text="Last call\n\nFOLLOW\n\n" + "\n\n".join(PARAGRAPHS))
        article = readings.article_of(readings.reading_for(people.ada, kept.key))
        assert article.title == "Last call"
        assert article.dropped[0].line == "FOLLOW"
        assert readings.reading_for(people.bo, kept.key) is None

    def test_twenty_in_ten_minutes_whatever_comes_of_them(self, people):
        now = timezone.now()
        for number in range(20):
            place = readings.begin(person=people.ada, at=now)
            if number % 2:
                readings.spend(place)
        with pytest.raises(readings.TooOften):
            self.read(people.ada, now)
        self.read(people.bo, now)
        self.read(people.ada, now + timedelta(minutes=11))

    def test_the_old_and_the_many_are_forgotten_with_their_pictures(self, people):
        now = timezone.now()
        drawn = pages.reencode(picture())
        old = readings.begin(person=people.ada, at=now - 3 * DAY)
        readings.keep(reading=old, found=pages.Found(article=pages.Article(), picture=drawn))
        other = self.read(people.bo, now - 3 * DAY)
        self.read(people.ada, now)
        assert set(Reading.objects.values_list("pk", flat=True)) & {old.pk, other.pk} == {other.pk}
        assert not Picture.objects.exists()
        for hour in range(1, 30):
            self.read(people.ada, now + timedelta(hours=hour), text="One sentence of an article.")
        assert Reading.objects.filter(person=people.ada).count() == readings.MOST + 1
