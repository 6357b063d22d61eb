"""Made-up rows for the forms on /patterns: writing, seeding, cutting, rule books, and the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from parley.web import rows
from parley.web.samples import AT, CUT, FERRY, RULES, citation, picture

DRAFT = "Tidewatch is a rag. And the mayor never set foot on that boat."
FINDINGS = (
    rows.FindingRow(line_number=4, line_words="running down the source", note="That is about the source, not the ferry.",
                    marked=Markup("<mark>Tidewatch is a rag</mark>. And the mayor …"), passes="Argue with its figures and it will pass."),
    rows.FindingRow(line_number=4, line_words="No talk of the mayor", note="The mayor is not up for discussion here.",
                    marked=Markup("… And <mark>the mayor</mark> never set foot on that boat."), passes="Without these words it passes."),
)
QUOTES = (
    rows.QuoteRow(value="1:", html=Markup("Thirty-one a night is a full bus."), author="bo", number="1"),
    rows.QuoteRow(value="3:if he thinks buses float", html=CUT + " if he thinks buses float", author="new_here", number="1.1.1", is_kept=False),
)


def writing() -> tuple[tuple[str, rows.WriteRow], ...]:
    """The form of a comment: fresh, with the coach speaking, stopped, previewed, refused."""
    fresh = rows.WriteRow(action="/c/1/reply", title="Reply to comment 1", submit="Post reply", token="t-1",  # noqa: S106 -- a form's token
                          quotes=QUOTES[:1], coach_url="/coach", draft="reply/1", cancel_url="/s/1/night-ferry#c1")
    spoken = rows.CoachRow(findings=FINDINGS)
    own = rows.FindingRow(line_number=5, line_words="Do not reply to yourself.", marked=Markup(""), keeping="ask",
                          note="Nobody has answered your comment 1.1 yet.", passes="You can add these words to it.")
    return (
        ("fresh", fresh),
        ("the coach speaks; two quotations", replace(fresh, text=DRAFT, quotes=QUOTES, coach=spoken, can_be_official=True)),
        ("answering oneself", replace(fresh, text="And another thing.", coach=rows.CoachRow(findings=(own,), append_url="/c/2/append"))),
        ("cannot be posted as it stands", replace(fresh, text=DRAFT, coach=rows.CoachRow(findings=FINDINGS[:1], can_post_anyway=False))),
        ("previewed", replace(fresh, text="*Count* again.", preview=Markup("<p><em>Count</em> again.</p>"))),
        ("refused", replace(fresh, text="", errors=("There are no words in it yet.",), quotes=())),
    )


ADDRESS = rows.FieldRow(name="address", label="Address of the article", kind="url", hint="Only this one page is fetched.",
                        value="http://localhost/x", errors=("That address is not on the public web. You can paste the text instead.",))
GROUP = rows.FieldRow(name="group", label="Group", kind="select",
                      choices=(rows.ChoiceRow(value="r", label="River towns", is_chosen=True), rows.ChoiceRow(value="n", label="Night sky")))
HEADLINE = rows.FieldRow(name="title", label="Headline", value=FERRY, beside="LAST CALL: night ferry gone by Monday")
TEXT = rows.FieldRow(name="text", label="Text of the article", kind="area", rows=9,
                     value="At ten past eleven on Sunday the Marigold will cross the river for the last time.")
FIELDS = (
    ("text, with what the source had", HEADLINE),
    ("required, empty, wrong", rows.FieldRow(name="canonical_url", label="Address at the source", kind="url", is_required=True,
                                             errors=("A seed from the web needs its address.",))),
    ("date", rows.FieldRow(name="published", label="Published", kind="date", value="2026-11-22", is_optional=True)),
    ("radios", rows.FieldRow(name="shown", label="How much is shown", kind="radios", choices=(
        rows.ChoiceRow(value="link", label="Link only"),
        rows.ChoiceRow(value="excerpt", label="Excerpt", hint="120 words", is_chosen=True)))),
    ("checkbox", rows.FieldRow(name="private", label="Private group", kind="checkbox", value="on", hint="Nothing can be seen outside.")),
)
SEED_FORMS = tuple(
    (way, rows.SeedFormRow(
        action="/seed", way=way, group=GROUP, address=ADDRESS,
        page_file=rows.FieldRow(name="page", label="Saved page", kind="file", accept=".html,.htm", hint="An HTML file of up to 5 MB."),
        pasted=(rows.FieldRow(name="pasted_title", label="Headline"), replace(TEXT, name="pasted", value=""))))
    for way in ("address", "file", "text")
)
PROSE = "Taunting may be removed at the discretion of mods.\nQuote the person you answer.\nNo talk of the mayor, no memes."


def preview(address: str) -> rows.PreviewRow:
    """A seed before it is published, with two lines left out and one of them restored."""
    return rows.PreviewRow(
        action="/seed/preview", token="t-2",  # noqa: S106 -- a form's token
        text=TEXT, picture=picture(address), rules=RULES, shown="River towns shows an excerpt of 120 words; the rest stays private.",
        article=(HEADLINE, rows.FieldRow(name="bylines", label="Written by", value="Noor Halloran", hint="Several: put a comma between."),
                 rows.FieldRow(name="source", label="Source", value="Tidewatch"),
                 rows.FieldRow(name="canonical_url", label="Address at the source", kind="url", value="https://tidewatch.example/ferry"),
                 rows.FieldRow(name="published", label="Published", kind="date", value="2026-11-22")),
        dropped=(rows.DroppedRow(index=0, line="CLOSE X", why="a button"),
                 rows.DroppedRow(index=4, line="By Noor Halloran River ReporterFOLLOW", why="a second byline", is_restored=True)),
        yours=(GROUP, rows.FieldRow(name="remark", label="Your remark", kind="area", rows=2, is_optional=True),
               rows.FieldRow(name="tags", label="Tags", is_optional=True),
               rows.FieldRow(name="prose", label="Your own rules for this seed", kind="area", rows=3, is_optional=True, value="No memes.")),
        gaps=("Nothing says how a member can appeal. The site’s rule holds.",),
        duplicate=rows.NoticeRow(text="River towns already talks about this article.", link="Go there", url="/s/1", is_refusal=True),
    )


def keepings(*names: str, chosen: str) -> tuple[rows.ChoiceRow, ...]:
    """The keepings a clause may have, one of them chosen."""
    return tuple(rows.ChoiceRow(value=name, label=name, is_chosen=name == chosen) for name in names)


def books() -> tuple[tuple[str, rows.BookRow], ...]:
    """A rule book before and after its reading."""
    prose = rows.FieldRow(name="prose", label="House rules", kind="area", rows=6, value=PROSE)
    empty = rows.BookRow(action="/g/river-towns/rules/draft", version="7", prose=replace(prose, value=""))
    pieces = (
        rows.PieceRow(text="Taunting", number=1), rows.PieceRow(text=" may be removed "),
        rows.PieceRow(text="at the discretion of mods", is_plain=True), rows.PieceRow(text="."),
        rows.PieceRow(text="Quote the person", number=2, breaks=True), rows.PieceRow(text=" you answer."),
        rows.PieceRow(text="No ", breaks=True), rows.PieceRow(text="talk of the mayor", number=3), rows.PieceRow(text=", no "),
        rows.PieceRow(text="memes", number=4), rows.PieceRow(text="."),
    )
    clauses = (
        rows.ClauseRow(number=1, key="a", kind="Taunting", explains="People decide. The software does not look for it.", is_people=True,
                       how="people decide"),
        rows.ClauseRow(number=2, key="b", kind="Quote the person you answer", how="done for you", explains="A reply starts with a citation."),
        rows.ClauseRow(number=3, key="c", kind="Topic ban", parameters="the mayor", words="talk of the mayor",
                       choices=keepings("people", "ask", chosen="ask"), explains="The author is told before posting, and decides."),
        rows.ClauseRow(number=4, key="d", kind="Memes and images", words="memes", choices=keepings("people", "ask", "prevent", chosen="prevent"),
                       explains="Pictures are refused; links to them stay links."),
    )
    read = replace(empty, prose=prose, pieces=pieces, clauses=clauses, in_force="Version 7 is in force since 2 October.",
                   gaps=("You ban talk of the mayor but of no other candidate.",))
    return (("not read yet", empty), ("read", read))


def cut() -> rows.CutRow:
    """A comment in which two words are marked and one is gone already."""
    said = "Count again, genius. The manager is silly if he thinks buses float.".split()
    words = tuple(rows.WordRow(value=f"{n}-{n + 1}", text=word, before=" " if n else "", is_marked=n in {1, 2}, is_cut=n == 6)
                  for n, word in enumerate(said))
    lines = tuple(rows.ChoiceRow(value=str(row.number), label=f"{row.number}. {row.text}", hint=row.how) for row in RULES.rows)
    return rows.CutRow(action="/c/3/cut", revision="2", number="1.1.1", author="bo", words=words, lines=lines, citations=(citation(),),
                       cited_by=2, cancel_url="/s/1/night-ferry#c3", errors=("Choose the rule it breaks.",))


ENTRY = rows.EntryRow(number=8114, at=AT, what="Words redacted in", url="/log/8114", decider="a mod not in this discussion", line_number=1,
                      line="Taunting and trolling may be removed.", about=f"comment 3 on “{FERRY}”", about_url="/s/1/night-ferry#c7",
                      undo_url="/log/8114/undo", note="Said to a person, not about the ferry.", digest="9f2c" * 16,
                      facts=(("Words cut", "2"),))
ENTRIES = (
    ENTRY,
    replace(ENTRY, number=8113, at=AT - timedelta(hours=3), what="Removed", undo_url=None, is_undone=True, undone_url="/log/8115"),
    replace(ENTRY, number=8112, what="Rule book put in force in", about="River towns", line_number=None, decider="the group’s owner", undo_url=None),
)
VERSIONS = (rows.VersionRow(label="Version 7", at=AT, url="#", note="adds a line on memes", is_in_force=True),
            rows.VersionRow(label="Version 6", at=AT - timedelta(days=60), url="#"))
