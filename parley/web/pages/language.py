"""Choosing the language of the pages: by a link for whoever has no session, by a button for members, whom it follows."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from parley.base.languages import known
from parley.people.queries import viewer_of
from parley.people.services import choose_language
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import door_page
from parley.web.speaking import remember


@door_page
@takes("GET", "POST")
def language(request: HttpRequest) -> HttpResponseBase:
    """`to`: one of ours; `next`: where to go then, or else back. Without `to`, all of them."""
    code = (request.POST.get("to") or request.GET.get("to", "")).strip()
    if not code:
        return page(request, "language.html", back=_back(request))
    known(code)
    viewer = viewer_of(request)
    if viewer is not None and request.method == "GET":  # a link from elsewhere changes nothing that is kept
        return page(request, "language.html", back=_back(request))
    if viewer is not None:
        choose_language(actor=viewer, code=code)
    answer = redirect(_back(request))
    remember(answer, code)
    return answer


def _back(request: HttpRequest) -> str:
    """A page of ours: the one that is named, or the one on which the link stood."""
    for where in (request.POST.get("next"), request.GET.get("next"), request.headers.get("Referer")):
        if where and url_has_allowed_host_and_scheme(where, {request.get_host()}) and "/language" not in where:
            return where
    return "/"
