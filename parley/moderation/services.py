"""Rulings and their undoing. Each is one transaction with one entry in the ledger."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from houserules import NumberedLine
from parley.base.cleaning import clean_line
from parley.base.decisions import no, require
from parley.base.refusals import Conflict, Invalid
from parley.groups import policy as groups
from parley.ledger import services as ledger
from parley.ledger.models import Told
from parley.moderation import policy
from parley.moderation.actions import Span, actions
from parley.moderation.models import Ruling
from parley.people.models import Person
from parley.rulebooks import queries as rulebooks
from parley.texts import services as texts
from parley.threads import services as threads
from parley.threads.models import Comment

MOST_NOTE = 300


@transaction.atomic
def rule(
    *,
    actor: Person,
    comment: Comment,
    action: str,
    line: int,
    spans: Sequence[Span] = (),
    revision: int | None = None,
    clause: str = "",
    note: str = "",
) -> Ruling:
    """Carry out `action` on a comment, naming line `line` of the rules that were pinned when it was posted.

    `spans`: code points of the revision whose key is `revision`; raises `Conflict` when the author has written another since.
    """
    comment = threads.lock(comment)
    decision = policy.may_rule(actor, comment)
    require(decision)
    if action not in actions():
        raise Invalid("Choose what to do with the comment.", "no-such-action", field="action")
    if revision is not None and comment.text.current_id != revision:
        raise Conflict("The comment was edited while you read it. Look at it again, then rule.", "edited")
    named = _line(comment, line, clause)
    source = texts.sealed_source(comment.text)
    note = _noted(note, _words_of(spans, source) if spans else _runs_of(source))
    is_involved = decision.reason == "involved"
    entry = ledger.note(
        actions()[action].told,
        actor=actor.username,
        decider=decider_of(actor, comment),
        group_id=comment.seed.group_id,
        subject=f"comment {comment.number} on “{comment.seed.headline[:120]}”",
        address=comment.url,
        because=_because(comment, named, clause),
        body={"note": note, "involved": is_involved, "seed": comment.seed_id},
    )
    actions()[action].apply(comment.text, spans, entry)
    return Ruling.objects.create(
        comment=comment,
        seed_id=comment.seed_id,
        actor=actor,
        action=action,
        version_id=_version(comment, named),
        line_number=line,
        clause_key=clause,
        is_involved=is_involved,
        entry=entry,
    )


@transaction.atomic
def undo(*, actor: Person, ruling: Ruling, note: str = "") -> Ruling:
    """End what the ruling did and nothing else: words, citations, votes and numbers are as they were."""
    comment = threads.lock(ruling.comment)
    ruling = Ruling.objects.select_for_update(of=("self",)).select_related("entry").get(pk=ruling.pk)
    ruling.comment = comment
    require(policy.may_undo(actor, ruling))
    note = _noted(note, _words_of(texts.standing_spans(comment.text), texts.sealed_source(comment.text)))
    by = ledger.note(
        Told.RULING_UNDONE,
        actor=actor.username,
        decider=decider_of(actor, comment),
        group_id=comment.seed.group_id,
        subject=ruling.entry.subject,
        address=comment.url,
        because=ruling.entry.because,
        body={"note": note, "undoes": ruling.entry_id},
        corrects=ruling.entry,
    )
    actions()[ruling.action].undo(comment.text, ruling.entry, by)
    ruling.undone_by = by
    ruling.save(update_fields=["undone_by"])
    return ruling


def decider_of(actor: Person, comment: Comment) -> str:
    """Kind of decider, as readers are told."""
    role = groups.role_in(actor, comment.seed.group)
    if role in {"mod", "owner"}:
        return f"group {role}"
    return "admin" if actor.site_role == "admin" else "site mod"


def lines_of(comment: Comment) -> Sequence[NumberedLine]:
    """The lines a ruling on this comment can name: those pinned before it was posted."""
    seed = comment.seed
    return rulebooks.rules_of(seed.site_version_id, seed.group_version_id, seed.seed_version_id).lines


def _line(comment: Comment, number: int, clause: str) -> NumberedLine:
    lines = lines_of(comment)
    if not lines:
        require(no("no-rules"))
    named = next((line for line in lines if line.number == number), None)
    if named is None or (clause and clause not in {each.key for each in named.clauses}):
        raise Invalid("Name the line of the house rules that the comment breaks.", "no-such-line", field="line")
    return named


def _version(comment: Comment, line: NumberedLine) -> int:
    seed = comment.seed
    keys = {"site": seed.site_version_id, "group": seed.group_version_id, "seed": seed.seed_version_id}
    return keys[line.origin] or 0


def _because(comment: Comment, line: NumberedLine, clause: str) -> dict[str, Any]:
    """Everything a mark, a tombstone, and the log say about the line."""
    kind = next((each.kind for each in line.clauses if each.key == clause), "")
    return {
        "number": line.number,
        "text": line.text,
        "kind": kind,
        "clause": clause,
        "book": line.origin.value,
        "version": _version(comment, line),
    }


RUN = 4
"""Words of a removed comment that follow each other and cannot stand in the note: fewer may be what anybody says."""


def _words_of(spans: Sequence[Span], source: str) -> list[str]:
    return [source[start:end] for start, end in spans]


def _runs_of(source: str) -> list[str]:
    words = source.split()
    return [" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN, 0) + 1)]


def _noted(note: str, taken: Sequence[str]) -> str:
    """The note as it is kept. The log is public, so it cannot repeat what the ruling takes away."""
    note = clean_line(note)
    if len(note) > MOST_NOTE:
        raise Invalid(
            f"Keep the note to {MOST_NOTE} characters; it stands in the public log.", "too-long", field="note"
        )
    for each in taken:
        words = " ".join(each.split()).strip(" .,;:!?*_\"'“”").casefold()
        if len(words) > 3 and words in note.casefold():
            raise Invalid(
                "The note repeats words that are cut. It stands in the public log, so say it without them.",
                "note-repeats",
                field="note",
            )
    return note
