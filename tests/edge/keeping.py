"""The front's way of finding, making, and keeping pages, without its loop: on the connection of the test, so that it sees what is not
committed; and what must be true of every page that is kept, after whatever happened.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import unified_diff

from houserules import read
from parley.base.keys import Made, Shelf
from parley.base.keys.shelf import WATCH
from parley.config.wsgi import application
from parley.edge.behind import Answer, Behind, environ_for
from parley.edge.pages import Asked, Pages
from parley.edge.proof import FileProof
from parley.groups import services as groups
from parley.groups.models import Group
from parley.ledger.models import Entry
from parley.moderation import straining
from parley.moderation.straining import Asked as Strain
from parley.posting import seeding
from parley.rulebooks import queries
from parley.rulebooks import services as rulebooks
from parley.seeds import promoting
from parley.seeds.models import Seed
from parley.seeds.services import Draft
from parley.threads.models import Comment
from parley.threads.models import Strain as Holding
from parley.votes import services as votes
from parley.web.pages.seed_body import SHELF
from tests.moderation.histories import NUMBERS, History, page_words

MORE = {
    "strain": 3, "ease": 2, "seed": 1, "vote_seed": 3, "join": 1, "leave": 1, "role": 1, "settings": 1, "visibility": 1, "rules": 1,
    "promotion": 2,
}  # fmt: skip
"""How often each is tried, beside those of moderation."""


def asked(name: str) -> Asked:
    return Asked(name, "identity", "testserver", "en")


class Keeper:
    """`seen` is what a reader without a session gets: from the shelf, or made and put there."""

    def __init__(self) -> None:
        self.behind = Behind(application)
        self.pages = Pages(self.behind, FileProof(), megabytes=64)
        self.kept = 0

    @property
    def shelf(self) -> Shelf:
        return self.pages.shelf

    def seen(self, name: str) -> bytes:
        WATCH.prove()
        if (page := self.pages.proved(asked(name))) is not None:
            self.kept += 1
            return page.whole
        with self.shelf.flight() as flight:
            answer, page = self.pages._made(asked(name))
            WATCH.prove()
            if page is not None:
                self.shelf.put(asked(name).page, Made(page, len(page.whole), frozenset({*answer.keys, "site"})), flight)
        return said(answer)

    def fresh(self, name: str) -> bytes:
        SHELF.clear()  # of discussions, behind the front
        path, _, query = name.partition("?")
        return said(self.behind.call(environ_for(path, query, HTTP_HOST="testserver")))


def difference(one: bytes, other: bytes) -> list[str]:
    return list(unified_diff(one.decode().splitlines(), other.decode().splitlines(), lineterm="", n=0))[:20]


def said(answer: Answer) -> bytes:
    return answer.body if answer.status == 200 else str(answer.status).encode()


@dataclass
class KeptHistory(History):
    """A history that looks, after each act, at every page that is kept."""

    keeper: Keeper = field(default_factory=Keeper)
    looks_at: int | None = None
    """So many pages after each act; None: all."""

    def act(self) -> str:
        if self.random.random() < 0.15:
            return self.tried(self.random.choices(list(MORE), list(MORE.values()))[0])
        return super().act()

    def addresses(self) -> Iterator[str]:
        group = self.seeds[0].group
        yield from ("/", "/newest", "/discussed", "/g", group.url, f"{group.url}?order=newest", f"{group.url}?order=discussed")
        yield from ("/tags", "/sources/lantern.example", f"/days/{datetime.now(UTC):%Y-%m-%d}")
        yield from (f"{group.url}/members", "/log", f"{group.url}/log")
        yield from (f"/m/{name}{end}" for name in ("ada", "olga", "mo") for end in ("", "?show=comments"))
        for seed in Seed.objects.order_by("pk"):
            yield from (seed.url, f"{seed.url}?order=votes", f"{seed.url}?order=newest")
            yield from (f"/s/{seed.pk}/feed.atom", f"/s/{seed.pk}/rules")
        if (comment := Comment.objects.order_by("-pk").first()) is not None:
            yield from (f"/c/{comment.pk}/history", f"{comment.seed.url}?after=1")
        if (entry := Entry.objects.order_by("-pk").first()) is not None:
            yield entry.address_of_entry

    def check(self, seed: Seed) -> None:  # noqa: ARG002 -- all of them are looked at
        """What is kept is what Django says now; and no page that is only good as the last one holds a word that is cut."""
        WATCH.prove()
        cut = set().union(*(self.cut_words(each) for each in Seed.objects.all()))
        for name, row in self.keeper.shelf._rows.items():
            words = set(page_words(row.made.value.whole.decode()))
            assert not words & cut, (name, words & cut, self.done, row.made.keys, row.is_good)
        addresses = list(self.addresses())
        for name in addresses if self.looks_at is None else self.random.sample(addresses, min(self.looks_at, len(addresses))):
            was_kept = self.keeper.pages.proved(asked(name)) is not None
            seen = self.keeper.seen(name)
            if was_kept:  # else it was made this moment, and would be compared with itself
                fresh = self.keeper.fresh(name)
                assert seen == fresh, (name, self.done, difference(seen, fresh))

    # acts besides those of moderation

    def strain(self) -> Seed:
        seed = self.random.choice(self.seeds)
        way = self.random.choice(["locked", "slowed", "paused", "held"])
        straining.strain(actor=self.mod(), seed=seed, asked=Strain(way=way, note="Hot.", hours=2, minutes=5))
        return seed

    def ease(self) -> Seed | None:
        holding = self.one_of(Holding.objects.filter(eased_by=None))
        if holding is None:
            return None
        straining.ease(actor=self.mod(), seed=holding.seed, strain_id=holding.pk)
        return holding.seed

    def seed(self) -> Seed | None:
        if len(self.seeds) > 4:
            return None
        number = next(NUMBERS)
        draft = Draft(
            headline=f"Another lake {number}", source_name="The Lantern", article="Sensors saw it. " * 40,
            canonical_url=f"https://lantern.example/more/{number}",
        )  # fmt: skip
        made = seeding.publish_seed(
            actor=self.somebody("ada", "bo", "olga"), group=self.seeds[0].group, seeding_=seeding.Seeding(draft=draft, remark="See.")
        )
        self.seeds.append(made)
        return made

    def vote_seed(self) -> Seed:
        seed = self.random.choice(self.seeds)
        votes.set_vote(actor=self.writer(), item=seed, voted=self.random.random() < 0.7)
        return seed

    def join(self) -> Seed:
        groups.join(actor=self.somebody(), group=self.seeds[0].group)
        return self.seeds[0]

    def leave(self) -> Seed:
        groups.leave(actor=self.somebody("cy", "sita"), group=self.seeds[0].group)
        return self.seeds[0]

    def role(self) -> Seed:
        person, role = self.somebody("cy", "mi"), self.random.choice(["member", "mod"])
        groups.set_role(actor=self.people.olga, group=self.seeds[0].group, person=person, role=role)
        return self.seeds[0]

    def settings(self) -> Seed:
        group = Group.objects.get(pk=self.seeds[0].group_id)
        changes = [{"title": f"Sky {next(NUMBERS)}"}, {"excerpt_words": self.random.randint(5, 60)}, {"about": "Stars."}]
        groups.change_settings(actor=self.people.olga, group=group, **self.random.choice(changes))
        return self.seeds[0]

    def promotion(self) -> Seed:
        """The group takes part in it, and a seed goes off the front page or onto it."""
        seed = Seed.objects.get(pk=self.random.choice(self.seeds).pk)
        groups.change_settings(actor=self.people.olga, group=Group.objects.get(pk=seed.group_id), is_participating=True)
        act = promoting.promote if seed.waits_for_front else promoting.take_off
        act(actor=self.random.choice([self.people.olga, seed.seeder]), seed=seed)
        return seed

    def visibility(self) -> Seed:
        """Shut and, an act later or two, open again."""
        group = Group.objects.get(pk=self.seeds[0].group_id)
        groups.change_settings(actor=self.people.olga, group=group, visibility="public" if group.is_private else "private")
        return self.seeds[0]

    def rules(self) -> Seed:
        group = self.seeds[0].group
        now = queries.in_force(queries.book_of_group(group))
        prose = f"Stay on topic.\n\nNo talk of the mayor.\n\nNo taunting.\n\nRule {next(NUMBERS)}."
        rulebooks.publish(actor=self.people.olga, group=group, book=read(prose).all_confirmed(), after=now.number if now else 0)
        return self.seeds[0]
