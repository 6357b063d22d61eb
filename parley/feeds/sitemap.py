"""What there is for search engines (sitemaps.org, 0.9): every discussion of the groups that are open to everybody; and robots.txt."""

from collections.abc import Iterable
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.http import HttpRequest, HttpResponse
from django.utils.xmlutils import SimplerXMLGenerator

from parley.base.keys import shows
from parley.base.refusals import NotThere
from parley.feeds.answers import opened
from parley.feeds.shapes import whole
from parley.groups.queries import groups_for
from parley.seeds.queries import keys_open, last_key

SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
AT_ONCE = 10_000
"""Discussions in a file, by their keys; 50,000 would be allowed."""
PAGES = ("/", "/newest", "/discussed", "/g", "/log", "/rules", "/figures", "/help")
CLOSED = ("/account/", "/mine", "/own/", "/drafts/", "/notices", "/record", "/seed/", "/tracker", "/*?")


def index(request: HttpRequest) -> HttpResponse:
    """A file with the pages of groups, and one for every ten thousand keys of discussions."""
    shows(request, "front", "groups")
    files = ["/sitemap-pages.xml", *(f"/sitemap-{number}.xml" for number in range(last_key() // AT_ONCE + 1))]
    return _answer("sitemapindex", "sitemap", files)


def pages(request: HttpRequest) -> HttpResponse:
    shows(request, "groups")
    ends = ("", "/rules", "/log", "/figures")
    return _answer("urlset", "url", [*PAGES, *(f"{each.group.url}{end}" for each in groups_for(None) for end in ends)])


def discussions(request: HttpRequest, number: int) -> HttpResponse:
    if number > last_key() // AT_ONCE:
        raise NotThere
    shows(request, "front", "groups")
    found = keys_open(start=number * AT_ONCE, end=(number + 1) * AT_ONCE)
    return _answer("urlset", "url", (f"/s/{key}/{slug}" if slug else f"/s/{key}" for key, slug in found))


def robots(request: HttpRequest) -> HttpResponse:
    shows(request, "site")
    said = ["User-agent: *", *(f"Disallow: {each}" for each in CLOSED), "", f"Sitemap: {whole('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(said), content_type="text/plain; charset=utf-8")


def _answer(root: str, each: str, paths: Iterable[str]) -> HttpResponse:
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": SPACE}))
    for path in paths:
        xml.startElement(each, AttributesImpl({}))
        xml.addQuickElement("loc", whole(path))
        xml.endElement(each)
    xml.endElement(root)
    return HttpResponse(out.getvalue(), content_type="application/xml; charset=utf-8")


for _view in (index, pages, discussions, robots):
    opened(_view)
