"""Forms in which people write: comments with the coach, seeds and their preview, single fields."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from houserules import Keeping
from parley.web import rows
from parley.web.pages.write_rows import AFTER
from parley.web.samples.seeds import AT, FERRY, RULES, picture
from parley.web.samples.thread import CUT

DRAFT = "Tidewatch is a rag. And the mayor never set foot on that boat."
FINDINGS = (
    rows.FindingRow(
        lines=((4, "running down the source"),),
        note="That is about the source, not the ferry.",
        marked=Markup("<mark>Tidewatch is a rag</mark>. And the mayor …"),
        passes="A comment that argues with its figures.",
    ),
    rows.FindingRow(
        lines=((4, "No talk of the mayor"),),
        note="The mayor is not up for discussion here.",
        marked=Markup("… And <mark>the mayor</mark> never set foot on that boat."),
        passes="The same comment without these words.",
    ),
)
QUOTES = (
    rows.QuoteRow(value="1:", html=Markup("Thirty-one a night is a full bus."), author="bo", number="1"),
    rows.QuoteRow(
        value="3:if he thinks buses float",
        html=CUT + " if he thinks buses float",
        author="new_here",
        number="1.1.1",
        is_kept=False,
    ),
)


OTHER = rows.UnsentRow(text="From the phone.", at=AT, drop_url="/drafts/1/drop", version=1)


def _places(address: str) -> rows.PicturesRow:
    first = rows.SlotRow(number=1, key="1", url=picture(address).url, width=800, height=450)
    return rows.PicturesRow(slots=(first, *(rows.SlotRow(number=number) for number in (2, 3, 4))))


def writing(address: str) -> tuple[tuple[str, rows.WriteRow], ...]:
    """The form of a comment: fresh, with the coach speaking, stopped, previewed, refused."""
    fresh = rows.WriteRow(
        action="/c/1/reply",
        title="Reply to comment 1",
        submit="Post reply",
        token="t-1",  # noqa: S106 -- a form's token
        quotes=QUOTES[:1],
        coach_url="/coach",
        draft="reply/1",
        cancel_url="/s/1/night-ferry#c1",
    )
    spoken = rows.CoachRow(findings=FINDINGS)
    own = rows.FindingRow(
        lines=((5, "Do not reply to yourself."),),
        marked=Markup(""),
        keeping="ask",
        note="Nobody has answered your comment 1.1 yet.",
        passes="Adding these words to it.",
    )
    return (
        ("fresh", fresh),
        (
            "the coach speaks; two quotations",
            replace(fresh, text=DRAFT, quotes=QUOTES, cite="1.2", coach=spoken, can_be_official=True),
        ),
        (
            "answering oneself",
            replace(fresh, text="And another thing.", coach=rows.CoachRow(findings=(own,), append_url="/c/2/append")),
        ),
        (
            "a picture is kept, and not described yet",
            replace(fresh, text="Look at it.", errors=("Say in a few words what picture 1 shows.",), pictures=_places(address)),
        ),
        ("where a rule asks for no pictures", replace(fresh, pictures=rows.PicturesRow(says="In words alone: a rule asks for it."))),
        (
            "cannot be posted as it stands",
            replace(
                fresh,
                text=DRAFT,
                coach=rows.CoachRow(findings=FINDINGS[:1], can_post_anyway=False, after=AFTER[Keeping.PREVENT]),
            ),
        ),
        (
            "waits for a mod",
            replace(
                fresh,
                text=DRAFT,
                coach=rows.CoachRow(findings=FINDINGS[:1], after=AFTER[Keeping.HOLD], anyway="Send it to a mod", waits=True),
            ),
        ),
        ("previewed", replace(fresh, text="*Count* again.", preview=Markup("<p><em>Count</em> again.</p>"))),
        ("another draft is kept", replace(fresh, text="From the desk.", other=OTHER)),
        ("refused", replace(fresh, text="", errors=("There are no words in it yet.",), quotes=())),
    )


ADDRESS = rows.FieldRow(
    name="address",
    label="Address of the article",
    kind="url",
    hint="Only this one page is fetched.",
    value="http://localhost/x",
    errors=("That address is not on the public web. You can paste the text instead.",),
)
GROUP = rows.FieldRow(
    name="group",
    label="Group",
    kind="select",
    choices=(
        rows.ChoiceRow(value="r", label="River towns", is_chosen=True),
        rows.ChoiceRow(value="n", label="Night sky"),
    ),
)
HEADLINE = rows.FieldRow(name="title", label="Headline", value=FERRY, beside="LAST CALL: night ferry gone by Monday")
TEXT = rows.FieldRow(
    name="text",
    label="Text of the article",
    kind="area",
    rows=9,
    value="At ten past eleven on Sunday the Marigold will cross the river for the last time.",
)
FIELDS = (
    ("text, with what the source had", HEADLINE),
    (
        "required, empty, wrong",
        rows.FieldRow(
            name="canonical_url",
            label="Address at the source",
            kind="url",
            is_required=True,
            errors=("A seed from the web needs its address.",),
        ),
    ),
    ("date", rows.FieldRow(name="published", label="Published", kind="date", value="2026-11-22", is_optional=True)),
    (
        "radios",
        rows.FieldRow(
            name="shown",
            label="How much is shown",
            kind="radios",
            choices=(
                rows.ChoiceRow(value="link", label="Link only"),
                rows.ChoiceRow(value="excerpt", label="Excerpt", hint="120 words", is_chosen=True),
            ),
        ),
    ),
    (
        "checkbox",
        rows.FieldRow(
            name="private", label="Private group", kind="checkbox", value="on", hint="Nothing can be seen outside."
        ),
    ),
)
SEED_FORMS = tuple(
    (
        way,
        rows.SeedFormRow(
            action="/seed",
            way=way,
            group=GROUP,
            address=ADDRESS,
            page_file=rows.FieldRow(
                name="page", label="Saved page", kind="file", accept=".html,.htm", hint="An HTML file of up to 5 MB."
            ),
            pasted=(rows.FieldRow(name="pasted_title", label="Headline"), replace(TEXT, name="pasted", value="")),
            remark=replace(TEXT, name="remark", label="Your remark") if way == "address" else None,
            carried="packed" if way == "file" else "",
        ),
    )
    for way in ("address", "file", "text")
)


def preview(address: str) -> rows.PreviewRow:
    """A seed before it is published, with two lines left out and one of them restored."""
    return rows.PreviewRow(
        action="/seed/preview",
        token="t-2",  # noqa: S106 -- a form's token
        text=TEXT,
        picture=picture(address),
        rules=replace(RULES, title="House rules it will have"),
        shown="River towns shows an excerpt of 120 words; the rest stays private.",
        article=(
            HEADLINE,
            rows.FieldRow(
                name="bylines", label="Written by", value="Noor Halloran", hint="Several: put a comma between."
            ),
            rows.FieldRow(name="source", label="Source", value="Tidewatch"),
            rows.FieldRow(
                name="canonical_url", label="Address at the source", kind="url", value="https://tidewatch.example/ferry"
            ),
            rows.FieldRow(name="published", label="Published", kind="date", value="2026-11-22"),
        ),
        dropped=(
            rows.DroppedRow(index=0, line="CLOSE X", why="a button"),
            rows.DroppedRow(
                index=4, line="By Noor Halloran River ReporterFOLLOW", why="a second byline", is_restored=True
            ),
        ),
        yours=(
            GROUP,
            rows.FieldRow(name="remark", label="Your remark", kind="area", rows=2, is_optional=True),
            rows.FieldRow(name="tags", label="Tags", is_optional=True),
            rows.FieldRow(
                name="prose",
                label="Your own rules for this seed",
                kind="area",
                rows=3,
                is_optional=True,
                value="No memes.",
            ),
        ),
        gaps=("Nothing says how a member can appeal. The site’s rule holds.",),
        duplicate=rows.NoticeRow(
            text="River towns already talks about this article.", link="Go there", url="/s/1", is_refusal=True
        ),
    )
