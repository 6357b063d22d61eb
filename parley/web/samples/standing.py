"""What was decided about somebody: notices, statements of reasons, one's own record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY

LINES = (
    rows.NoticeLine(
        url="#", subject=f"Words were cut from comment 3 on “{FERRY}”", at=AT, is_new=True,
        lines=("Line 1: Taunting and trolling may be removed.", "You can appeal within 30 days."),
    ),
    rows.NoticeLine(
        url="#", subject=f"3 replies to your comment 1.2 in “{FERRY}”", at=AT - timedelta(hours=1), is_new=True,
        lines=("By bo, mo and sam.", "bo: The hull is sound, the inspection says."),
    ),
    rows.NoticeLine(
        url="#", subject="ada asks for fewer second signatures in River towns", at=AT - timedelta(hours=2), is_new=False,
        lines=("It holds once another owner agrees. Look at it, then agree, or leave it as it is.",),
    ),
)  # fmt: skip
DEVICES = (
    rows.DeviceRow(name="Firefox on Linux", endpoint="https://push.example/1", since=AT, stop_url="#"),
    rows.DeviceRow(name="Chrome on Android", endpoint="https://push.example/2", since=AT - timedelta(days=40), stop_url="#"),
)
LIMITS = (
    rows.LimitRow(sentence="You are suspended in River towns until 30 November.", agreement="", agree_url=None),
    rows.LimitRow(sentence="You are suspended in Night sky.", agreement="I write about the sky.", agree_url="/record/1/agree"),
)
POINTS = rows.PointsRow(
    group="River towns", group_url="/g/river-towns", points=3, limit=10, falls=(("2 points", AT + timedelta(days=30)),),
    following="At 10 you are suspended for a day.",
)  # fmt: skip
ACTS = (
    rows.ActRow(label=f"Words cut from comment 3 on “{FERRY}”", url="#", state="appealed", at=AT),
    rows.ActRow(label="Comment 1 removed", url="#", state="undone", at=AT - timedelta(days=3)),
)


def statements() -> tuple[tuple[str, rows.StatementRow], ...]:
    """As whom it concerns reads it, before and after an appeal; as a mod does; when it is undone."""
    fresh = rows.StatementRow(
        url="/statements/1", title=f"Words cut from comment 3 on “{FERRY}”",
        facts=(("What", "2 words"), ("Why", "Line 1: Taunting and trolling may be removed."), ("Who", "a group mod")),
        item_url="/s/1/night-ferry#c3", entry_url="/log/8114", is_undone=False, talk=(), appeal_url="/statements/1/appeal",
        appeal_until="22 December 2026", appeal=None, appeal_state=(), undo_url=None, is_concerned=True,
    )  # fmt: skip
    asked = rows.TalkRow(who="bo", is_mods=False, html=Markup("<p>Which word was it?</p>"), at=AT)
    answered = rows.TalkRow(who="", is_mods=True, html=Markup("<p>“Genius”, as it was said.</p>"), at=AT + timedelta(hours=1))
    appealed = replace(
        fresh, appeal_url=None, appeal=Markup("It was meant kindly."), talk=(asked, answered),
        appeal_state=("Somebody who had no part in it decides.",),
    )  # fmt: skip
    return (
        ("one’s own", fresh),
        ("appealed, with questions", appealed),
        ("refused: what was typed is kept", replace(fresh, errors=("Say why it should not stand.",), grounds=" ", text="Why?")),
        ("too late, what was typed is kept", replace(fresh, appeal_url=None, grounds="It was meant kindly.")),
        ("a mod’s", replace(appealed, is_concerned=False, undo_url="/statements/1/undo")),
        ("undone, in a group that is closed to one now", replace(
            appealed, is_undone=True, item_url=None, entry_url=None, appeal_state=("Granted: it was meant kindly.",)
        )),
        ("one of many", replace(fresh, mass=("One of 12 that were removed at once.", "/mass/1"))),
    )  # fmt: skip
