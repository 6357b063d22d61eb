"""When a second owner signs new rules: tightened at once by any owner, loosened by two of them where there are two."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from parley.base.decisions import require
from parley.base.events import tell
from parley.base.keys import purge
from parley.base.refusals import Conflict
from parley.groups import policy, queries
from parley.groups.events import LooseningAnswered, LooseningAsked
from parley.groups.models import Group, Loosening
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.people.models import Person

if TYPE_CHECKING:
    from django.db.models import QuerySet

ANSWERED = "This was answered or asked otherwise meanwhile. Look at what stands now."


def set_signed_above(actor: Person, group: Group, above: int | None) -> None:
    """Within the transaction of an owner's change of settings, with the group locked. What two owners have asked for holds."""
    if above == group.signed_above:
        return
    asked = queries.loosening_of(group)
    if not _is_looser(group.signed_above, above) or not queries.has_owner_beside(group, actor):
        _change(group, above, actor=actor)
    elif asked is None or asked.above != above:
        _void(Loosening.objects.filter(group=group))
        tell(LooseningAsked(Loosening.objects.create(group=group, by=actor, above=above).pk))
    elif asked.by_id != actor.pk:
        _agreed(asked, group, actor)


def _is_looser(before: int | None, after: int | None) -> bool:
    """None means that nobody ever signs."""
    return before is not None and (after is None or after > before)


@transaction.atomic
def agree(*, actor: Person, group: Group, asked: int | None) -> Group:
    """The second owner's word. `asked`: key of the request he was shown; raises `Conflict` where that waits no more."""
    group, found = _locked(actor, group, asked)
    require(policy.may_agree(actor, found))
    _agreed(found, group, actor)
    return group


@transaction.atomic
def decline(*, actor: Person, group: Group, asked: int | None) -> Group:
    """The setting stays. Who asked can take it back himself, which is not worth an entry in the log. `asked` as in `agree`."""
    group, found = _locked(actor, group, asked)
    if found.by_id != actor.pk:
        subject = f"when a second owner signs new rules, as {found.by.name_in_log} asked"
        _note(Told.LOOSENING_DECLINED, group, actor, subject, {"before": group.signed_above, "after": found.above})
        _answer(found, actor, is_agreed=False)
    else:
        _void(Loosening.objects.filter(pk=found.pk))
    return group


def withdraw_all(group: Group, person: Person) -> None:
    """Who owns the group no more asks for nothing."""
    _void(Loosening.objects.filter(group=group, by=person))


def _void(wishes: "QuerySet[Loosening]") -> None:
    wishes.filter(answered_at=None).update(answered_at=timezone.now())


def _answer(asked: Loosening, actor: Person, *, is_agreed: bool) -> None:
    asked.answered_at, asked.answered_by, asked.is_agreed = timezone.now(), actor, is_agreed
    asked.save(update_fields=["answered_at", "answered_by", "is_agreed"])
    tell(LooseningAnswered(asked.pk))


def _agreed(asked: Loosening, group: Group, actor: Person) -> None:
    _answer(asked, actor, is_agreed=True)
    _change(group, asked.above, actor=asked.by, signed_by=actor)


def _locked(actor: Person, group: Group, asked: int | None) -> tuple[Group, Loosening]:
    require(policy.may_own(actor, group))
    group = Group.objects.select_for_update().get(pk=group.pk)
    found = queries.loosening_of(group)
    if found is None or found.pk != asked:
        raise Conflict(ANSWERED, "answered")
    return group, found


def _change(group: Group, above: int | None, *, actor: Person, signed_by: Person | None = None) -> None:
    """Whatever was asked for before is void."""
    _void(Loosening.objects.filter(group=group))
    body = {"before": group.signed_above, "after": above, "signed_by": signed_by.username if signed_by else ""}
    group.signed_above = above
    group.save(update_fields=["signed_above"])
    purge(f"group/{group.pk}")
    _note(Told.SIGNATURES_CHANGED, group, actor, "when a second owner signs new rules", body)


def _note(act: Told, group: Group, actor: Person, subject: str, body: dict[str, Any]) -> None:
    address = f"{group.url}/rules"
    ledger.note(
        act, actor=actor.username, decider="group owner", group_id=group.pk, subject=subject, address=address, body=body
    )
