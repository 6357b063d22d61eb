"""A discussion: comments in each of their states."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from parley.web import rows
from parley.web.samples.seeds import AT, OPEN_VOTE, OWN_VOTE, STILL_VOTE, VOTED

CUT = Markup('<a class="redacted" href="/log/12" title="Redacted by a mod for rule 1, taunting">[✘]</a>')
LONG = "https://archive.example/" + "very-long-address-without-a-break/" * 5


def citation(html: str = "Nobody counted the people in the wheelhouse.", **more: object) -> rows.CitationRow:
    """A citation of comment 1.1."""
    cited = rows.CitationRow(
        html=Markup("<p>{}</p>").format(Markup(html)),  # noqa: S704 -- our own words
        author="bo",
        author_url="/m/bo",
        number="1.1",
        url="/s/1/night-ferry#c2",
    )
    return replace(cited, **more)  # type: ignore[arg-type]


PLAIN = rows.CommentRow(
    id="1",
    number="1",
    url="/s/1/night-ferry#c1",
    depth=0,
    author="bo",
    author_url="/m/bo",
    at=AT,
    vote=OPEN_VOTE,
    html=Markup("<p>Thirty-one a night is a full bus. Nobody takes a bus away for being <em>old</em>.</p>"),
    reply_url="/c/1/reply",
)
GONE = rows.RemovedRow(
    line_number=1,
    line_words="Taunting and trolling may be removed.",
    at=AT,
    entry_number=8114,
    decider="a mod not in this discussion",
    entry_url="/log/8114",
)
COMMENTS = (
    ("plain", PLAIN),
    (
        "own, edited, depth 1",
        replace(
            PLAIN,
            id="2",
            number="1.1",
            depth=1,
            author="ada",
            is_own=True,
            is_edited=True,
            history_url="/c/2/history",
            edit_url="/c/2/edit",
            vote=OWN_VOTE,
            roles=("seeder",),
        ),
    ),
    ("by somebody whom the reader blocked", replace(PLAIN, id="13", is_folded=True)),
    (
        "taken back by its author, who left",
        replace(PLAIN, id="14", author="a former member", author_url="", html=Markup(), removed=replace(GONE, is_taken_back=True)),
    ),
    ("own, too late to edit", replace(PLAIN, id="12", is_own=True, append_url="/c/12/append", vote=OWN_VOTE)),
    (
        "citing, redacted inside, for a mod",
        replace(
            PLAIN,
            id="3",
            number="1.1.1",
            depth=2,
            why_url="/log/12",
            citations=(citation(),),
            html=Markup("<p>Count again. The manager is {} if he thinks buses float.</p>").format(CUT),
            cut_url="/c/3/cut",
        ),
    ),
    (
        "citing redacted words, two people, one edited since; new, voted",
        replace(
            PLAIN,
            id="4",
            number="1.1.1.1",
            depth=3,
            vote=VOTED,
            is_new=True,
            citations=(
                citation(f"The manager is {CUT} if he thinks buses float."),
                citation("A full bus.", author="new_here", number="1", is_edited_since=True),
            ),
        ),
    ),
    (
        "citing a removed comment",
        replace(PLAIN, id="5", number="1.2", depth=1, citations=(citation(str(CUT), is_removed=True),)),
    ),
    (
        "wholly redacted",
        replace(PLAIN, id="6", number="2", reply_url=None, removed=replace(GONE, is_whole_redaction=True)),
    ),
    ("can be flagged", replace(PLAIN, id="13", flag_url="/c/13/flag")),
    ("flagged by the reader", replace(PLAIN, id="14", flag_url="#", flag_label="Change your flag", flag_state="flagged by you")),
    ("settled", replace(PLAIN, id="15", flag_url="/c/15/flag", flag_state="a mod has ruled", why_url="/log/12")),
    ("hidden by the seeder, for others", replace(PLAIN, id="16", reply_url=None, removed=replace(GONE, is_hidden=True))),
    (
        "hidden by the seeder, for him",
        replace(PLAIN, id="17", reply_url=None, removed=replace(GONE, is_hidden=True), show_url="/c/17/show"),
    ),
    ("removed, with a reply below", replace(PLAIN, id="7", number="3", reply_url=None, removed=GONE)),
    (
        "official",
        replace(
            PLAIN,
            id="8",
            number="3.1",
            depth=1,
            author="mo",
            roles=("group mod",),
            is_official=True,
            html=Markup("<p>Let us keep to the ferry, please.</p>"),
        ),
    ),
    (
        "deep",
        replace(
            PLAIN, id="9", number="3.1.1.2.1.1.4.1.2", depth=8, parent_number="3.1.1.2.1.1.4.1", parent_url="/c/90"
        ),
    ),
    (
        "signed out, rich text, an address without a break",
        replace(
            PLAIN,
            id="10",
            number="4",
            vote=STILL_VOTE,
            reply_url=None,
            html=Markup(
                "<p>See <a href='{0}'>{0}</a>:</p><ul><li>one <strong>strong</strong> point</li>"
                "<li><code>code_without_end_{1}</code></li></ul><blockquote><p>quoted by hand</p></blockquote>"
                "<pre><code>a line of code that is longer than any telephone is wide, and scrolls by itself</code></pre>"
            ).format(LONG, "x" * 90),
        ),
    ),
    (
        "right to left",
        replace(
            PLAIN,
            id="11",
            number="5",
            author="ليلى",
            html=Markup("<p>واحد وثلاثون راكبًا كل ليلة!</p><p>Thirty-one every night.</p>"),
        ),
    ),
)


def thread() -> rows.ThreadRow:
    """The bar above a discussion with something new in it."""
    orders = (
        rows.TabRow(label="In order", url="?order=number", is_here=True),
        rows.TabRow(label="Most voted", url="?order=votes"),
        rows.TabRow(label="Newest", url="?order=newest"),
    )
    return rows.ThreadRow(
        comments=126,
        orders=orders,
        new_comments=9,
        new_url="#c4",
        search_url="/g/river-towns/search",
        feed_url="/s/1/feed",
    )
