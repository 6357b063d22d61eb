"""Groups as rows: their head with its tabs, lists, asides, and the fields of their settings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.base.saying import counted, say
from parley.groups import policy, services
from parley.groups import queries as groups
from parley.web import rows

if TYPE_CHECKING:
    from parley.groups.models import Group
    from parley.people.models import Person

TABS = {
    "": "Discussions", "/rules": "Rules", "/log": "Log", "/figures": "Figures", "/members": "Members", "/search": "Search",
    "/cases": "Cases", "/settings": "Settings",
}  # fmt: skip
"""Pages of a group by the ends of their addresses."""
ROLES = {"member": "member", "mod": "mod", "owner": "owner"}
SHOWN = {"link": "This group shows a link only.", "full": "This group shows the full text where a licence allows it."}


def head(group: "Group", viewer: "Person | None", here: str) -> rows.GroupHead:
    """The head of the group's page `here` (one of `TABS`)."""
    role = policy.role_in(viewer, group)
    may = {"/cases": policy.may_moderate(viewer, group), "/settings": policy.may_own(viewer, group)}
    places = {end: label for end, label in TABS.items() if may.get(end, True)}
    return rows.GroupHead(
        title=group.title, url=group.url, about=group.about, members=groups.size_of(group), is_private=group.is_private,
        role=role_name(role), seed_url=f"/seed?group={group.name}" if role else None,
        join_url=f"{group.url}/join" if policy.may_join(viewer, group) or viewer is None else None,
        leave_url=f"{group.url}/leave" if role else None,
        tabs=tuple(rows.TabRow(label=say(label), url=group.url + end, is_here=label == here) for end, label in places.items()),
    )  # fmt: skip


def role_name(role: str | None) -> str:
    """Of somebody in a group; nothing for who is not in it."""
    return say(ROLES[role]) if role else ""


def search_box(group: "Group", query: str = "") -> rows.SearchBox:
    return rows.SearchBox(url=f"{group.url}/search", label=say("Search {group}", group=group.title), query=query)


def listed(found: groups.ListedGroup, viewer: "Person | None", seeds: int) -> rows.GroupRow:
    group = found.group
    return rows.GroupRow(
        title=group.title, url=group.url, about=group.about, members=found.members, seeds=seeds,
        is_private=group.is_private, role=role_name(policy.role_in(viewer, group)),
    )  # fmt: skip


def asides(group: "Group", lines: int) -> list[rows.AsideBox]:
    """Beside a group's discussions: its rules, who runs it, and what it shows of articles."""
    staff = groups.staff_of(group)
    chosen = rows.AsideBox(title=say("On the front page"), text=say("What its seeders and mods promote."))
    rules = counted("{count} house rule", "{count} house rules", lines)
    return [
        rows.AsideBox(title=say("House rules"), text="" if lines else say("No house rules beyond good sense yet."),
                      more=rows.AsideRow(label=rules, url=f"{group.url}/rules") if lines else None),
        rows.AsideBox(title=say("Run by"), rows=tuple(rows.AsideRow(label=each.name, url=each.url) for each in staff)),
        rows.AsideBox(title=say("Of each article"), text=_shown(group)), *([chosen] if group.is_participating else []),
    ]  # fmt: skip


def _shown(group: "Group") -> str:
    if group.show in SHOWN:
        return say(SHOWN[group.show])
    return counted(
        "This group shows an excerpt of up to {count} word.",
        "This group shows an excerpt of up to {count} words.",
        group.excerpt_words,
    )


ALONE = (
    "You are the only owner, so you can loosen this alone. Then nobody but you looks at new rules before they hold; the log says "
    "that you changed it."
)
TOGETHER = "To loosen it, another owner has to agree."


def signatures(above: int | None) -> str:
    """When a second owner signs new rules."""
    if not above:
        return say("never") if above is None else say("always")
    return counted(
        "when it would judge past comments of more than {count} member differently",
        "when it would judge past comments of more than {count} members differently",
        above,
    )


def asked_row(group: "Group", viewer: "Person") -> rows.LooseningRow | None:
    """What waits for another owner."""
    found = groups.loosening_of(group)
    if found is None:
        return None
    return rows.LooseningRow(
        key=str(found.pk), by=found.by.name, at=found.asked_at, before=signatures(group.signed_above),
        after=signatures(found.above), may_agree=bool(policy.may_agree(viewer, found)),
    )  # fmt: skip


def removals(group: "Group", viewer: "Person | None") -> list[rows.RemovalRow]:
    """Owners of whom it is asked that they be one no more, for those who can answer or take it back."""
    if viewer is None or not (policy.may_own(viewer, group) or viewer.is_site_mod):
        return []
    return [
        rows.RemovalRow(
            key=str(each.pk), by=each.by.name, name=each.person.name, at=each.asked_at, may_agree=bool(may),
            becomes=role_name(each.role) or say("not in this group any more"),
        )
        for each in groups.removals_of(group)
        if (may := policy.may_agree_to_removal(viewer, each)) or each.by_id == viewer.pk
    ]  # fmt: skip


def waiting(group: "Group") -> tuple[rows.VersionRow, ...]:
    """The same among what waits on the rules page."""
    found = groups.loosening_of(group)
    if found is None:
        return ()
    after, before = signatures(found.above), signatures(group.signed_above)
    label = say("When a second owner signs: {after} instead of {before}", after=after, before=before)
    note = say("asked by {name}", name=found.by.name)
    return (rows.VersionRow(label=label, at=found.asked_at, url=f"{group.url}/settings", note=note),)


LABELS = {
    "title": "Title",
    "about": "What it is about",
    "visibility": "Who can see it",
    "is_participating": "What stands on the front page",
    "show": "How much of an article is shown",
    "excerpt_words": "Words of an excerpt",
    "edit_minutes": "Minutes in which a comment can be edited",
    "allows_pictures": "Pictures in comments",
    "closes_after_days": "Days after which a discussion closes by itself",
    "new_days": "Days in which a member is new here",
    "new_comments": "Comments after which a member is new no more",
    "new_may": "What a new member’s comments may hold",
    "new_held": "First comments of a new member that wait for a mod",
    "signed": "Does a second owner sign new rules before they hold?",
    "signed_above": "How many members that is",
    "cuts": "What a ruling takes of a comment",
    "flag_days": "Days in which something can be flagged",
    "hides_per_day": "Off-topic comments a seeder may hide in a day",
    "rule_hours": "Hours in which a flagged seed is ruled on",
}
"""Of what can be set. New members are told what is asked of them before they write, with its end."""
HINTS = {
    "is_participating": "Holds for what is seeded from now on.",
    "excerpt_words": "From 1 to 1,000.",
    "edit_minutes": "0 means not at all; 10,080 is a week. Every earlier wording stays visible.",
    "allows_pictures": "A rule that asks for no images goes before this.",
    "closes_after_days": "Counted from the seeding; a mod can open one again. 0: never. Logged.",
    "new_days": "Counted from joining. New members read above the form what holds for them, and until when. 0: nobody is new.",
    "new_comments": "Whatever comes first. 0: the days alone count.",
    "new_held": "Where there are house rules to rule by. 0: none.",
    "signed": "Logged.",
    "signed_above": "Only for the third choice: more than this many.",
    "flag_days": "0: always.",
    "hides_per_day": "Until a mod has ruled. The log shows each. 0: none.",
    "rule_hours": "After that it leaves the front page until a mod has ruled. 0: it stays. Logged.",
}
WAYS = {
    "visibility": {
        "public": ("Public", "Everybody reads, members post."),
        "private": ("Private", "Nothing can be seen from outside, not even who is in it. Its owners let people in."),
    },
    "is_participating": {
        "False": ("Every seed", "As soon as it is seeded."),
        "True": ("What is promoted", "By its seeder or a mod; the group is then called participating. Here every seed is listed."),
    },
    "show": {
        "link": ("A link only", ""),
        "excerpt": ("An excerpt", ""),
        "full": ("The full text where a licence is stated, else an excerpt", ""),
    },
    "allows_pictures": {
        "False": ("None: comments are in words alone", ""),
        "True": ("Up to four in a comment, each described in words", ""),
    },
    "new_may": {
        "all": ("Links and pictures, as everybody’s", ""),
        "links": ("Links, and no pictures", ""),
        "words": ("Words alone: no links, no pictures", ""),
    },
    "signed": {
        "never": ("Never", ""),
        "always": ("Always", ""),
        "more": ("Only where the new rules would judge past comments of many members differently", ""),
    },
    "cuts": {
        "words": ("The words that break the rule", ""),
        "whole": ("The whole comment", ""),
    },
}
"""Of what is chosen: each way with its label and what is said beside it."""
RANGES = {name: (least, most) for name, least, most in services.NUMBERS} | {"signed_above": (0, services.MOST_SIGNED)}


def settings_parts(values: Mapping[str, object], errors: Mapping[str, str], signing: str = "") -> list[rows.FormPart]:
    """A group's settings by what they are about, with what was typed or is set, and what is wrong. `signing`: said of who signs."""

    def field(name: str, **more: object) -> rows.FieldRow:
        wrong, hint = (errors[name],) if name in errors else (), say(HINTS[name]) if name in HINTS else ""
        least, most = RANGES.get(name, (None, None))
        row = rows.FieldRow(
            name=name, label=say(LABELS[name]), kind="radios" if name in WAYS else "number" if name in RANGES else "text",
            value=str(values.get(name, "")), hint=hint, errors=wrong, least=least, most=most, choices=_choices(name, values),
        )  # fmt: skip
        return replace(row, **more)  # type: ignore[arg-type]

    signs = " ".join(filter(None, (say(HINTS["signed"]), say(signing) if signing else "")))
    return [
        rows.FormPart("", (
            field("title", is_required=True, longest=80), field("about", kind="area", rows=3, is_optional=True, longest=500),
            field("visibility"), field("is_participating"),
        )),
        rows.FormPart(say("Articles"), (field("show"), field("excerpt_words"))),
        rows.FormPart(say("Comments"), (field("edit_minutes"), field("allows_pictures"), field("closes_after_days"))),
        rows.FormPart(say("New members"), tuple(field(name) for name in ("new_days", "new_comments", "new_may", "new_held"))),
        rows.FormPart(say("Rules, flags, and rulings"), (
            field("signed", hint=signs), field("signed_above", is_optional=True),
            *(field(name) for name in ("cuts", "flag_days", "hides_per_day", "rule_hours")),
        )),
    ]  # fmt: skip


def _choices(name: str, values: Mapping[str, object]) -> tuple[rows.ChoiceRow, ...]:
    chosen = _signed(values) if name == "signed" else str(values.get(name, ""))
    return tuple(
        rows.ChoiceRow(value=value, label=say(label), hint=say(hint) if hint else "", is_chosen=value == chosen)
        for value, (label, hint) in WAYS.get(name, {}).items()
    )


def _signed(values: Mapping[str, object]) -> str:
    """Which of the three ways was chosen, or stands."""
    above = str(values["signed_above"])
    return str(values.get("signed") or {"": "never", "0": "always"}.get(above, "more"))
