"""The cast, and factories for the smallest valid thing with its state; made through the services that people's acts go through."""

import gc
import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

# Other tests share the cores: that an example took its time says nothing.
settings.register_profile("shared", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("shared")

NUMBERS = itertools.count(1)
CAST = {"ada": "member", "bo": "member", "mo": "mod", "olga": "owner", "new": None}
RULES = (
    "Taunting and trolling may be removed.\n\nDon't vote for your own comments.\n\nDon't repeat comments or reply to yourself.\n\n"
    "Please quote the person you are replying to.\n\nNo Marlow, fascism references, memes, source dissing."
)


@pytest.fixture
def people(db) -> SimpleNamespace:
    """ada writes, bo reads, mo moderates, olga owns the group, new is in no group, sita is a site mod."""
    from parley.people.models import SiteRole
    from parley.people.services import create_person

    made = {
        name: create_person(username=name, email=f"{name}@parley.example", password="correct horse") for name in CAST
    }
    made["sita"] = create_person(
        username="sita", email="sita@parley.example", password="correct horse", site_role=SiteRole.MOD
    )
    return SimpleNamespace(**made)


@pytest.fixture
def group_with(people) -> Callable:
    """A group owned by olga with the cast in its roles; `rules` (prose) confirmed throughout, None for no rule book."""
    from houserules import read
    from parley.groups import services as groups
    from parley.rulebooks import services as rulebooks

    def make(*, rules: str | None = RULES, members: dict[str, str | None] = CAST, visibility="public", **settings) -> object:
        group = groups.create_group(actor=people.olga, name=f"group-{next(NUMBERS)}", title="Astronomy", **settings)
        for name, role in members.items():
            if role not in {None, "owner"}:
                groups.set_role(actor=people.olga, group=group, person=getattr(people, name), role=role)
        if visibility == "private":  # after its members, who would be told that they were let in
            type(group).objects.filter(pk=group.pk).update(visibility=visibility)
            group.visibility = visibility
        if rules:
            rulebooks.publish(actor=people.olga, group=group, book=read(rules).all_confirmed(), after=0)
        return group

    return make


@pytest.fixture
def group(group_with):
    return group_with()


@pytest.fixture
def seed_with(people, group_with) -> Callable:
    """A seed by olga (so that ada, bo and mo stay free), in a new group unless given."""
    from parley.posting import seeding
    from parley.seeds.services import Draft

    def make(*, group=None, by=None, rules: str | None = None, remark: str = "", comments: int = 0, **fields) -> object:
        from houserules import read

        number = next(NUMBERS)
        draft = {
            "headline": "A glacier lake drained",
            "source_name": "The Lantern",
            "article": "Sensors saw it coming. " * 100,
            "canonical_url": f"https://lantern.example/{number}",
            **fields,
        }
        return seeding.publish_seed(
            actor=by or people.olga,
            group=group or group_with(),
            seeding_=seeding.Seeding(
                draft=Draft(**draft), remark=remark, rules=read(rules).all_confirmed() if rules else None
            ),
        )

    return make


@pytest.fixture
def seed(seed_with):
    return seed_with()


@pytest.fixture
def comment(people, seed) -> Callable:
    """The smallest comment: by ada on `seed`, with what is given besides."""
    from parley.posting import services as posting

    def make(text: str | None = None, *, by=None, on=None, to=None, quotes=None, official=False) -> object:
        words = text if text is not None else f"Remark number {next(NUMBERS)} about tiltmeters."
        reply = posting.Reply(
            source=words, parent_id=to.pk if to else None, quotes=quotes, anyway=True, is_official=official
        )
        return posting.post_comment(actor=by or people.ada, seed=on or (to.seed if to else seed), reply=reply)

    return make


@pytest.fixture
def cut(people) -> Callable:
    """mo cuts words of a comment, or removes it (`words=None`), naming line 1."""
    from parley.moderation import services as moderation
    from parley.texts import services as texts

    def make(comment, words: str | None, *, by=None, line: int = 1, note: str = "") -> object:
        source = texts.sealed_source(comment.text)
        spans = [] if words is None else [(source.index(words), source.index(words) + len(words))]
        action = "remove" if words is None else "redact"
        choice = moderation.Choice(action=action, line=line, spans=spans, note=note)
        return moderation.rule(actor=by or people.mo, item=comment, choice=choice)

    return make


@pytest.fixture
def as_(db) -> Iterator[Callable]:
    """A browser of somebody: `as_(people.ada).get("/")`; None is the public."""
    clients: dict[int | None, Client] = {}

    def browser(person) -> Client:
        key = person.pk if person else None
        if key not in clients:
            clients[key] = Client()
            if person:
                clients[key].force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return clients[key]

    return browser


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where tests of one mark are asked for, a file that never says it is not imported: most of the time before the first test."""
    mark = re.match(r"\w+", config.option.markexpr)
    if mark is None or mark[0] not in {"alone", "database"} or " or " in config.option.markexpr or not collection_path.is_file():
        return None
    named = {Path(each.partition("::")[0]).resolve() for each in config.args}
    return None if collection_path in named or f"pytest.mark.{mark[0]}" in collection_path.read_text() else True


def pytest_collection_finish() -> None:
    """Thousands of tests stand in memory until the end, and looking through them for garbage took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 50)


def pytest_terminal_summary(terminalreporter) -> None:
    """Says aloud what this run did not show."""
    import os

    if os.environ.get("PARLEY_POSTGRES_MISSING"):
        terminalreporter.write_line(
            "NOT RUN: tests marked `database` on PostgreSQL; none is reachable at PARLEY_TEST_POSTGRES.", yellow=True
        )


@pytest.fixture(autouse=True)
def _forget_readings() -> Iterator[None]:
    """Readings are kept by the keys of their versions, and finished pages by names, which a rolled-back test gives out again."""
    from parley.base.keys.shelf import WATCH
    from parley.feeds import hammering
    from parley.rulebooks import queries

    yield
    hammering.COUNTS.clear()
    WATCH.forget()
    queries._reading.cache_clear()
    queries.rules_of.cache_clear()


@pytest.fixture(autouse=True)
def _ledger_may_be_emptied(request) -> Iterator[None]:
    """Tests with transactions of their own end by emptying every table, which on SQLite is the DELETE that the ledger refuses."""
    if "transactional_db" not in request.fixturenames and not _has_transactions(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from django.db import connection

    from parley.ledger import triggers

    if connection.vendor == "sqlite":
        triggers.take_down()


def _has_transactions(node) -> bool:
    mark = node.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction"))
