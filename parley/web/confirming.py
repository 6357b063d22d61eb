"""Before what cannot be taken back, whoever acts says once more who he is."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import app_settings
from allauth.account.internal.flows import reauthentication
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase

from parley.people.queries import actor_of, viewer_of
from parley.web.answers import private_page

Page = Callable[..., HttpResponseBase]


def confirmed_lately(view: Page) -> Page:
    """For a page of somebody signed in: asks for his password, a passkey, or a code, unless he gave one in the last five minutes,
    signing in or since. A form that was sent is kept meanwhile and goes on by itself. Put it below `takes`.
    """

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        has_something = bool(reauthentication.get_reauthentication_flows(actor_of(request)))
        if has_something and not (came_lately(request) or reauthentication.did_recently_reauthenticate(request)):
            raise ReauthenticationRequired  # allauth's middleware leads there and back
        return confirmed_elsewhere(view)(request, **kwargs)

    return asked


def confirmed_elsewhere(view: Page) -> Page:
    """For pages of allauth's, which ask by themselves, but not who signs in only elsewhere: he signs in there once more."""

    @wraps(view)
    def asked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        actor = viewer_of(request)
        if actor and not reauthentication.get_reauthentication_flows(actor) and not came_lately(request, "socialaccount"):
            return private_page(request, "account/again.html", next=request.get_full_path())
        return view(request, **kwargs)

    return asked


def came_lately(request: HttpRequest, *methods: str) -> bool:
    """Signed in by one of these, without which by what could be asked for again. Who signs in only elsewhere has nothing to give here
    but a new sign-in.
    """
    wanted = methods or ("password", "mfa")
    times = [each["at"] for each in get_authentication_records(request, actor_of(request)) if each["method"] in wanted]
    return bool(times) and time.time() - max(times) < app_settings.REAUTHENTICATION_TIMEOUT
