"""Help: the documents stand in the site, lead to each other, and show what is there."""

import json
import re
import tomllib
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml.html import document_fromstring

from parley.base.languages import LANGUAGES
from parley.web import manual

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
RULED = r"^\|[-|: ]+\|$"
"""The line below a table's head."""


@pytest.fixture(scope="module", params=["en", "de", "ar"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def drawn(language):
    return {name: document_fromstring(f"<div>{manual.document(name, language).html}</div>") for name in manual.NAMES}


def test_everybody_finds_help(as_, people):
    body = as_(None).get("/").content.decode()
    assert 'href="/help"' in body
    contents = as_(None).get("/help").content.decode()
    for name in manual.NAMES:
        assert f'href="/help/{name}"' in contents
    page = as_(people.ada).get("/help/members").content.decode()
    assert '<a href="#how-the-rules-are-kept">How the rules are kept</a>' in page
    assert '<h2 id="how-the-rules-are-kept">' in page
    assert "| it says" not in page
    assert as_(None).get("/help/status").status_code == 404
    assert as_(None).get("/help/../pyproject").status_code == 404
    assert as_(None).get("/help/pictures/make.png").status_code == 404


def test_links_and_pictures_lead_somewhere(drawn, as_):
    for name, tree in drawn.items():
        for target in tree.xpath("//a/@href"):
            path, _, heading = unquote(target).partition("#")
            assert re.match(r"https?:|mailto:|/help/|#", target), (name, target)
            if not target.startswith(("http", "mailto:")):
                there = drawn[path.removeprefix("/help/") or name]
                assert not heading or there.xpath("//*[@id=$id]", id=heading), (name, target)
        for picture in tree.xpath("//img"):
            assert len(picture.get("alt")) > 20, (name, picture.get("src"))
            answer = as_(None).get(picture.get("src"))
            assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")


def test_links_to_what_is_not_here_are_words(drawn):
    assert "decisions/0023" in (ROOT / "docs/operators.md").read_text()
    assert not [each for tree in drawn.values() for each in tree.xpath("//@href") if "decisions" in each or each.endswith(".md")]


def test_nothing_is_lost_of_a_document(drawn):
    """Nor by its translation."""
    for name, tree in drawn.items():
        source = (ROOT / f"docs/{name}.md").read_text()
        assert len(tree.xpath("//h2")) == len(re.findall(r"^## ", source, re.MULTILINE))
        assert len(tree.xpath("//h3")) == len(re.findall(r"^### ", source, re.MULTILINE))
        assert len(tree.xpath("//tr")) == len(re.findall(r"^\|", source, re.MULTILINE)) - len(re.findall(RULED, source, re.MULTILINE))
        assert len(tree.xpath("//li")) == len(re.findall(r"^ *(?:[*-]|\d+\.) ", source, re.MULTILINE))
        assert len(tree.xpath("//img")) == len(re.findall(r"!\[", re.sub(r"`[^`]*`", "", source)))


def test_a_translation_is_of_what_its_original_says_now():
    """When an original changes, so do its translations, and the digests here."""
    stored = json.loads((ROOT / "docs/translated.json").read_text())
    there = {f"{code}/{name}" for code in LANGUAGES for name in manual.NAMES if (ROOT / f"docs/{code}/{name}.md").is_file()}
    now = {name: sha256((ROOT / "docs" / f"{name.partition('/')[2]}.md").read_bytes()).hexdigest()[:16] for name in there}
    assert stored == now


def test_a_document_is_in_its_readers_language_or_says_that_it_is_not(as_):
    browser = as_(None)
    german = browser.get("/help/members", headers={"Accept-Language": "de"}).content.decode()
    assert '<article class="manual" lang="de" dir="ltr">' in german
    assert "noch nicht übersetzt" not in german
    arabic = browser.get("/help/operators", headers={"Accept-Language": "ar"}).content.decode()
    assert '<article class="manual" lang="en" dir="ltr">' in arabic
    assert "هذه الصفحة لم تُترجم بعد" in arabic


def test_the_documents_come_along_where_the_program_is_installed():
    built = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert built["shared-data"] == {"docs": "share/parley/docs"}


def test_an_installation_without_documents_says_so(as_, monkeypatch, settings, tmp_path):
    manual.folder.cache_clear()
    manual.document.cache_clear()
    settings.ROOT = tmp_path
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    answer = as_(None).get("/help")
    assert answer.status_code == 404
    assert "did not come along" in answer.content.decode()


def test_every_picture_is_drawn_by_the_script():
    from docs.pictures.make import PICTURES

    documents = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    shown = {name for path in documents for name in re.findall(r"\]\([./a-z]*pictures/([\w-]+)\.png\)", path.read_text())}
    there = {path.stem for path in (ROOT / "docs/pictures").glob("*.png")}
    assert shown <= {each.name for each in PICTURES} == there
