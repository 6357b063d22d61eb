"""The report for the Digital Services Act: figures of a period, and a file with every ruling. Owners have their group's, admins the
site's.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from parley.base.refusals import Invalid
from parley.base.saying import counted, later, meant, number, say
from parley.exchange import reasons, reasons_counted, reasons_written
from parley.groups.queries import group_for
from parley.people.queries import actor_of
from parley.web import rows
from parley.web.answers import private_page
from parley.web.methods import takes
from parley.web.pages.asked import chosen, day_asked

if TYPE_CHECKING:
    from parley.groups.models import Group

WHAT = {
    "all": ("Every ruling", "With two fields of our own: whether it stands, and since when not."),
    "restrictions": ("Only restrictions", "What the European Commission’s database takes. No ruling that found nothing."),
}
FORMATS = {"csv": ("CSV", later("For tables.")), "jsonl": ("JSON Lines", later("For programs."))}


@takes("GET")
def group_report(request: HttpRequest, name: str) -> HttpResponseBase:
    return _report(request, group_for(actor_of(request), name))


@takes("GET")
def site_report(request: HttpRequest) -> HttpResponseBase:
    return _report(request, None)


def _report(request: HttpRequest, group: "Group | None") -> HttpResponseBase:
    today = timezone.now().date()
    asked = {
        "from": day_asked(request, "from", today.replace(month=1, day=1)),
        "to": day_asked(request, "to", today),
        "what": chosen(request, "what", WHAT),
        "format": chosen(request, "format", FORMATS),
    }
    try:
        wanted = reasons.wanted_by(
            actor_of(request), group=group, first=asked["from"], last=asked["to"],
            restrictions_only=asked["what"] == "restrictions",
        )  # fmt: skip
    except Invalid as refusal:
        return _page(request, group, asked, (), refusal)
    if "download" in request.GET:
        return _file(wanted, asked["format"])
    return _page(request, group, asked, _figures(reasons_counted.counts(wanted)), None)


def _file(wanted: reasons.Wanted, format_: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(
        reasons_written.written(wanted, format_), content_type=reasons_written.FORMATS[format_][1]
    )
    name = f"rulings-{wanted.group.name if wanted.group else 'site'}-{wanted.first}-{wanted.last}.{format_}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _page(
    request: HttpRequest, group: "Group | None", asked: dict[str, str], figures: tuple[rows.CountRow, ...], refusal: Invalid | None
) -> HttpResponse:
    return private_page(
        request, "report.html", status=refusal.status if refusal else 200, figures=figures, has_private=group is None,
        fields=_fields(asked, refusal), errors=(refusal.sentence,) if refusal else (),
        action=f"{group.url}/report" if group else "/report",
        crumbs=[
            *([rows.CrumbRow(label=group.title, url=group.url)] if group else []),
            rows.CrumbRow(label=say("Report on rulings")),
        ],
    )  # fmt: skip


def _fields(asked: dict[str, str], refusal: Invalid | None) -> list[rows.FieldRow]:
    def field(name: str, label: str, choices: Mapping[str, tuple[str, str]] | None = None) -> rows.FieldRow:
        return rows.FieldRow(
            name=name, label=label, value=asked[name], kind="radios" if choices else "date",
            errors=(refusal.sentence,) if refusal and refusal.field == name else (),
            choices=tuple(
                rows.ChoiceRow(value=value, label=say(label), hint=say(hint), is_chosen=value == asked[name])
                for value, (label, hint) in (choices or {}).items()
            ),
        )  # fmt: skip

    return [
        field("from", say("First day")), field("to", say("Last day")), field("what", say("What the file holds"), WHAT),
        field("format", say("How it is written"), FORMATS),
    ]  # fmt: skip


def _figures(found: reasons_counted.Counts) -> tuple[rows.CountRow, ...]:
    """The table of the page. Its headings stand in rows without a count."""
    table: tuple[tuple[str, int | str | None], ...] = (
        (meant("of the law", "Notices"), None),
        (say("Flags on comments"), found.flags_on_comments), (say("Flags on seeds"), found.flags_on_seeds),
        (say("Flags with which a mod agreed"), found.flags_right), (say("Cases in which software pointed"), found.pointed),
        (say("Rulings"), None),
        (say("All rulings"), found.rulings), (say("No breach found"), found.no_breach), (say("Words cut"), found.redacted),
        (say("Removed whole"), found.removed), (say("Taken off the lists"), found.unlisted),
        (say("With a suspension"), found.suspended),
        (say("Restrictions after flags"), found.after_flags), (say("Restrictions on own initiative"), found.own_initiative),
        (say("Restrictions where software pointed"), found.found_by_software), (say("Decided by software alone"), 0),
        (say("Withdrawn without an appeal"), found.undone), (say("Median time to a ruling"), _time(found.time_to_ruling)),
        (say("Appeals"), None),
        (say("All appeals"), found.appeals), (say("Granted"), found.granted), (say("Refused"), found.refused),
        (say("Not decided yet"), found.appeals - found.granted - found.refused),
        (say("Median time to an answer"), _time(found.time_to_answer)),
    )  # fmt: skip
    return tuple(
        rows.CountRow(
            label=label, value=number(value) if isinstance(value, int) else value or "", is_heading=value is None
        )
        for label, value in table
    )  # fmt: skip


def _time(taken: timedelta | None) -> str:
    if taken is None:
        return say("none")
    minutes = int(taken.total_seconds() // 60)
    if minutes < 1:
        return say("under 1 min")
    if minutes < 120:
        return counted("{count} min", "{count} min", minutes)
    if minutes < 48 * 60:
        return counted("{count} h", "{count} h", minutes // 60)
    return counted("{count} day", "{count} days", minutes // 1440)
