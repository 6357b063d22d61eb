"""Who may let others in."""

from parley.base.decisions import Decision, no, yes
from parley.people.models import Admission, Inviters, Person, SiteRole, Way


def may_run_site(actor: Person | None) -> Decision:
    if actor is None:                               return no("signed-out")
    if actor.site_role == SiteRole.ADMIN:           return yes("admin")
    return no("not-admin")


def may_invite(actor: Person | None, admission: Admission) -> Decision:
    if actor is None:                               return no("signed-out")
    if admission.way == Way.CLOSED:                 return no("closed-to-all")
    if (None, None) in actor.barred_from:           return no("suspended")
    if actor.is_site_mod:                           return yes("mod")
    if admission.inviters == Inviters.MEMBERS:      return yes("member")
    return no("not-inviter")
