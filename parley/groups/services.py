"""Writing groups: creating, joining, leaving, roles, settings."""

import re
from typing import Any

from django.db import IntegrityError, transaction

from parley.base.decisions import no, require
from parley.base.refusals import Conflict, Invalid
from parley.groups import policy
from parley.groups.models import NAME, RESERVED, Cuts, Group, Membership, Role, Show, Visibility
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person

LONGEST = {"title": 80, "about": 500}
SETTINGS = frozenset(
    {"title", "about", "visibility", "show", "excerpt_words", "edit_minutes", "signed_above", "cuts", "flag_days", "hides_per_day"}
)
NUMBERS = (("excerpt_words", 1, 1000), ("edit_minutes", 0, 10_080), ("flag_days", 0, 3_650), ("hides_per_day", 0, 100))
"""Each with the least and the most."""


def _checked(settings: dict[str, Any]) -> dict[str, Any]:
    """Shape of a group's settings; raises `Invalid` naming the field."""
    if unknown := settings.keys() - SETTINGS:
        raise Invalid(f"A group has no setting “{min(unknown)}”.", field=min(unknown))
    if not str(settings.get("title", "-")).strip():
        raise Invalid("Give the group a title.", field="title")
    for field, longest in LONGEST.items():
        if len(str(settings.get(field, ""))) > longest:
            raise Invalid(f"Shorten this to {longest} characters.", "too-long", field=field)
    for field, choices in (("visibility", Visibility.values), ("show", Show.values), ("cuts", Cuts.values)):
        if settings.get(field, choices[0]) not in choices:
            raise Invalid("Choose one of the ways offered.", field=field)
    for field, least, most in NUMBERS:
        if not least <= int(settings.get(field, least)) <= most:
            raise Invalid(f"Use a number from {least} to {most:,}.", field=field)
    above = settings.get("signed_above")
    if above is not None and not 0 <= int(above) <= 1_000_000:
        raise Invalid("Use a number from 0 to 1,000,000, or leave it empty.", field="signed_above")
    return settings


@transaction.atomic
def create_group(*, actor: Person, name: str, **settings: Any) -> Group:
    """A new group, owned by the actor."""
    if name in RESERVED or not re.fullmatch(NAME.regex, name):
        raise Invalid(str(NAME.message), field="name")
    try:
        with transaction.atomic():
            group = Group.objects.create(name=name, **_checked({"title": name, **settings}))
    except IntegrityError:
        raise Conflict("A group of that name exists already. Choose another name.", "name-taken") from None
    Membership.objects.create(group=group, person=actor, role=Role.OWNER)
    actor.forget_places()
    return group


@transaction.atomic
def change_settings(*, actor: Person, group: Group, **settings: Any) -> Group:
    require(policy.may_own(actor, group))
    before = group.signed_above
    for field, value in _checked(settings).items():
        setattr(group, field, value)
    group.save(update_fields=list(settings))
    if group.signed_above != before:
        ledger.note(
            Told.SIGNATURES_CHANGED,
            actor=actor.username,
            decider="group owner",
            group_id=group.pk,
            subject="when a second owner signs new rules",
            address=f"{group.url}/rules",
            body={"before": before, "after": group.signed_above},
        )
    return group


@transaction.atomic
def join(*, actor: Person, group: Group) -> Membership:
    """Become a member; joining twice is joining once."""
    decision = policy.may_join(actor, group)
    if decision.reason != "already-member":
        require(decision)
    membership, _ = Membership.objects.get_or_create(group=group, person=actor)
    actor.forget_places()
    return membership


@transaction.atomic
def leave(*, actor: Person, group: Group) -> None:
    membership = Membership.objects.filter(group=group, person=actor).first()
    if membership is None:
        return
    _keep_an_owner(group, membership, becomes=None)
    membership.delete()
    actor.forget_places()


@transaction.atomic
def set_role(*, actor: Person, group: Group, person: Person, role: str | None) -> None:
    """Give a role, add somebody to the group (role `member`), or take him out (None). Owners only; written to the ledger."""
    require(policy.may_own(actor, group))
    if role is not None and role not in Role.values:
        raise Invalid("Choose one of the roles offered.", field="role")
    membership = Membership.objects.filter(group=group, person=person).first()
    before = membership.role if membership else None
    if before == role:
        return
    if membership:
        _keep_an_owner(group, membership, becomes=role)
    if role is None:
        Membership.objects.filter(group=group, person=person).delete()
    else:
        Membership.objects.update_or_create(group=group, person=person, defaults={"role": role})
    person.forget_places()
    if {before, role} & {Role.MOD, Role.OWNER}:
        ledger.note(
            Told.ROLE_CHANGED,
            actor=actor.username,
            decider="group owner",
            group_id=group.pk,
            subject=f"member {person.username}",
            address=person.url,
            body={"before": before, "after": role},
        )


def _keep_an_owner(group: Group, membership: Membership, *, becomes: str | None) -> None:
    """Under a lock on the group, so that two owners who leave at once cannot both go."""
    Group.objects.select_for_update().get(pk=group.pk)
    owners = group.memberships.filter(role=Role.OWNER)
    if membership.role == Role.OWNER and becomes != Role.OWNER and owners.count() == 1:
        require(no("last-owner"))
