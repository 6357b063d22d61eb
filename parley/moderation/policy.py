"""Who may rule, and who may see what was cut."""

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.moderation import recusal
from parley.moderation.models import Ruling
from parley.people.models import Person
from parley.threads.models import Comment


def may_rule(actor: Person | None, comment: Comment) -> Decision:
    """Asks the database for what recuses; the answer's reason is `involved` where a mod takes part and nobody is free to rule."""
    if not (moderates := groups.may_moderate(actor, comment.seed.group)):
        return moderates
    assert actor is not None  # noqa: S101 -- said by may_moderate, for the type checker
    if not (grounds := recusal.grounds(actor, comment)):
        return yes("not-involved")
    if recusal.may_rule_involved(actor, comment, grounds):
        return yes("involved")
    return no("recused")


def may_undo(actor: Person | None, ruling: Ruling) -> Decision:
    if not (rules := may_rule(actor, ruling.comment)):
        return rules
    if ruling.undone_by_id is not None:
        return no("nothing-to-undo")
    return rules


def may_see_sealed(viewer: Person | None, comment: Comment) -> Decision:
    """The words as they were written: the author, and mods who may rule on it (R4.7)."""
    if viewer is not None and viewer.pk == comment.author_id:
        return yes("author")
    return may_rule(viewer, comment)
