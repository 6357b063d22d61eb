"""Members of a group, and what its owners can change about them."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from parley.base.decisions import require
from parley.base.keys import shows
from parley.base.refusals import Invalid, Refusal
from parley.base.saying import later, say
from parley.groups import policy, roles, services
from parley.groups import queries as groups
from parley.people.queries import actor_of, person_or_none, viewer_of
from parley.web import rows
from parley.web.answers import page, tell
from parley.web.methods import takes
from parley.web.opening import kept_page
from parley.web.pages import group_rows
from parley.web.pages.asked import answered, line

if TYPE_CHECKING:
    from parley.groups.models import Group, Membership

ROLES = {"member": "Member", "mod": "Mod", "owner": "Owner", "out": "Not in this group any more"}
NOW = {
    "member": "{name} is a member now.", "mod": "{name} is a mod now.", "owner": "{name} is an owner now.",
    "out": "{name} is not in this group any more.",
}  # fmt: skip
MOST = 500
WAITS = "Another owner has to agree, or somebody who runs this site. They are told; until then {name} owns this group as before."


@kept_page("member")
@takes("GET", "POST")
def members(request: HttpRequest, name: str) -> HttpResponseBase:
    this = groups.group_for(viewer_of(request), name)
    shows(request, f"members/{this.pk}", f"group/{this.pk}")
    if request.method != "POST":
        return _page(request, this, typed=request.GET.get("member", "")[:60])
    if "asked" in request.POST:
        return _answered(request, this)
    require(policy.may_own(viewer_of(request), this))
    typed, role = line(request, "member").lower(), line(request, "role")
    try:
        holds = _set_role(request, this, typed, role)
    except Refusal as refusal:
        return _page(request, this, typed=typed, role=role, error=refusal)
    tell(request, say(NOW[role] if holds else WAITS, name=typed))
    return redirect(f"{this.url}/members")


def _answered(request: HttpRequest, this: "Group") -> HttpResponseBase:
    """What a second owner says to taking an owner's role, or who asked for it takes back."""
    agreed, stays = later("Agreed. It holds now, and the log says so."), later("It stays as it was.")
    ways = {"agree": (roles.agree, agreed), "decline": (roles.decline, stays)}
    try:
        said = answered(request, this, ways)
    except Refusal as refusal:
        return _page(request, this, typed="", error=refusal)
    tell(request, said)
    actor_of(request).forget_places()  # it may have been his own role
    return redirect(f"{this.url}/members" if policy.may_read(actor_of(request), this) else "/g")


def _set_role(request: HttpRequest, this: "Group", name: str, role: str) -> bool:
    """False where another owner has to agree first.

    An open group is joined by people themselves; into a private one its owners let them.
    """
    person = person_or_none(name)
    if person is None:
        raise Invalid("Nobody here has that name. Look at how it is spelt.", "no-such-person", field="member")
    if role not in ROLES:
        raise Invalid("Choose one of the roles.", "no-such-role", field="role")
    if policy.role_in(person, this) is None and not this.is_private and role != "out":
        said = say("{name} is not a member yet. People join this group by themselves.", name=name)
        raise Invalid(said, "not-a-member", field="member")
    return services.set_role(actor=actor_of(request), group=this, person=person, role=None if role == "out" else role)


def _page(
    request: HttpRequest, this: "Group", *, typed: str, role: str = "member", error: Refusal | None = None
) -> HttpResponse:
    viewer = viewer_of(request)
    is_owner = bool(policy.may_own(viewer, this))
    found = groups.members_of(this, limit=MOST)
    return page(
        request, "members.html", head=group_rows.head(this, viewer, "Members"), search=group_rows.search_box(this),
        members=[_row(each) for each in found], is_cut=len(found) == MOST, action=f"{this.url}/members",
        removals=group_rows.removals(this, viewer),
        fields=_fields(this, typed, role, error) if is_owner else [], status=error.status if error else 200,
        errors=[error.sentence] if error else [],
    )  # fmt: skip


def _row(membership: "Membership") -> rows.MemberRow:
    role = "" if membership.role == "member" else group_rows.role_name(membership.role)
    person = membership.person
    return rows.MemberRow(name=person.name, url=person.url, role=role, since=membership.joined_at.date())


def _fields(this: "Group", typed: str, role: str, error: Refusal | None) -> list[rows.FieldRow]:
    field = getattr(error, "field", "") or "member"
    wrong = (error.sentence,) if error else ()
    hint = say("A private group grows on its owners’ word: name somebody who has an account here.") if this.is_private else ""
    choices = tuple(rows.ChoiceRow(value=value, label=say(label), is_chosen=value == role) for value, label in ROLES.items())
    return [
        rows.FieldRow(name="member", label=say("Name"), value=typed, hint=hint, is_required=True,
                      errors=wrong if field == "member" else ()),
        rows.FieldRow(name="role", label=say("Role"), kind="select", choices=choices, errors=wrong if field == "role" else ()),
    ]  # fmt: skip
