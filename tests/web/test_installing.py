"""What installs the site: a manifest whose files are there, and a worker that keeps nothing of anybody."""

import json
import re
from contextlib import closing
from io import BytesIO

import pytest
from PIL import Image

pytestmark = pytest.mark.django_db


def whole(answer):
    """Of an answer, whose file is closed by that."""
    with closing(answer):
        return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_manifest_names_what_is_there(as_):
    answer = as_(None).get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    said = json.loads(answer.content)
    assert {"name", "short_name", "start_url", "display", "theme_color", "background_color"} <= said.keys()
    assert '<link rel="manifest" href="/manifest.webmanifest?language=en">' in as_(None).get("/").content.decode()
    wanted = {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    assert {(each["sizes"], each["purpose"]) for each in said["icons"]} == wanted
    for each in said["icons"]:
        drawn = Image.open(BytesIO(whole(as_(None).get(each["src"]))))
        assert "{}x{}".format(*drawn.size) == each["sizes"]
        assert (drawn.convert("RGBA").getpixel((0, 0))[3] == 255) == (each["purpose"] == "maskable")


def test_the_worker_keeps_static_files_and_a_page_of_nobodys(as_, people):
    answer = as_(people.ada).get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    kept = json.loads(re.match(r"const KEPT = (.+);\n", answer.content.decode())[1])
    assert kept["page"] == "/offline?language=en"
    assert all(each == kept["page"] or re.fullmatch(r"/static/.+\?v=[0-9a-f]{10}", each) for each in kept["files"])
    assert all(whole(as_(None).get(each)) for each in kept["files"])
    page = as_(None).get(kept["page"]).content.decode()
    assert as_(people.ada).get(kept["page"]).content.decode() == page
    assert set(re.findall(r'(?:href|src)="(/static[^"]+)"', page)) == {*kept["files"]} - {kept["page"]}
    assert "push" in answer.content.decode()


def test_the_worker_of_somebody_keeps_the_page_in_his_language(as_, people):
    people.ada.language = "ar"
    people.ada.save()
    kept = json.loads(re.match(r"const KEPT = (.+);\n", as_(people.ada).get("/sw.js").content.decode())[1])
    page = as_(None).get(kept["page"]).content.decode()  # as workers fetch it: without cookies
    assert '<html lang="ar" dir="rtl">' in page
    assert as_(None).get("/offline?language=xx").content == as_(None).get("/offline").content
    for path in ("/offline?language=ar", "/manifest.webmanifest?language=ar"):
        assert as_(None).get(path, headers={"Accept-Language": "de"})["Content-Language"] == "ar", path
