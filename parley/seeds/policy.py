"""Who may seed."""

from parley.base.decisions import Decision
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.people.models import Person


def may_seed(actor: Person | None, group: Group) -> Decision:
    return groups.may_post(actor, group)
