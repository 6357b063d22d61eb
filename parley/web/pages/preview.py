"""The preview of a seed: every field by itself, read again as often as wanted, then published."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from parley.base.refusals import Invalid, Refusal
from parley.base.saying import say
from parley.people.queries import actor_of
from parley.posting.seeding import SeededAlready
from parley.seeds import readings
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages import preview_rows, preview_sheet
from parley.web.pages.preview_fields import Typed, of_article, sent
from parley.web.pages.preview_sheet import LOOK_AGAIN, LOST, Sheet, sheet_of, wrong_in
from parley.web.rows import NoticeRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.seeds.models import Reading, Seed

FIRST = "This is what was read. Nothing is published yet: look at every field, and mend what is wrong."


def first_preview(
    request: HttpRequest, reading: "Reading", group: str, notes: tuple[str, ...], remark: str = ""
) -> HttpResponse:
    """Right after reading: nothing is the matter with fields that nobody has looked at."""
    typed = of_article(readings.article_of(reading), token=reading.key, group=group, remark=remark)
    first = NoticeRow(text=say(FIRST), clears="seed/new")
    return _shown(request, sheet_of(actor_of(request), typed, notes), {}, notices=[first])


@takes("GET", "POST")
def seed_preview(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("seed_new")
    typed = sent(request.POST)
    if (before := readings.seeded_by_form(actor_of(request), typed.token)) is not None:
        return redirect(before.url)
    sheet = sheet_of(actor_of(request), typed)
    wrong = wrong_in(sheet)
    if "publish" not in request.POST or wrong or LOST in sheet.notes:
        return _shown(request, sheet, wrong, status=422 if wrong else 409 if LOST in sheet.notes else 200)
    if typed.seen != sheet.seen:
        return _shown(request, sheet, {"": say(LOOK_AGAIN)}, status=409)
    return _publish(request, sheet, typed)


def _publish(request: HttpRequest, sheet: Sheet, typed: Typed) -> HttpResponse:
    try:
        seed = preview_sheet.publish(sheet)
    except SeededAlready as refusal:
        return _shown(request, sheet, {"": refusal.sentence}, status=refusal.status, duplicate=refusal.seed)
    except Refusal as refusal:
        field = refusal.field if isinstance(refusal, Invalid) else ""
        return _shown(request, sheet, {field: refusal.sentence}, status=refusal.status)
    tell(request, "Published. Its rules freeze with the first comment.", clears=f"seed/{typed.token}")
    return redirect(seed.url)


def _shown(
    request: HttpRequest, sheet: Sheet, wrong: "Mapping[str, str]", *, status: int = 200,
    duplicate: "Seed | None" = None, notices: list[NoticeRow] | None = None,
) -> HttpResponse:  # fmt: skip
    row = preview_rows.preview(sheet, wrong, duplicate or preview_sheet.seeded_already(sheet))
    told = [*(notices or ()), *(NoticeRow(text=say(note), is_refusal=True) for note in sheet.notes)]
    return page(request, "seed_preview.html", status=status, row=row, told=told)
