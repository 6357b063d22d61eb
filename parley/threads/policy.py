"""Who may reply, edit, and add. No queries: the comment comes with its seed, the seed with its group."""

from datetime import datetime, timedelta

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment

MOST_REVISIONS = 50
"""Of one comment: each is kept, shown, and cut when words of one are."""


def may_comment(actor: Person | None, seed: Seed) -> Decision:
    return groups.may_post(actor, seed.group, seed.pk)


def may_reply(actor: Person | None, comment: Comment) -> Decision:
    if not (posts := may_comment(actor, comment.seed)):
        return posts
    if comment.text.removed_by_id is not None:
        return no("removed")
    return yes("member")


def may_edit(actor: Person | None, comment: Comment, *, now: datetime, is_cut: bool) -> Decision:
    """`is_cut`: a redaction or removal stands on it."""
    if not (adds := may_append(actor, comment, is_cut=is_cut)):
        return adds
    until = comment.created_at + timedelta(minutes=comment.seed.group.edit_minutes)
    if now > until:
        return no("too-late")
    return yes("author")


def may_append(actor: Person | None, comment: Comment, *, is_cut: bool) -> Decision:  # noqa: PLR0911 -- a line each
    """Adding at the end changes nothing that others answered, so it has no time limit."""
    if not (posts := may_comment(actor, comment.seed)):
        return posts
    if actor is None or comment.author_id != actor.pk:
        return no("not-author")
    if comment.is_calm:
        return no("calm")
    if comment.text.removed_by_id is not None:
        return no("removed")
    if is_cut:
        return no("ruled-on")
    if comment.text.current is not None and comment.text.current.number >= MOST_REVISIONS:
        return no("changed-often")
    return yes("author")


def may_speak_as_mod(actor: Person | None, seed: Seed) -> Decision:
    return groups.may_moderate(actor, seed.group)
