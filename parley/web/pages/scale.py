"""What breaches cost: the scale of points of a group, or of the site."""

import re
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.refusals import Invalid
from parley.base.saying import say
from parley.groups import policy as groups
from parley.groups.queries import group_for
from parley.moderation import penalties
from parley.people.queries import actor_of
from parley.rulebooks.policy import may_write_site
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.pages.asked import line

if TYPE_CHECKING:
    from parley.groups.models import Group

FIELDS = {
    "taunting": ("Points for taunting", ""),
    "skirting": ("Points for skirting a rule", ""),
    "breach": ("Points for a breach", ""),
    "limit": ("Points that suspend", "Whoever reaches so many cannot take part for a term."),
    "falls_after": ("Days after which points fall", ""),
    "ladder": (
        "Terms in days",
        "Of the first suspension, the second, and so on. The last holds for all that follow.",
    ),
    "appeal_days": ("Days in which a ruling can be appealed", "From 14. Six months are 183."),
    "guard_days": (
        "Days in which an overruled mod needs a second",
        "Before he acts against the member whose appeal was granted. 0: none.",
    ),
}


@takes("GET", "POST")
def group_scale(request: HttpRequest, name: str) -> HttpResponseBase:
    group = group_for(actor_of(request), name)
    require(groups.may_own(actor_of(request), group))
    return _scale(request, group)


@takes("GET", "POST")
def site_scale(request: HttpRequest) -> HttpResponseBase:
    require(may_write_site(actor_of(request)))
    return _scale(request, None)


def _scale(request: HttpRequest, group: "Group | None") -> HttpResponseBase:
    if request.method != "POST":
        scale = penalties.scale_of(group)
        values = {name: str(getattr(scale, name)) for name in penalties.LIMITS}
        return _form(request, group, {**values, "ladder": ", ".join(map(str, scale.ladder))}, None)
    typed = {name: line(request, name) for name in FIELDS}
    try:
        numbers = {name: _whole(typed[name], name) for name in penalties.LIMITS}
        ladder = tuple(_whole(each.strip(), "ladder") for each in re.split("[,،]", typed["ladder"])[:11])
        penalties.change_scale(actor=actor_of(request), group=group, values=numbers, ladder=ladder)
    except Invalid as refusal:
        return _form(request, group, typed, refusal)
    tell(request, "Saved. Tickets that were given keep their points.")
    return redirect(f"{group.url}/scale" if group else "/scale")


def _whole(typed: str, field: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 7):
        raise Invalid("Use whole numbers.", "not-a-number", field=field)
    return int(typed)


def _form(
    request: HttpRequest, group: "Group | None", values: dict[str, Any], refusal: Invalid | None
) -> HttpResponseBase:
    fields = [
        rows.FieldRow(
            name=name,
            label=say(label),
            value=values[name],
            hint=" ".join(filter(None, (say(hint) if hint else "", say("Proposed: {value}.", value=_proposed(name))))),
            errors=(refusal.sentence,) if refusal and refusal.field == name else (),
        )
        for name, (label, hint) in FIELDS.items()
    ]
    back = f"{group.url}/settings" if group else "/"
    return page(
        request,
        "form.html",
        title=say("What breaches cost"),
        action=f"{group.url}/scale" if group else "/scale",
        fields=fields,
        submit=say("Save"),
        errors=(refusal.sentence,) if refusal else (),
        status=refusal.status if refusal else 200,
        back=back,
        hint=say("A ticket costs points, and points fall after a while. Warnings cost none."),
        crumbs=[
            *([rows.CrumbRow(label=group.title, url=group.url)] if group else []),
            rows.CrumbRow(label=say("What breaches cost")),
        ],
    )


def _proposed(name: str) -> str:
    return ", ".join(map(str, penalties.LADDER)) if name == "ladder" else str(penalties.proposed(name))
