"""The language of an answer: found before a page is made, and said with it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from parley.base.languages import COOKIE, LANGUAGES, asked_for, spoken
from parley.people.queries import viewer_of
from parley.web.packing import WORDS


class Speaks:
    """Without a session the browser's `Accept-Language` decides, or a cookie that names nobody; with one, what the member chose.

    What a cookie decided is kept by no shared cache: `Vary: Cookie` would make every page one's own, and without either a cache
    could hand it to others (docs/decisions/0027).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(COOKIE)
        chosen = chosen if chosen in LANGUAGES else None
        with translation.override(chosen or asked_for(request.headers.get("Accept-Language"))):
            response = self.get_response(request)
            if response.status_code == 304 or response.headers.get("Content-Type", "").startswith(WORDS):
                response.headers.setdefault("Content-Language", spoken())
                patch_vary_headers(response, ["Accept-Language"])
                if chosen:
                    response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def speak_as_chosen(request: HttpRequest) -> None:
    """What somebody signed in chose goes with him to every device."""
    viewer = viewer_of(request)
    if viewer is not None and viewer.language in LANGUAGES:
        translation.activate(viewer.language)


def remember(response: HttpResponseBase, code: str) -> None:
    """In this browser, for a year."""
    is_secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, code, max_age=365 * 86400, secure=is_secure, httponly=True, samesite="Lax")
