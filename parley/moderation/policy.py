"""Who may flag, who may rule, and who may see what was cut."""

from datetime import datetime, timedelta

from parley.base.decisions import Decision, no, yes
from parley.groups import policy as groups
from parley.moderation import recusal
from parley.moderation.items import Item, author_id, item_of, seed_of
from parley.moderation.models import Case, Ruling
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment


def may_flag(actor: Person | None, item: Comment | Seed, *, now: datetime) -> Decision:
    """No queries. Whether a mod has settled it already is `flagging`'s question."""
    seed = seed_of(item)
    if not (posts := groups.may_post(actor, seed.group, seed.pk)):
        return posts
    if actor is None or author_id(item) == actor.pk:
        return no("own-item")
    if isinstance(item, Comment) and item.text.removed_by_id is not None:
        return no("removed")
    days = seed.group.flag_days
    if days and now - item.created_at > timedelta(days=days):
        return no("closed-to-flags")
    return yes("member")


def may_hide(actor: Person | None, item: Comment | Seed, *, now: datetime) -> Decision:
    """Whether the seeder may hide what is off topic until a mod has ruled."""
    if not (flags := may_flag(actor, item, now=now)):
        return flags
    if actor is None or isinstance(item, Seed) or item.seed.seeder_id != actor.pk:
        return no("no-hiding")
    if not item.seed.group.hides_per_day:
        return no("no-hiding")
    return yes("seeder")


def may_rule(actor: Person | None, item: Item, *, contests: Ruling | None = None) -> Decision:
    """Asks the database for what recuses; the answer's reason is `involved` where a mod takes part and nobody is free to rule.
    `contests`: a ruling on the item whose appeal is to be decided.
    """
    group = seed_of(item).group
    if not (moderates := groups.may_moderate(actor, group)):
        return moderates
    assert actor is not None  # noqa: S101 -- said by may_moderate, for the type checker
    matter = recusal.matter_of(item, [actor], contests=contests)
    if not matter.grounds(actor):
        return yes("not-involved")
    deciders = recusal.deciders_in(group)
    if recusal.matter_of(item, deciders, contests=contests).may_rule_involved(actor, deciders):
        return yes("involved")
    return no("recused")


def may_take(actor: Person | None, case: Case) -> Decision:
    """May open the case and act on it; the case comes with its item."""
    return may_rule(actor, item_of(case), contests=case.contests)


def may_undo(actor: Person | None, ruling: Ruling) -> Decision:
    if not (rules := may_rule(actor, ruling.comment or ruling.seed)):
        return rules
    if ruling.undone_by_id is not None:
        return no("nothing-to-undo")
    return rules


def may_see_sealed(viewer: Person | None, item: Item) -> Decision:
    """The words as they were written: the author, and mods who may rule on it (R4.7)."""
    if viewer is not None and viewer.pk == author_id(item):
        return yes("author")
    return may_rule(viewer, item)


def may_talk(viewer: Person | None, ruling: Ruling) -> Decision:
    """Who talks about a ruling: the person concerned, the mod who ruled while he is one, and mods who may rule there."""
    if viewer is not None and viewer.pk == ruling.person_id:
        return yes("author")
    if viewer is not None and viewer.pk == ruling.actor_id and groups.may_moderate(viewer, ruling.seed.group):
        return yes("mod")
    return may_rule(viewer, ruling.comment or ruling.seed)
