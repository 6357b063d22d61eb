"""Who may write the site's rules. A group's are its owners' (groups.policy.may_own)."""

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.people.models import Person, SiteRole
from parley.rulebooks.models import Draft


def may_write_site(actor: Person | None) -> Decision:
    if actor is None:                           return no("signed-out")
    if actor.site_role == SiteRole.ADMIN:       return yes("admin")
    return no("not-admin")


def may_sign(actor: Person | None, draft: Draft) -> Decision:
    """Be the second owner of new rules. The draft comes with its book's group."""
    if actor is None:                           return no("signed-out")
    group = draft.book.group
    if group is None:                           return no("not-owner")
    if not (owner := groups.may_own(actor, group)):
        return owner
    if draft.author_id == actor.pk:             return no("own-draft")
    if draft.offered_at is None:                return no("not-offered")
    return yes("second-owner")
