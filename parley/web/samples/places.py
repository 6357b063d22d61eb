"""Groups, members, notices, searches, and error pages."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY

NOTICES = (
    rows.NoticeRow(text="Your comment stands.", link="See it", url="/s/1/night-ferry#c1", clears="reply/1"),
    rows.NoticeRow(text="bo edited this while you were reading. Nothing was cut.", is_refusal=True),
)
TABS = tuple(
    rows.TabRow(label=label, url="#", is_here=label == "Discussions", count=count)
    for label, count in (("Discussions", None), ("Rules", 5), ("Log", None), ("Members", None), ("Search", None))
)
GROUP = rows.GroupHead(
    title="River towns",
    url="/g/river-towns",
    about="What happens along the water, and who decides it.",
    tabs=TABS,
    members=214,
    is_private=True,
    role="mod",
    seed_url="/seed",
    leave_url="/g/river-towns/leave",
)
MEMBER = rows.MemberHead(
    name="ada",
    url="/m/ada",
    facts=("Member since March 2026", "41 seeds", "412 comments"),
    is_self=True,
    tabs=(rows.TabRow(label="Seeds", url="#", is_here=True), rows.TabRow(label="Comments", url="#")),
)
OTHER = rows.MemberHead(
    name="bo",
    url="/m/bo",
    facts=("Member since April 2026",),
    groups=(rows.AsideRow(label="River towns", url="/g/river-towns"), rows.AsideRow(label="Night sky", url="/g/night-sky")),
    unblock_url="/m/bo/unblock",
)
BLOCKED = (rows.BlockedRow(name="bo", url="/m/bo", unblock_url="/m/bo/unblock"),)
ARCHIVES = (
    None,
    rows.ArchiveRow(asked_at=AT, until=AT),
    rows.ArchiveRow(asked_at=AT, until=AT, url="/own/data/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11", size="2.4 MB", can_renew=True),
)
ASIDE = rows.AsideBox(
    title="Your groups",
    rows=(
        rows.AsideRow(label="River towns", url="/g/river-towns", note="12 new"),
        rows.AsideRow(label="Night sky", url="/g/night-sky"),
    ),
    more=rows.AsideRow(label="All groups", url="/groups"),
)
MEMBERS = tuple(
    rows.MemberRow(name=name, url=f"/m/{name}", role=role, since=date(2026, 3, 1))
    for name, role in (("ada", "owner"), ("mo", "mod"), ("bo", ""), ("sam", ""))
)
GROUPS = (
    rows.GroupRow(title="River towns", url="/g/river-towns", about=GROUP.about, members=214, seeds=88, role="mod"),
    rows.GroupRow(title="Boathouse", url="/g/boathouse", members=1, seeds=0, is_private=True),
)
HITS = (
    rows.HitRow(
        title=Markup.escape(FERRY),
        url="/s/1/night-ferry#c3",
        where="comment 1.1.1",
        author="bo",
        at=AT,
        snippet=Markup("Nobody counted the people in the <mark>wheelhouse</mark>."),
    ),
)
PROBLEMS = tuple(
    rows.ProblemRow(
        status=status, title=title, sentence=sentence, ways=(rows.AsideRow(label="To the front page", url="/"),)
    )
    for status, title, sentence in (
        (403, "Not open to you", "This can be done by the group’s mods only."),
        (404, "Nothing here", "There is no such page, or it is not yours to see."),
        (409, "Somebody was faster", "mo ruled on this comment a minute ago. Have a look, then decide."),
        (413, "Too much at once", "That was more than 1 MB. Shorter pieces will pass."),
        (500, "Our mistake", "Something broke on our side. It was noted, and what you sent can be sent again."),
    )
)
KEPT = rows.KeptRow(
    action="/c/1/reply", fields=(("token", "t-1"),), text="Thirty-one a night is a full bus.", sign_in_url="/sign-in",
    files=("picture1",),
)
