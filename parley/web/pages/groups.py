"""Groups: the list, a group's discussions, founding, joining, leaving, settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from parley.base.decisions import require
from parley.base.keys import shows
from parley.base.refusals import Conflict, Invalid, Refusal
from parley.base.saying import later, say
from parley.groups import loosening, policy, services
from parley.groups import queries as groups
from parley.people.queries import actor_of, viewer_of
from parley.seeds import listing
from parley.seeds import queries as seeds
from parley.seeds.rankings import rankings
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages import group_rows
from parley.web.pages.asked import answered, line, onward
from parley.web.pages.front import more_row
from parley.web.pages.seed_cards import cards

if TYPE_CHECKING:
    from parley.groups.models import Group

SETTINGS = (
    "title", "about", "visibility", "show", "excerpt_words", "edit_minutes", "signed_above", "cuts", "flag_days", "hides_per_day",
    "closes_after_days", "rule_hours", "new_days", "new_comments", "new_may", "new_held", "allows_pictures",
    "is_participating",
)  # fmt: skip
SIGNED = {"never": "", "always": "0"}
"""What the choice of when a second owner signs means for the number; else the number says it."""
WAITS = "The settings are saved, except one: another owner has to agree to fewer second signatures. Until then it stays as it was."
STAYS = "It stays as it was."
FRESH = {
    "title": "", "about": "", "visibility": "public", "show": "excerpt", "excerpt_words": 120, "edit_minutes": 30, "signed_above": "",
    "cuts": "words", "flag_days": 90, "hides_per_day": 3, "closes_after_days": 0, "rule_hours": 0,
    "new_days": 0, "new_comments": 10, "new_may": "all", "new_held": 0, "allows_pictures": False, "is_participating": False,
}  # fmt: skip


@kept_page()
@takes("GET")
def group_list(request: HttpRequest) -> HttpResponseBase:
    viewer = viewer_of(request)
    shows(request, "groups")
    found = groups.groups_for(viewer)
    counts = seeds.counts_by_group(each.group.pk for each in found)
    listed = [group_rows.listed(each, viewer, counts.get(each.group.pk, 0)) for each in found]
    return page(request, "groups.html", here="groups", groups=listed)


@kept_page("order", after=listing.is_cursor)
@takes("GET")
def group(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = viewer_of(request)
    this = groups.group_for(viewer, name)
    shows(request, f"group/{this.pk}", f"lists/{this.pk}", f"members/{this.pk}")
    order = request.GET.get("order", "hot")
    found = listing.listed(viewer, order=order, group=this, after=request.GET.get("after", ""))
    orders = [
        rows.TabRow(label=say(each.title), url=f"{this.url}?order={each.name}", is_here=each.name == order)
        for each in rankings().values()
    ]
    return page(
        request, "group.html", head=group_rows.head(this, viewer, "Discussions"), orders=orders, ranking=rankings()[order],
        seeds=cards(request, found.seeds, rankings()[order].why), more=more_row(this.url, {"order": order}, found.after),
        asides=group_rows.asides(this, seeds.lines_of_group(this)), search=group_rows.search_box(this),
        feeds=[(this.title, f"{this.url}/feed")], description=this.about,
    )  # fmt: skip


@takes("GET", "POST")
def group_new(request: HttpRequest) -> HttpResponseBase:
    if request.method != "POST":
        return _new_form(request, {"name": "", **FRESH}, {})
    values = {"name": line(request, "name").lower(), **_typed(request, FRESH)}
    try:
        made = services.create_group(actor=actor_of(request), **_checked(values))
    except (Invalid, Conflict) as refusal:
        return _new_form(request, values, _errors(refusal, "name"), status=refusal.status)
    tell(request, "Your group stands. Write its house rules here, then seed its first article.")
    return redirect(reverse("group_rules_edit", kwargs={"name": made.name}))


def _new_form(request: HttpRequest, values: dict[str, Any], errors: dict[str, str], status: int = 200) -> HttpResponse:
    name = rows.FieldRow(
        name="name", label=say("Address"), value=values["name"], is_required=True,
        errors=(errors["name"],) if "name" in errors else (),
        hint=say("2 to 30 lower-case letters, digits or -, starting with a letter. It stands in the address and stays for good."),
    )  # fmt: skip
    parts = [rows.FormPart("", (name,)), *group_rows.settings_parts(values, errors)]
    return page(request, "group_new.html", parts=parts, errors=list(errors.values()), status=status)


@takes("GET", "POST")
def group_settings(request: HttpRequest, name: str) -> HttpResponseBase:
    this = groups.group_for(viewer_of(request), name)
    require(policy.may_own(viewer_of(request), this))
    before = {each: "" if (value := getattr(this, each)) is None else value for each in SETTINGS}
    if request.method != "POST":
        return _settings_form(request, this, before, {})
    if "asked" in request.POST:
        return _answered(request, this, before)
    values = _typed(request, before)
    try:
        checked = _checked(values)
        changed = services.change_settings(actor=actor_of(request), group=this, **checked)
    except Invalid as refusal:
        return _settings_form(request, groups.group_for(viewer_of(request), name), values, _errors(refusal, "title"), refusal.status)
    if changed.signed_above != checked["signed_above"]:
        tell(request, WAITS)
        return redirect(f"{this.url}/settings")
    tell(request, "The settings are saved.")
    return redirect(this.url)


def _answered(request: HttpRequest, this: "Group", before: dict[str, Any]) -> HttpResponseBase:
    """What another owner says to fewer second signatures, or who asked for them takes back."""
    ways = {"agree": (loosening.agree, later("Agreed. It holds now, and the log says so.")), "decline": (loosening.decline, STAYS)}
    try:
        said = answered(request, this, ways)
    except Refusal as refusal:
        now = groups.group_for(viewer_of(request), this.name)
        return _settings_form(request, now, before, {"": refusal.sentence}, refusal.status)
    tell(request, said)
    return redirect(f"{this.url}/settings")


def _settings_form(
    request: HttpRequest, this: "Group", values: dict[str, Any], errors: dict[str, str], status: int = 200
) -> HttpResponse:
    has_second = groups.has_owner_beside(this, actor_of(request))
    return page(
        request, "group_settings.html", head=group_rows.head(this, viewer_of(request), "Settings"), status=status,
        action=f"{this.url}/settings", errors=list(errors.values()), asked=group_rows.asked_row(this, actor_of(request)),
        parts=group_rows.settings_parts(values, errors, group_rows.TOGETHER if has_second else group_rows.ALONE),
        search=group_rows.search_box(this),
    )  # fmt: skip


@takes("GET", "POST")
def join(request: HttpRequest, name: str) -> HttpResponseBase:
    viewer = actor_of(request)
    this = groups.group_for(viewer, name)
    if request.method == "POST":
        services.join(actor=viewer, group=this)
        tell(request, say("You are a member of {group} now.", group=this.title))
        return onward(request, this.url)
    if not (may := policy.may_join(viewer, this)) and may.reason == "already-member":
        return onward(request, this.url)
    return page(
        request, "group_join.html", head=group_rows.head(this, viewer, "Discussions"), action=f"{this.url}/join",
        wanted=request.GET.get("next", ""), title=this.title,
    )  # fmt: skip


@takes("GET", "POST")
def leave(request: HttpRequest, name: str) -> HttpResponseBase:
    this = groups.group_for(viewer_of(request), name)
    if request.method != "POST":
        if not this.is_private:
            return redirect(this.url)
        return page(request, "group_leave.html", title=this.title, url=this.url, action=f"{this.url}/leave")
    try:
        services.leave(actor=actor_of(request), group=this)
    except Refusal as refusal:
        tell(request, say("{why} Make somebody else an owner first.", why=refusal.sentence), is_refusal=True)
        return redirect(f"{this.url}/members")
    tell(request, say("You left {group}.", group=this.title))
    return redirect("/g")


def _typed(request: HttpRequest, before: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent; of fields that an older form did not have, what stood before."""
    sent = {name: line(request, name) if name in request.POST else str(before[name]) for name in SETTINGS}
    return sent | {"signed": line(request, "signed")}


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """Shape of what was typed: numbers as numbers; raises `Invalid` naming the field."""
    checked: dict[str, Any] = {name: value for name, value in values.items() if name != "signed"}
    above = SIGNED.get(values["signed"], values["signed_above"])
    checked["signed_above"] = _number("signed_above", above, 0, services.MOST_SIGNED) if above else None
    if values["signed"] == "more" and not above:
        raise Invalid("Write how many members.", "not-a-number", field="signed_above")
    for name, least, most in services.NUMBERS:
        checked[name] = _number(name, values[name], least, most)
    return checked | {name: values[name] == "True" for name in ("allows_pictures", "is_participating")}


def _number(name: str, typed: str, least: int, most: int) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise Invalid(say("Use a whole number from {least} to {most}.", least=least, most=most), "not-a-number", field=name)
    return int(typed)


def _errors(refusal: Refusal, otherwise: str) -> dict[str, str]:
    return {getattr(refusal, "field", "") or otherwise: refusal.sentence}
