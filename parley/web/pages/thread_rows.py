"""Comments as rows. What the reader may do with each is decided here, by policies that ask the database nothing."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from markupsafe import Markup

from houserules.signals.language import MOST_LETTERS, language_of
from parley.base.saying import say
from parley.groups import policy as groups
from parley.ledger.wording import of_kind
from parley.moderation import policy as moderation
from parley.moderation.flagging import NOTHING_FLAGGED, Flagging
from parley.texts import services as texts
from parley.threads import paths
from parley.threads import policy as threads
from parley.votes import policy as voting
from parley.web import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from parley.ledger.models import Entry
    from parley.people.models import Person
    from parley.threads.models import Citation, Comment

_MARK = re.compile(r'class="redacted" href="(/log/\d+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Who reads, when, and what is known of everything on the page at once, so that no row asks for itself."""

    viewer: "Person | None"
    roles: "Mapping[int, str]" = field(default_factory=dict)
    """Of those who run the group, by key of the person: `group mod`."""
    voted: frozenset[int] = frozenset()
    flagging: Flagging = NOTHING_FLAGGED
    blocked: frozenset[int] = frozenset()
    """Keys of members whose comments fold for the reader."""
    here: "Mapping[int, str]" = field(default_factory=dict)
    """Numbers of the comments on this page, by key."""
    writes: bool = True
    """False where the discussion is shut to the reader."""
    now: "datetime" = field(default_factory=timezone.now)

    def address(self, key: int) -> str:
        """Of a comment: on this page, or wherever it stands."""
        return f"#c{key}" if key in self.here else f"/c/{key}"


def comment_rows(comments: "Iterable[Comment]", reading: Reading) -> list[rows.CommentRow]:
    return [comment_row(comment, reading) for comment in comments]


def comment_row(comment: "Comment", reading: Reading) -> rows.CommentRow:
    """The comment comes as `threads.queries.for_page` loads it, with its seed, that with its group."""
    shown = texts.shown(comment.text)
    mark = _MARK.search(shown.html)
    why = shown.removed_by.address_of_entry if shown.removed_by else mark[1] if mark else None
    may = rights_of(comment, reading, is_cut=why is not None, is_hidden=is_hidden(shown.removed_by))
    parent_number, parent_url = _parent(comment, reading)
    row = rows.CommentRow(
        id=str(comment.pk), number=comment.number, url=comment.url, depth=comment.depth, at=comment.created_at,
        author=comment.author.name, author_url=comment.author.url, html=shown.html,
        language=language_of(shown.plain[:MOST_LETTERS]),
        vote=rows.VoteState(url=f"{comment.url}/vote", count=comment.vote_count),
        roles=_roles(comment, reading), is_edited=shown.is_edited, history_url=f"{comment.url}/history",
        citations=tuple(citation_row(each, reading) for each in comment.citations.all()),
        removed=removed_row(shown.removed_by) if shown.removed_by else None, why_url=why,
        is_official=comment.is_official, is_calm=comment.is_calm, parent_number=parent_number, parent_url=parent_url,
    )  # fmt: skip
    is_own = reading.viewer is not None and comment.author_id == reading.viewer.pk
    row = replace(row, is_folded=comment.author_id in reading.blocked and not comment.is_official)
    return for_reader(row, may, is_own=is_own, voted=comment.pk in reading.voted, flag=reading.flagging.state(comment.pk))


def still_row(comment: "Comment") -> rows.CommentRow:
    """As it stands, with nothing to press, above a form about it."""
    row = comment_row(comment, Reading(viewer=None))
    return replace(row, vote=replace(row.vote, why=""))


def for_reader(row: rows.CommentRow, may: "Rights", *, is_own: bool, voted: bool, flag: str) -> rows.CommentRow:
    """With what is the reader's own."""
    ways = {way: f"{row.url}/{way}" for way in may.ways}
    return replace(
        row, is_own=is_own, vote=replace(row.vote, voted=voted, allowed=may.votes, why=may.why),
        reply_url=ways.get("reply"), edit_url=ways.get("edit"), append_url=ways.get("append"), cut_url=ways.get("cut"),
        flag_url=ways.get("flag"), show_url=ways.get("show"), flag_state=flag_state(flag), flag_label=flag_label(flag),
    )  # fmt: skip


class Rights(NamedTuple):
    """What a reader may do with one comment; the same for all that are alike (`Kept`)."""

    ways: tuple[str, ...]
    """Last parts of addresses under the comment's own."""
    votes: bool
    why: str
    """The sentence for who may not vote."""


def rights_of(comment: "Comment", reading: Reading, *, is_cut: bool, is_hidden: bool) -> Rights:
    """Recusal is asked where the cut is made. With a comment's age each of them is gained or lost once (seed_layer)."""
    viewer = reading.viewer
    edits = bool(threads.may_edit(viewer, comment, now=reading.now, is_cut=is_cut))
    is_others = viewer is not None and viewer.pk != comment.author_id and comment.text.removed_by_id is None
    may = {
        "reply": reading.writes and bool(threads.may_reply(viewer, comment)),
        "edit": reading.writes and edits,
        "append": reading.writes and not edits and bool(threads.may_append(viewer, comment, is_cut=is_cut)),
        "flag": bool(moderation.may_flag(viewer, comment, now=reading.now)),
        "show": is_hidden and viewer is not None and viewer.pk == comment.seed.seeder_id,
        "cut": is_others and bool(groups.may_moderate(viewer, comment.seed.group)),
    }
    votes = voting.may_vote(viewer, comment)
    return Rights(tuple(way for way, is_open in may.items() if is_open), bool(votes), votes.sentence)


def flag_label(state: str) -> str:
    """Of the way to the form, which shows a flag that stands."""
    return say("Change your flag") if state == "mine" else say("Flag")


def flag_state(state: str) -> str:
    return say(FLAG_STATES[state]) if state else ""


FLAG_STATES = {"mine": "flagged by you", "settled": "a mod has ruled"}
HIDDEN = "text:whole:hidden"
"""The act of a seeder who hides a comment until a mod has ruled."""


def is_hidden(entry: "Entry | None") -> bool:
    """By the seeder, who can show it again."""
    return entry is not None and entry.act == HIDDEN


def _parent(comment: "Comment", reading: Reading) -> tuple[str, str | None]:
    """Number and address. At the greatest depth a comment stands beside the one it answers, whose number only the page knows."""
    if comment.parent_id is None:
        return "", None
    path = bytes(comment.path)
    above = paths.number_of(path[: -paths.WIDTH]) if len(path) < paths.WIDTH * paths.DEEPEST else ""
    number = reading.here.get(comment.parent_id, above)
    return number, reading.address(comment.parent_id) if number else None


def _roles(comment: "Comment", reading: Reading) -> tuple[str, ...]:
    seeder = (say("seeder"),) if comment.author_id == comment.seed.seeder_id else ()
    role = reading.roles.get(comment.author_id)
    return (*seeder, role) if role else seeder


def citation_row(citation: "Citation", reading: Reading) -> rows.CitationRow:
    shown = texts.shown_part(citation.revision, citation.start, citation.end)
    return rows.CitationRow(
        html=shown.html, author=citation.cited.author.name, author_url=citation.cited.author.url,
        number=citation.cited.number, url=reading.address(citation.cited_id), is_edited_since=shown.is_edited,
        is_removed=shown.removed_by is not None,
    )  # fmt: skip


def removed_row(entry: "Entry") -> rows.RemovedRow:
    return rows.RemovedRow(
        line_number=entry.because.get("number", 0), line_words=entry.because.get("text", ""), is_taken_back=not entry.because,
        decider=of_kind(entry.decider), at=entry.at,
        entry_number=entry.pk, entry_url=entry.address_of_entry, is_hidden=is_hidden(entry),
    )  # fmt: skip


def trail(above: "Iterable[Comment]", most: int = 6) -> list[rows.CrumbRow]:
    """The way down to where a slice begins, its middle left out where it is long."""
    crumbs = [rows.CrumbRow(label=f"{each.number} {each.author.name}", url=each.url) for each in above]
    half = most // 2
    return crumbs if len(crumbs) <= most else [*crumbs[:half], rows.CrumbRow(label="…"), *crumbs[-half:]]


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    return Markup("").join(Markup("<p>{}</p>").format(block) for block in blocks if block)
