"""Who is what in a group: given and taken by its owners; an owner's taken by two of them where new rules need two."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from parley.base.decisions import no, require
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict, Invalid
from parley.groups import loosening, policy, queries
from parley.groups.events import MemberLetIn, RemovalAnswered, RemovalAsked
from parley.groups.models import Group, Membership, Removal, Role
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person

if TYPE_CHECKING:
    from django.db.models import QuerySet


@transaction.atomic
def set_role(*, actor: Person, group: Group, person: Person, role: str | None) -> bool:
    """Give a role, add somebody to the group (role `member`), or take him out (None). Owners only; written to the ledger.

    False where another owner is asked to agree first.
    """
    require(policy.may_own(actor, group))
    if role is not None and role not in Role.values:
        raise Invalid("Choose one of the roles offered.", field="role")
    group = Group.objects.select_for_update().get(pk=group.pk)
    before = _role_of(group, person)
    if before != Role.OWNER or role == Role.OWNER or not _needs_second(actor, group, person):
        _change(group, person, role, actor=actor)
        return True
    asked = next((each for each in queries.removals_of(group) if each.person_id == person.pk), None)
    if asked is not None and asked.role == (role or "") and asked.by_id != actor.pk:
        _agreed(asked, actor)
        return True
    if asked is None or asked.role != (role or ""):
        _void(Removal.objects.filter(group=group, person=person))
        made = Removal.objects.create(group=group, person=person, by=actor, role=role or "")
        tell(RemovalAsked(made.pk))
    return False


def _needs_second(actor: Person, group: Group, person: Person) -> bool:
    """Whether an owner's role is not one owner's to take: or else the signature of a second owner would bind nobody."""
    return group.signed_above is not None and person.pk != actor.pk and person.is_active


@transaction.atomic
def agree(*, actor: Person, group: Group, asked: int | None) -> None:
    """The word of a second owner, or of who runs the site. `asked`: key of the wish; raises `Conflict` where it waits no more."""
    found = _locked(group, asked)
    require(policy.may_agree_to_removal(actor, found))
    _agreed(found, actor)


@transaction.atomic
def decline(*, actor: Person, group: Group, asked: int | None) -> None:
    """The role stays; who asked takes it back. `asked` as in `agree`."""
    found = _locked(group, asked)
    if found.by_id != actor.pk:
        require(policy.may_agree_to_removal(actor, found))
    _answer(found, actor, is_agreed=False)


def withdraw_all(group: Group, person: Person) -> None:
    """Who owns the group no more asks for nothing there, and nothing of him is left to ask for."""
    loosening.withdraw_all(group, person)
    _void(Removal.objects.filter(group=group, by=person) | Removal.objects.filter(group=group, person=person))


def keep_an_owner(group: Group, person: Person) -> None:
    """Under a lock on the group, so that two owners who leave at once cannot both go."""
    Group.objects.select_for_update().get(pk=group.pk)
    owners = group.memberships.filter(role=Role.OWNER)
    if list(owners.values_list("person_id", flat=True)) == [person.pk]:
        require(no("last-owner"))


def _locked(group: Group, asked: int | None) -> Removal:
    group = Group.objects.select_for_update().get(pk=group.pk)
    found = next((each for each in queries.removals_of(group) if each.pk == asked), None)
    if found is None:
        raise Conflict(loosening.ANSWERED, "answered")
    return found


def _agreed(asked: Removal, actor: Person) -> None:
    _answer(asked, actor, is_agreed=True)
    _change(asked.group, asked.person, asked.role or None, actor=asked.by, signed_by=actor)


def _answer(asked: Removal, actor: Person, *, is_agreed: bool) -> None:
    if asked.by_id == actor.pk:
        _void(Removal.objects.filter(pk=asked.pk))
        return
    asked.answered_at, asked.answered_by, asked.is_agreed = timezone.now(), actor, is_agreed
    asked.save(update_fields=["answered_at", "answered_by", "is_agreed"])
    tell(RemovalAnswered(asked.pk))


def _void(wishes: "QuerySet[Removal]") -> None:
    wishes.filter(answered_at=None).update(answered_at=timezone.now())


def _role_of(group: Group, person: Person) -> str | None:
    return Membership.objects.filter(group=group, person=person).values_list("role", flat=True).first()


def keys_of(group: Group, *roles: str | None) -> tuple[str, ...]:
    """Of the pages that tell who had or has one of these roles: who runs a group stands beside its discussions."""
    everywhere = (f"group/{group.pk}",) if {Role.MOD, Role.OWNER} & set(roles) else ()
    return f"members/{group.pk}", "groups", *everywhere


def _change(group: Group, person: Person, role: str | None, *, actor: Person, signed_by: Person | None = None) -> None:
    before = _role_of(group, person)
    if before == role:
        return
    if before == Role.OWNER:
        keep_an_owner(group, person)
    if role is None:
        Membership.objects.filter(group=group, person=person).delete()
    else:
        Membership.objects.update_or_create(group=group, person=person, defaults={"role": role})
    person.forget_places()
    if before is None and group.is_private and actor.pk != person.pk:
        tell(MemberLetIn(group.pk, person.pk))
    purge(*keys_of(group, before, role))
    if before == Role.OWNER:
        withdraw_all(group, person)
    if {before, role} & {Role.MOD, Role.OWNER}:
        body = {"before": before, "after": role} | ({"signed_by": signed_by.username} if signed_by else {})
        ledger.note(
            Told.ROLE_CHANGED, actor=actor.username, decider="group owner", group_id=group.pk,
            subject=f"member {person.name_in_log}", address=person.url, body=body,
        )  # fmt: skip
