"""What happens when a mod decides: the cited line is held against the item, then the ruling is given, in one transaction."""

from dataclasses import replace

from django.db import transaction

from parley.deciding import weighing
from parley.moderation import services as moderation
from parley.moderation.items import Item
from parley.moderation.models import Basis, Case, Ruling
from parley.moderation.services import Choice
from parley.people.models import Person


@transaction.atomic
def decide(
    *,
    actor: Person,
    item: Item,
    choice: Choice,
    case: Case | None = None,
    seen: int | None = None,
    by_discretion: bool = False,
) -> Ruling:
    """As `moderation.services.rule`, marked by what it rests on. `by_discretion`: the mod says himself that no rule decides it."""
    verdict = weighing.verdict_on(item)
    basis = Basis.DISCRETION
    if not by_discretion:
        basis = weighing.weigh(item, verdict, choice.line, choice.clause).basis
    choice = replace(choice, basis=basis, facts=weighing.facts_for(verdict, choice.line))
    return moderation.rule(actor=actor, item=item, choice=choice, case=case, seen=seen)
