"""A seed's page is kept for everybody, and what is the reader's own is laid over it: nobody gets another's part, or an old one."""

import gzip
import os
from datetime import timedelta
from random import Random

import pytest
import zstandard
from django.db import transaction
from django.utils import timezone

from parley.base.keys.shelf import WATCH
from parley.groups import services as groups
from parley.groups.models import Suspension
from parley.ledger.models import Entry
from parley.moderation import flagging, straining
from parley.people.models import Person
from parley.posting import services as posting
from parley.rulebooks import queries
from parley.web import packing
from parley.web.pages.seed_body import SHELF
from tests.moderation.test_histories import anew, place  # noqa: F401 -- a fixture
from tests.web.layers import LayerHistory, whole, without_tokens

pytestmark = pytest.mark.django_db
ACTS = int(os.environ.get("LAYER_HISTORIES", "30"))


def body(browser, url) -> str:
    answer = browser.get(url)
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


@pytest.mark.parametrize("number", range(3))
def test_what_is_served_is_what_is_drawn_whole(number, place):  # noqa: F811
    people, seeds = anew(*place)
    with transaction.atomic():
        history = LayerHistory(Random(number), people, seeds)  # noqa: S311
        while history.done.total() < ACTS:
            history.act()
        transaction.set_rollback(True)
    assert history.read > ACTS
    queries._reading.cache_clear()
    queries.rules_of.cache_clear()


def part_of(page: str, comment) -> str:
    return page.partition(f'data-comment="{comment.pk}"')[2].partition("</article>")[0]


@pytest.mark.database
def test_what_happens_is_seen_at_the_next_request(as_, people, seed, comment, cut):
    said, other = comment("Tiltmeters drift."), comment("Lakes drain.", by=people.bo)
    ada = as_(people.ada)
    body(ada, seed.url)
    cut(said, "drift")
    assert "drift" not in part_of(body(ada, seed.url), said)
    ada.post(f"/c/{other.pk}/vote", {"voted": "1"})
    assert 'aria-pressed="true"' in part_of(body(ada, seed.url), other)
    assert 'aria-pressed="true"' not in part_of(body(as_(people.mo), seed.url), other)
    flagging.flag(actor=people.ada, item=other, report=flagging.Report(line=1))
    assert "flagged by you" in part_of(body(ada, seed.url), other)
    assert "flagged by you" not in part_of(body(as_(people.mo), seed.url), other)
    posting.edit_comment(
        actor=people.bo, comment=other, source="Lakes fill.", revision=other.text.current_id, anyway=True
    )  # fmt: skip
    assert "Lakes fill." in body(ada, seed.url)
    new = comment("A third one.", by=people.bo)
    assert part_of(body(ada, seed.url), new)


@pytest.mark.database
def test_rights_change_at_the_next_request(as_, people, seed, comment):
    said = comment("Tiltmeters drift.", by=people.bo)
    ada = as_(people.ada)
    assert f"/c/{said.pk}/reply" in body(ada, seed.url)
    assert f"/c/{said.pk}/cut" not in body(ada, seed.url)
    groups.set_role(actor=people.olga, group=seed.group, person=people.ada, role="mod")
    assert f"/c/{said.pk}/cut" in body(ada, seed.url)
    groups.set_role(actor=people.olga, group=seed.group, person=people.ada, role="member")
    assert f"/c/{said.pk}/cut" not in body(ada, seed.url)
    straining.strain(actor=people.mo, seed=seed, asked=straining.Asked(way="locked", note="Hot."))
    locked = body(ada, seed.url)
    assert "This discussion is locked" in locked
    assert f"/c/{said.pk}/reply" not in locked
    Suspension.objects.create(
        person=people.ada, ends_at=timezone.now() + timedelta(days=3), entry=Entry.objects.latest("pk"), group=seed.group
    )
    assert "You are suspended here until" in body(ada, seed.url)


def test_a_pause_ends_by_the_clock_though_the_page_is_kept(as_, people, seed, comment, monkeypatch):
    comment()
    straining.strain(actor=people.mo, seed=seed, asked=straining.Asked(way="paused", note="Hot.", hours=2))
    assert "This discussion pauses" in body(as_(people.ada), seed.url)
    later = timezone.now() + timedelta(hours=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert "This discussion pauses" not in body(as_(people.ada), seed.url)


@pytest.mark.database
def test_a_private_body_is_kept_and_shown_to_members_alone(as_, people, group_with, seed_with, comment):
    seed = seed_with(group=group_with(visibility="private"))
    comment("Zorblax.", on=seed)
    assert "Zorblax" in body(as_(people.ada), seed.url)
    assert len(SHELF) == 1
    for who in (None, people.new, people.sita):
        answer = as_(who).get(seed.url)
        assert answer.status_code == 404
        assert b"Zorblax" not in answer.content
    groups.leave(actor=people.ada, group=seed.group)
    assert as_(people.ada).get(seed.url).status_code == 404


def test_an_account_that_is_closed_or_has_a_new_password_is_signed_out_at_once(as_, people, seed):
    assert 'class="my-notices"' in body(as_(people.ada), seed.url)
    Person.objects.filter(pk=people.ada.pk).update(is_active=False)
    assert 'class="my-notices"' not in body(as_(people.ada), seed.url)
    assert 'class="my-notices"' in body(as_(people.bo), seed.url)
    bo = Person.objects.get(pk=people.bo.pk)
    bo.set_password("another red box")
    bo.save()
    assert 'class="my-notices"' not in body(as_(people.bo), seed.url)


@pytest.mark.parametrize("text", [
    "<!--masthead-->", "</p><script>x</script>", "%s %d %(x)s {0} {{ x }}", "\x01key\x01", "é" * 3000, '"\'&<>' * 2000,
])  # fmt: skip
def test_hostile_words_do_not_reach_the_holes(as_, people, group_with, seed_with, comment, text):
    group = group_with()
    groups.change_settings(actor=people.olga, group=group, title=(text[:70].replace("\x01", "") or "x"))
    seed = seed_with(group=group, headline=text[:200].replace("\x01", ""))
    comment(text.replace("\x01", "") + " words", on=seed)
    for who in (None, people.ada, people.bo, people.mo, people.new):
        viewer = Person.objects.get(pk=who.pk) if who else None
        for _ in range(2):
            served = body(as_(who), seed.url)
            assert without_tokens(served) == without_tokens(whole(viewer, seed.pk))
            assert "<script>x" not in served


def test_every_encoding_is_the_same_page(as_, people, seed, comment):
    for number in range(25):
        comment(f"Remark number {number} about tiltmeters, é.", by=people.bo if number % 2 else people.mo)
    for who in (None, people.ada, people.mo):
        plain = without_tokens(body(as_(who), seed.url))
        for _ in range(2):
            zstd = as_(who).get(seed.url, headers={"Accept-Encoding": "gzip, deflate, br, zstd"})
            assert (zstd.headers["Content-Encoding"], "Accept-Encoding" in zstd.headers["Vary"]) == ("zstd", True)
            unpacked = zstandard.ZstdDecompressor().stream_reader(zstd.content, read_across_frames=True).read().decode()
            assert without_tokens(unpacked) == plain
            gzipped = as_(who).get(seed.url, headers={"Accept-Encoding": "gzip"})
            assert gzipped.headers["Content-Encoding"] == "gzip"
            assert without_tokens(gzip.decompress(gzipped.content).decode()) == plain


@pytest.mark.parametrize(("accepts", "encoding"), [
    ("", "identity"), ("gzip", "gzip"), ("gzip, zstd", "zstd"), ("zstd;q=0, gzip", "gzip"), ("*", "zstd"), ("*;q=0", "identity"),
    ("br", "identity"), ("gzip;q=0.5, identity;q=0.9", "identity"), ("gzip;q=x", "identity"), (";;;,,,=", "identity"),
    ("GZIP", "gzip"),
])  # fmt: skip
def test_what_is_accepted_is_sent(accepts, encoding):
    assert packing.encoding_for(accepts) == encoding


def test_pieces_of_any_size_make_one_file():
    random = Random(3)  # noqa: S311
    for _ in range(30):
        plain = [random.randbytes(random.choice([0, 1, 7, 900, 40_000])) for _ in range(random.randint(0, 9))]
        parts = [packing.Piece(lambda each=each: each) if random.random() < 0.5 else each for each in plain]
        assert gzip.decompress(packing.joined(parts, "gzip")) == b"".join(plain)
        assert packing.joined(parts, "identity") == b"".join(plain)
        packed = packing.joined(parts, "zstd")
        assert zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True).read() == b"".join(plain)


def test_nothing_is_kept_of_a_seed_that_is_not_there(as_):
    WATCH.forget()
    assert as_(None).get("/s/999999/nothing").status_code == 404
    assert len(SHELF) == 0
