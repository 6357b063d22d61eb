"""The parts of pages: drawn in every state without a database, and held to the law of how they look."""

import re
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from parley.web import rows, samples
from parley.web.holes import NO_MARKS
from parley.web.templating import with_languages

WEB = Path(rows.__file__).parents[1]
TEMPLATES, STATIC = WEB / "templates", WEB / "static"
PARTS = sorted((TEMPLATES / "parts").glob("*.html"))
BEHAVIOURS = sorted((STATIC / "behaviours").glob("*.js"))
WORKERS = sorted((STATIC / "workers").glob("*.js"))
"""Of no page, so that no reader waits for them."""
TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
WORDS = ("ink", "muted", "link", "rule")
GROUNDS = ("paper", "card", "quote", "rule-wash")


class Page(HTMLParser):
    """Every opening tag of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def draw(reader):
    made = with_languages(Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True))
    made.globals.update(url=lambda name, **_: f"/{name}", static=lambda path: f"/static/{path}", marks=NO_MARKS)
    field = Markup('<input type="hidden" name="token-of-the-form" value="x">')
    return made.get_template("patterns.html").render(s=samples, reader=reader, csrf_field=field)


@pytest.fixture(scope="module", params=["signed in", "signed out"])
def page(request):
    return Page(draw(rows.Reader(name="ada", url="/m/ada") if request.param == "signed in" else None))


def test_nothing_is_styled_or_scripted_in_place(page):
    for tag, attributes in page.tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        assert tag != "style"
        assert tag != "script" or attributes["src"]


def test_pictures_have_their_size_so_that_nothing_moves(page):
    pictures = [attributes for tag, attributes in page.tags if tag == "img"]
    assert pictures
    assert all(one["width"] and one["height"] and "alt" in one for one in pictures)


def test_what_was_decided_about_somebody_is_shown_in_every_state(page):
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id", "").startswith("statement-")]
    assert len(ids) == len(set(ids)) >= 4 * len(samples.statements())
    assert [attributes for tag, attributes in page.tags if tag == "meter"]
    assert [attributes for _, attributes in page.tags if attributes.get("class") == "queued is-new"]


def test_the_signed_out_get_no_script_and_no_token_of_the_frame():
    out = Page(draw(None))
    assert not [tag for tag, _ in out.tags if tag == "script"]
    assert not [attributes for tag, attributes in out.tags if tag == "form" and attributes.get("id") == "acts"]


def test_words_of_people_are_escaped():
    made = with_languages(Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True))
    hostile = '<script>x</script>" onclick="x'
    row = rows.GroupRow(title=hostile, url="/g/x", about=hostile)
    drawn = Page(str(made.get_template("parts/places.html").module.group_list([row])))
    assert all(tag != "script" and "onclick" not in attributes for tag, attributes in drawn.tags)


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_a_part_declares_what_it_needs_and_stays_small(path):
    text = path.read_text()
    assert text.startswith(f"{{# parts/{path.name}: ")
    declared = text.split("#}")[0]
    assert re.findall(r"macro (\w+)", text)[-1] in declared
    assert text.count("\n") < 150


@pytest.mark.parametrize("path", [*BEHAVIOURS, *WORKERS], ids=lambda path: path.stem)
def test_a_behaviour_is_short_and_makes_no_html_of_strings(path):
    text = path.read_text()
    assert text.startswith(f"// {path.name}: ")
    assert text.count("\n") <= 40
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text)


def test_all_behaviours_together_are_small():
    assert sum(path.stat().st_size for path in BEHAVIOURS) <= 36_000


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes():
    """The colours of light and of dark, as `ground.css` sets them."""
    light, dark = (STATIC / "style/ground.css").read_text().split("@media (prefers-color-scheme: dark)", 1)
    found = dict(TOKEN.findall(light))
    return {"light": found, "dark": found | dict(TOKEN.findall(dark.split("/* words */")[0]))}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(scheme):
    colours = schemes()[scheme]
    for word, ground in product(WORDS, GROUNDS):
        assert contrast(colours[word], colours[ground]) >= 4.5, (word, ground)
    assert contrast(colours["ink"], colours["rule-mark"]) >= 4.5
    for ground in ("paper", "card", "quote"):
        assert contrast(colours["edge"], colours[ground]) >= 3, ground


def test_red_is_for_rules_only():
    """Whoever uses the red of rules is about a rule, a cut, or what the coach says."""
    about_rules = re.compile(r"rule|redbox|redact|removed|coach|why|clause|acts-on|word|mark")
    for sheet in (STATIC / "style").glob("*.css"):
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*var\(--rule[^{}]*)\}", sheet.read_text()):
            assert about_rules.search(selector), (sheet.name, selector, body)
