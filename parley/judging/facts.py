"""What the engine may know about a draft, gathered as plain data."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, starmap

from django.utils import timezone

from houserules import Earlier, Event, Facts, Member, Picture, Said
from parley.groups import queries as groups
from parley.groups.models import Group
from parley.moderation import queries as moderation
from parley.people.models import Person
from parley.seeds import queries as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.references import references
from parley.threads import queries as threads
from parley.threads.models import Comment
from parley.threads.services import Cited

DAY = 86_400
"""In seconds."""
WORD = re.compile(r"[a-z][a-z0-9_]+", re.IGNORECASE | re.ASCII)
"""What may be a member's name."""


def facts_of_comment(
    actor: Person,
    seed: Seed,
    source: str,
    *,
    parent: Comment | None,
    cited: Sequence[Cited],
    event: Event = Event.COMMENT,
    editing: Comment | None = None,
    at: datetime | None = None,
    before: Comment | None = None,
) -> Facts:
    """A draft in its context, `at` a time (an edit: when it was first posted; otherwise now). Of others' words only what
    is shown of them goes in. `before`: of the author's other comments only those that stood when this one was posted.
    """
    at = at or (editing.created_at if editing else timezone.now())
    earlier = [
        Earlier(text=each.source, label=each.number, at=each.at.timestamp())
        for each in threads.earlier_by(actor, seed, before=before)
        if editing is None or each.key != editing.pk
    ]
    return Facts(
        event=event,
        text=source,
        author=member(actor),
        parent=said(parent) if parent else None,
        answered_between=bool(parent and parent.author_id == actor.pk and threads.is_answered_by_others(parent, actor)),
        cited=tuple(said(each.comment) for each in cited),
        earlier=tuple(earlier),
        article_title=seed.headline,
        article_source=seed.source.name if seed.source else "",
        article_text=seeds.article_for_judging(seed),
        at=at.timestamp(),
        members=taking_part(seed, threads.people_in(seed), named_in([source], seed.group_id)),
        breaches_here=moderation.breaches_by(actor, seed),
        author_days=(at - actor.date_joined).total_seconds() / DAY,
        pictures=pictures_in(source),
    )


def pictures_in(source: str) -> tuple[Picture, ...]:
    """Of this site's own, by what the source calls them: stills, whatever their files were."""
    return tuple(Picture(address=f"picture:{each.number}", format="webp") for each in references(source))


def taking_part(seed: Seed, *people: Iterable[tuple[int, str]]) -> tuple[Member, ...]:
    """Who seeded, and others by key and name: who has commented, whom of the group the text names."""
    found = {seed.seeder_id: seed.seeder.username} | dict(chain(*people))
    return tuple(starmap(member_of, found.items()))


def members_named(group: Group | None, source: str) -> tuple[Member, ...]:
    """Whom of the group a text names, where nothing else is known of its context."""
    return tuple(starmap(member_of, named_in([source], group.pk))) if group else ()


def named_in(sources: Iterable[str], group_id: int) -> list[tuple[int, str]]:
    """Keys and names of members of the group whom any of these texts names."""
    return groups.members_named(group_id, set().union(*map(words_of, sources)))


def words_of(source: str) -> set[str]:
    return {word.lower() for word in WORD.findall(source)}


def member(person: Person) -> Member:
    return member_of(person.pk, person.username)


def member_of(key: int, name: str) -> Member:
    return Member(name=name, id=str(key))


def said(comment: Comment) -> Said:
    return Said(author=member(comment.author), text=texts.shown(comment.text).plain, label=comment.number)
