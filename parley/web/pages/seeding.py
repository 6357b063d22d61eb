"""Bringing an article: by its address, as a saved page, or as pasted text."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from parley.base.cleaning import clean, clean_line
from parley.base.refusals import Refusal
from parley.people.queries import actor_of
from parley.seeds import readings
from parley.seeds.reading import Brought
from parley.web.methods import takes
from parley.web.pages.preview import first_preview
from parley.web.pages.seed_form import Filled, form
from parley.web.pages.shared import Shared, carried, shared, unpacked

WAYS = ("address", "file", "text")


@takes("GET", "POST")
def seed_new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return form(request, filled_by(shared(request.GET), clean_line(request.GET.get("group", "")[:100])))
    filled = _filled(request)
    try:
        reading, notes = readings.read(person=actor_of(request), brought=filled.brought, at=timezone.now())
    except Refusal as refusal:
        return form(request, filled, refusal)
    return first_preview(request, reading, filled.group, notes, filled.remark)


def filled_by(shared: Shared, group: str = "") -> Filled:
    """The form with what was handed over: words alone are an article's text, beside an address or a page they are a remark. Raises
    `TooLarge`.
    """
    has_article = bool(shared.address or shared.page)
    way = "file" if shared.page else "text" if shared.words and not has_article else "address"
    brought = Brought(way=way, address=shared.address, text="" if has_article else shared.words, headline=shared.headline)
    return Filled(brought=brought, group=group, remark=shared.words if has_article else "", carried=carried(shared.page))


def _filled(request: HttpRequest) -> Filled:
    form, file = request.POST, request.FILES.get("page")
    way, page = form.get("way", ""), unpacked(form.get("carried", ""))
    address = form.get("text_url" if way == "text" else "url", "")
    brought = Brought(
        way=way if way in WAYS else "address", address=clean_line(address[:5_000]),
        page=file.read() if file else page or None,
        text=clean(form.get("text", "")), headline=clean_line(form.get("headline", "")[:1_000]),
        source=clean_line(form.get("source", "")[:1_000]),
    )  # fmt: skip
    return Filled(
        brought=brought, group=clean_line(form.get("group", "")[:100]), remark=clean(form.get("remark", "")).strip(),
        carried=form.get("carried", "") if page else "",
    )  # fmt: skip
