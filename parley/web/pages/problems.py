"""What is shown when something cannot be done: a kind sentence, the right status, and nothing typed is lost."""

from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import urlencode

from parley.base.refusals import NOTHING_HERE, Refusal
from parley.base.saying import say
from parley.people.queries import viewer_of
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
IN_AGAIN = "You are signed in. The form had grown old meanwhile: press once more to send it."
OUT_MEANWHILE = "This form had grown old. Sign in below, then send it again."
OPEN_FOR_LONG = "This page had been open for long. Sign in if you are not, then try again."
OPEN_FOR_LONG_WITH_FILES = (
    "This page had been open for long. Sign in if you are not, then try again. A picture or file has to be chosen again."
)
WRITTEN = ("text", "prose", "remark", "pasted", "about", "grounds", "reasons", "because", "note")
"""Fields in which people write at length; the first that is filled is shown and can be changed."""


def problem(request: HttpRequest, status: int, sentence: str, *ways: AsideRow) -> HttpResponse:
    if status == 404 and request.method == "GET" and viewer_of(request) is None:
        sign_in = f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}"
        ways = (*ways, AsideRow(label=say("Sign in, if you have an account"), url=sign_in))
    return page(request, "problem.html", status=status, problem=_row(status, sentence, *ways))


def _row(status: int, sentence: str, *ways: AsideRow) -> ProblemRow:
    title = say(TITLES[status]) if status in TITLES else say("This did not work")
    front = AsideRow(label=say("To the front page"), url="/")
    return ProblemRow(status=status, title=title, sentence=say(sentence), ways=(*ways, front))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(request, refusal.status, refusal.sentence)


def too_much(request: HttpRequest) -> HttpResponse:
    return problem(request, 413, "This is more than fits into one form. Go back: what you wrote is still there to be shortened.")


def signed_out_while_writing(request: HttpRequest) -> HttpResponse:
    """A form that arrived without its session: the text is shown and can be sent again after signing in."""
    return _kept(request, say("You were signed out while you wrote. Your text is safe: sign in below, then send it again."))


@open_page
def form_grew_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django names the reason
    """Django's answer to a missing or old form token. Only a form of this site's own pages is offered to be sent again."""
    _look_who_asks(request)
    if not _is_ours(request):
        return problem(request, 403, "This form did not come from a page of this site, so it was not accepted.")
    return _kept(request, say(IN_AGAIN if viewer_of(request) else OUT_MEANWHILE))


def _look_who_asks(request: HttpRequest) -> None:
    """What the middleware does after the form's token was found good."""
    user = getattr(request, "user", None)
    if settings.SESSION_COOKIE_NAME in request.COOKIES and user is not None and user.is_authenticated:
        request.viewer = user  # type: ignore[attr-defined] # as everywhere behind the middleware


def _is_ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin" and (
        _split(origin).netloc in {request.get_host(), urlsplit(settings.ADDRESS).netloc}
    )


def _split(said: str) -> SplitResult:
    """The parts of an address that a header says; of nothing where it is none."""
    try:
        return urlsplit(said)
    except ValueError:
        return urlsplit("")


def _kept(request: HttpRequest, sentence: str) -> HttpResponse:
    """The form with everything typed, to be sent again; where nothing was written there is only the way to sign in."""
    sign_in = AsideRow(label=say("Sign in"), url=f"{settings.LOGIN_URL}?{urlencode({'next': _before(request)})}")
    main = next((name for name in WRITTEN if request.POST.get(name, "").strip()), None)
    if main is None:
        return problem(request, 403, OPEN_FOR_LONG_WITH_FILES if request.FILES else OPEN_FOR_LONG, sign_in)
    row = KeptRow(
        action=request.get_full_path(), name=main, text=request.POST[main], sentence=sentence,
        sign_in_url=None if viewer_of(request) else sign_in.url, files=tuple(request.FILES),
        fields=tuple(
            (name, value) for name, values in request.POST.lists() for value in values
            if name not in {main, "csrfmiddlewaretoken"} and "password" not in name
        ),
    )  # fmt: skip
    return page(request, "kept.html", status=403, kept=row)


def _before(request: HttpRequest) -> str:
    """The page on which the form stood, or the front page."""
    return _split(request.headers.get("Referer", "")).path or "/"


@open_page
def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    return problem(request, 404, NOTHING_HERE)


@open_page
def not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    _look_who_asks(request)
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return too_much(request)
    return problem(request, 400, "This request could not be read. Nothing was changed.")


@open_page
def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return problem(request, 403, "This is not open to you.")


@open_page
def went_wrong(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Made without the request, and so without asking who reads it: the database may be what went wrong."""
    row = _row(500, say("This went wrong on our side. Nothing you typed is lost: go back, and try again in a while."))
    return HttpResponse(render_to_string("problem.html", {"problem": row}), status=500)
