"""What every request passes: headers, its length, who is asking, and refusals as pages."""

from collections.abc import Callable
from typing import Any, NoReturn

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import redirect
from django.utils.http import urlencode

from parley.base.refusals import Refusal
from parley.people.signing_in import signed_in
from parley.web import packing
from parley.web.content_policy import POLICY
from parley.web.pages import problems
from parley.web.speaking import speak_as_chosen

Answer = Callable[[HttpRequest], HttpResponseBase]


class Headers:
    """Security headers, and caching: what is the same for all may be kept and asked about again; the rest is one's own."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if not response.has_header("Cache-Control"):
            whose = "private" if has_session(request) else "public"
            response.headers["Cache-Control"] = f"{whose}, no-cache"
        return response


class Packed:
    """Answers compressed as the browser likes it best, unless they come so."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        return packing.compress(request, response) if isinstance(response, HttpResponse) else response


class AskedAgain(ConditionalGetMiddleware):
    """What is the same for all can be asked about again. A page for one reader has a token in it and is never the same."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        is_own = has_session(request) and response.headers.get("Content-Type", "").startswith("text/html")
        return response if is_own else super().process_response(request, response)


class Fits:
    """A body longer than any form is refused everywhere alike, before anything reads it or asks for a token. Forms with a file
    are left to the parser, which bounds their fields, and to `uploads.Bounded`.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        is_form_with_file = request.content_type == "multipart/form-data"
        if not is_form_with_file and length.isdecimal() and int(length[:12]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return problems.too_much(request)
        return self.get_response(request)


class WhoIsAskingError(AttributeError):
    """A page that is the same for all asked who reads it."""


class Nobody:
    """Stands where the session stood. Reading it is the bug."""

    accessed = modified = False

    def is_empty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> NoReturn:
        raise WhoIsAskingError(name)


def has_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


class Viewer:
    """`request.viewer`: the person signed in, or None. Closed unless said open: pages that are not open ask to sign in.

    An open page asked for without a session cookie gets `Nobody` for session and user, so that it cannot differ.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: Any,
        view: Callable[..., Any],
        args: tuple[Any, ...],  # noqa: ARG002 -- Django's signature
        kwargs: dict[str, Any],  # noqa: ARG002
    ) -> HttpResponseBase | None:
        if view.__module__.startswith("allauth.") or getattr(view, "is_door", False):
            request.viewer = signed_in(request) if has_session(request) else None
            speak_as_chosen(request)
            return None
        is_open = getattr(view, "is_open", False)
        if not has_session(request):
            request.viewer = None
            if is_open:
                request.session = request.user = Nobody()
                return None
        else:
            request.viewer = signed_in(request)
            speak_as_chosen(request)
        if is_open or request.viewer is not None:
            return None
        if request.method == "POST":
            return problems.signed_out_while_writing(request)
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")


class Refusals:
    """A refusal that a page did not turn into a form of its own becomes a page with its sentence and status."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return problems.refused(request, exception) if isinstance(exception, Refusal) else None
