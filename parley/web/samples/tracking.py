"""What somebody follows, and what he has begun to write."""

from __future__ import annotations

from datetime import timedelta

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY

TRACKING = (
    ("something is new", rows.TrackRow(url="/s/1", me="ada", new="7", is_followed=True, draft_url="/s/1/reply")),
    ("followed", rows.TrackRow(url="/s/1", me="ada", is_followed=True)),
    ("not followed", rows.TrackRow(url="/s/1", me="ada")),
    ("muted", rows.TrackRow(url="/s/1", me="ada", is_muted=True)),
)
FOLLOWED = (
    rows.FollowedRow(
        headline=FERRY, url="/s/1/night-ferry", language="en", group="River towns", group_url="/g/river-towns", at=AT,
        short_url="/s/1", new="100+", next_url="/s/1/next",
    ),
    rows.FollowedRow(
        headline="A glacier lake drained", url="/s/2/a-lake", language="en", group="Night sky", group_url="/g/night-sky",
        at=AT - timedelta(days=1), short_url="/s/2", is_muted=True,
    ),
)  # fmt: skip
UNSENT = (
    rows.UnsentRow(
        text="The ferry went twice an hour when", at=AT, drop_url="/drafts/1/drop", place=FERRY, what="a reply to comment 1.2",
        url="/c/3/reply",
    ),
    rows.UnsentRow(text="Only my own words are left of it.", at=AT - timedelta(days=2), drop_url="/drafts/2/drop", what="a draft"),
)  # fmt: skip
BRANCHES = (
    rows.BranchRow(fold_url="/c/1/fold", mute_url="/c/1/mute", back="/c/1"),
    rows.BranchRow(fold_url="/c/1/fold", mute_url="/c/1/mute", back="/c/1", is_folded=True, is_muted=True),
)
