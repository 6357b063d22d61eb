"""oEmbed 1.0 (oembed.com): what another site shows of a link to a discussion."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from parley.base.keys import shows
from parley.base.refusals import NotThere
from parley.feeds.answers import opened
from parley.feeds.shapes import host, whole
from parley.people.queries import viewer_of
from parley.seeds.queries import seed_for

OURS = re.compile(r"/s/(\d{1,18})(?:/[\w-]*)?(?:[?#].*)?", re.ASCII)


def oembed(request: HttpRequest) -> HttpResponse:
    """`url`: of a discussion here; 404 for anything else. Of the two forms that are known we write JSON; 501 says so."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("This site answers in JSON.\n", status=501, content_type="text/plain; charset=utf-8")
    asked = _seed_id(request.GET.get("url", ""))
    if asked is None:
        raise NotThere
    seed = seed_for(viewer_of(request), asked)
    shows(request, f"seed/{seed.pk}", f"group/{seed.group_id}")
    said: dict[str, Any] = {
        "version": "1.0", "type": "link", "title": seed.headline, "provider_name": host(), "provider_url": whole("/"),
        "author_name": seed.seeder.name, "cache_age": 300,
    }  # fmt: skip
    return JsonResponse(said | ({"author_url": whole(seed.seeder.url)} if seed.seeder.url else {}))


def _seed_id(url: str) -> int | None:
    found = OURS.fullmatch(url.removeprefix(settings.ADDRESS)) if url.startswith(f"{settings.ADDRESS}/") else None
    return int(found[1]) if found else None


opened(oembed, url=lambda url: _seed_id(url) is not None, format=bool)
