"""Many at once on one comment, and one branch five thousand deep."""

import threading
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.models import F
from django.test import Client

from parley.groups import services as groups
from parley.people.services import create_person
from parley.posting import services as posting
from parley.seeds import services as seeds
from parley.texts import services as texts
from parley.texts.models import Revision, Text
from parley.texts.rendering import render
from parley.threads import paths
from parley.threads import services as threads
from parley.threads.models import Comment

CLIENTS = 8


@pytest.fixture
def shared(monkeypatch, tmp_path: Path):
    """Makes the test's database one that several threads open each for itself: a file where SQLite keeps it in memory."""

    def share() -> None:
        if connection.vendor != "sqlite":
            return
        path = str(tmp_path / "shared.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [path])
        monkeypatch.setitem(settings.DATABASES["default"], "NAME", path)

    return share


def in_threads(*acts) -> list:
    """What each act returned, each begun at the same moment in a thread with connections of its own."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act) -> None:
        try:
            start.wait(10)
            results[place] = act()
        finally:
            connections.close_all()

    workers = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    return results


def signed_in(person) -> Client:
    browser = Client()
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_eight_clients_reply_to_one_comment_at_once(seed, comment, shared):
    said = comment("The gauges were right.")
    browsers = []
    for number in range(CLIENTS):
        person = create_person(username=f"member{number}", email=f"m{number}@parley.example", password=None)
        groups.join(actor=person, group=seed.group)
        browsers.append(signed_in(person))
    shared()

    def reply(number: int):
        return lambda: browsers[number].post(f"/c/{said.pk}/reply", {"text": f"Answer number {number}."}).status_code

    assert in_threads(*(reply(number) for number in range(CLIENTS))) == [302] * CLIENTS
    seen = in_threads(lambda: [each.number for each in Comment.objects.filter(parent=said).order_by("path")])[0]
    assert seen == [f"1.{place}" for place in range(1, CLIENTS + 1)]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_eight_times_at_once_is_one_comment(seed, people, shared):
    from uuid import uuid4

    browsers, token = [signed_in(people.bo) for _ in range(CLIENTS)], str(uuid4())
    shared()
    acts = [lambda browser=browser: browser.post(f"/s/{seed.pk}/reply", {"text": "Once.", "token": token}) for browser in browsers]
    answers = in_threads(*acts)
    assert [answer.status_code for answer in answers] == [302] * CLIENTS
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert in_threads(Comment.objects.count) == [1]


@pytest.fixture
def chain(seed, people):
    """Each comment answers the one before, by the services that number and store."""

    def make(length: int) -> Comment:
        from django.utils import timezone

        parent = None
        for number in range(length):
            writer = (people.ada, people.bo)[number % 2]
            parent = threads.add(
                author=writer, seed=seeds.lock(seed), parent=parent, text=texts.write(author=writer, source=f"Link {number}."),
                cited=[], is_official=False, form_key=None, at=timezone.now(),
            )  # fmt: skip
        return parent

    return make


def lengthened(last: Comment, count: int) -> Comment:
    """As many links more as the services would leave them, in few queries: where nothing goes deeper, each beside what it answers."""
    seed, drawn = seeds.lock(last.seed), render("A link.")
    beside = Comment.objects.get(seed=seed, path=bytes(last.path)[: paths.WIDTH * (paths.DEEPEST - 1)])
    writers = (last.parent.author, last.author)
    written = Text.objects.bulk_create([Text(author=writers[number % 2]) for number in range(count)], batch_size=500)
    said = Revision.objects.bulk_create(
        [Revision(text=text, number=1, source="A link.", html=drawn.html, plain=drawn.plain) for text in written], batch_size=500
    )
    for text, revision in zip(written, said, strict=True):
        text.current = revision
    Text.objects.bulk_update(written, ["current"], batch_size=500)
    Comment.objects.bulk_create(
        [
            Comment(seed=seed, author=text.author, text=text, parent=last, root=last.root, created_at=last.created_at,
                    path=paths.extended(bytes(beside.path), beside.child_count + place))
            for place, text in enumerate(written, 1)
        ],
        batch_size=500,
    )  # fmt: skip
    Comment.objects.filter(seed=seed, pk__gt=last.pk + 1).update(parent=F("pk") - 1)
    Comment.objects.filter(pk=beside.pk).update(child_count=F("child_count") + count)
    Comment.objects.filter(seed=seed, parent=None, root=last.root).update(branch_size=F("branch_size") + count)
    seeds.count(seed, comments=count)
    return Comment.objects.select_related("author", "seed").latest("pk")


@pytest.mark.django_db
def test_a_chain_of_five_thousand_replies(seed, people, chain, as_):
    last = lengthened(chain(190), 4_800)
    started = time.process_time()
    for number in range(10):
        writer = (people.ada, people.bo)[number % 2]
        reply = posting.Reply(source=f"Link {number} at the end of it.", parent_id=last.pk, anyway=True)
        last = posting.post_comment(actor=writer, seed=seed, reply=reply)
    assert (time.process_time() - started) / 10 < 0.25
    assert Comment.objects.count() == 5_000
    assert max(each.depth for each in Comment.objects.filter(seed=seed)) == paths.DEEPEST - 1
    assert last.citations.get().cited_id == last.parent_id
    browser = as_(people.mo)
    place = browser.get(f"/c/{last.pk}").headers["Location"]
    for url in (seed.url, place, seed.url + "?order=votes", seed.url + "?order=newest&after=1.1.1"):
        started = time.process_time()
        response = browser.get(url)
        assert response.status_code == 200
        assert time.process_time() - started < 2
        assert len(response.content) < 1_000_000
    assert f'id="c{last.pk}"' in browser.get(place).content.decode()
    assert browser.get(f"/c/{last.pk}/reply").status_code == 200
