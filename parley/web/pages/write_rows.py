"""Forms for comments as rows, and what the house rules say about a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from markupsafe import Markup

from houserules import Finding, Keeping, Verdict
from parley.base.cleaning import MOST_TEXT
from parley.base.retelling import retold
from parley.base.saying import later, say
from parley.posting.citing import citation_of
from parley.texts import services as texts
from parley.texts.references import spoken
from parley.threads import policy
from parley.web import rows
from parley.web.pages.sent import Sent

if TYPE_CHECKING:
    from datetime import datetime

    from parley.inbox.models import Unsent
    from parley.people.models import Person
    from parley.seeds.models import Seed
    from parley.threads.models import Comment

class WaysOn(TypedDict):
    can_post_anyway: bool
    after: str
    anyway: str
    waits: bool


Span = tuple[int, int]
AROUND = 60
"""Characters shown on either side of marked words."""


def reply_form(
    actor: "Person", seed: "Seed", parent: "Comment | None", sent: Sent, *, verdict: Verdict | None = None, source: str = "",
    preview: Markup | None = None, errors: tuple[str, ...] = (), revision: int | None = None, told: tuple[str, ...] = (),
    pictures: rows.PicturesRow | None = None, begun: "Unsent | None" = None,
) -> rows.WriteRow:  # fmt: skip
    """A reply, or (`parent` None) a new comment, with what was typed. `revision`: of the parent, as the page shows it;
    `source`: what was judged, which `verdict`'s spans count; `begun`: the draft that is kept of it.
    """
    place, title = f"/s/{seed.pk}", say("Write a comment")
    if parent:
        place, title = f"/c/{parent.pk}", say("Reply to comment {number}", number=parent.number)
    return rows.WriteRow(
        action=f"{place}/reply", title=title, submit=say("Post reply") if parent else say("Post comment"), token=str(sent.token),
        text=sent.text, quotes=quote_rows(seed, parent, sent), draft=draft_of(seed, parent),
        cite=sent.cite if seed.comment_count else None,
        coach=coach_row(verdict, source, _own(actor, parent)) if verdict else None,
        coach_url=f"/s/{seed.pk}/coach" + (f"?parent={parent.pk}" if parent else ""), preview=preview, errors=errors,
        revision=str(revision) if revision is not None else "", longest=MOST_TEXT,
        cancel_url=parent.url if parent else seed.url,
        can_be_official=bool(policy.may_speak_as_mod(actor, seed)), is_official=sent.is_official, told=told,
        pictures=pictures, mute_url=f"/c/{parent.pk}/branch" if parent else None, shelf_url=f"{place}/draft", **_begun(begun, sent),
        impasse_url=f"/c/{parent.pk}/impasse" if parent and parent.author_id != actor.pk and not parent.is_official else None,
    )  # fmt: skip


class Begun(TypedDict, total=False):
    version: int
    begun: int
    begun_at: "datetime"
    drop_url: str
    other: rows.UnsentRow


def _begun(draft: "Unsent | None", sent: Sent) -> Begun:
    """The words are the draft's where the form was not sent yet. Else the other draft stands beside them, and its version is not the
    form's: what keeps itself would write over words that nobody chose to lose.
    """
    if draft is None:
        return {"version": sent.version}
    drop = f"/drafts/{draft.pk}/drop"
    if sent.version == draft.version and sent.draft == draft.text:
        return {"version": sent.version, "begun": draft.version, "begun_at": draft.changed_at, "drop_url": drop}
    other = rows.UnsentRow(text=draft.text, at=draft.changed_at, drop_url=drop, version=draft.version)
    return {"version": sent.version, "other": other}


def draft_of(seed: "Seed", parent: "Comment | None") -> str:
    """Name of the draft that the browser keeps."""
    return f"reply/{parent.pk}" if parent else f"seed/{seed.pk}"


def own_form(
    comment: "Comment", sent: Sent, *, adds: bool, revision: int | None = None, verdict: Verdict | None = None,
    source: str = "", preview: Markup | None = None, errors: tuple[str, ...] = (), pictures: rows.PicturesRow | None = None,
) -> rows.WriteRow:  # fmt: skip
    """Editing one's own comment, or adding to it. `source`: what was judged, which `verdict`'s spans count."""
    title, way = (later("Add to comment {number}"), "append") if adds else (later("Edit comment {number}"), "edit")
    return rows.WriteRow(
        action=f"/c/{comment.pk}/{way}", title=say(title, number=comment.number), submit=say("Add it") if adds else say("Save"),
        token=str(sent.token), text=sent.text, revision=str(revision) if revision is not None else "",
        draft=own_draft_of(comment, adds=adds), quotes=_quotes_of_others(comment, sent) if adds else (),
        coach=coach_row(verdict, source, None, waits=False) if verdict else None, preview=preview, errors=errors, longest=MOST_TEXT,
        cancel_url=comment.url, pictures=pictures,
    )  # fmt: skip


def _quotes_of_others(comment: "Comment", sent: Sent) -> tuple[rows.QuoteRow, ...]:
    """What was quoted in the reply to oneself that is added instead, but for oneself."""
    found = [_quote_row(comment.seed, key, words) for key, words in sent.quotes if key != comment.pk]
    return tuple(row for row in found if row is not None)


def own_draft_of(comment: "Comment", *, adds: bool) -> str:
    """What is added may have been begun as a reply to oneself."""
    return f"{'reply' if adds else 'edit'}/{comment.pk}"


def quote_rows(seed: "Seed", parent: "Comment | None", sent: Sent) -> tuple[rows.QuoteRow, ...]:
    """What the comment will cite, as it is shown now; the parent's opening where nothing else of it is quoted, which can be
    taken out and put back.
    """
    found = [_quote_row(seed, key, words) for key, words in sent.quotes]
    if parent is not None and parent.pk not in {key for key, _ in sent.quotes}:
        found.insert(0, _quote_row(seed, parent.pk, "", is_kept=not sent.offers_parent))
    return tuple(row for row in found if row is not None)


def _quote_row(seed: "Seed", key: int, words: str, *, is_kept: bool = True) -> rows.QuoteRow | None:
    cited = citation_of(seed, key, words)
    if cited is None or cited.comment.text.current is None:
        return None
    revision = cited.comment.text.current
    revision.text = cited.comment.text
    return rows.QuoteRow(
        value=f"{key}:{words}", html=texts.shown_part(revision, cited.start, cited.end).html,
        author=cited.comment.author.name, number=cited.comment.number, is_kept=is_kept,
    )  # fmt: skip


def _own(actor: "Person", parent: "Comment | None") -> "Comment | None":
    return parent if parent is not None and parent.author_id == actor.pk else None


def append_url(verdict: Verdict, own_parent: "Comment | None") -> str | None:
    """Where a reply to oneself can be added to the comment it would answer (R3.4)."""
    if own_parent is None or all(finding.kind != "self-reply" for finding in verdict.findings):
        return None
    return f"/c/{own_parent.pk}/append"


AFTER = {
    Keeping.POINT: "It is posted at once, and a mod looks at it.",
    Keeping.ASK: "You can change the words, or post it anyway; a mod may look at it.",
    Keeping.HOLD: (
        "You can change the words, or press “Send it to a mod”: a mod looks at it first, and nobody else sees it until then."
    ),
    Keeping.PREVENT: "This cannot be posted as it stands. Your words are kept while you change them.",
}
NO_WAIT = (
    "A mod looks at such words first, and a change of a comment cannot wait for that. Change the words, or say it in a new comment. "
    "What you wrote is kept."
)


def coach_row(verdict: Verdict, source: str, own_parent: "Comment | None", *, waits: bool = True) -> rows.CoachRow:
    """`waits`: what is held can wait for a mod, which changes of a comment cannot."""
    return rows.CoachRow(
        findings=tuple(_finding_row(each, source) for each in said_once(verdict)), append_url=append_url(verdict, own_parent),
        **ways_on(verdict, waits=waits),
    )  # fmt: skip


def ways_on(verdict: Verdict, *, waits: bool = True) -> WaysOn:
    """What can be done with a text of which the house rules have something to say."""
    keeping = verdict.keeping or Keeping.POINT
    may = keeping in {Keeping.ASK, Keeping.POINT} or (keeping is Keeping.HOLD and waits)
    return {
        "can_post_anyway": may, "after": say(AFTER.get(keeping, "") if waits or keeping is not Keeping.HOLD else NO_WAIT),
        "anyway": say("Send it to a mod") if keeping is Keeping.HOLD else say("Post it anyway"),
        "waits": may and keeping is Keeping.HOLD,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What one or more clauses say of the same words."""

    findings: tuple[Finding, ...]

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Number and words, each line once."""
        return tuple(dict.fromkeys((each.line_number, each.line_text) for each in self.findings))

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.findings[0].spans

    @property
    def note(self) -> str:
        return retold(self.findings[0].note)

    @property
    def passes(self) -> str:
        return " ".join(dict.fromkeys(retold(each.passes) for each in self.findings if each.passes))

    @property
    def keeping(self) -> Keeping:
        """The strongest."""
        return max((each.keeping for each in self.findings), key=lambda keeping: keeping.strength)


def said_once(verdict: Verdict) -> list[Said]:
    """Findings in their order, where clauses of one kind that say the same of the same words speak together."""
    found: dict[object, list[Finding]] = {}
    for each in verdict.findings:
        found.setdefault((each.kind, each.spans, each.note), []).append(each)
    return [Said(tuple(together)) for together in found.values()]


def _finding_row(said: Said, source: str) -> rows.FindingRow:
    return rows.FindingRow(
        lines=said.lines, marked=marked(source, said.spans), note=said.note, passes=said.passes, keeping=said.keeping.value,
    )  # fmt: skip


def _window(source: str, first: int, last: int, around: int) -> Span:
    """From `first` to `last` with about `around` characters on either side, cut between words where there is a gap."""
    start, end = max(0, first - around), min(len(source), last + around)
    if start:
        start = source.find(" ", start, first) + 1 or start
    if end < len(source):
        end = max(source.rfind(" ", last, end), last)
    return start, end


def marked(source: str, spans: Sequence[Span], *, around: int | None = AROUND) -> Markup:
    """The words of `spans` marked, with a little of what stands around them (None: all of it). Nothing where no span is."""
    if not spans:
        return Markup()
    first, last = spans[0][0], spans[-1][1]
    start, end = (0, len(source)) if around is None else _window(source, first, last, around)
    pieces, here = [Markup("… ") if start else Markup()], start
    for from_, to in spans:
        pieces += [Markup("{}").format(source[here:from_]), Markup("<mark>{}</mark>").format(source[from_:to])]
        here = to
    pieces.append(Markup("{}").format(source[here:end] + (" …" if end < len(source) else "")))
    return Markup(spoken(Markup().join(pieces)))  # noqa: S704 -- what was escaped stays so
