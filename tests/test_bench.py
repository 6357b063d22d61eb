"""`make bench` works: whatever it measures on this machine, it measures it of a site that is as the services make it."""

import json
import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from bench import charts, serve, tables
from bench.community import discuss, planned, seeded, settled
from bench.load import Pace
from bench.peers import Peer, isso
from bench.wanted import judged
from bench.words import text

PACE = Pace(2, rounds=1, seconds=1, enough=1, warms=False)
TINY = serve.Size((100, 300), PACE, views=2, posting=0.5, locks=3, starts=1, streams=20)
NOWHERE = Peer("nowhere", ("./no_such_peer-1.0-py3-none-any.whl",), isso.isso)
SIZE = 40
OF_SEED = ("top_count", "comment_count", "people_count", "hot", "pinned_at", "group_version")
OF_COMMENT = ("author", "path", "root", "child_count", "branch_size", "vote_count", "created_at")
OF_WORDS = ("text__author", "text__current__number", "text__current__source", "text__current__html", "text__current__plain")
OF_CITATION = ("citations__place", "citations__cited__path", "citations__start", "citations__end")


@pytest.fixture
def cache(monkeypatch, tmp_path):
    monkeypatch.setattr("bench.peers.CACHE", tmp_path)


def is_ready() -> bool:
    try:
        serve.needed()
    except serve.CannotError:
        return False
    return True


@pytest.mark.alone
def test_it_measures_and_a_peer_that_cannot_be_installed_is_a_failed_line(cache, capsys, monkeypatch):
    if not is_ready():
        monkeypatch.setattr("sys.argv", ["bench.serve", "--short"])
        assert serve.main() == 2
        assert " is not installed, " in capsys.readouterr().err
        return
    figures = serve.measured(TINY, [NOWHERE])
    wanted = judged(figures)
    printed = tables.printed(json.loads(json.dumps(figures)), wanted)
    assert figures["reading"]["ours, identity"]["comments"] == figures["reading"]["nginx, gzip"]["comments"] == 200
    assert figures["posting"]["ours"]["together"]["posts"] > 0
    assert not figures["posting"]["ours"]["together"]["not posted"]
    assert figures["post"]["queries per post"] > 0
    assert figures["post"]["write lock per post, median ms"] > 0
    assert "FAILED: nowhere cannot be installed: ERROR" in printed
    assert len(re.findall(r"^nowhere +failed: nowhere cannot be installed", printed, re.MULTILINE)) == 2
    for drawn in charts.drawn(figures).values():
        ET.fromstring(drawn)  # noqa: S314 -- drawn here


@pytest.mark.parametrize("program", ["wrk", "nginx"])
def test_what_is_missing_is_said_in_a_sentence(monkeypatch, capsys, program):
    monkeypatch.setattr("sys.argv", ["bench.serve", "--short"])
    monkeypatch.setattr("shutil.which", lambda name, **_: None if name == program else f"/bin/{name}")
    assert serve.main() == 2
    assert capsys.readouterr().err.startswith(f"bench: {program} is not installed, and without it ")


def as_seen(seed) -> str:
    """The page without what differs between any two discussions: keys."""
    page = Client().get(seed.url, headers={"host": "127.0.0.1"}).content.decode()
    assert page.count('<article class="comment ') == SIZE
    first = int(re.findall(r'data-comment="(\d+)"', page)[0])
    page = re.sub(rf"(/s/|%2Fs%2F){seed.pk}\b", r"\1N", page)
    return re.sub(r'(/c/|"c|#c|data-comment="|for="\w+-)(\d+)', lambda found: f"{found[1]}+{int(found[2]) - first}", page)


def test_a_discussion_made_in_bulk_is_as_the_services_make_it(db):
    from parley.posting.services import Reply, post_comment
    from parley.seeds.models import Seed
    from parley.threads.models import Comment

    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    people, group = settled(at)
    in_bulk, by_services = (seeded(people, group, "One article", at) for _ in range(2))
    plan = planned(SIZE)
    discuss(in_bulk, plan, people, at)
    made = []
    for number, each in enumerate(plan):
        parent = made[each.parent].pk if each.parent is not None else None
        reply = Reply(source=text(number), parent_id=parent, anyway=True)
        made.append(post_comment(actor=people[each.author], seed=by_services, reply=reply, at=at + timedelta(seconds=number)))
    assert as_seen(in_bulk) == as_seen(by_services)
    one, other = (Seed.objects.filter(pk=each.pk).values_list(*OF_SEED).get() for each in (in_bulk, by_services))
    assert one == other
    rows = Comment.objects.order_by("pk").values_list(*OF_COMMENT, *OF_WORDS, *OF_CITATION)
    assert list(rows.filter(seed=in_bulk)) == list(rows.filter(seed=by_services))
