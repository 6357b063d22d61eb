"""Finished pages as readers get them, from four processes, on both databases."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import brotli
import httpx
import psycopg
import pytest
import zstandard

from tests.edge.conftest import SEED, token_in
from tests.edge.small import WORDS
from tests.pictures import halves, packed

MANY = 24
"""Fresh connections, which four processes share: each is asked often."""


def test_the_same_bytes_in_every_encoding(small):
    plain = small.get(Accept_Encoding="identity")
    assert plain.headers["content-length"] == str(len(plain.content))
    tags = {plain.headers["etag"]}
    for encoding, unpacked in {"gzip": None, "br": brotli.decompress, "zstd": zstandard.ZstdDecompressor().decompress}.items():
        with httpx.stream("GET", small.address + SEED, headers={"Accept-Encoding": encoding}) as answer:
            assert answer.headers["content-encoding"] == encoding
            raw = b"".join(answer.iter_raw()) if unpacked else b"".join(answer.iter_bytes())
        assert (unpacked(raw) if unpacked else raw) == plain.content
        tags.add(answer.headers["etag"])
    assert len(tags) == 4
    assert plain.headers["vary"] == "Accept-Encoding, Accept-Language"
    assert plain.headers["cache-control"] == "public, no-cache"
    assert "content-security-policy" in plain.headers
    assert "set-cookie" not in plain.headers


def test_asking_again_for_what_one_has(small):
    tag = small.get().headers["etag"]
    for said in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = small.get(If_None_Match=said)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert small.get(If_None_Match='"other"').status_code == 200
    head = httpx.head(small.address + SEED)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)
    part = small.get(Range="bytes=0-9")
    assert part.status_code == 200
    assert len(part.content) > 1000


def test_who_has_no_session_gets_what_everybody_gets(small):
    everybody = small.get()
    assert small.get(Cookie="theme=dark; csrftoken=x").content == everybody.content
    for made_up in ("?utm_source=x", "?x=1&x=2", "?order=&after=", "?" + "y" * 300):
        assert small.get(SEED + made_up).content == everybody.content
    assert small.get(f"{SEED}?order=votes").content != everybody.content
    assert small.get(Host="elsewhere.example").status_code == 400
    with small.signed_in("ada") as ada:
        own = ada.get(SEED)
    assert own.headers["cache-control"].startswith("private")
    assert own.text != everybody.text


def test_each_language_is_kept_apart(small):
    for _ in range(2):
        for said, cookie, found, caching in (
            ("de", "", "de", "public"), ("ar-EG, en;q=0.4", "", "ar", "public"), ("", "language=de", "de", "private"),
            ("de", "a=b; language=ar", "ar", "private"), ("fr", "language=xx-nonsense", "en", "public"),
            ("x" * 3000 + ",de", "language=" + "de" * 1000, "en", "public"),
        ):  # fmt: skip
            page = small.get(Accept_Language=said, **({"Cookie": cookie} if cookie else {}))
            assert f'<html lang="{found}"' in page.text
            assert page.headers["content-language"] == found
            assert page.headers["cache-control"] == f"{caching}, no-cache"
            assert page.headers["vary"] == "Accept-Encoding, Accept-Language"
            again = small.get(Accept_Language=said, If_None_Match=page.headers["etag"], **({"Cookie": cookie} if cookie else {}))
            assert (again.status_code, again.headers["cache-control"]) == (304, f"{caching}, no-cache")
    assert small.get(Accept_Language="ar", If_None_Match=small.get().headers["etag"]).status_code == 200


def test_what_is_not_there_is_not_there(small):
    assert small.get("/s/999/no-such").status_code == 404
    assert small.get("/s/2/a-glacier-lake-drained").status_code == 404  # a private group's
    assert small.get("/s/1").headers["location"] == SEED
    assert small.get("/s/1?utm_source=x").status_code == 301
    with small.signed_in("bo") as bo:
        assert bo.get("/s/2/a-glacier-lake-drained").status_code == 200
    assert small.get("/s/2/a-glacier-lake-drained").status_code == 404


def seen_by_many(small, path: str = SEED) -> list[str]:
    """In every language, each of which is kept apart."""
    found = [small.get(path, Accept_Language=("en", "de", "ar")[turn % 3]) for turn in range(MANY)]
    assert {each.status_code for each in found} == {200}
    return [each.text for each in found]


def cut_and_give_back(small):
    """mo removes ada's comment, everybody looks; mo undoes it, everybody looks."""
    assert all(text.count(WORDS) == 2 for text in seen_by_many(small))
    with small.signed_in("mo") as mo:
        form = mo.get("/c/1/cut").text
        ruled = mo.post("/c/1/cut", data={**fields_of(form), "what": "remove", "line": "1", "csrfmiddlewaretoken": token_in(form)})
        assert ruled.status_code == 302, ruled.text
        for path in (SEED, "/m/ada?show=comments", "/s/1/feed.atom", "/c/1/history"):
            assert not any(WORDS in text for text in seen_by_many(small, path)), path
        entry = mo.get(re.findall(r'href="(/log/\d+)"', mo.get("/log").text)[0]).text
        undo = re.search(r"/rulings/\d+/undo", entry)[0]
        assert mo.post(undo, data={"csrfmiddlewaretoken": token_in(entry)}).status_code == 302
    assert all(text.count(WORDS) == 2 for text in seen_by_many(small))


def fields_of(form: str) -> dict[str, str]:
    """Hidden ones, as they came."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def test_once_a_cut_is_answered_nobody_gets_the_words(small):
    cut_and_give_back(small)


def test_nor_its_picture(small):
    with small.signed_in("bo") as bo:
        form = bo.get("/s/1/reply").text
        said = {**fields_of(form), "text": "Look.", "alt1": "A lake", "anyway": "1", "csrfmiddlewaretoken": token_in(form)}
        posted = bo.post("/s/1/reply", data=said, files={"picture1": ("shot.jpg", packed(halves()), "image/jpeg")})
        assert posted.status_code == 302, posted.text
    key = re.search(r"\d+$", posted.headers["location"])[0]
    addresses = set(re.findall(r"/p/[0-9a-f-]{36}(?:/small)?", small.get().text))
    assert len(addresses) == 2
    for path in addresses:
        assert [small.get(path).status_code for _ in range(MANY)] == [200] * MANY
    with small.signed_in("mo") as mo:
        form = mo.get(f"/c/{key}/cut").text
        sent = {**fields_of(form), "what": "remove", "line": "1", "csrfmiddlewaretoken": token_in(form)}
        assert mo.post(f"/c/{key}/cut", data=sent).status_code == 302
    for path in addresses:
        assert [small.get(path).status_code for _ in range(MANY)] == [404] * MANY


def test_nor_when_connections_were_dropped_meanwhile(small):
    if not small.database:
        pytest.skip("a file has no connections to drop")
    seen_by_many(small)
    with ThreadPoolExecutor(16) as readers:  # so that every thread of every process has had a connection
        list(readers.map(lambda _: small.get("/g/astronomy/rules"), range(200)))
    with psycopg.connect(small.database, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    began = time.monotonic()
    seen_by_many(small, "/g/astronomy/rules")
    assert time.monotonic() - began < 10
    cut_and_give_back(small)


def test_a_new_comment_is_there(small):
    seen_by_many(small, "/")
    before = int(re.search(r"(\d+) comments", small.get("/").text)[1])
    with small.signed_in("bo") as bo:
        form = bo.get("/s/1/reply").text
        said = {**fields_of(form), "text": "A new remark of bo.", "anyway": "1", "csrfmiddlewaretoken": token_in(form)}
        assert bo.post("/s/1/reply", data=said).status_code == 302
    for path in (SEED, "/", "/g/astronomy", "/m/bo?show=comments", f"{SEED}?order=newest"):
        seen = seen_by_many(small, path)  # whoever asks first gets it anew, who asks meanwhile the last one
        *_, last = (text for text in seen if 'lang="en"' in text[:200])
        assert f"{before + 1} comments" in last or "A new remark of bo." in last, path
