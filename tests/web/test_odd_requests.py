"""Requests that no browser sends: each gets a page and a status below 500."""

from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest

pytestmark = pytest.mark.django_db
CODECS = ["rot13", "hex", "zlib", "unicode_escape", "raw_unicode_escape", "punycode", "undefined", "utf-16", "nonsense"]
ODD = ["http://[odd", "http://[::1", "//", "null", "http://\u2100.example", "http://a:b:c/"]


def knock(path: str, kind: str = "", body: bytes = b"", method: str = "GET", cookie: str = "") -> tuple[int, str]:
    """Status and page as the server gets them; the test client would make its own request."""
    from parley.config.wsgi import application

    address, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": address, "QUERY_STRING": query, "CONTENT_TYPE": kind, "HTTP_HOST": "testserver",
        "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body), "HTTP_COOKIE": cookie,
    }  # fmt: skip
    setup_testing_defaults(environ)
    response = application.get_response(application.request_class(environ))  # the signals around it close connections
    return response.status_code, response.content.decode()


@pytest.mark.parametrize("codec", CODECS)
def test_whatever_a_request_says_of_its_characters_it_is_read_as_utf_8(seed, codec):
    kind = f"text/plain; charset={codec}"
    for path in (f"{seed.group.url}/search?q=%5Cud800+%C3%A9", "/rules?try=%5Cud800+%C3%A9"):
        status, page = knock(path, kind)
        assert status == 200, path
        assert "\\ud800 é" in page
    body = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nA \\ud800 \xc3\xa9\r\n--b--\r\n'
    for form in ("multipart/form-data; boundary=b", "application/x-www-form-urlencoded"):
        assert knock(f"/s/{seed.pk}/reply", f"{form}; charset={codec}", body, "POST")[0] == 403


@pytest.mark.database
@pytest.mark.parametrize("value", ['"\\000aaaaaaaaaaaaaaaa"', '"\\355\\240\\200aaaaaaaa"', "a" * 5_000, "\xff\xfeaaaaaaaa"])
def test_a_session_that_cannot_be_one_is_none(seed, value):
    for path in ("/", seed.url, "/account/login/"):
        assert knock(path, cookie=f"sessionid={value}; csrftoken={value}")[0] == 200
    assert knock("/seed", cookie=f"sessionid={value}")[0] == 302


@pytest.mark.parametrize("address", ODD)
@pytest.mark.parametrize("header", ["referer", "origin"])
def test_a_form_from_an_address_that_is_none_is_refused(as_, people, seed, header, address):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    for target in (f"/s/{seed.pk}/reply", "/account/login/", f"{seed.group.url}/leave"):
        assert strict.post(target, {"text": "A remark."}, headers={header: address}).status_code == 403
    assert as_(None).post(f"/s/{seed.pk}/reply", {"text": "A remark."}, headers={header: address}).status_code == 403
