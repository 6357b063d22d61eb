"""Bylines as pages print them, and the names in them; days as people write them; captions with their credits."""

import pytest

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
