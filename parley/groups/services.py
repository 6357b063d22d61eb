"""Writing groups: creating, joining, leaving, settings, and, in `roles`, roles."""

import re
from typing import Any

from django.db import IntegrityError, transaction

from parley.base.decisions import require
from parley.base.events import tell
from parley.base.keys import purge, renew
from parley.base.refusals import Conflict, Invalid
from parley.base.saying import say
from parley.groups import loosening, policy, roles
from parley.groups.events import ShowChanged
from parley.groups.models import NAME, NAME_SAYS, RESERVED, Cuts, Group, Membership, NewMay, Role, Show, Visibility
from parley.groups.roles import set_role as set_role  # noqa: PLC0414 -- its door is here
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person

LONGEST = {"title": 80, "about": 500}
SETTINGS = frozenset(
    {"title", "about", "visibility", "show", "excerpt_words", "edit_minutes", "signed_above", "cuts", "flag_days", "hides_per_day",
     "closes_after_days", "rule_hours", "new_days", "new_comments", "new_may", "new_held", "allows_pictures",
     "is_participating"}
)
NUMBERS = (("excerpt_words", 1, 1000), ("edit_minutes", 0, 10_080), ("flag_days", 0, 3_650), ("hides_per_day", 0, 100),
           ("closes_after_days", 0, 3_650), ("rule_hours", 0, 8_760),
           ("new_days", 0, 365), ("new_comments", 0, 1_000), ("new_held", 0, 100))  # fmt: skip
"""Each with the least and the most."""
MOST_SIGNED = 1_000_000
"""Of `signed_above`."""
CHOICES = {"visibility": Visibility.values, "show": Show.values, "cuts": Cuts.values, "new_may": NewMay.values}


def _checked(settings: dict[str, Any]) -> dict[str, Any]:
    """Shape of a group's settings; raises `Invalid` naming the field."""
    if unknown := settings.keys() - SETTINGS:
        raise Invalid(say("A group has no setting “{name}”.", name=min(unknown)), field=min(unknown))
    if not str(settings.get("title", "-")).strip():
        raise Invalid("Give the group a title.", field="title")
    for field, longest in LONGEST.items():
        if len(str(settings.get(field, ""))) > longest:
            raise Invalid(say("Shorten this to {longest} characters.", longest=longest), "too-long", field=field)
    for field, choices in CHOICES.items():
        if settings.get(field, choices[0]) not in choices:
            raise Invalid("Choose one of the ways offered.", field=field)
    for field, least, most in NUMBERS:
        if not least <= int(settings.get(field, least)) <= most:
            raise Invalid(say("Use a number from {least} to {most}.", least=least, most=most), field=field)
    above = settings.get("signed_above")
    if above is not None and not 0 <= int(above) <= MOST_SIGNED:
        raise Invalid(say("Use a number from {least} to {most}.", least=0, most=MOST_SIGNED), field="signed_above")
    return settings


@transaction.atomic
def create_group(*, actor: Person, name: str, **settings: Any) -> Group:
    """A new group, owned by the actor."""
    if name in RESERVED or not re.fullmatch(NAME.regex, name):
        raise Invalid(NAME_SAYS, field="name")
    try:
        with transaction.atomic():
            group = Group.objects.create(name=name, **_checked({"title": name, **settings}))
    except IntegrityError:
        raise Conflict("A group of that name exists already. Choose another name.", "name-taken") from None
    Membership.objects.create(group=group, person=actor, role=Role.OWNER)
    renew("groups", "front")
    actor.forget_places()
    return group


@transaction.atomic
def change_settings(*, actor: Person, group: Group, **settings: Any) -> Group:
    """All at once, except fewer second signatures: these wait for another owner where there is one (`loosening`)."""
    require(policy.may_own(actor, group))
    changed = _checked(settings)
    locked = Group.objects.select_for_update().get(pk=group.pk)
    group.signed_above = locked.signed_above
    if "signed_above" in changed:
        loosening.set_signed_above(actor, group, changed.pop("signed_above"))
    _note_strain(actor, locked, changed)
    shown_otherwise = any(getattr(locked, field) != changed.get(field, getattr(locked, field)) for field in ("show", "excerpt_words"))
    for field, value in changed.items():
        setattr(group, field, value)
    group.save(update_fields=list(changed))
    if shown_otherwise:
        tell(ShowChanged(group.pk))
    purge("site")  # its name, and whether it is seen at all, stand on every list
    return group


STRAINS = {
    "closes_after_days": ("when discussions close", "days"),
    "rule_hours": ("how long a flagged seed stays on the front page", "hours"),
}


def _note_strain(actor: Person, group: Group, changed: dict[str, Any]) -> None:
    for field, (subject, unit) in STRAINS.items():
        before, after = getattr(group, field), int(changed.get(field, getattr(group, field)))
        if before != after:
            ledger.note(
                Told.STRAIN_CHANGED,
                actor=actor.username,
                decider="group owner",
                group_id=group.pk,
                subject=subject,
                address=f"{group.url}/settings",
                body={"before": f"{before} {unit}" if before else None, "after": f"{after} {unit}" if after else None},
            )


@transaction.atomic
def join(*, actor: Person, group: Group) -> Membership:
    """Become a member; joining twice is joining once."""
    decision = policy.may_join(actor, group)
    if decision.reason != "already-member":
        require(decision)
    membership, _ = Membership.objects.get_or_create(group=group, person=actor)
    renew(f"members/{group.pk}", "groups")
    actor.forget_places()
    return membership


@transaction.atomic
def leave(*, actor: Person, group: Group) -> None:
    membership = Membership.objects.filter(group=group, person=actor).first()
    if membership is None:
        return
    if membership.role == Role.OWNER:
        roles.keep_an_owner(group, actor)
    membership.delete()
    purge(*roles.keys_of(group, membership.role))
    roles.withdraw_all(group, actor)
    actor.forget_places()
