"""What an answer says to the front of what it shows."""

from django.http import HttpRequest

ASKED = "parley.keys"
"""The front puts an empty set under this name into what WSGI calls the environment."""


def shows(request: HttpRequest, *keys: str) -> None:
    """Keys of everything on the page: when one of them is touched, it is made anew. A page without any is not kept."""
    asked: set[str] | None = request.META.get(ASKED)
    if asked is not None:
        asked.update(keys)
