"""Lines in other languages: what is read of them, and that the line says so. English lines stay English."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import Facts, Keeping, Member, combine, judge, kinds, read
from houserules.asides.finding import CUES
from houserules.explanation import explain
from houserules.prose import reading
from houserules.prose.foreign import listing, telling
from houserules.prose.foreign.telling import about
from houserules.prose.foreign.tongue import tongues
from houserules.shell import main

CASES = [
    pytest.param(tongue, case, id=f"{tongue.name}: {case.line}")
    for tongue in tongues().values()
    for case in tongue.cases
]
ADA = Member(name="ada")
ROOT = Path(__file__).parents[2]


def told(clause):
    return f"{clause.kind}: " + ", ".join(f"{name} {value}" for name, value in clause.params.items())


@pytest.mark.parametrize(("tongue", "case"), CASES)
def test_every_case_of_every_language(tongue, case):
    book = read(case.line)
    assert {line.language for line in book.lines} == {tongue.name}
    assert tuple(told(clause) for clause in book.clauses) == case.reads
    assert all((clause.keeping is not Keeping.PEOPLE) is case.acts for clause in book.clauses)


def test_a_language_is_one_file_of_its_name():
    files = {path.stem for path in (ROOT / "houserules/prose/foreign/tongues").glob("*.py")} - {"__init__"}
    assert files == set(tongues())


def test_the_page_is_made_from_the_languages(capsys):
    assert main(["kinds", "--languages"]) == 0
    text = (ROOT / "docs/rules/languages.md").read_text(encoding="utf-8")
    assert text == capsys.readouterr().out, "run: houserules kinds --languages > docs/rules/languages.md"


def test_a_language_needs_nothing_but_its_file(monkeypatch):
    """Also one that the signal of the language of comments does not know."""
    made = replace(tongues()["german"], name="lower saxon", telling="keen verbaden", common="un dat", forbids="keen")
    monkeypatch.setattr(telling, "tongues", lambda: {"lower saxon": made})
    monkeypatch.setattr(listing, "tongues", lambda: {"lower saxon": made})
    for cached in (telling._votes, reading._told):
        cached.cache_clear()
    try:
        (line,) = read("Keen Links verbaden un dat.").lines
        assert line.language == "lower saxon"
        assert [told(clause) for clause in read("Keen Politik, keen Links.").clauses] == [
            "topic-ban: term politik",
            "links: most 0",
        ]
    finally:
        for cached in (telling._votes, reading._told):
            cached.cache_clear()


@pytest.mark.parametrize(("tongue", "case"), [each for each in CASES if each.values[1].reads and each.values[1].acts])
def test_governing_words_that_were_understood_are_not_left_to_people(tongue, case):
    assert [line.unread for line in read(case.line).lines] == [()]


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("Keine Links.", []),
        ("Pas de Trump ni de Biden.", []),
        ("Keine Links und nicht über Religion sprechen, danke", []),
        ("Keine Politik, außer am Wahltag.", ["außer am Wahltag"]),
        ("Keine Links, die auf Werbung führen.", ["die auf Werbung führen"]),
        ("Schreibt nett und höchstens 3 Links.", ["Schreibt nett"]),
        ("Keine Politik, kein Geschrei.", ["Geschrei"]),
        ("Keine Kommentare mit Spoilern über 500 Wörter.", ["Kommentare mit Spoilern"]),
        ("Bitte keine Beleidigungen.", ["Bitte keine Beleidigungen."]),
    ],
)
def test_what_is_left_to_people_is_what_was_not_understood(line, unread):
    assert [line[start:end] for each in read(line).lines for start, end in each.unread] == unread


@pytest.mark.parametrize(
    "line",
    [
        *(case.rule for kind in kinds().values() for case in kind.cases),
        "No faux pas.",
        "Las Vegas only.",
        "Die Hard spoilers go under a warning.",
        "No El Paso news.",
        "Don’t write “keine Ahnung” in titles.",
        "No LARPing as a man",
        "Statements w/o evidence",
        "Links to example.com",
    ],
)
def test_english_lines_stay_english(line):
    assert [each.language for each in read(line).lines if each.language] == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Wees aardig voor elkaar en blijf bij het onderwerp van de discussie.", "dutch"),
        ("Не публикуйте ссылки.", "russian"),
        ("Не публікуйте посилання ніколи.", "ukrainian"),
        ("禁止发布链接", "chinese"),
        ("Όχι πολιτική", "greek"),
    ],
)
def test_a_language_without_a_file_is_named_and_left_to_people(line, language):
    (read_line,) = read(line).lines
    assert (read_line.language, read_line.clauses, read_line.asides) == (language, (), ())
    assert about(language) == f"This line is in {language.capitalize()}, which is not read yet; people keep it."


def test_a_foreign_clause_is_judged():
    book = read("Keine Politik. Höchstens ein Link.").all_confirmed()
    found = judge(Facts(author=ADA, text="P0litik! https://a.example https://b.example"), book).findings
    assert [finding.words for finding in found] == ["Politik", "Höchstens ein Link"]
    assert judge(Facts(author=ADA, text="https://a.example"), book).findings == ()


def test_it_is_said(tmp_path, capsys):
    rules = tmp_path / "rules.txt"
    rules.write_text("Seid nett zueinander.\nNo memes.", encoding="utf-8")
    sentence = "This line is in German; links, length, and named subjects are read, the rest is kept by people."
    assert main(["read", str(rules)]) == 0
    assert capsys.readouterr().out.splitlines()[1].strip() == sentence
    combined = combine(None, read(rules.read_text(encoding="utf-8")), None)
    assert [line.language for line in combined.lines] == ["german", ""]
    assert explain(Facts(author=ADA), combined).left[0].why == sentence


WORDS = some.sampled_from(
    "Keine kein Links Politik und oder über nicht sind verboten erlaubt höchstens 3 400 Wörter , . : außer die - / „ “ Pas de liens "
    "política no más de enlaces bitte hier \u0301 d’insultes".split()
)


@given(some.lists(WORDS, max_size=14).map(" ".join))
def test_what_holds_for_any_foreign_line(prose):
    book = read(prose)
    assert book == read(prose)
    for line in book.lines:
        ends = [0]
        for clause in line.clauses:
            assert clause.words == prose[clause.start : clause.end]
            assert ends[-1] <= clause.start < clause.end <= line.end
            ends.append(clause.end)
        if line.language:
            assert {clause.kind for clause in line.clauses} <= {"links", "length", "topic-ban"}
        assert {aside.name for aside in line.asides} <= set(CUES)
