"""Roles and settings of groups: the whole table of who may, and what is refused."""

import pytest

from parley.base.refusals import Conflict, Invalid, NotAllowed, NotThere
from parley.groups import policy, queries
from parley.groups import services as groups

pytestmark = pytest.mark.django_db
WHO = ["nobody", "new", "ada", "mo", "olga", "sita"]


def reasons(people, may, group):
    return [may(getattr(people, who, None), group).reason for who in WHO]


def test_who_may_in_a_public_group(people, group):
    expected = {
        policy.may_read: ["public"] * 6,
        policy.may_post: ["signed-out", "not-member", "member", "member", "member", "not-member"],
        policy.may_join: ["signed-out", "public", "already-member", "already-member", "already-member", "public"],
        policy.may_moderate: ["signed-out", "not-mod", "not-mod", "group-mod", "group-mod", "site-mod"],
        policy.may_own: ["signed-out", "not-owner", "not-owner", "not-owner", "owner", "not-owner"],
    }
    assert {may: reasons(people, may, group) for may in expected} == expected


def test_who_may_in_a_private_group(people, group_with):
    group = group_with(visibility="private")
    expected = {
        policy.may_read: ["not-member", "not-member", "member", "member", "member", "not-member"],
        policy.may_join: ["signed-out", "private", "already-member", "already-member", "already-member", "private"],
        policy.may_moderate: ["signed-out", "not-mod", "not-mod", "group-mod", "group-mod", "not-mod"],
    }
    assert {may: reasons(people, may, group) for may in expected} == expected


@pytest.mark.database
def test_a_private_group_is_not_there_for_others(people, group_with):
    group = group_with(visibility="private")
    for viewer in (None, people.new, people.sita):
        with pytest.raises(NotThere):
            queries.group_for(viewer, group.name)
        assert group not in [row.group for row in queries.groups_for(viewer)]
    assert queries.group_for(people.ada, group.name) == group


@pytest.mark.database
def test_joining_twice_is_joining_once_and_leaving_is_leaving(people, group):
    for _ in range(2):
        groups.join(actor=people.new, group=group)
    assert people.new.group_roles[group.pk] == "member"
    for _ in range(2):
        groups.leave(actor=people.new, group=group)
    assert group.pk not in people.new.group_roles


@pytest.mark.database
def test_a_group_keeps_an_owner(people, group):
    for act in (
        lambda: groups.leave(actor=people.olga, group=group),
        lambda: groups.set_role(actor=people.olga, group=group, person=people.olga, role="member"),
        lambda: groups.set_role(actor=people.olga, group=group, person=people.olga, role=None),
    ):
        with pytest.raises(NotAllowed) as refusal:
            act()
        assert refusal.value.code == "last-owner"
    groups.set_role(actor=people.olga, group=group, person=people.ada, role="owner")
    groups.leave(actor=people.olga, group=group)
    assert people.ada.group_roles[group.pk] == "owner"


def test_only_owners_change_roles_and_settings(people, group):
    for who in (people.ada, people.mo, people.sita):
        with pytest.raises(NotAllowed):
            groups.set_role(actor=who, group=group, person=people.bo, role="mod")
        with pytest.raises(NotAllowed):
            groups.change_settings(actor=who, group=group, title="Mine")


def test_settings_out_of_bounds_are_refused(people, group):
    for settings in (
        {"show": "everything"}, {"visibility": "secret"}, {"excerpt_words": 0}, {"excerpt_words": 9999}, {"edit_minutes": -1},
        {"title": "  "}, {"colour": "red"},
    ):  # fmt: skip
        with pytest.raises(Invalid):
            groups.change_settings(actor=people.olga, group=group, **settings)


def test_names_that_do_not_work_are_refused(people):
    for name in ("", "A", "new", "ünder", "a b", "x" * 31, "1st", "a\n"):
        with pytest.raises(Invalid):
            groups.create_group(actor=people.ada, name=name)


@pytest.mark.database
def test_a_name_is_given_once(people, group):
    with pytest.raises(Conflict):
        groups.create_group(actor=people.ada, name=group.name)
