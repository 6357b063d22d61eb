"""Every part in every state, for whoever builds pages."""

from django.http import HttpRequest, HttpResponseBase

from parley.web import samples
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.opening import open_page


@open_page
@takes("GET")
def patterns(request: HttpRequest) -> HttpResponseBase:
    return page(request, "patterns.html", s=samples)
