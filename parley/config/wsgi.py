"""Django by itself, for any WSGI server: everything works without the front, only slower."""

import os

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import parse_cookie
from django.urls import get_resolver
from django.utils.functional import cached_property

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
django.setup(set_prefix=False)


class PlainRequest(WSGIRequest):
    """Read as UTF-8, which is what our pages send, whatever the request says of itself: any other name would choose among all of
    Python's codecs, and some of those raise, unpack, or make half characters. Cookies hold what can be looked for in a database.
    """

    @property
    def encoding(self) -> str | None:
        return None

    @encoding.setter
    def encoding(self, said: str | None) -> None:
        """Passed over."""


    @cached_property
    def COOKIES(self) -> dict[str, str]:  # type: ignore[override] # noqa: N802 -- as Django has it
        return {name: value for name, value in parse_cookie(self.META.get("HTTP_COOKIE", "")).items() if value.isprintable()}


class Site(WSGIHandler):
    request_class = PlainRequest


application = Site()
get_resolver().url_patterns  # noqa: B018 -- imports every page, for which the first reader would wait
