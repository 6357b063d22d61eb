"""Whatever is sent to the pages of a discussion gets a sentence and a status, nothing typed is lost, and nothing is a 500."""

import time

import pytest

from parley.threads.models import Comment

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>"
TEXTS = {
    "empty": ("", 422),
    "invisible": ("\u200b\u200d\n \t", 422),
    "a megabyte": ("word " * 200_000, 413),
    "controls": ("A\x00B\x07C\x1b[0m remark", 302),
    "right to left": ("Seen \u202eesrever\u202c and \u2066isolated\u2069 remark", 302),
    "script": (SCRIPT + " remark", 302),
    "deep quotations": ("> " * 3000 + "remark", 302),
    "deep lists": ("\n".join("  " * n + "- x" for n in range(90)) + " remark", 302),
    "open brackets": ("[" * 9000 + "remark", 302),
    "many links": ("[a](b)" * 3000 + " remark", 302),
    "noncharacters": ("\ufdd00\ufdd1 remark \ufdd099\ufdd1", 302),
}


@pytest.mark.parametrize("name", TEXTS)
def test_texts_of_every_kind(seed, comment, people, as_, name):
    text, status = TEXTS[name]
    said = comment("Some parent of it.")
    bo = as_(people.bo)
    for url in (f"/s/{seed.pk}/reply", f"/c/{said.pk}/reply"):
        response = bo.post(url, {"text": text, "anyway": "1"})
        assert response.status_code == status, url
        if status != 302:
            assert 'class="problems"' in response.content.decode()
            assert text.strip()[:1000] in response.content.decode()
        assert bo.post(url, {"text": text, "preview": "1"}).status_code == (200 if status == 302 or not text.strip() else status)
    page = bo.get(seed.url).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert bo.get(f"/s/{seed.pk}/feed.atom").status_code == 200
    assert bo.post(f"/s/{seed.pk}/coach", {"text": text}).status_code in {200, 422, 413}


@pytest.mark.parametrize("name", TEXTS)
def test_edits_and_additions_of_every_kind(comment, people, as_, name):
    text, status = TEXTS[name]
    said = comment("Some words of it.")
    ada = as_(people.ada)
    sent = {"text": text, "anyway": "1", "revision": str(said.text.current_id)}
    assert ada.post(f"/c/{said.pk}/append", sent).status_code == status
    response = ada.post(f"/c/{said.pk}/edit", sent)
    assert response.status_code == (409 if status == 302 else status)


def test_surrogates_and_broken_bytes_in_a_body(seed, comment, people, as_):
    said = comment()
    for raw in (b"text=%ED%A0%80words", b"text=\xff\xfe words&token=%ED%B0%80", b"text=words&quote=%ED%A0%80:x&cite=%ED%A0%80"):
        for url in (f"/s/{seed.pk}/reply", f"/c/{said.pk}/reply", f"/c/{said.pk}/append", f"/s/{seed.pk}/coach", f"/c/{said.pk}/cut"):
            response = as_(people.bo).post(url, raw, content_type="application/x-www-form-urlencoded")
            assert response.status_code < 500, (url, raw)
            assert as_(people.mo).post(url, raw, content_type="application/x-www-form-urlencoded").status_code < 500


FIELDS = {
    "token": ["", "x", SCRIPT, "0" * 5000, "\x00"],
    "revision": ["", "0", "-1", "9" * 40, SCRIPT, "٣"],
    "quote": ["", ":", "0:x", "-1:x", "9" * 18 + ":x", "9" * 40 + ":x", SCRIPT, "1:" + "x" * 30_000, "1:\x00", "１:x"],
    "cite": ["0", "1.0", "-1", "9" * 4000, SCRIPT, "1." * 90, "\x00", "１", "4294967296"],
    "official": [SCRIPT],
}


@pytest.mark.parametrize("field", FIELDS)
def test_fields_with_nonsense_in_them(seed, comment, people, as_, field):
    said = comment()
    for value in FIELDS[field]:
        for url in (f"/s/{seed.pk}/reply", f"/c/{said.pk}/reply"):
            response = as_(people.bo).post(url, {"text": "Kept words of bo.", "anyway": "1", field: [value]})
            assert response.status_code in {302, 403, 409, 422}, (url, value)
            page = response.content.decode()
            if response.status_code != 302:
                assert "Kept words of bo." in page
            assert "<script>alert" not in page
            answer = as_(people.bo).get(url, {field: value})
            assert answer.status_code == 200
            assert "<script>alert" not in answer.content.decode()


def test_too_many_quotations_are_refused_and_kept(seed, comment, people, as_):
    said = [comment() for _ in range(10)]
    response = as_(people.bo).post(f"/s/{seed.pk}/reply", {"text": "All of you.", "quote": [f"{one.pk}:" for one in said]})
    assert response.status_code == 422
    assert response.content.decode().split("<template data-quote>")[0].count(" checked>") == 10
    assert as_(people.bo).post(
        f"/s/{seed.pk}/reply", {"text": "All.", "quote": [f"1:{n}" for n in range(3000)]}
    ).status_code == 422


def test_a_comment_of_another_discussion_is_not_cited(seed_with, comment, people, as_):
    here, there = seed_with(), seed_with()
    other = comment("Words of another place.", on=there)
    as_(people.bo).post(f"/s/{here.pk}/reply", {"text": "Mine.", "quote": [f"{other.pk}:"]})
    assert Comment.objects.get(seed=here).citations.count() == 0


POSTS = ["/c/{c}/vote", "/s/{s}/vote", "/s/{s}/coach", "/rulings/{r}/undo"]
PAGES = ["/s/{s}", "/s/{s}/x", "/s/{s}/reply", "/s/{s}/feed.atom", "/c/{c}", "/c/{c}/reply", "/c/{c}/edit", "/c/{c}/append",
         "/c/{c}/history", "/c/{c}/cut", "/log/{e}"]  # fmt: skip


def test_addresses_that_only_take_forms_say_so(seed, comment, cut, people, as_):
    said = comment("A zorblax of words.")
    ruling = cut(said, "zorblax")
    for url in POSTS:
        response = as_(people.mo).get(url.format(c=said.pk, s=seed.pk, r=ruling.pk))
        assert response.status_code == 405, url
        assert "Nothing was changed" in response.content.decode()
    for url in ("/c/{c}/history", "/c/{c}", "/s/{s}", "/log/{e}"):
        response = as_(people.mo).post(url.format(c=said.pk, s=seed.pk, e=ruling.entry_id))
        assert response.status_code == 405, url
        assert as_(people.mo).put(url.format(c=said.pk, s=seed.pk, e=ruling.entry_id)).status_code == 405


@pytest.mark.parametrize("key", ["0", "99999", "9" * 19, "9" * 400, "9" * 5000, "-1", "x", "1.5", "%00", "٣"])
def test_keys_that_are_none_are_404(seed, people, as_, key):
    for url in PAGES:
        for who in (None, people.mo):
            status = as_(who).get(url.format(c=key, s=key, e=key)).status_code
            assert status == 404 or (who is None and status == 302), (url, status)
    for url in POSTS:
        assert as_(people.mo).post(url.format(c=key, s=key, r=key), {"text": "x"}).status_code == 404, url


def test_html_in_every_field_of_a_seed_is_shown_as_text(seed_with, people, as_):
    seed = seed_with(headline=f"Lake {SCRIPT}", source_name=SCRIPT, bylines=(SCRIPT,), caption=SCRIPT, credit=SCRIPT,
                     article=f"{SCRIPT}\n\n{SCRIPT}", licence=SCRIPT, tags=("<i>x</i>",), remark=SCRIPT, rules=f"No {SCRIPT}.",
                     original_headline=SCRIPT)  # fmt: skip
    for who in (None, people.ada):
        page = as_(who).get(seed.url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<i>x" not in page


def test_many_slow_quotations_take_little_time(comment, people, as_):
    said = comment("a " * 9_990)
    quotes = [f"{said.pk}:" + "a " * (3_000 + number) + "b" for number in range(40)]
    started = time.process_time()
    for fields in ({"preview": "1"}, {}):
        answer = as_(people.bo).post(f"/c/{said.pk}/reply", {"text": "A remark.", "quote": quotes, **fields})
        assert answer.status_code == 422
    assert time.process_time() - started < 6
