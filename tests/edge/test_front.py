"""The front and Django behind it, served by Granian as in production."""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.server import served


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with served(tmp_path_factory.mktemp("front") / "home") as running:
        yield running


def test_pages_and_static_files_are_answered(site):
    front = httpx.get(site.address)
    assert front.status_code == 200
    sheet = re.search(r'href="(/static/[^"]+\.css[^"]*)"', front.text)[1]
    assert httpx.get(site.address + sheet).headers["content-type"].startswith("text/css")
    assert httpx.head(site.address).status_code == 200
    assert httpx.get(f"{site.address}/nowhere").status_code == 404


def test_a_post_with_a_body_is_read(site):
    with httpx.Client(base_url=site.address, follow_redirects=True, headers={"Origin": site.address}) as browser:
        form = browser.get("/account/signup/").text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        answer = browser.post(
            "/account/signup/",
            data={
                "csrfmiddlewaretoken": token,
                "username": "wren",
                "email": "wren@parley.example",
                "password1": "a long red box",
            },
        )
        assert answer.status_code == 200
        assert "wren" in answer.text


def test_a_body_that_is_too_long_gets_a_sentence(site):
    answer = httpx.post(f"{site.address}/account/login/", data={"login": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "<h1" in answer.text


def test_a_foreign_host_is_refused_with_a_page(site):
    assert httpx.get(site.address, headers={"Host": "elsewhere.example"}).status_code == 400


def test_many_at_once(site):
    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(lambda _: httpx.get(site.address, timeout=30).status_code, range(64)))
    assert statuses == [200] * 64
