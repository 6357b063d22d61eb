"""What somebody follows, and what he has begun to write, as rows."""

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.base.saying import say
from parley.base.shortening import shortened
from parley.groups import policy as groups
from parley.inbox.tracking_queries import MOST_COUNTED, Line
from parley.web import rows
from parley.web.pages.own_marks import Left

if TYPE_CHECKING:
    from parley.inbox.models import Unsent
    from parley.people.models import Person
    from parley.seeds.models import Seed

MOST_SHOWN = 600
"""Characters of a draft in a list."""


def strip(viewer: "Person | None", seed: "Seed", left: Left) -> rows.TrackRow | None:
    """Above a discussion, for who is signed in."""
    if viewer is None:
        return None
    here = left.position
    return rows.TrackRow(
        url=f"/s/{seed.pk}", me=viewer.name, new=counted(here.new) if here else "", is_followed=bool(here and here.is_followed),
        is_muted=bool(here and here.is_muted), folded=" ".join(str(each.key) for each in left.branches if each.is_folded),
        muted=" ".join(str(each.key) for each in left.branches if each.is_muted),
        draft_url=f"/s/{seed.pk}/reply" if left.draft and groups.may_post(viewer, seed.group, seed.pk) else None,
    )  # fmt: skip


def with_read(foot: rows.FootRow, seed: "Seed", left: Left) -> rows.FootRow:
    """With the button that marks all as read, where there is anything new; and with what was begun elsewhere."""
    if foot.write is not None and left.draft:
        foot = replace(foot, write=replace(foot.write, begun=left.draft))
    if left.position is None or not left.position.new:
        return foot
    return replace(foot, read_url=f"/s/{seed.pk}/read", read_to=left.position.newest)


def counted(new: int) -> str:
    return f"{MOST_COUNTED}+" if new > MOST_COUNTED else str(new or "")


def followed_row(line: Line, back: str) -> rows.FollowedRow:
    seed = line.seed
    return rows.FollowedRow(
        headline=seed.headline, url=seed.url, language=seed.language, group=seed.group.title, group_url=seed.group.url,
        at=line.active_at, short_url=f"/s/{seed.pk}", new=counted(line.new), next_url=f"/s/{seed.pk}/next",
        is_followed=line.is_followed, is_muted=line.is_muted, back=back,
    )  # fmt: skip


def unsent_row(viewer: "Person", draft: "Unsent") -> rows.UnsentRow:
    """Of a discussion that is closed to him now he is told nothing but his own words."""
    text = shortened(draft.text, MOST_SHOWN)
    row = rows.UnsentRow(text=text, at=draft.changed_at, drop_url=f"/drafts/{draft.pk}/drop", what=say("a draft"))
    if not groups.may_read(viewer, draft.seed.group):
        return replace(row, text=draft.text)
    what, place = say("a comment"), f"/s/{draft.seed_id}"
    if draft.parent is not None:
        what, place = say("a reply to comment {number}", number=draft.parent.number), f"/c/{draft.parent.pk}"
    return replace(row, place=draft.seed.headline, what=what, url=f"{place}/reply")
