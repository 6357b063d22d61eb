"""Django by itself, for any WSGI server: everything works without the front, only slower."""

import os

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
django.setup(set_prefix=False)


class Utf8Request(WSGIRequest):
    """Read as UTF-8, which is what our pages send, whatever the request says of itself: any other name would choose among all of
    Python's codecs, and some of those raise, unpack, or make half characters.
    """

    @property
    def encoding(self) -> str | None:
        return None

    @encoding.setter
    def encoding(self, said: str | None) -> None:
        """Passed over."""


class Site(WSGIHandler):
    request_class = Utf8Request


application = Site()
