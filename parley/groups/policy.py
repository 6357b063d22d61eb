"""Who may do what in a group. No queries: the person's roles are loaded with the person."""

from parley.base.decisions import Decision, no, yes
from parley.groups.models import Group, Loosening, Removal, Role
from parley.people.models import Person, SiteRole


def role_in(person: Person | None, group: Group) -> str | None:
    return None if person is None else person.group_roles.get(group.pk)


def may_read(viewer: Person | None, group: Group) -> Decision:
    if not group.is_private:
        return yes("public")
    if role_in(viewer, group) is None:
        return no("not-member")
    return yes("member")


def is_suspended(person: Person, group: Group, seed_key: int | None = None) -> bool:
    """From the site, the group, or this discussion."""
    barred = person.barred_from
    return bool(barred) and not barred.isdisjoint({(None, None), (group.pk, None), (group.pk, seed_key)})


def may_post(actor: Person | None, group: Group, seed_key: int | None = None) -> Decision:
    """`seed_key`: of the discussion, since somebody may be suspended from one."""
    if actor is None:
        return no("signed-out")
    if role_in(actor, group) is None:
        return no("not-member")
    if is_suspended(actor, group, seed_key):
        return no("suspended")
    return yes("member")


def may_join(actor: Person | None, group: Group) -> Decision:
    if actor is None:
        return no("signed-out")
    if role_in(actor, group) is not None:
        return no("already-member")
    if is_suspended(actor, group):
        return no("suspended")
    if group.is_private:
        return no("private")
    return yes("public")


def may_moderate(actor: Person | None, group: Group) -> Decision:
    """May rule here at all; whether on this very item is recusal's question (moderation.recusal)."""
    if actor is None:
        return no("signed-out")
    if is_suspended(actor, group):
        return no("suspended")
    if role_in(actor, group) in {Role.MOD, Role.OWNER}:
        return yes("group-mod")
    if actor.is_site_mod and not group.is_private:
        return yes("site-mod")
    return no("not-mod")


def may_own(actor: Person | None, group: Group) -> Decision:
    """May change the group's settings, rules, and roles; no owner does while suspended."""
    if actor is None:
        return no("signed-out")
    if role_in(actor, group) != Role.OWNER:
        return no("not-owner")
    if is_suspended(actor, group):
        return no("suspended")
    return yes("owner")


def may_agree(actor: Person | None, asked: Loosening) -> Decision:
    """Be the second owner who wants fewer signatures. It comes with its group."""
    if not (owner := may_own(actor, asked.group)):
        return owner
    if actor is None or asked.by_id == actor.pk:
        return no("own-request")
    return yes("second-owner")


def may_agree_to_removal(actor: Person | None, asked: Removal) -> Decision:
    """Be the second who wants an owner to own the group no more: another owner, or who runs the site where he may read."""
    if actor is None:
        return no("signed-out")
    if asked.by_id == actor.pk:
        return no("own-request")
    if actor.site_role == SiteRole.ADMIN and may_read(actor, asked.group) and not is_suspended(actor, asked.group):
        return yes("admin")
    return may_own(actor, asked.group)
