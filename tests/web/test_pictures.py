"""Pictures in comments through the front door: where they are allowed, what is kept of them, who sees them, and cutting them."""

import re
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.utils import timezone
from PIL import Image

from parley.groups.services import change_settings
from parley.moderation import queries as moderation_queries
from parley.moderation import services as moderation
from parley.moderation.models import Case
from parley.texts import pictures
from parley.texts.models import Picture
from parley.texts.references import references
from parley.texts.services import sealed_source
from parley.threads.models import Comment, Held
from tests.pictures import BLUE, NOTE, RED, from_phone, halves, packed, upload

pytestmark = pytest.mark.django_db
SHOWS = "A map of the zorblaxian lake"


@pytest.fixture
def open_seed(group_with, seed_with):
    """A discussion in which pictures are allowed; its group's rules say nothing about them."""

    def make(rules="Taunting may be removed.", **settings):
        return seed_with(group=group_with(rules=rules, allows_pictures=True, **settings))

    return make


@pytest.fixture
def shown(people, as_, open_seed):
    """ada's comment with a picture."""

    def make(seed=None, *, by=None, data=None, alt=SHOWS, text="Look at the shore.", **more):
        seed = seed or open_seed()
        fields = {"text": text, "picture1": upload(data), "alt1": alt, "anyway": "1", **more}
        answer = as_(by or people.ada).post(f"/s/{seed.pk}/reply", fields)
        assert answer.status_code == 302, answer.content.decode()
        return Comment.objects.select_related("text__current", "seed__group").latest("pk")

    return make


def body(answer) -> str:
    return answer.content.decode()


def addresses(page: str) -> list[str]:
    return re.findall(r'<a class="picture" href="(/p/[\w-]+)">', page)


def cut_whole(people, said, *, by=None):
    """As the form's tick box does."""
    found = references(sealed_source(said.text))
    choice = moderation.Choice(action="redact", line=1, spans=[(found[0].start, found[0].end)])
    return moderation.rule(actor=by or people.mo, item=said, choice=choice)


@pytest.mark.database
def test_a_picture_is_shown_below_the_words_to_everybody(shown, as_, people):
    said = shown(data=from_phone())
    for who in (None, people.bo, people.ada):
        page = body(as_(who).get(said.seed.url))
        assert re.search(rf'<img src="/p/[\w-]+/small" alt="{SHOWS}" width="300" height="400" loading="lazy"', page)
    (address,) = addresses(page)
    assert f"[Picture: {SHOWS}]" in said.text.current.plain
    whole, small = as_(None).get(address), as_(None).get(f"{address}/small")
    for answer in (whole, small):
        made = Image.open(BytesIO(answer.content))
        assert (made.format, made.size, answer["Content-Type"]) == ("WEBP", (300, 400), "image/webp")
        assert not {"exif", "icc_profile", "xmp", "comment"} & made.info.keys()
        assert not any(word in answer.content for word in (NOTE.encode(), b"Exif", b"GPS"))
        top, below = made.convert("RGB").getpixel((150, 20)), made.convert("RGB").getpixel((150, 380))
        assert all(abs(a - b) < 30 for a, b in zip((*top, *below), (*RED, *BLUE), strict=True))
        assert answer["Cache-Control"] == "public, no-cache"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        assert answer["Content-Disposition"].startswith("inline;")
    assert as_(None).get(address, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    feed = body(as_(None).get(f"/s/{said.seed_id}/feed.atom"))
    assert 'src="http' in feed.replace("&quot;", '"')
    assert 'src="/p/' not in feed.replace("&quot;", '"')


@pytest.mark.database
def test_a_cut_picture_is_gone_everywhere_and_comes_back(shown, comment, people, as_):
    said = shown()
    answer = comment("Which lake?", by=people.bo, to=said, quotes=[(said.pk, "zorblaxian lake")])
    (address,) = addresses(body(as_(None).get(said.seed.url)))
    etag = as_(None).get(address)["ETag"]
    pages = [said.seed.url, f"/c/{said.pk}/history", f"/s/{said.seed_id}/feed.atom", "/m/ada?show=comments", "/m/bo?show=comments"]
    before = [as_(None).get(page).content for page in pages]
    assert re.search(r'class="cite"[^>]*>\s*<p>zorblaxian lake', body(as_(None).get(said.seed.url)))
    mo = as_(people.mo)
    form = body(mo.get(f"/c/{said.pk}/cut"))
    box = re.search(r'is-picture"><input type="checkbox" name="cut" value="([\d-]+)"><span><img src="(/p/[\w-]+/sealed)"', form)
    revision = re.search(r'name="revision" value="(\d+)"', form)[1]
    sent = mo.post(f"/c/{said.pk}/cut", {"revision": revision, "cut": box[1], "what": "redact", "line": "1"})
    assert sent.status_code == 302
    for who in (None, people.bo, people.ada, people.mo, people.sita):
        for way in ("", "/small"):
            assert as_(who).get(address + way).status_code == 404
            assert as_(who).get(address + way, headers={"If-None-Match": etag}).status_code == 404
        for page in pages:
            said_there = body(as_(who).get(page))
            assert "zorblaxian" not in said_there
            assert address not in said_there
    mark = re.search(r'class="redacted" href="(/log/\d+)"', body(as_(None).get(said.seed.url)))
    assert as_(None).get(mark[1]).status_code == 200
    for who, status in ((people.ada, 200), (people.mo, 200), (people.bo, 404), (people.new, 404), (None, 302)):
        assert as_(who).get(box[2]).status_code == status, who
    assert as_(people.ada).get(box[2])["Cache-Control"] == "private, no-store"
    assert as_(people.ada).get(f"/c/{answer.pk}/cut").status_code == 403
    ruling = moderation_queries.ruling_for(people.mo, moderation_queries.Ruling.objects.latest("pk").pk)
    moderation.undo(actor=people.mo, ruling=ruling)
    assert [as_(None).get(page).content for page in pages] == before
    assert as_(None).get(address).status_code == 200


@pytest.mark.database
def test_every_wording_of_a_picture_is_cut_with_it(shown, people, as_):
    """Also those in which it was described in other words, or stood elsewhere."""
    said = shown(alt="Something quite different")
    for text in (f"![{SHOWS}](picture:1)\n\nWords.", f"Words.\n\n![{SHOWS} again](picture:1)\n\n![And once more](picture:1)"):
        said.refresh_from_db()
        sent = {"text": text, "revision": said.text.current_id, "anyway": "1"}
        assert as_(people.ada).post(f"/c/{said.pk}/edit", sent).status_code == 302
    history = body(as_(None).get(f"/c/{said.pk}/history"))
    assert len(addresses(history)) == 4
    address = addresses(history)[0]
    said = Comment.objects.select_related("text__current", "seed__group").get(pk=said.pk)
    ruling = cut_whole(people, said)
    history = body(as_(None).get(f"/c/{said.pk}/history"))
    assert (addresses(history), history.count('class="redacted"') >= 4) == ([], True)
    assert as_(None).get(address).status_code == 404
    moderation.undo(actor=people.mo, ruling=ruling)
    assert len(addresses(body(as_(None).get(f"/c/{said.pk}/history")))) == 4


def test_a_word_cut_from_its_description_takes_the_picture_along(shown, cut, as_):
    said = shown()
    (address,) = addresses(body(as_(None).get(said.seed.url)))
    cut(said, "zorblaxian")
    page = body(as_(None).get(said.seed.url))
    assert ("zorblaxian" in page, addresses(page)) == (False, [])
    assert as_(None).get(address).status_code == 404


def test_with_a_removed_comment_its_pictures_go(shown, cut, people, as_):
    said = shown()
    (address,) = addresses(body(as_(None).get(said.seed.url)))
    ruling = cut(said, None)
    assert {as_(who).get(address).status_code for who in (None, people.ada, people.mo)} == {404}
    moderation.undo(actor=people.mo, ruling=ruling)
    assert as_(None).get(address).status_code == 200


@pytest.mark.database
def test_in_a_private_group_a_picture_is_the_members(shown, open_seed, people, as_):
    said = shown(open_seed(visibility="private"))
    (address,) = addresses(body(as_(people.bo).get(said.seed.url)))
    for way in ("", "/small", "/sealed"):
        assert as_(people.new).get(address + way).status_code == 404
        assert as_(people.sita).get(address + way).status_code == 404
    assert as_(None).get(address).status_code == 404
    assert as_(people.bo).get(address)["Cache-Control"] == "private, no-cache"


def test_while_a_comment_waits_its_picture_is_its_authors_and_the_mods(open_seed, people, as_):
    from houserules import Keeping, read
    from parley.rulebooks import services as rulebooks

    seed = open_seed(rules=None)
    book = read("No memes.").all_confirmed()
    book = book.with_keeping({clause.key: Keeping.HOLD for line in book.lines for clause in line.clauses})
    rulebooks.publish(actor=people.olga, group=seed.group, book=book, after=0)
    sent = {"text": "What a shore.", "picture1": upload(), "alt1": SHOWS}
    asked = body(as_(people.ada).post(f"/s/{seed.pk}/reply", sent))
    key = re.search(r'name="kept1" value="([^"]+)"', asked)[1]
    answer = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": sent["text"], "kept1": key, "alt1": SHOWS, "anyway": "1"})
    held = Held.objects.get()
    assert answer["Location"] == held.url
    for page in (asked, body(as_(people.ada).get(held.url)), body(as_(people.mo).get(Case.objects.get().url))):
        assert f"[picture 1: {SHOWS}]" in page
        assert "](picture:1)" not in page
    (address,) = addresses(body(as_(people.ada).get(held.url)))
    statuses = {name: as_(getattr(people, name)).get(address).status_code for name in ("ada", "bo", "mo", "new")}
    assert statuses == {"ada": 200, "bo": 404, "mo": 404, "new": 404}
    assert as_(people.ada).get(address)["Cache-Control"] == "private, no-store"
    assert as_(people.mo).get(f"{address}/sealed").status_code == 200
    assert as_(people.bo).get(f"{address}/sealed").status_code == 404
    as_(people.ada).post(f"{held.url}/take-back")
    assert as_(people.ada).get(address).status_code == 404
    assert not Picture.objects.exists(), "gone for good, like the words"


RULED_OUT = "asks for no pictures"


@pytest.mark.parametrize(("rules", "places"), [
    ("Taunting may be removed.", 4), ("No memes.", 4), ("No gifs.", 4),
    ("No images.", 0), ("No memes, no images.", 0), ("Please no photos.", 0), ("No images except charts.", 4),
])  # fmt: skip
def test_where_a_rule_asks_for_no_images_there_is_no_place_for_them(rules, places, open_seed, people, as_):
    seed = open_seed(rules)
    for page in (seed.url, f"/s/{seed.pk}/reply"):
        form = body(as_(people.ada).get(page))
        assert form.count('type="file"') == places
        assert (RULED_OUT in form) == (places == 0)
    sent = {"text": "Look.", "picture1": upload(), "alt1": SHOWS, "anyway": "1"}
    answer = as_(people.ada).post(f"/s/{seed.pk}/reply", sent)
    assert (answer.status_code, Comment.objects.count(), Picture.objects.count()) == ((403, 0, 0) if not places else (302, 1, 1))
    assert places or ("Look." in body(answer) and RULED_OUT in body(answer))


def test_a_group_has_pictures_when_its_owner_says_so(group_with, seed_with, people, as_):
    seed = seed_with(group=group_with(rules=None))
    page = body(as_(people.ada).get(seed.url))
    assert 'type="file"' not in page
    assert "pictures" not in page
    sent = {"text": "Look.", "picture1": upload(), "alt1": SHOWS}
    answer = as_(people.ada).post(f"/s/{seed.pk}/reply", sent)
    assert (answer.status_code, Picture.objects.count()) == (403, 0)
    assert "in words alone" in body(answer)
    form = body(as_(people.olga).get(f"{seed.group.url}/settings"))
    assert re.search(r'name="allows_pictures" value="False" checked', form)
    assert as_(people.olga).post(f"{seed.group.url}/settings", {"allows_pictures": "True"}).status_code == 302
    assert 'type="file"' in body(as_(people.ada).get(seed.url))
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", sent | {"picture1": upload()}).status_code == 302


def kept_key(page: str, number: int = 1) -> str:
    return re.search(rf'name="kept{number}" value="([\w-]+)"', page)[1]


def test_what_was_uploaded_is_not_asked_for_again(open_seed, people, as_):
    seed, ada = open_seed("No profanity."), as_(people.ada)
    token = str(uuid4())
    first = ada.post(f"/s/{seed.pk}/reply", {"text": "A shore.", "token": token, "picture2": upload(), "alt2": ""})
    assert first.status_code == 422
    assert "Say in a few words what picture 1 shows" in body(first)
    assert '<fieldset class="slot is-wrong" aria-describedby="error-2-main"><legend>Picture 2</legend>' in body(first)
    key = kept_key(body(first), 2)
    assert ada.get(f"/p/{key}/small").status_code == 200
    assert as_(people.bo).get(f"/p/{key}/small").status_code == 404
    asked = ada.post(f"/s/{seed.pk}/reply", {"text": "A shitty shore.", "token": token, "kept2": key, "alt2": "A shitty map"})
    assert asked.status_code == 422
    assert body(asked).count("<mark>shitty</mark>") == 2, "what is said of a picture is judged with the rest"
    assert kept_key(body(asked), 2) == key
    seen = ada.post(f"/s/{seed.pk}/reply", {"text": "A shore.", "token": token, "kept2": key, "alt2": SHOWS, "preview": "1"})
    assert f'src="/p/{key}/small" alt="{SHOWS}"' in body(seen)
    sent = {"text": "A shore.", "token": token, "kept2": key, "alt2": SHOWS}
    assert ada.post(f"/s/{seed.pk}/reply", sent).status_code == 302
    assert addresses(body(as_(None).get(seed.url))) == [f"/p/{key}"]
    assert ada.post(f"/s/{seed.pk}/reply", sent).status_code == 302, "the same form again is the same comment"
    assert (Comment.objects.count(), Picture.objects.count()) == (1, 1)
    other = {"text": "Another.", "token": str(uuid4()), "kept1": key, "alt1": SHOWS}
    for who in (people.bo, people.ada):
        refused = as_(who).post(f"/s/{seed.pk}/reply", other)
        assert refused.status_code == 422, "what another comment or another member has is nobody's to show again"
        assert "Another." in body(refused)
        assert SHOWS in body(refused)


def test_a_picture_taken_out_is_not_posted(open_seed, people, as_):
    seed, ada = open_seed(), as_(people.ada)
    page = body(ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "picture1": upload(), "alt1": SHOWS, "preview": "1"}))
    sent = {"text": "Words alone.", "kept1": kept_key(page), "alt1": SHOWS, "drop1": "1"}
    assert ada.post(f"/s/{seed.pk}/reply", sent).status_code == 302
    assert "picture" not in sealed_source(Comment.objects.get().text)


def test_up_to_four_in_their_order_and_placed_by_the_author(open_seed, people, as_):
    seed = open_seed()
    sent = {"text": "First\n\n![The second](picture:2)\n\nlast.", "anyway": "1"}
    for number in (1, 2, 3, 4):
        sent |= {f"picture{number}": upload(packed(halves((80 + number, 60)))), f"alt{number}": f"Map {number}"}
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", sent).status_code == 302
    page = body(as_(None).get(seed.url))
    found = re.findall(r'alt="([^"]+)" width="(\d+)"', page)
    assert found == [("The second", "82"), ("Map 1", "81"), ("Map 3", "83"), ("Map 4", "84")]
    said = Comment.objects.latest("pk")
    more = {"text": sealed_source(said.text), "revision": said.text.current_id, "picture1": upload(), "alt1": "A fifth"}
    refused = as_(people.ada).post(f"/c/{said.pk}/edit", more)
    assert (refused.status_code, "up to 4 pictures" in body(refused)) == (422, True)


@pytest.mark.parametrize("way", ["edit", "append"])
def test_pictures_come_with_an_edit_and_an_addition(way, shown, people, as_):
    said, ada = shown(), as_(people.ada)
    form = body(ada.get(f"/c/{said.pk}/{way}"))
    token, typed = re.search(r'name="token" value="([\w-]+)"', form)[1], sealed_source(said.text) if way == "edit" else "And this."
    sent = {"text": typed, "revision": said.text.current_id, "picture1": upload(packed(halves((90, 60)))), "alt1": "", "token": token}
    refused = ada.post(f"/c/{said.pk}/{way}", sent)
    assert refused.status_code == 422
    key = kept_key(body(refused))
    sent = {**sent, "alt1": "The gate", "kept1": key}
    del sent["picture1"]
    seen = body(ada.post(f"/c/{said.pk}/{way}", sent | {"preview": "1"}))
    assert f"/p/{key}" in addresses(seen)
    assert ada.post(f"/c/{said.pk}/{way}", sent | {"anyway": "1"}).status_code == 302
    page = body(as_(None).get(said.seed.url))
    assert re.findall(r'alt="([^"]+)" width', page) == [SHOWS, "The gate"]
    assert "![The gate](picture:2)" in sealed_source(Comment.objects.get().text)
    if way == "append":
        ada.post(f"/c/{said.pk}/{way}", sent | {"anyway": "1"})
        assert sealed_source(Comment.objects.get().text).count("The gate") == 1, "adding the same twice adds it once"


BAD = {
    "nothing": (lambda: b"", 422), "words": (lambda: b"not a picture at all", 422),
    "an svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422),
    "cut off": (lambda: packed(halves((900, 900)), "JPEG")[:3000], 422), "a pdf": (lambda: b"%PDF-1.7\n" + packed(halves()), 422),
    "a bomb": (lambda: packed(Image.new("1", (20_000, 20_000))), 422), "too big": (lambda: b"\xff\xd8" + b"x" * 11_000_000, 413),
    "a bitmap": (lambda: packed(halves(), "BMP"), 422), "all too much": (lambda: b"x" * 21_000_000, 413),
}  # fmt: skip
"""Made when they are wanted: every process of a test run imports this."""


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_a_sentence_and_nothing_typed_is_lost(what, open_seed, people, as_):
    data, status = BAD[what]
    seed = open_seed()
    sent = {"text": "My words.", "picture1": upload(), "alt1": "A good one", "picture2": upload(data()), "alt2": "A bad one"}
    answer = as_(people.ada).post(f"/s/{seed.pk}/reply", sent)
    page = body(answer)
    assert (answer.status_code, 'class="problems"' in page) == (status, True)
    assert all(words in page for words in ("My words.", "A good one", "A bad one"))
    assert what == "all too much" or kept_key(page, 1)
    assert 'name="kept2"' not in page
    assert not Comment.objects.exists()


def test_odd_fields_are_no_pictures(open_seed, people, as_):
    seed, ada = open_seed(), as_(people.ada)
    for more in ({"kept1": "nonsense", "alt1": ""}, {"kept9": str(uuid4())}, {"picture1": "words", "alt1": ""}, {"drop1": "1"}):
        answer = ada.post(f"/s/{seed.pk}/reply", {"text": f"Fine {len(more)} {more}", **more, "anyway": "1"})
        assert answer.status_code == 302, more
    lost = ada.post(f"/s/{seed.pk}/reply", {"text": "Fine.", "kept1": str(uuid4()), "alt1": SHOWS})
    assert (lost.status_code, "did not come along" in body(lost), SHOWS in body(lost)) == (422, True, True)
    assert ada.get("/p/nonsense").status_code == ada.get(f"/p/{uuid4()}").status_code == 404
    assert ada.post(f"/p/{uuid4()}").status_code == 405


def test_only_a_line_of_its_own_names_a_picture_and_only_of_this_text(shown, comment, as_):
    said = shown()
    (address,) = addresses(body(as_(None).get(said.seed.url)))
    for text in ("![x](picture:1)", f"![x]({address})", "see ![x](picture:1)", "> ![x](picture:1)", "![x][p]\n\n[p]: picture:1"):
        page = comment(text, on=said.seed).text.current.html
        assert "<img" not in page, text


def test_a_member_sends_so_many_a_day(open_seed, people, as_, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_A_DAY", 2)
    seed, ada = open_seed(), as_(people.ada)
    for data in (b"broken", b"broken"):
        assert ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "picture1": upload(data), "alt1": "A map"}).status_code == 422
    full = ada.post(f"/s/{seed.pk}/reply", {"text": "My words.", "picture1": upload(), "alt1": "A map"})
    assert (full.status_code, "My words." in body(full)) == (429, True)
    Picture.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "picture1": upload(), "alt1": "A map"}).status_code == 302


@pytest.mark.database
def test_what_no_form_brought_along_is_forgotten(open_seed, people, as_):
    seed, ada = open_seed(), as_(people.ada)
    page = body(ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "picture1": upload(), "alt1": SHOWS, "preview": "1"}))
    key = kept_key(page)
    later = timezone.now() + timedelta(minutes=61)
    pictures.forget_unsent(later)
    row = Picture.objects.get()
    assert (bytes(row.content), bytes(row.small), row.width, row.digest) == (b"", b"", 0, "")
    assert ada.get(f"/p/{key}").status_code == 404
    gone = ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "kept1": key, "alt1": SHOWS})
    assert (gone.status_code, SHOWS in body(gone)) == (422, True)
    pictures.forget_unsent(later + timedelta(days=1))
    assert not Picture.objects.exists()


def test_pictures_cost_a_page_no_query(shown, people, as_, django_assert_max_num_queries):
    from tests.budgets import QUERIES

    said = shown()
    for _ in range(5):
        shown(said.seed)
    with django_assert_max_num_queries(QUERIES["seed"][0]):
        as_(None).get(said.seed.url)
    with django_assert_max_num_queries(QUERIES["seed_kept"][1]):
        as_(people.ada).get(said.seed.url)


def test_nothing_is_stored_of_a_group_that_turned_pictures_off_meanwhile(open_seed, people, as_):
    seed, ada = open_seed(), as_(people.ada)
    page = body(ada.post(f"/s/{seed.pk}/reply", {"text": "x y", "picture1": upload(), "alt1": SHOWS, "preview": "1"}))
    change_settings(actor=people.olga, group=seed.group, allows_pictures=False)
    answer = ada.post(f"/s/{seed.pk}/reply", {"text": "My words.", "kept1": kept_key(page), "alt1": SHOWS})
    assert (answer.status_code, "My words." in body(answer), Comment.objects.count()) == (403, True, 0)


@pytest.mark.database
def test_one_picture_in_two_forms_at_once_is_shown_by_one(open_seed, people, monkeypatch):
    """Both have found it waiting when the first of them takes it."""
    from parley.base.refusals import Invalid
    from parley.texts import services as texts

    key = pictures.keep(person=people.ada, form_key=uuid4(), data=packed(halves()))
    waiting = pictures.waiting(people.ada, [key])
    monkeypatch.setattr(pictures, "waiting", lambda _person, keys: dict(waiting) if key in keys else {})
    texts.write(author=people.ada, source="One.\n\n![A lake](1)", shows=[key])
    with pytest.raises(Invalid, match="the rest is kept"):
        texts.write(author=people.ada, source="Two.\n\n![A lake](1)", shows=[key])
    assert Picture.objects.get().text.current.source.startswith("One.")
