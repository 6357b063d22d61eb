"""Bylines as pages print them, and the names in them; days as people write them; captions with their credits."""

import pytest

from parley.seeds.extraction import extract
from parley.seeds.extraction.names import names_in
from parley.seeds.extraction.picture import split_credit
from parley.seeds.extraction.spoken_days import spoken_day

ONE = (
    """
By Jane Roe|by Jane Roe, Staff Writer|Jane Roe - 3 May 2024|Posted on May 3, 2024 by Jane Roe|Jane Roe, Senior Editor, News
By Jane Roe for The Daily Example|Jane Roe in London|Written by Jane Roe|Story by Jane Roe|Jane Roe @janeroe|About Jane Roe
Von Jane Roe, Berlin|Jane Roe (jr)|Jane Roe/dpa|Jane Roe und dpa|Ein Gastbeitrag von Jane Roe|Protokoll: Jane Roe
Text: Jane Roe Fotos: A. Camera|Gastautorin Jane Roe|Autorin: Jane Roe|Gepostet von Jane Roe um 10:15|3. Mai 2024, Jane Roe
erstellt am 3. Mai 2024 von Jane Roe|Von Redakteurin Jane Roe|Jane Roe ist Redakteurin|Par Jane Roe|Propos recueillis par Jane Roe
Publié par Jane Roe le 3 mai 2024|Por: Jane Roe|Di Jane Roe|Door Jane Roe|Автор: Jane Roe|Jane Roe, PhD
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("line", ONE)
def test_one_name(line):
    assert names_in(line) == ("Jane Roe",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe, John Doe & Ann Poe", ("Jane Roe", "John Doe", "Ann Poe")),
        ("By Jane Roe in London and John Doe in Paris", ("Jane Roe", "John Doe")),
        ("Von Max Muster und Eva Beispiel, Berlin", ("Max Muster", "Eva Beispiel")),
        ("By\nJane Roe\nStaff writer\nFollow", ("Jane Roe",)),
        ("Von Dr. med. Anna von der Höhe", ("Dr. med. Anna von der Höhe",)),
        ("María José de la Cruz y Luis Pérez", ("María José de la Cruz", "Luis Pérez")),
        ("J. R. O'Roe", ("J. R. O'Roe",)),
        ("Redaktion", ("Redaktion",)),
        ("Staff and news service reports", ("Staff and news service reports",)),
        ("By", ()),
    ],
)
def test_several_names_or_none(line, names):
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Montag, 21. November 2022, 10:15 Uhr", "2022-11-21"),
        ("Nov 6, 2019", "2019-11-06"),
        ("06/11/2023 - 10:15", "2023-11-06"),
        ("le 14 juillet 2021", "2021-07-14"),
        ("3 de mayo de 2022", "2022-05-03"),
        ("1.2.23", "2023-02-01"),
        ("2024-02-30", None),
        ("May 2024", None),
        ("version 1.2.3.4", None),
    ],
)
def test_days_as_people_write_them(words, day):
    found = spoken_day(words)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("A dog at the quay.Photo: A. Camera", "A dog at the quay.", "Photo: A. Camera"),
        ("A dog at the quay. (Foto: A. Camera)", "A dog at the quay.", "Foto: A. Camera"),
        ("A dog at the quay © A. Camera", "A dog at the quay", "© A. Camera"),
        ("A dog at the quay.Getty Images/AFP", "A dog at the quay.", "Getty Images/AFP"),
        ("A dog at the quay.", "A dog at the quay.", ""),
        ("Photo: A. Camera", "", "Photo: A. Camera"),
        ("A photo by the sea that nobody took.", "A photo by the sea that nobody took.", ""),
    ],
)
def test_a_credit_is_taken_off_its_caption(words, caption, credit):
    assert split_credit(words) == (caption, credit)


LAYOUTS = [
    '<footer>Dieser Beitrag wurde am <time>5. Mai 2012</time> von <a href="/author/m" rel="author">{}</a> veröffentlicht.</footer>',
    '<div class="byline">Von <span itemprop="author"><a href="/m"><span itemprop="name">{}</span></a></span>, Musterstadt</div>',
    "<p>5. Mai 2012 | {}</p>",
    "<dl><dt>Autor</dt><dd>{}</dd></dl>",
    '<div class="article__meta"><span>{}</span><span>05.05.2012 - 10:15 Uhr</span></div>',
    '<div class="author"><strong>{}</strong><span>Redakteur Politik</span><a href="mailto:x">E-Mail schreiben</a></div>',
    '<div class="author-box"><h4>Über den Autor</h4><p><b>{}</b> schreibt über Fische, Flüsse, Stege, Boote und Netze.</p></div>',
    '<a href="/posts/m" title="View all posts by {0}">{0}</a>',
    "<h3>von {}</h3>",
    '<div class="info">Datum: 5. Mai 2012 | Autor: {}</div>',
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_bylines_are_found_in_many_layouts(layout, above):
    text = (
        "<p>Gestern war ich am Fluss und habe den Leuten beim Angeln zugesehen, was lange dauerte und sehr ruhig war.</p>"
        "<p>Danach gab es Suppe, und wir sprachen bis in die Nacht über das Wetter, die Fische und den neuen Steg.</p>"
    )
    byline = layout.format("Max Muster")
    parts = (byline, text) if above else (text, byline)
    html = f"<html><head><title>Am Fluss</title></head><body><div><h1>Am Fluss</h1>{''.join(parts)}</div></body></html>"
    assert extract(html, "https://blog.example/am-fluss").bylines == ("Max Muster",)


@pytest.mark.parametrize(
    ("stamp", "url", "day"),
    [
        ("2019-10-18T22:30:00Z", "https://blatt.example.de/a", "2019-10-19"),
        ("2019-10-18T22:30:00+02:00", "https://blatt.example.de/a", "2019-10-18"),
        ("2020-02-25T02:25:00Z", "https://post.example/2020/02/24/a/", "2020-02-24"),
        ("2020-02-25T12:00:00Z", "https://post.example/a", "2020-02-25"),
    ],
)
def test_the_day_is_the_day_where_the_paper_is(stamp, url, day):
    head = f'<title>Am Fluss</title><meta property="article:published_time" content="{stamp}">'
    html = f"<html><head>{head}</head><body><h1>Am Fluss</h1><p>Gestern war ich am Fluss und habe lange zugesehen.</p></body></html>"
    assert extract(html, url).published == day
