"""Made-up rows for /patterns: every part in every state, without a database.

Each function gives one family of states as (name of the state, row), in the order in which the page shows them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from markupsafe import Markup

from parley.web import rows

AT = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
CUT = Markup('<a class="redacted" href="/log/12" title="Redacted by a mod for rule 1, taunting">[✘]</a>')
LONG = "https://archive.example/" + "very-long-address-without-a-break/" * 5
WHY_OWN = "You wrote this, so you cannot vote for it."
FERRY = "The night ferry crosses for the last time on Sunday"

VOTES = (
    ("can be voted for", rows.VoteState(url="/c/1/vote", count=12, allowed=True)),
    ("voted", rows.VoteState(url="/c/1/vote", count=13, voted=True, allowed=True)),
    ("own", rows.VoteState(url="/c/1/vote", count=3, why=WHY_OWN)),
    ("signed out", rows.VoteState(url="/c/1/vote", count=1204, why="Sign in to vote.")),
)
OPEN_VOTE, VOTED, OWN_VOTE, STILL_VOTE = (vote for _, vote in VOTES)

RULES = rows.RulesBox(
    intro="Set by ada and River towns before the first comment; they cannot change while the discussion runs.",
    url="/g/river-towns/rules",
    rows=(
        rows.RuleRow(number=1, text="Taunting and trolling may be removed.", how="people decide", origin="site"),
        rows.RuleRow(number=2, text="Nobody votes for their own comments.", how="not possible here", origin="site"),
        rows.RuleRow(number=3, text="Quote the person you answer.", how="done for you", origin="group"),
        rows.RuleRow(
            number=4,
            text="No talk of the mayor, Titanic comparisons, memes, running down the source.",
            how="asked before posting",
            origin="ada",
            clauses=((3, 20, "topic ban"), (22, 41, "comparison ban"), (43, 48, "memes"), (50, 73, "source")),
        ),
        rows.RuleRow(number=5, text="Do not repeat comments.", how="asked before posting", origin="group"),
    ),
)


def picture(address: str) -> rows.Picture:
    """The one sample picture, 800 by 450."""
    return rows.Picture(url=address, width=800, height=450, alt="A ferry at dusk, lights on in every window")


def cards(address: str) -> tuple[rows.SeedRow, ...]:
    """Seeds in a list: with a picture, with a remark, locked, with a headline that never ends."""
    seed = rows.SeedRow(
        id="1", url="/s/1/night-ferry", headline=FERRY, source_name="tidewatch.example",
        source_url="https://tidewatch.example/ferry", bylines=("Noor Halloran",), seeder="ada", seeder_url="/m/ada",
        group_title="River towns", group_url="/g/river-towns", seeded_at=AT, published=date(2026, 11, 22),
        vote=VOTED, comments=126, new_comments=9, rules=5, rules_url="/s/1/night-ferry#rules", picture=picture(address),
        excerpt="The operator says the boats are too old and the crossing too empty. The crews say nobody counted.",
    )
    return (
        seed,
        replace(seed, vote=OPEN_VOTE, picture=None, bylines=(), new_comments=0, comments=1, rules=1, excerpt="",
                headline="Council puts the footbridge to a vote", remark="About time. Bring a tape measure."),
        replace(seed, vote=STILL_VOTE, headline="Unbreakable " + "headline" * 12, is_locked=True, new_comments=0,
                bylines=("Noor Halloran", "Ilse van der Waal-Okonkwo"), comments=0, rules=0),
        replace(seed, vote=OWN_VOTE, headline="العبّارة الليلية تعبر للمرة الأخيرة", excerpt="يقول المشغّل إن القوارب قديمة.",
                language="ar", picture=None, new_comments=0),
    )


def head() -> rows.SeedHead:
    """The head of a seed whose headline its seeder changed."""
    return rows.SeedHead(
        headline=FERRY, original_headline="LAST CALL: night ferry gone by Monday", source_name="tidewatch.example",
        source_url="https://tidewatch.example/ferry", seeder="ada", seeder_url="/m/ada", group_title="River towns",
        group_url="/g/river-towns", seeded_at=AT, vote=OPEN_VOTE, bylines=("Noor Halloran", "Ben Achterberg"),
        published=date(2026, 11, 22), minutes=4, remark="I crossed on it for eleven years.",
        tags=("ferries", "night work"), language="en", edit_url="/s/1/edit",
    )


def articles(address: str) -> tuple[tuple[str, rows.ArticleRow], ...]:
    """An excerpt with its figure, a link only, a full text under its licence."""
    text = Markup(
        "<p>At ten past eleven on Sunday the <i>Marigold</i> will cross the river for the last time. Nobody has said yet "
        "what becomes of the forty people who sail her.</p><p>“We counted nine passengers on a good night,” the "
        "operator’s manager told the council. The crews’ own tally, kept in pencil by the gangway, has thirty-one.</p>"
    )
    whole = rows.ArticleRow(html=text, shown_words=62, all_words=840, rest_url="https://tidewatch.example/ferry")
    return (
        ("excerpt", replace(whole, picture=picture(address), caption="The Marigold at berth 4.", credit="Photo: L. Sand")),
        ("full text", replace(whole, all_words=62, licence="CC BY 4.0", licence_url="https://cc.example/by")),
        ("link only", rows.ArticleRow(rest_url="https://tidewatch.example/ferry", all_words=840)),
    )


def citation(html: str = "Nobody counted the people in the wheelhouse.", **more: object) -> rows.CitationRow:
    """A citation of comment 1.1."""
    cited = rows.CitationRow(html=Markup("<p>{}</p>").format(Markup(html)), author="bo", author_url="/m/bo",  # noqa: S704 -- our own words
                             number="1.1", url="/s/1/night-ferry#c2")
    return replace(cited, **more)  # type: ignore[arg-type]


def comments() -> tuple[tuple[str, rows.CommentRow], ...]:
    """A comment in each of its states."""
    plain = rows.CommentRow(
        id="1", number="1", url="/s/1/night-ferry#c1", depth=0, author="bo", author_url="/m/bo", at=AT, vote=OPEN_VOTE,
        html=Markup("<p>Thirty-one a night is a full bus. Nobody takes a bus away for being <em>old</em>.</p>"),
        reply_url="/c/1/reply",
    )
    gone = rows.RemovedRow(line_number=1, line_words="Taunting and trolling may be removed.", at=AT, entry_number=8114,
                           decider="a mod not in this discussion", entry_url="/log/8114")
    return (
        ("plain", plain),
        ("own, edited, depth 1", replace(plain, id="2", number="1.1", depth=1, author="ada", is_own=True, is_edited=True,
            history_url="/c/2/history", edit_url="/c/2/edit", vote=OWN_VOTE, roles=("seeder",))),
        ("citing, redacted inside, for a mod", replace(plain, id="3", number="1.1.1", depth=2, why_url="/log/12",
            citations=(citation(),), html=Markup("<p>Count again. The manager is {} if he thinks buses float.</p>").format(CUT),
            cut_url="/c/3/cut")),
        ("citing redacted words, two people, one edited since; new, voted", replace(plain, id="4", number="1.1.1.1",
            depth=3, vote=VOTED, is_new=True, citations=(citation(f"The manager is {CUT} if he thinks buses float."),
            citation("A full bus.", author="new_here", number="1", is_edited_since=True)))),
        ("citing a removed comment", replace(plain, id="5", number="1.2", depth=1,
            citations=(citation(str(CUT), is_removed=True),))),
        ("wholly redacted", replace(plain, id="6", number="2", reply_url=None, removed=replace(gone, is_whole_redaction=True))),
        ("removed, with a reply below", replace(plain, id="7", number="3", reply_url=None, removed=gone)),
        ("official", replace(plain, id="8", number="3.1", depth=1, author="mo", roles=("group mod",), is_official=True,
            html=Markup("<p>Let us keep to the ferry, please.</p>"))),
        ("deep", replace(plain, id="9", number="3.1.1.2.1.1.4.1.2", depth=8, parent_number="3.1.1.2.1.1.4.1",
            parent_url="/c/90")),
        ("signed out, rich text, an address without a break", replace(plain, id="10", number="4", vote=STILL_VOTE,
            reply_url=None, html=Markup("<p>See <a href='{0}'>{0}</a>:</p><ul><li>one <strong>strong</strong> point</li>"
            "<li><code>code_without_end_{1}</code></li></ul><blockquote><p>quoted by hand</p></blockquote>"
            "<pre><code>a line of code that is longer than any telephone is wide, and scrolls by itself</code></pre>"
            ).format(LONG, "x" * 90))),
        ("right to left", replace(plain, id="11", number="5", author="ليلى", html=Markup("<p>واحد وثلاثون راكبًا كل ليلة!</p>"
            "<p>Thirty-one every night.</p>"))),
    )


def thread() -> rows.ThreadRow:
    """The bar above a discussion with something new in it."""
    orders = (rows.TabRow(label="In order", url="?order=number", is_here=True), rows.TabRow(label="Most voted", url="?order=votes"),
              rows.TabRow(label="Newest", url="?order=newest"))
    return rows.ThreadRow(comments=126, orders=orders, new_comments=9, new_url="#c4", search_url="/g/river-towns/search",
                          feed_url="/s/1/feed")


NOTICES = (
    rows.NoticeRow(text="Your comment stands.", link="See it", url="/s/1/night-ferry#c1", clears="reply/1"),
    rows.NoticeRow(text="bo edited this while you were reading. Nothing was cut.", is_refusal=True),
)
TABS = tuple(
    rows.TabRow(label=label, url="#", is_here=label == "Discussions", count=count)
    for label, count in (("Discussions", None), ("Rules", 5), ("Log", None), ("Members", None), ("Search", None))
)
GROUP = rows.GroupHead(title="River towns", url="/g/river-towns", about="What happens along the water, and who decides it.",
                       tabs=TABS, members=214, is_private=True, role="mod", seed_url="/seed", leave_url="/g/river-towns/leave")
MEMBER = rows.MemberHead(name="ada", url="/m/ada", facts=("Member since March 2026", "41 seeds", "412 comments"), is_self=True,
                         tabs=(rows.TabRow(label="Seeds", url="#", is_here=True), rows.TabRow(label="Comments", url="#")))
ASIDE = rows.AsideBox(title="Your groups", rows=(rows.AsideRow(label="River towns", url="/g/river-towns", note="12 new"),
                      rows.AsideRow(label="Night sky", url="/g/night-sky")), more=rows.AsideRow(label="All groups", url="/groups"))
MEMBERS = tuple(rows.MemberRow(name=name, url=f"/m/{name}", role=role, since=date(2026, 3, 1))
                for name, role in (("ada", "owner"), ("mo", "mod"), ("bo", ""), ("sam", "")))
GROUPS = (rows.GroupRow(title="River towns", url="/g/river-towns", about=GROUP.about, members=214, seeds=88, role="mod"),
          rows.GroupRow(title="Boathouse", url="/g/boathouse", members=1, seeds=0, is_private=True))
HITS = (rows.HitRow(title=FERRY, url="/s/1/night-ferry#c3", where="comment 1.1.1", author="bo", at=AT,
                    snippet=Markup("Nobody counted the people in the <mark>wheelhouse</mark>.")),)
PROBLEMS = tuple(
    rows.ProblemRow(status=status, title=title, sentence=sentence,
                    ways=(rows.AsideRow(label="To the front page", url="/"),))
    for status, title, sentence in (
        (403, "Not open to you", "This can be done by the group’s mods only."),
        (404, "Nothing here", "There is no such page, or it is not yours to see."),
        (409, "Somebody was faster", "mo ruled on this comment a minute ago. Have a look, then decide."),
        (413, "Too much at once", "That was more than 1 MB. Shorter pieces will pass."),
        (500, "Our mistake", "Something broke on our side. It was noted, and what you sent can be sent again."),
    )
)
KEPT = rows.KeptRow(action="/c/1/reply", fields=(("token", "t-1"),), text="Thirty-one a night is a full bus.", sign_in_url="/sign-in")
