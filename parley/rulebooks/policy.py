"""Who may write the site's rules. A group's are its owners' (groups.policy.may_own)."""

from parley.base.decisions import Decision, no, yes
from parley.people.models import Person, SiteRole


def may_write_site(actor: Person | None) -> Decision:
    if actor is None:                           return no("signed-out")
    if actor.site_role == SiteRole.ADMIN:       return yes("admin")
    return no("not-admin")
