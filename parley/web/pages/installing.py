"""What a phone or computer asks for to install the site: a manifest, a worker, and the page for when the network is gone."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse

from parley.base.keys import shows
from parley.base.languages import LANGUAGES, direction, spoken, spoken_to
from parley.base.saying import say
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages.shared import ENDINGS, KINDS
from parley.web.templating import static

ICONS = (("192.png", "192x192", "any"), ("512.png", "512x512", "any"), ("maskable.png", "512x512", "maskable"))
SHEETS = ("style/ground.css", "style/places.css", "behaviours/offline.js", "icon.svg")
"""Everything that the page without a network loads, and nothing that is about anybody."""


def _language_of(request: HttpRequest) -> str:
    """Browsers and workers fetch some things without cookies, and name the language of the page that asked for them."""
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else spoken()


@kept_page(language=LANGUAGES.__contains__)
@takes("GET")
def manifest(request: HttpRequest) -> HttpResponseBase:
    """W3C Web Application Manifest. It knows one pair of colours, those of light; the pages name both (`theme-color`)."""
    shows(request, "site")
    language = _language_of(request)
    with spoken_to(language):
        said = json.dumps(_manifest(), indent=1)
    return HttpResponse(said, content_type="application/manifest+json", headers={"Content-Language": language})


def _manifest() -> dict[str, Any]:
    return {
        "id": "/", "name": "Parley", "short_name": "Parley", "lang": spoken(), "dir": direction(spoken()), "start_url": "/",
        "description": say("A place to discuss the news in which the house rules hold"), "categories": ["news", "social"],
        "scope": "/",
        "display": "standalone", "background_color": "#fffdf9", "theme_color": "#fffdf9",
        "icons": [
            {"src": static(f"icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, sizes, purpose in ICONS
        ],
        "share_target": {
            "action": reverse("share"), "method": "POST", "enctype": "multipart/form-data",
            "params": {"title": "title", "text": "text", "url": "url", "files": [{"name": "page", "accept": [*KINDS, *ENDINGS]}]},
        },
        "shortcuts": [{"name": say("Seed an article"), "url": reverse("seed_new")}],
    }  # fmt: skip


@kept_page()
@takes("GET")
def worker(request: HttpRequest) -> HttpResponseBase:
    """One worker for the page without a network and for push, since a scope has one. It is another as soon as what it keeps is."""
    shows(request, "site")
    return HttpResponse(worker_text(spoken()), content_type="text/javascript; charset=utf-8")


@kept_page(language=LANGUAGES.__contains__)
@takes("GET")
def offline(request: HttpRequest) -> HttpResponseBase:
    """The same for everybody, also with a session: it is kept in browsers that others may use."""
    shows(request, "site")
    language = _language_of(request)
    with spoken_to(language):
        return HttpResponse(render_to_string("offline.html"), headers={"Content-Language": language})


@cache
def worker_text(language: str) -> str:
    """For this language, which is spoken."""
    files = [f"{reverse('offline')}?language={language}", *(static(each) for each in SHEETS)]
    digest = hashlib.sha256("\n".join([render_to_string("offline.html"), *files]).encode()).hexdigest()[:10]
    kept = {"name": f"parley-{digest}", "page": files[0], "files": files, "notice": say("A notice for you")}
    texts = [Path(str(finders.find(f"workers/{name}.js"))).read_text() for name in ("offline", "push")]
    return "\n".join([f"const KEPT = {json.dumps(kept)};", *texts])
