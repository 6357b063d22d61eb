"""The form that brings an article, with everything that was typed or handed over."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from parley.base.fetching import Reason, Refused
from parley.base.refusals import Invalid, Refusal
from parley.base.saying import say
from parley.groups import queries as groups
from parley.people.queries import actor_of
from parley.seeds.reading import Brought
from parley.web import rows
from parley.web.answers import page
from parley.web.content_policy import with_worker
from parley.web.pages.preview_rows import group_field

_MENDED_THERE = {
    Reason.NOT_AN_ADDRESS, Reason.SCHEME, Reason.CREDENTIALS, Reason.UNKNOWN_HOST, Reason.NOT_FOUND, Reason.CROWDED,
}  # fmt: skip
"""What is mended at the address, or by waiting; for every other refusal there is pasting."""
_STAYS = {"empty", "too-often", "too-long", "not-an-address", "no-page"}


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What the form holds. `remark` and `carried` (a page on its way, `pages/shared.py`) only where they were handed over."""

    brought: Brought
    group: str = ""
    remark: str = ""
    carried: str = ""


def form(request: HttpRequest, filled: Filled, refusal: Refusal | None = None) -> HttpResponse:
    mine = groups.groups_of(actor_of(request))
    row = _row(filled, group_field(mine, filled.group), refusal) if mine else None
    brought = filled.brought
    waits = "" if row else brought.address or brought.text or filled.remark
    return with_worker(page(request, "seed_new.html", status=refusal.status if refusal else 200, row=row, waits=waits))


def _row(filled: Filled, group: rows.FieldRow, refusal: Refusal | None) -> rows.SeedFormRow:
    """With the paste way opened where fetching or reading did not work out, and the sentence above."""
    brought, at = filled.brought, refusal.field if isinstance(refusal, Invalid) else ""
    stays = refusal is None or getattr(refusal, "code", "") in _STAYS or (
        isinstance(refusal, Refused) and refusal.reason in _MENDED_THERE
    )
    beside = refusal.sentence if refusal and stays else ""
    url = rows.FieldRow(
        name="url", label=say("Address of the article"), kind="url", value=brought.address,
        hint=say("This page and its picture are fetched, nothing else."), errors=(beside,) if beside and at == "url" else (),
    )  # fmt: skip
    return rows.SeedFormRow(
        action="/seed", address=url, page_file=_file(filled.carried, beside if at == "page" else ""), group=group,
        pasted=_pasted(brought, beside if at == "text" else ""), remark=_remark(filled.remark), carried=filled.carried,
        way=brought.way if stays else "text", errors=(refusal.sentence,) if refusal else (),
    )  # fmt: skip


def _file(carried: str, error: str) -> rows.FieldRow:
    hint = say("The page that you shared is taken, unless you choose another file." if carried else "An HTML file of up to 5 MB.")
    return rows.FieldRow(
        name="page", label=say("Saved page"), kind="file", accept=".html,.htm,text/html", hint=hint, errors=(error,) if error else ()
    )


def _remark(remark: str) -> rows.FieldRow | None:
    if not remark:
        return None
    hint = say("What you shared besides the address. It stands apart from the article’s text, and you can change it later.")
    return rows.FieldRow(name="remark", label=say("Your remark"), kind="area", rows=3, value=remark, hint=hint, is_optional=True)


def _pasted(brought: Brought, error: str) -> tuple[rows.FieldRow, ...]:
    return (
        rows.FieldRow(name="headline", label=say("Headline"), value=brought.headline),
        rows.FieldRow(name="source", label=say("Source"), value=brought.source, hint=say("Who published it."), is_optional=True),
        rows.FieldRow(
            name="text_url", label=say("Address of the article"), kind="url", value=brought.address, is_optional=True,
            hint=say("Nothing is fetched; it is where the article can be read."),
        ),
        rows.FieldRow(
            name="text", label=say("Text of the article"), kind="area", rows=12, value=brought.text, errors=(error,) if error else (),
            hint=say("Blank lines between paragraphs."),
        ),
    )  # fmt: skip
