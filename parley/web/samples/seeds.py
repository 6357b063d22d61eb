"""Seeds in a list, on their page, and the house rules above their discussion."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from markupsafe import Markup

from parley.web import rows

AT = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
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
RULES_READ = replace(RULES, title="House rules, and what was understood", url=None)


def picture(address: str) -> rows.Picture:
    """The one sample picture, 800 by 450."""
    return rows.Picture(url=address, width=800, height=450, alt="A ferry at dusk, lights on in every window")


def cards(address: str) -> tuple[rows.SeedRow, ...]:
    """Seeds in a list: with a picture, with a remark, locked, with a headline that never ends."""
    seed = rows.SeedRow(
        id="1",
        url="/s/1/night-ferry",
        headline=FERRY,
        source_name="tidewatch.example",
        source_url="https://tidewatch.example/ferry",
        bylines=("Noor Halloran",),
        seeder="ada",
        seeder_url="/m/ada",
        group_title="River towns",
        group_url="/g/river-towns",
        seeded_at=AT,
        published=date(2026, 11, 22),
        vote=VOTED,
        comments=126,
        new_comments=9,
        rules=5,
        rules_url="/s/1/night-ferry#rules",
        picture=picture(address),
        excerpt="The operator says the boats are too old and the crossing too empty. The crews say nobody counted.",
        why="48 votes, and 126 comments at half a vote each, make 111 points. That lifts it as high as if it had been seeded 26 "
        "hours later.",
        all_of_source="/sources/tidewatch.example",
        tags=(rows.TagRow(name="ferries", url="/tags/ferries"), rows.TagRow(name="night work", url="/tags/night%20work")),
        also=(rows.AlsoRow(url="/s/2/ferry", source_name="The Lantern", group_title="Work", comments=4),),
    )
    return (
        seed,
        replace(
            seed, vote=OPEN_VOTE, picture=None, bylines=(), new_comments=0, comments=1, rules=1, excerpt="",
            headline="Council puts the footbridge to a vote", remark="About time. Bring a tape measure.",
        ),
        replace(
            seed, vote=STILL_VOTE, headline="Unbreakable " + "headline" * 12, is_locked=True, new_comments=0, comments=0, rules=0,
            bylines=("Noor Halloran", "Ilse van der Waal-Okonkwo"),
        ),
        replace(
            seed, vote=OWN_VOTE, headline="العبّارة الليلية تعبر للمرة الأخيرة", excerpt="يقول المشغّل إن القوارب قديمة.",
            language="ar", picture=None, new_comments=0,
        ),
    )  # fmt: skip


def head() -> rows.SeedHead:
    """The head of a seed whose headline its seeder changed."""
    return rows.SeedHead(
        headline=FERRY,
        original_headline="LAST CALL: night ferry gone by Monday",
        source_name="tidewatch.example",
        source_url="https://tidewatch.example/ferry",
        seeder="ada",
        seeder_url="/m/ada",
        group_title="River towns",
        group_url="/g/river-towns",
        seeded_at=AT,
        vote=OPEN_VOTE,
        bylines=("Noor Halloran", "Ben Achterberg"),
        published=date(2026, 11, 22),
        minutes=4,
        remark="I crossed on it for eleven years.",
        tags=(rows.TagRow(name="ferries", url="/tags/ferries"), rows.TagRow(name="night work", url="/tags/night%20work")),
        all_of_source="/sources/tidewatch.example",
        language="en",
        edit_url="/s/1/edit",
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
        (
            "excerpt",
            replace(whole, picture=picture(address), caption="The Marigold at berth 4.", credit="Photo: L. Sand"),
        ),
        ("full text", replace(whole, all_words=62, licence="CC BY 4.0", licence_url="https://cc.example/by")),
        ("link only", rows.ArticleRow(rest_url="https://tidewatch.example/ferry", all_words=840)),
    )
