"""Every part in every state, for whoever builds pages."""

from django.http import HttpRequest, HttpResponse

from parley.web import samples
from parley.web.answers import page
from parley.web.opening import open_page


@open_page
def patterns(request: HttpRequest) -> HttpResponse:
    return page(request, "patterns.html", s=samples)
