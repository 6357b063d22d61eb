"""Groups as rows: their head with its tabs, lists, asides, and the fields of their settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parley.base.saying import say
from parley.groups import policy, services
from parley.groups import queries as groups
from parley.web import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.groups.models import Group
    from parley.people.models import Person

SHOWN = {"link": "a link only", "excerpt": "an excerpt", "full": "the full text where a licence allows it"}
SHOW_LABELS = {"link": "A link only", "excerpt": "An excerpt", "full": "The full text where a licence is stated, else an excerpt"}
CUT_LABELS = {"words": "The words that break the rule", "whole": "The whole comment"}
NEW_LABELS = {
    "all": "Links and pictures, as everybody’s", "links": "Links, and no pictures", "words": "Words alone: no links, no pictures",
}  # fmt: skip
VISIBILITY_LABELS = {
    "public": ("Public", "Everybody reads, members post."),
    "private": ("Private", "Nothing can be seen from outside, not even who is in it. Its owners let people in."),
}


def head(group: "Group", viewer: "Person | None", here: str) -> rows.GroupHead:
    """The head of the group's page `here` (a tab's label)."""
    role = policy.role_in(viewer, group)
    places = {"Discussions": "", "Rules": "/rules", "Log": "/log", "Figures": "/figures", "Members": "/members", "Search": "/search"}
    if policy.may_moderate(viewer, group):
        places["Cases"] = "/cases"
    if policy.may_own(viewer, group):
        places["Settings"] = "/settings"
    return rows.GroupHead(
        title=group.title, url=group.url, about=group.about, members=groups.size_of(group), is_private=group.is_private,
        role=role or "", seed_url=f"/seed?group={group.name}" if role else None,
        join_url=f"{group.url}/join" if policy.may_join(viewer, group) or viewer is None else None,
        leave_url=f"{group.url}/leave" if role else None,
        tabs=tuple(rows.TabRow(label=label, url=group.url + end, is_here=label == here) for label, end in places.items()),
    )  # fmt: skip


def search_box(group: "Group", query: str = "") -> rows.SearchBox:
    return rows.SearchBox(url=f"{group.url}/search", label=say("Search {group}", group=group.title), query=query)


def listed(found: groups.ListedGroup, viewer: "Person | None", seeds: int) -> rows.GroupRow:
    group = found.group
    return rows.GroupRow(
        title=group.title, url=group.url, about=group.about, members=found.members, seeds=seeds,
        is_private=group.is_private, role=policy.role_in(viewer, group) or "",
    )  # fmt: skip


def asides(group: "Group", lines: int) -> list[rows.AsideBox]:
    """Beside a group's discussions: its rules, who runs it, and what it shows of articles."""
    staff = groups.staff_of(group)
    words = f" of up to {group.excerpt_words} words" if group.show == "excerpt" else ""
    counted = f"{lines} house {'rule' if lines == 1 else 'rules'}" if lines else "No house rules beyond good sense yet."
    chosen = [rows.AsideBox(title="On the front page", text="What its seeders and mods promote.")] if group.is_participating else []
    return [
        rows.AsideBox(title="House rules", text="" if lines else counted,
                      more=rows.AsideRow(label=counted, url=f"{group.url}/rules") if lines else None),
        rows.AsideBox(title="Run by", rows=tuple(rows.AsideRow(label=each.name, url=each.url) for each in staff)),
        rows.AsideBox(title="Of each article", text=f"This group shows {SHOWN[group.show]}{words}."), *chosen,
    ]  # fmt: skip


ALONE = (
    "You are the only owner, so you can loosen this alone. Then nobody but you looks at new rules before they hold; the log says "
    "that you changed it."
)
TOGETHER = "To loosen it, another owner has to agree."


def signatures(above: int | None) -> str:
    """When a second owner signs new rules."""
    if above is None:
        return "never"
    return f"when it would judge past comments of more than {above:,} members differently" if above else "always"


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
            becomes=each.role or "not in this group any more",
        )
        for each in groups.removals_of(group)
        if (may := policy.may_agree_to_removal(viewer, each)) or each.by_id == viewer.pk
    ]  # fmt: skip


def waiting(group: "Group") -> tuple[rows.VersionRow, ...]:
    """The same among what waits on the rules page."""
    found = groups.loosening_of(group)
    if found is None:
        return ()
    label = f"When a second owner signs: {signatures(found.above)} instead of {signatures(group.signed_above)}"
    return (rows.VersionRow(label=label, at=found.asked_at, url=f"{group.url}/settings", note=f"asked by {found.by.name}"),)


FRONT_LABELS = {
    "False": ("Every seed", "As soon as it is seeded."),
    "True": ("What is promoted", "By its seeder or a mod; the group is then called participating. Here every seed is listed."),
}
SIGNED_LABELS = {
    "never": "Never", "always": "Always", "more": "Only where the new rules would judge past comments of many members differently",
}  # fmt: skip
RANGES = {name: (least, most) for name, least, most in services.NUMBERS} | {"signed_above": (0, services.MOST_SIGNED)}
PICTURE_LABELS = {"False": "None: comments are in words alone", "True": "Up to four in a comment, each described in words"}


def settings_parts(values: Mapping[str, object], errors: Mapping[str, str], signing: str = "") -> list[rows.FormPart]:
    """A group's settings by what they are about, with what was typed or is set, and what is wrong. `signing`: said of who signs."""

    def field(name: str, label: str, **more: object) -> rows.FieldRow:
        wrong = (errors[name],) if name in errors else ()
        least, most = RANGES.get(name, (None, None))
        value = str(values.get(name, ""))
        return rows.FieldRow(name=name, label=label, value=value, errors=wrong, least=least, most=most, **more)  # type: ignore[arg-type]

    return [
        rows.FormPart("", (
            field("title", "Title", is_required=True, longest=80),
            field("about", "What it is about", kind="area", rows=3, is_optional=True, longest=500),
            field("visibility", "Who can see it", kind="radios", choices=tuple(
                _choice(value, label, values["visibility"], hint) for value, (label, hint) in VISIBILITY_LABELS.items())),
            field("is_participating", "What stands on the front page", kind="radios", choices=tuple(
                _choice(value, label, str(values["is_participating"]), hint) for value, (label, hint) in FRONT_LABELS.items()),
                  hint="Holds for what is seeded from now on."),
        )),
        rows.FormPart("Articles", (
            field("show", "How much of an article is shown", kind="radios", choices=tuple(
                _choice(value, label, values["show"]) for value, label in SHOW_LABELS.items())),
            field("excerpt_words", "Words of an excerpt", kind="number", hint="From 1 to 1,000."),
        )),
        rows.FormPart("Comments", (
            field("edit_minutes", "Minutes in which a comment can be edited", kind="number",
                  hint="0 means not at all; 10,080 is a week. Every earlier wording stays visible."),
            field("allows_pictures", "Pictures in comments", kind="radios", choices=tuple(
                _choice(value, label, str(values["allows_pictures"])) for value, label in PICTURE_LABELS.items()),
                  hint="A rule that asks for no images goes before this."),
            field("closes_after_days", "Days after which a discussion closes by itself", kind="number",
                  hint="Counted from the seeding; a mod can open one again. 0: never. Logged."),
        )),
        rows.FormPart("New members", tuple(_new_fields(field, values))),
        rows.FormPart("Rules, flags, and rulings", (
            field("signed", "Does a second owner sign new rules before they hold?", kind="radios", choices=tuple(
                _choice(value, label, _signed(values)) for value, label in SIGNED_LABELS.items()), hint=f"Logged. {signing}".strip()),
            field("signed_above", "How many members that is", kind="number", is_optional=True,
                  hint="Only for the third choice: more than this many."),
            field("cuts", "What a ruling takes of a comment", kind="radios", choices=tuple(
                _choice(value, label, values["cuts"]) for value, label in CUT_LABELS.items())),
            field("flag_days", "Days in which something can be flagged", kind="number", hint="0: always."),
            field("hides_per_day", "Off-topic comments a seeder may hide in a day", kind="number",
                  hint="Until a mod has ruled. The log shows each. 0: none."),
            field("rule_hours", "Hours in which a flagged seed is ruled on", kind="number",
                  hint="After that it leaves the front page until a mod has ruled. 0: it stays. Logged."),
        )),
    ]  # fmt: skip


def _signed(values: Mapping[str, object]) -> str:
    """Which of the three ways was chosen, or stands."""
    above = str(values["signed_above"])
    return str(values.get("signed") or {"": "never", "0": "always"}.get(above, "more"))


def _new_fields(field: "Callable[..., rows.FieldRow]", values: Mapping[str, object]) -> list[rows.FieldRow]:
    """What is asked of new members; they are told before they write, with its end."""
    return [
        field("new_days", "Days in which a member is new here", kind="number",
              hint="Counted from joining. New members read above the form what holds for them, and until when. 0: nobody is new."),
        field("new_comments", "Comments after which a member is new no more", kind="number",
              hint="Whatever comes first. 0: the days alone count."),
        field("new_may", "What a new member’s comments may hold", kind="radios", choices=tuple(
            _choice(value, label, values["new_may"]) for value, label in NEW_LABELS.items())),
        field("new_held", "First comments of a new member that wait for a mod", kind="number",
              hint="Where there are house rules to rule by. 0: none."),
    ]  # fmt: skip


def _choice(value: str, label: str, chosen: object, hint: str = "") -> rows.ChoiceRow:
    return rows.ChoiceRow(value=value, label=label, hint=hint, is_chosen=value == chosen)
