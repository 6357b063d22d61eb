"""Bringing an article: by its address, as a saved page, or as pasted text."""

import re
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from parley.base.cleaning import clean, clean_line
from parley.base.fetching import Reason, Refused
from parley.base.refusals import Invalid, Refusal
from parley.groups import queries as groups
from parley.people.queries import actor_of
from parley.seeds import readings
from parley.seeds.reading import Brought
from parley.web import rows
from parley.web.answers import page
from parley.web.methods import takes
from parley.web.pages.preview import first_preview
from parley.web.pages.preview_rows import group_field

if TYPE_CHECKING:
    from django.http import QueryDict

WAYS = ("address", "file", "text")
_MENDED_THERE = {
    Reason.NOT_AN_ADDRESS, Reason.SCHEME, Reason.CREDENTIALS, Reason.UNKNOWN_HOST, Reason.NOT_FOUND, Reason.CROWDED,
}  # fmt: skip
"""What is mended at the address, or by waiting; for every other refusal there is pasting."""


@takes("GET", "POST")
def seed_new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, _offered(request.GET), clean_line(request.GET.get("group", "")[:100]))
    brought, group = _brought(request), clean_line(request.POST.get("group", "")[:100])
    try:
        reading, notes = readings.read(person=actor_of(request), brought=brought, at=timezone.now())
    except Refusal as refusal:
        return _form(request, brought, group, refusal)
    return first_preview(request, reading, group, notes)


def _offered(query: "QueryDict") -> Brought:
    """What a bookmarklet or a share menu hands over; phones put the address into the text."""
    url, text = clean_line(query.get("url", "")[:2_000]), clean(query.get("text", "")[:100_000]).strip()
    if not url and re.fullmatch(r"https?://\S+", text):
        url, text = text, ""
    way = "text" if text and not url else "address"
    return Brought(way=way, address=url, text=text, headline=clean_line(query.get("title", "")[:1_000]))


def _brought(request: HttpRequest) -> Brought:
    form, file = request.POST, request.FILES.get("page")
    way = form.get("way", "")
    address = form.get("text_url" if way == "text" else "url", "")
    return Brought(
        way=way if way in WAYS else "address", address=clean_line(address[:5_000]), page=file.read() if file else None,
        text=clean(form.get("text", "")), headline=clean_line(form.get("headline", "")[:1_000]),
        source=clean_line(form.get("source", "")[:1_000]),
    )  # fmt: skip


def _form(request: HttpRequest, brought: Brought, group: str, refusal: Refusal | None = None) -> HttpResponse:
    mine = groups.groups_of(actor_of(request))
    row = _row(brought, group_field(mine, group), refusal) if mine else None
    return page(request, "seed_new.html", status=refusal.status if refusal else 200, row=row)


def _row(brought: Brought, group: rows.FieldRow, refusal: Refusal | None) -> rows.SeedFormRow:
    """With the paste way opened where fetching or reading did not work out, and the sentence above."""
    at = refusal.field if isinstance(refusal, Invalid) else ""
    stays = refusal is None or getattr(refusal, "code", "") in {"empty", "too-often"} or (
        isinstance(refusal, Refused) and refusal.reason in _MENDED_THERE
    )
    beside = refusal.sentence if refusal and stays else ""
    url = rows.FieldRow(
        name="url", label="Address of the article", kind="url", value=brought.address,
        hint="This page and its picture are fetched, nothing else.", errors=(beside,) if beside and at == "url" else (),
    )  # fmt: skip
    file = rows.FieldRow(
        name="page", label="Saved page", kind="file", accept=".html,.htm,text/html", hint="An HTML file of up to 5 MB.",
        errors=(beside,) if beside and at == "page" else (),
    )  # fmt: skip
    return rows.SeedFormRow(
        action="/seed", address=url, page_file=file, pasted=_pasted(brought, beside if at == "text" else ""), group=group,
        way=brought.way if stays else "text", errors=(refusal.sentence,) if refusal else (),
    )  # fmt: skip


def _pasted(brought: Brought, error: str) -> tuple[rows.FieldRow, ...]:
    return (
        rows.FieldRow(name="headline", label="Headline", value=brought.headline),
        rows.FieldRow(name="source", label="Source", value=brought.source, hint="Who published it.", is_optional=True),
        rows.FieldRow(
            name="text_url", label="Address of the article", kind="url", value=brought.address, is_optional=True,
            hint="Nothing is fetched; it is where the article can be read.",
        ),
        rows.FieldRow(
            name="text", label="Text of the article", kind="area", rows=12, value=brought.text, errors=(error,) if error else (),
            hint="Blank lines between paragraphs.",
        ),
    )  # fmt: skip
