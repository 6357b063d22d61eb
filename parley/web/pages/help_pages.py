"""Help: the documents for members, mods, owners, and operators, in the site that they are about."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from parley.base.keys import shows
from parley.base.languages import spoken
from parley.web import manual
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import kept_page, open_page


@kept_page()
@takes("GET")
def contents(request: HttpRequest) -> HttpResponseBase:
    shows(request, "site")
    return page(request, "help.html", parts=manual.documents())


@kept_page()
@takes("GET")
def document(request: HttpRequest, name: str) -> HttpResponseBase:
    found = manual.document(name, spoken())
    shows(request, "site")
    return page(request, "help_page.html", document=found, is_translated=found.language == spoken())


@open_page
@takes("GET")
def picture(request: HttpRequest, name: str) -> HttpResponseBase:  # noqa: ARG001 -- the same for everybody
    return HttpResponse(manual.picture(name), content_type="image/png")
