"""Which methods a page takes; any other gets a sentence and 405."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from parley.web.pages import problems

Page = Callable[..., HttpResponseBase]


def takes(*methods: str) -> Callable[[Page], Page]:
    """`HEAD` goes with `GET`."""
    taken = {*methods, *({"HEAD"} if "GET" in methods else ())}

    def around(view: Page) -> Page:
        @wraps(view)
        def checked(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            if request.method in taken:
                return view(request, **kwargs)
            answer = problems.problem(request, 405, "This address cannot be used in that way. Nothing was changed.")
            answer.headers["Allow"] = ", ".join(sorted(taken))
            return answer

        return checked

    return around
