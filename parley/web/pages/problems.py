"""What is shown when something cannot be done: a kind sentence, the right status, and nothing typed is lost."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

from parley.base.refusals import Refusal
from parley.web.answers import page
from parley.web.opening import open_page
from parley.web.rows.places import AsideRow, KeptRow, ProblemRow

TITLES = {
    400: "This could not be read",
    403: "Not open to you",
    404: "Nothing here",
    409: "Something changed meanwhile",
    413: "Too long",
    422: "Not yet",
    429: "Too fast",
    500: "This went wrong on our side",
}
HIDDEN = {"csrfmiddlewaretoken"}


def problem(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    row = ProblemRow(
        status=status,
        title=TITLES.get(status, "This did not work"),
        sentence=sentence,
        ways=(AsideRow(label="To the front page", url="/"),),
    )
    return page(request, "problem.html", status=status, problem=row)


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(request, refusal.status, refusal.sentence)


def signed_out_while_writing(request: HttpRequest) -> HttpResponse:
    """A form that arrived without its session: the text is shown and can be sent again after signing in."""
    return _kept(
        request, 403, "You were signed out while you wrote. Your text is safe: sign in below, then send it again."
    )


@open_page
def form_grew_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django names the reason
    """Django's answer to a missing or old form token. Only a form of this site's own pages is offered to be sent again."""
    if not _is_ours(request):
        return problem(request, 403, "This form did not come from a page of this site, so it was not accepted.")
    return _kept(request, 403, "This form had grown old. Your text is safe: look at it, then send it again.")


def _is_ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin" and (
        urlsplit(origin).netloc in {request.get_host(), urlsplit(settings.ADDRESS).netloc}
    )


def _kept(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    fields: list[tuple[str, Any]] = [
        (name, value) for name, values in request.POST.lists() for value in values if name not in HIDDEN
    ]
    shown = next((value for name, value in fields if name in {"text", "prose", "remark"}), "")
    sign_in = f"{settings.LOGIN_URL}?{urlencode({'next': request.path})}"
    row = KeptRow(
        action=request.get_full_path(),
        fields=tuple(each for each in fields if each[0] not in {"password"}),
        text=shown,
        sign_in_url=sign_in,
        sentence=sentence,
    )
    return page(request, "kept.html", status=status, kept=row)


@open_page
def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(request, 404, "There is nothing here, or it is not open to you.")


@open_page
def not_read(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return problem(request, 400, "This request could not be read. Nothing was changed.")


@open_page
def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return problem(request, 403, "This is not open to you.")


@open_page
def went_wrong(request: HttpRequest) -> HttpResponse:
    return problem(
        request, 500, "This went wrong on our side. Nothing you typed is lost: go back, and try again in a while."
    )
