"""What a page of the tracker costs somebody who follows very many discussions: `python -m bench.tracker [--count N]`.

Fills a database of its own (SQLite in a folder that goes; with PARLEY_DATABASE an empty one of yours) with discussions that one
member follows, something new in every other one, and asks for the page as his browser does: queries, and milliseconds of processor
time.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

COUNT, COMMENTS, ROUNDS, WANTED = 1_000, 20, 20, 30.0
PAGES = {"current": "/tracker", "history": "/tracker?show=history"}


def filled(person: Any, other: Any, group: Any, *, count: int, comments: int = COMMENTS) -> None:
    """`count` discussions of the group that the person follows; the other one writes in them, and every other time something new."""
    from django.utils import timezone

    from parley.inbox.models import Tracked
    from parley.ops.generating.rows import count_on, next_key, store
    from parley.seeds.models import Seed
    from parley.texts.models import Text
    from parley.threads import paths
    from parley.threads.models import Comment

    now, seed, text = timezone.now(), next_key(Seed), next_key(Text)
    first, places = next_key(Comment), [(at, place) for place in range(comments) for at in range(count)]
    store(Seed, ("id", "group_id", "seeder_id", "headline", "slug", "created_at", "comment_count"), [
        (seed + at, group.pk, other.pk, f"A glacier lake drained, part {at}", f"a-lake-{at}", now, comments) for at in range(count)
    ])  # fmt: skip
    store(Text, ("id", "author_id"), [(text + key, other.pk) for key in range(len(places))])
    store(Comment, ("id", "seed_id", "author_id", "text_id", "path", "root", "created_at"), [
        (first + key, seed + at, other.pk, text + key, paths.extended(b"", place + 1), place + 1, now + timedelta(seconds=key))
        for key, (at, place) in enumerate(places)
    ])  # fmt: skip
    last = first + len(places)
    read = [last if at % 2 else first + len(places) // 2 for at in range(count)]
    store(Tracked, ("person_id", "seed_id", "read_to"), [(person.pk, seed + at, read[at]) for at in range(count)])
    count_on((Seed, Text, Comment))


def measured(browser: Any, address: str, *, rounds: int = ROUNDS) -> dict[str, float]:
    """Of one page, after it was asked for once: how many queries are about discussions, how many it asks in all, and its time."""
    from django.db import connection

    asked: list[str] = []

    def note(ask: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return ask(sql, *rest)

    with connection.execute_wrapper(note):
        browser.get(address)
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        browser.get(address)
        times.append((time.process_time() - begun) * 1000)
    about = [sql for sql in asked if "inbox_tracked" in sql and "inbox_notice" not in sql]
    return {"queries about discussions": len(about), "queries in all": len(asked), "processor ms": statistics.median(times)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, help=f"discussions that are followed ({COUNT:,})")
    count = parser.parse_args().count
    os.environ["DJANGO_SETTINGS_MODULE"] = "parley.config.settings"
    with tempfile.TemporaryDirectory() as home:
        os.environ["PARLEY_HOME"] = home
        from parley.ops import machine

        machine.settle(Path(home))
        machine.migrate()
        return _printed(count)


def _printed(count: int) -> int:
    from django.conf import settings
    from django.test import Client

    from parley.groups import services as groups
    from parley.people.services import create_person

    ada, bo = (create_person(username=name, email=f"{name}@parley.example", password="a red box") for name in ("ada", "bo"))  # noqa: S106
    filled(ada, bo, groups.create_group(actor=bo, name="lakes", title="Lakes"), count=count)
    settings.ALLOWED_HOSTS = ["testserver"]
    browser = Client()
    browser.force_login(ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    is_met = True
    for name, address in PAGES.items():
        found = measured(browser, address)
        is_met = is_met and found["processor ms"] <= WANTED
        figures = ", ".join(f"{what} {value:.0f}" if "queries" in what else f"{what} {value:.1f}" for what, value in found.items())
        print(f"{name}, {count:,} followed: {figures} (wanted: one query, {WANTED:.0f} ms)")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
