"""Nobody rules on a discussion in which he takes part (R4.6). Enforced in the services; pages only ask what would be said."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Q

from houserules.signals.folding import fold
from parley.groups.models import Group, Membership, Role
from parley.moderation.items import Item, author_id, seed_of, text_of
from parley.moderation.models import Flag, Ruling, Step
from parley.people.models import Person, SiteRole
from parley.seeds.models import Seed
from parley.texts.models import Text
from parley.texts.services import as_read, for_judging
from parley.threads.models import Citation, Comment, Held
from parley.votes.queries import voters_of

SENTENCES = {
    "author": "You wrote this.",
    "seeder": "You seeded this article.",
    "takes-part": "You commented in this discussion as a member.",
    "flagged": "You flagged this.",
    "cited": "You are cited in this comment.",
    "named": "You are named in this comment.",
    "voted": "You voted for this, or for the comment it answers.",
    "had-part": "You had a part in the ruling that is appealed.",
}

OPINIONS = ("seconded", "doubted", "noted", "asked-second")
"""Steps of a case by which somebody has a part in its ruling."""

_SIGNS = re.compile(r"[*_~`\\\[\]&<!]")
"""Of Markdown, by which what is read differs from what is written."""

PUT_ON = frozenset({"cited", "named"})
"""What the author of a comment alone brings about."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One item, with the keys of people whom each ground recuses."""

    item: Item
    took_part: frozenset[int]
    flagged: frozenset[int]
    cited: frozenset[int]
    voted: frozenset[int]
    words: tuple[str, ...]
    """What stands in it, folded."""
    had_part: frozenset[int]

    def grounds(self, person: Person) -> list[str]:
        """Why the person does not rule on it, in words of `SENTENCES`; empty when nothing stands against it."""
        holds = {
            "author": author_id(self.item) == person.pk,
            "seeder": seed_of(self.item).seeder_id == person.pk,
            "takes-part": person.pk in self.took_part,
            "flagged": person.pk in self.flagged,
            "cited": person.pk in self.cited,
            "named": self._names(person),
            "voted": person.pk in self.voted,
            "had-part": person.pk in self.had_part,
        }
        return [ground for ground, is_so in holds.items() if is_so]

    def _names(self, person: Person) -> bool:
        name = re.compile(rf"(?<!\w){re.escape(person.username)}(?!\w)")
        return any(name.search(words) for words in self.words)

    def may_rule_involved(self, person: Person, deciders: Sequence[Person]) -> bool:
        """A site with a single mod may be ruled by him, and naming or citing all who could rule puts nothing beyond ruling.
        The ruling is then marked *involved*.
        """
        if [each.pk for each in deciders] == [person.pk]:
            return True
        return PUT_ON.issuperset(self.grounds(person)) and all(self.grounds(each) for each in deciders)


def matter_of(item: Item, people: Iterable[Person], *, contests: Ruling | None = None) -> Matter:
    return matters_of([(item, contests)], people)[0]


def matters_of(items: Sequence[tuple[Item, Ruling | None]], people: Iterable[Person]) -> list[Matter]:
    """For each item (of an appeal also the ruling it contests) what recuses any of `people`; six queries, however many there
    are of each. Items come with their texts' current revisions.
    """
    keys = [person.pk for person in people]
    seeds = {seed_of(item).pk for item, _ in items}
    spoke = _sets(
        Comment.objects.filter(seed__in=seeds, author__in=keys, is_official=False).values_list("seed_id", "author_id")
    )
    flagged = _flaggers([item for item, _ in items], keys)
    cited = _cited([item for item, _ in items])
    voters = voters_of(keys, comments=[key for item, _ in items for key in _comments_voted_on(item)], seeds=seeds)
    had_part = _parts([ruling for _, ruling in items if ruling is not None])
    return [
        Matter(
            item=item,
            took_part=frozenset(spoke[seed_of(item).pk]),
            flagged=frozenset(flagged[_key(item)]),
            cited=frozenset(cited[_key(item)]),
            voted=frozenset().union(*(voters.get(place, ()) for place in _places_voted_on(item))),
            words=_words_of(item),
            had_part=frozenset(had_part[ruling.pk]) if ruling else frozenset(),
        )
        for item, ruling in items
    ]


def _sets(pairs: Iterable[tuple[int, int]]) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for key, member in pairs:
        found[key].add(member)
    return found


def _key(item: Item) -> tuple[str, int]:
    return type(item).__name__, item.pk


def _comments_voted_on(item: Item) -> list[int]:
    """The comment and the one it answers (R4.6)."""
    if isinstance(item, Seed):
        return []
    own = [item.pk] if isinstance(item, Comment) else []
    return own + ([item.parent_id] if item.parent_id else [])


def _places_voted_on(item: Item) -> list[tuple[str, int]]:
    return [("seed", item.pk)] if isinstance(item, Seed) else [("comment", key) for key in _comments_voted_on(item)]


def _flaggers(items: Iterable[Item], keys: Sequence[int]) -> "defaultdict[tuple[str, int], set[int]]":
    """Who flagged the item, in whatever case."""
    comments = [item.pk for item in items if isinstance(item, Comment)]
    seeds = [item.pk for item in items if isinstance(item, Seed)]
    place = Q(case__comment__in=comments) | Q(case__seed__in=seeds, case__comment=None, case__held=None)
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for comment, seed, person in Flag.objects.filter(place, person__in=keys).values_list(
        "case__comment_id", "case__seed_id", "person_id"
    ):
        found[("Comment", comment) if comment else ("Seed", seed)].add(person)
    return found


def _cited(items: Iterable[Item]) -> "defaultdict[tuple[str, int], set[int]]":
    found: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    comments = [item.pk for item in items if isinstance(item, Comment)]
    for comment, person in Citation.objects.filter(comment__in=comments).values_list("comment_id", "cited__author_id"):
        found["Comment", comment].add(person)
    held = [item for item in items if isinstance(item, Held) and item.cited]
    if held:
        authors = dict(
            Comment.objects.filter(pk__in=[each[0] for item in held for each in item.cited]).values_list(
                "pk", "author_id"
            )
        )
        for item in held:
            found["Held", item.pk].update(authors[each[0]] for each in item.cited)
    return found


def _parts(rulings: Sequence[Ruling]) -> defaultdict[int, set[int]]:
    """Who ruled, or said in its case what to do."""
    found = _sets((ruling.pk, ruling.actor_id) for ruling in rulings)
    if not rulings:
        return found
    spoke = Step.objects.filter(
        case__rulings__in=rulings, what__in=OPINIONS, actor__isnull=False
    )
    for ruling, person in spoke.values_list("case__rulings", "actor_id"):
        found[ruling].add(person)
    return found


def _words_of(item: Item) -> tuple[str, ...]:
    """The source, and as it reads, by which a name set in italics or in letters that look like its own is found."""
    text = text_of(item)
    if text is None:
        return ()
    source = for_judging(text)
    reads = (as_read(text),) if _SIGNS.search(source) else ()  # without signs it reads as it stands, and rendering takes its time
    return tuple(fold(words).text for words in (source, *reads))


def named_in(text: Text, names: Iterable[str]) -> str | None:
    """The first of the names that stands in a text, as `Matter` finds them; or whatever is written with an @."""
    words = [fold(each).text for each in (for_judging(text), as_read(text))]
    if any(re.search(r"(?<!\w)@\w", each) for each in words):
        return "@"
    return next((name for name in names if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", each) for each in words)), None)


def freedom(person: Person, items: Sequence[tuple[Item, Ruling | None]]) -> list[str | None]:
    """Of items of one group, each with the ruling it contests or None, whether the person may rule on it: `free`, `involved` where he
    takes part and nobody is free, or None. A fixed number of queries for all.
    """
    matters = matters_of(items, [person])
    if not any(matter.grounds(person) for matter in matters):
        return ["free"] * len(matters)
    deciders = deciders_in(seed_of(items[0][0]).group)
    found: list[str | None] = []
    for matter, again in zip(matters, matters_of(items, deciders), strict=True):
        involved = "involved" if again.may_rule_involved(person, deciders) else None
        found.append(involved if matter.grounds(person) else "free")
    return found


def grounds(person: Person, item: Item, *, contests: Ruling | None = None) -> list[str]:
    """`Matter.grounds` of one item."""
    return matter_of(item, [person], contests=contests).grounds(person)


def deciders_in(group: Group) -> list[Person]:
    """Everybody who has the right to rule in the group, by name."""
    staff = Membership.objects.filter(group=group, role__in=[Role.MOD, Role.OWNER])
    condition = Q(pk__in=staff.values("person"))
    if not group.is_private:
        condition |= Q(site_role__in=[SiteRole.MOD, SiteRole.ADMIN])
    return list(Person.objects.filter(condition, is_active=True).order_by("username"))


def staff_in(group: Group) -> list[Person]:
    """Those of them who are the group's own."""
    found = Membership.objects.filter(group=group, role__in=[Role.MOD, Role.OWNER], person__is_active=True)
    return [row.person for row in found.select_related("person")]


def free_to_rule(item: Item, *, contests: Ruling | None = None, limit: int = 8) -> list[Person]:
    """Who could rule on it without a part in it."""
    deciders = deciders_in(seed_of(item).group)
    matter = matter_of(item, deciders, contests=contests)
    return list(islice((each for each in deciders if not matter.grounds(each)), limit))
