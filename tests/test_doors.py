"""A rare word is cut, and looked for in the bytes of every door, in the database, and in the logs."""

import gzip
import logging
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache

from parley.ledger import tree
from parley.moderation import services as moderation
from parley.posting import services as posting
from parley.threads.models import Comment
from tests.doors import DOORS, ON_THE_WAY_IN, OPEN, addresses

pytestmark = pytest.mark.django_db
RARE = "zorblaxian"
VARYING = {"ETag", "Content-Length"}
"""Headers that differ with every answer: compression pads at random."""
UNREDACTED = {("texts", "Revision", "source"), ("seeds", "Article", "raw_page")}


@pytest.fixture
def scene(people, comment):
    """ada's comment with the rare word in three revisions, at last in what a picture shows too; cited by bo in whole and in part,
    and cited again from there.
    """
    said = comment(f"The director is a {RARE} if he thinks so about the tiltmeter.")
    answer = comment("Is he?", by=people.bo, to=said)
    part = comment("Such words.", by=people.bo, quotes=[(said.pk, f"is a {RARE} if")], on=said.seed)
    for text in (
        f"The director is a **{RARE}** if he thinks so.",
        f"The director is a [{RARE}](https://{RARE}.example/{RARE}) now.\n\n![A {RARE} map](picture:1)",
    ):
        said = Comment.objects.select_related("text").get(pk=said.pk)
        posting.edit_comment(actor=people.ada, comment=said, source=text, revision=said.text.current_id, anyway=True)
    late = comment("And again.", by=people.bo, to=said)
    return SimpleNamespace(
        said=said, answer=answer.pk, part=part.pk, late=late.pk, comment=said.pk, seed=said.seed_id, slug=said.seed.slug,
        group=said.seed.group.name, start="director", rare=RARE,
    )  # fmt: skip


def cut_all(scene, people, *, whole):
    said = Comment.objects.select_related("text__current", "seed__group").get(pk=scene.comment)
    source = said.text.current.source
    start, end = source.index("["), source.index(")") + 1
    picture = source.index("!["), len(source)
    ruling = moderation.rule(
        actor=people.mo,
        item=said,
        choice=moderation.Choice(action="remove" if whole else "redact", line=1, spans=[] if whole else [(start, end), picture]),
    )
    scene.entry, scene.ruling = ruling.entry_id, ruling.pk
    tree.grow()
    return ruling


def knock(browser, method, path, fields):
    answer = (
        browser.generic(method, path)
        if method == "GET" and "?" in path
        else getattr(browser, method.lower())(path, fields, headers={"Accept-Encoding": "gzip"})
    )
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    assert answer.status_code < 500, (method, path, answer.status_code)
    said = body.decode(errors="replace") + repr({name: value for name, value in answer.items() if name not in VARYING})
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"|csrftoken=\w+', "", said)


def found_at(scene, browser, *, but=frozenset()):
    """Doors whose bytes hold the word."""
    found = []
    for name, row in DOORS.items():
        if name in but:
            continue
        for method, path, fields in row(scene):
            said = knock(browser, method, path, fields)
            if RARE in path:  # what was typed comes back, just as a word would that nobody ever wrote
                nonsense = knock(browser, method, path.replace(RARE, "quibblefax"), fields)
                nonsense = nonsense.replace("quibblefax", RARE)
                said = said if said != nonsense else ""
            if RARE in said:
                found.append((method, path))
    return found


def test_every_address_has_a_row():
    assert {each.name for each in addresses()} == DOORS.keys()


def test_before_the_cut_the_word_is_seen(scene, as_):
    scene.entry = scene.ruling = 1
    found = {path for _, path in found_at(scene, as_(None))}
    wanted = (
        "/s/{seed}/{slug}",
        "/s/{seed}/feed.atom",
        "/c/{comment}/history",
        "/m/ada?show=comments",
        "/g/{group}/search?q={start}",
    )
    assert {each.format(**vars(scene)) for each in wanted} <= found


@pytest.mark.parametrize("whole", [False, True], ids=["redacted", "removed"])
@pytest.mark.parametrize("who", [pytest.param("public", marks=pytest.mark.database), "new", "bo", "olga", "sita", "ada", "mo"])
def test_a_cut_word_is_behind_no_door(whole, who, scene, people, as_, caplog):
    with caplog.at_level(logging.DEBUG):
        cut_all(scene, people, whole=whole)
        may_see = {"log_entry", "cut", "ruling", "ruling_receipt", "case"} if who in {"ada", "mo", "sita"} else set()
        may_see |= {"notices"} if who == "ada" else set()  # the statement of reasons names the words to their author
        assert found_at(scene, as_(getattr(people, who, None)), but=may_see) == []
    lines = [record.getMessage() for record in caplog.records if "search?q=" not in record.getMessage()]
    assert RARE not in "\n".join(lines)
    assert RARE not in repr(getattr(cache, "_cache", "")) + repr([each.message() for each in mail.outbox])


@pytest.mark.database
def test_a_cut_word_is_nowhere_in_the_database_but_sealed(scene, people):
    cut_all(scene, people, whole=False)
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if (model._meta.app_label, model.__name__, field.name) not in UNREDACTED:
                values = repr(list(model._base_manager.values_list(field.attname, flat=True)))
                assert RARE not in values, (model, field.name)


@pytest.mark.database
def test_undo_brings_every_door_back_to_the_byte(scene, people, as_):
    paths = [
        "/s/{seed}/{slug}",
        "/s/{seed}/feed.atom",
        "/c/{comment}/history",
        "/c/{answer}/history",
        "/m/ada",
        "/m/bo",
    ]
    paths = [path.format(**vars(scene)) for path in paths]
    before = [as_(None).get(path).content for path in paths]
    ruling = cut_all(scene, people, whole=False)
    assert [as_(None).get(path).content for path in paths] != before
    moderation.undo(actor=people.mo, ruling=ruling)
    assert [as_(None).get(path).content for path in paths] == before


@pytest.mark.database
def test_nothing_of_a_private_group_is_behind_any_door(people, comment, group_with, seed_with, as_, cut):
    group = group_with(visibility="private")
    seed = seed_with(
        group=group, headline=f"A {RARE} drained", article=f"{RARE} " * 20, remark=f"So {RARE}.", tags=(RARE,)
    )
    said = comment(f"A {RARE} indeed.", on=seed)
    answer = comment("Indeed?", by=people.bo, to=said)
    ruling = cut(answer, None)
    scene = SimpleNamespace(
        answer=answer.pk, comment=said.pk, seed=seed.pk, slug=seed.slug, group=group.name, start="indeed", rare=RARE,
        entry=ruling.entry_id, ruling=ruling.pk,
    )  # fmt: skip
    for viewer in (None, people.new, people.sita):
        assert found_at(scene, as_(viewer)) == []
        for name in ("seed", "seed_short", "seed_feed", "comment", "comment_history", "log_entry", "group", "group_log",
                     "group_rules",
                     "group_members", "group_search", "seed_picture"):  # fmt: skip
            for _, path, _ in DOORS[name](scene):
                assert as_(viewer).get(path).status_code == 404, path
    assert RARE in as_(people.ada).get(f"/s/{seed.pk}/{seed.slug}").content.decode()


def test_open_doors_are_these():
    assert {each.name for each in addresses() if getattr(each.callback, "is_open", False)} == OPEN


def test_an_open_door_is_the_same_for_all(scene, people, as_):
    cut_all(scene, people, whole=False)
    for _, path, _ in (door for name in sorted(OPEN) for door in DOORS[name](scene)):
        first, second = as_(None).get(path), as_(None).get(path)
        assert first.status_code in {200, 204, 301, 302, 404}, path
        assert first.content == second.content, path
        assert "Set-Cookie" not in first.headers, path
        assert not first.cookies, path
        assert "Cookie" not in first.get("Vary", ""), path
        assert first["Cache-Control"].startswith("public") or first.status_code == 404, path
        assert as_(people.bo).get(path)["Cache-Control"].startswith("private"), path


def test_doors_on_the_way_in_are_these():
    assert {each.name for each in addresses() if getattr(each.callback, "is_door", False)} == ON_THE_WAY_IN


def test_a_closed_door_asks_to_sign_in(scene, people, as_):
    cut_all(scene, people, whole=False)
    for method, path, fields in (door for name in sorted(DOORS.keys() - OPEN - ON_THE_WAY_IN) for door in DOORS[name](scene)):
        answer = getattr(as_(None), method.lower())(path, fields)
        assert answer.status_code in {302, 403}, path
        if answer.status_code == 302:
            assert answer["Location"].startswith("/account/login/"), path


@pytest.mark.parametrize(("words", "home"), [
    (r"\b(?:current|revision)\.source\b", "parley/texts/"), (r"\barticle\.body\b|article__body", "parley/seeds/queries.py"),
])  # fmt: skip
def test_what_is_not_for_everybody_is_read_in_one_place(words, home):
    readers = {str(file) for file in Path("parley").rglob("*.py") if re.search(words, file.read_text())}
    assert readers
    assert all(reader.startswith(home) for reader in readers)
