"""Signing in elsewhere: the way there and the way back. Allauth's pages, which ask our stricter adapter."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import HttpRequest, HttpResponseBase
from requests import RequestException

from parley.base.refusals import NotThere
from parley.people.openid import OpenID, understood
from parley.web.answers import private_page
from parley.web.confirming import confirmed_elsewhere
from parley.web.methods import takes
from parley.web.opening import door_page
from parley.web.pages.account_adapters import failed


def _provider(request: HttpRequest, provider_id: str) -> Any:
    try:
        return get_adapter().get_provider(request, provider_id)
    except (SocialApp.DoesNotExist, SocialApp.MultipleObjectsReturned):
        raise NotThere from None


def _shown(page: Any, request: HttpRequest, adapter: OpenID) -> HttpResponseBase:
    answer: HttpResponseBase = page.adapter_view(adapter)(request)
    return answer


def _failed(request: HttpRequest, provider: Any, error: Exception) -> HttpResponseBase:
    answer: HttpResponseBase = failed(request, provider.name, error)
    return answer


@door_page
@takes("GET", "POST")
def leave(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """To connect another one is to add a way in, so who signs in only elsewhere says first who he is."""
    is_connecting = "connect" in {request.POST.get("process"), request.GET.get("process")}
    return (confirmed_elsewhere(_leave) if is_connecting else _leave)(request, provider_id=provider_id)


def _leave(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Asks first; then a page of our own leads on, since a form may lead to this site only (the policy of its pages)."""
    provider, adapter = _provider(request, provider_id), OpenID(request, provider_id)
    try:
        with understood():
            if request.method == "POST":
                _ = adapter.openid_config
            answer = _shown(OAuth2LoginView, request, adapter)
    except (OAuth2Error, RequestException) as error:
        return _failed(request, provider, error)
    if answer.status_code != 302:
        return answer
    going = private_page(request, "socialaccount/going.html", name=provider.name, address=answer.headers["Location"])
    going.headers["Refresh"] = f"0; url={answer.headers['Location']}"
    return going


@door_page
@takes("GET")
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    provider = _provider(request, provider_id)
    try:
        return _shown(OAuth2CallbackView, request, OpenID(request, provider_id))
    except (OAuth2Error, RequestException) as error:
        return _failed(request, provider, error)
