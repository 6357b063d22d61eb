"""Rules on trial through the front door: examples, shadows, replays, a second signature, and turning down in a running discussion."""

import json
import re
import time

import pytest

from houserules import Keeping, read
from parley.base import jobs
from parley.rulebooks import choices, queries
from parley.rulebooks import services as rulebooks
from parley.trials import queries as trials
from parley.trials.models import Replay
from tests.houserules.slowness import slowness

DOZEN = (
    "No talk of the mayor, dictator comparisons, or memes. No links. No personal attacks. No taunting. Stay on topic.\n"
    "Don't repeat comments. Don't reply to yourself. At most 300 words. No profanity. No shouting. No spam or self-promotion.\n"
    "At most 90 comments an hour."
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def olga(as_, people):
    return as_(people.olga)


@pytest.fixture
def confirm(olga):
    """Read a group's rules, then confirm them with what is given besides; the last answer."""

    def send(group, prose, **sent):
        address = f"{group.url}/rules/edit"
        shown = olga.get(address).content.decode()
        version = re.search(r'name="version" value="([^"]*)"', shown)[1]
        answer = olga.post(address, {"prose": prose, "read": "1", "version": version, **sent})
        reading = re.search(r'name="reading" value="([^"]*)"', answer.content.decode())[1]
        return olga.post(address, {"prose": prose, "confirm": "1", "version": version, "reading": reading, **sent})

    return send


@pytest.fixture
def say(as_):
    def post(person, seed, text):
        return as_(person).post(f"/s/{seed.pk}/reply", {"text": text})

    return post


def name_of(prose):
    return next(iter(choices.names(read(prose)).values()))


def drop(browser, group):
    """A draft is dropped, as the page asks."""
    shown = browser.post(f"{group.url}/rules/edit", {"drop": "1"}).content.decode()
    seen = re.search(r'name="seen" value="([^"]*)"', shown)[1]
    return browser.post(f"{group.url}/rules/edit", {"drop": "sure", "seen": seen}, follow=True).content.decode()


def in_force(group):
    return queries.in_force(queries.book_of_group(group))


def rule(people, group, prose, **changes):
    """Put rules in force, every clause on *ask*."""
    book = read(prose).all_confirmed()
    ways = {each.key: Keeping.ASK for each in book.clauses if not each.permits}
    newest = in_force(group)
    after = newest.number if newest else 0
    return rulebooks.publish(actor=people.olga, group=group, book=book.with_keeping(ways), after=after)


# examples


def test_examples_are_offered_and_stored_with_the_version(confirm, group):
    assert confirm(group, "No talk of the mayor.").status_code == 302
    (clause,) = rulebooks.reading_of(in_force(group)).clauses
    assert [(each.finds, "mayor" in each.text) for each in clause.examples] == [(True, True), (False, False)]


def test_a_clause_that_does_not_keep_to_its_examples_is_not_confirmed(confirm, group):
    name = name_of("No talk of the mayor.")
    answer = confirm(group, "No talk of the mayor.", shown=name, **{f"keeping-{name}": "ask", f"find-{name}": "Nothing at all."})
    assert answer.status_code == 422
    assert "should find “Nothing at all.”, and does not." in answer.content.decode()
    assert 'value="Nothing at all."' in answer.content.decode()
    assert in_force(group).number == 1


def test_an_author_gives_examples_of_his_own(confirm, group):
    name = name_of("No talk of the mayor.")
    own = {f"find-{name}": "Ask the m4yor.", f"leave-{name}": "Major delays."}
    assert confirm(group, "No talk of the mayor.", shown=name, **{f"keeping-{name}": "ask"}, **own).status_code == 302
    (clause,) = rulebooks.reading_of(in_force(group)).clauses
    assert [each.text for each in clause.examples] == ["Ask the m4yor.", "Major delays."]


# shadow


def test_a_shadow_is_counted_shown_to_no_writer_and_acts_on_nobody(confirm, group, seed_with, say, people, as_):
    name = name_of("No talk of the mayor.")
    sent = {"shown": name, f"keeping-{name}": "ask", f"shadow-{name}": "on"}
    assert confirm(group, "No talk of the mayor.", **sent).status_code == 302
    seed = seed_with(group=group)
    told = as_(people.ada).post(f"/s/{seed.pk}/coach", {"text": "The mayor!"})
    assert json.loads(told.content)["findings"] == []
    assert [say(people.ada, seed, text).status_code for text in ("The mayor!", "The weather.")] == [302, 302]
    (count,) = trials.shadows_of(in_force(group)).values()
    assert (count.judged, count.found) == (2, 1)
    assert "In shadow it found 1 of 2 comments so far." in as_(None).get(f"{group.url}/rules").content.decode()


# replay


@pytest.fixture
def talk(seed_with, group_with, people, say):
    """A group with four comments, two of which name the mayor."""
    group = group_with(rules=None)
    rule(people, group, "Please be brief.")
    seed = seed_with(group=group)
    for person, text in ((people.ada, "The mayor!"), (people.bo, "The weather."), (people.ada, "Buses."), (people.mo, "That mayor.")):
        assert say(person, seed, text).status_code == 302
    jobs.run_due()  # whom these concern has been told
    return group


def replayed(olga, group, prose="No talk of the mayor.", **sent):
    return olga.post(f"{group.url}/rules/edit", {"prose": prose, "version": "1", "replay": "1", "days": "0", **sent})


def test_a_draft_is_run_over_past_comments(olga, talk):
    answer = replayed(olga, talk)
    assert "Waiting for a worker" in answer.content.decode()
    assert jobs.run_due() == 1
    shown = olga.get(f"{talk.url}/rules/edit").content.decode()
    assert "4 comments, all comments." in shown
    assert re.search(r"authors asked before posting</th><td>0</td><td>2</td>", shown)
    assert re.search(r"members whose comments change side</th><td></td><td>2</td>", shown)
    assert "<bdi>ada</bdi> · 1 found anew" in shown
    assert re.search(r'<a href="/c/\d+">1 by ada</a>: nothing', shown)
    told = json.loads(olga.get(f"{talk.url}/rules/edit/replay").content)
    assert (told["percent"], told["is_running"]) == (100, False)


@pytest.mark.database
def test_a_replay_asked_for_twice_is_one(olga, talk):
    replayed(olga, talk)
    replayed(olga, talk)
    assert Replay.objects.count() == 1
    assert jobs.run_due() == 1
    replayed(olga, talk)
    assert Replay.objects.count() == 2


@pytest.mark.database
def test_a_replay_is_stopped_and_goes_on(olga, talk):
    replayed(olga, talk)
    olga.post(f"{talk.url}/rules/edit", {"prose": "No talk of the mayor.", "version": "1", "stop": "1"})
    jobs.run_due()
    assert Replay.objects.get().state == "stopped"
    assert b"Stopped after 0 of" in olga.get(f"{talk.url}/rules/edit").content
    olga.post(f"{talk.url}/rules/edit", {"prose": "No talk of the mayor.", "version": "1", "resume": "1"})
    jobs.run_due()
    assert Replay.objects.get().state == "done"


@pytest.mark.database
def test_a_replay_goes_on_where_a_dead_worker_left_it(olga, talk, monkeypatch):
    from parley.trials import replays

    monkeypatch.setattr(replays, "PART", 1)
    monkeypatch.setattr(replays, "SAVED_EVERY", replays.timedelta(0))
    replayed(olga, talk)
    replay = Replay.objects.get()
    original, counted = replays._Run._count, []

    def dies(run):
        if len(counted) == 2:
            raise KeyboardInterrupt
        counted.append(1)
        return original(run)

    monkeypatch.setattr(replays._Run, "_count", dies)
    with pytest.raises(KeyboardInterrupt):
        replays.run.call(replay.pk)
    replay.refresh_from_db()
    assert (replay.done, replay.state) == (2, "running")
    monkeypatch.setattr(replays._Run, "_count", original)
    replays.run.call(replay.pk)
    replay.refresh_from_db()
    assert (replay.done, replay.state, replay.counted.judged, replay.members_moved) == (4, "done", 4, 2)


def test_a_replay_outlived_by_its_draft_says_so(olga, talk):
    replayed(olga, talk)
    jobs.run_due()
    shown = olga.post(f"{talk.url}/rules/edit", {"prose": "No talk of the weather.", "version": "1", "read": "1"}).content.decode()
    assert '<form class="book of-earlier"' in shown
    assert "These figures are of an earlier state of this draft." in shown
    drop(olga, talk)
    assert jobs.run_due() == 0


def test_only_owners_see_replays(as_, people, olga, talk):
    replayed(olga, talk)
    for person in (people.ada, people.mo, people.sita):
        assert as_(person).get(f"{talk.url}/rules/edit/replay").status_code == 403
    assert as_(None).get(f"{talk.url}/rules/edit/replay").status_code in {302, 403}


# merging choices


@pytest.mark.database
def test_merging_keeps_what_the_other_chose(olga, people, group):
    prose = "No talk of the mayor.\nNo links."
    book = rulebooks.exemplified(read(prose).all_confirmed())
    rulebooks.publish(actor=people.olga, group=group, book=book, after=1)
    address = f"{group.url}/rules/edit"
    olga.post(address, {"prose": prose + "\nBe kind.", "version": "2", "read": "1"})
    rulebooks.publish(actor=people.olga, group=group, book=book.with_keeping({"1.1": "people"}), after=2)
    shown = olga.get(address).content.decode()
    assert "“talk of the mayor”: turned down from ask to people." in shown
    olga.post(address, {"prose": prose + "\nBe kind.", "version": "2", "merge": "1"})
    draft = rulebooks.reading_of(queries.draft_of(people.olga, queries.book_of_group(group)))
    assert [clause.keeping.value for clause in draft.clauses] == ["people", "ask"]


# what a running replay withstands


def test_new_rules_meanwhile_begin_a_replay_anew(olga, talk, people, monkeypatch):
    from parley.trials import replays

    monkeypatch.setattr(replays, "PART", 1)
    replayed(olga, talk)
    replay = Replay.objects.get()
    replays.run.call(replay.pk)
    Replay.objects.update(state="running", done=2)
    rule(people, talk, "No talk of the mayor.")
    replays.run.call(replay.pk)
    replay.refresh_from_db()
    assert (replay.done, replay.counted.judged, replay.members_moved) == (4, 4, 0)


def test_a_fault_ends_a_replay_with_a_sentence_and_it_goes_on(olga, talk, monkeypatch):
    from parley.trials import replays

    replayed(olga, talk)
    whole = replays._Run.to_the_end
    monkeypatch.setattr(replays._Run, "to_the_end", lambda _: 1 / 0)
    jobs.run_due()
    assert b"It could not go on" in olga.get(f"{talk.url}/rules/edit").content
    monkeypatch.setattr(replays._Run, "to_the_end", whole)
    olga.post(f"{talk.url}/rules/edit", {"prose": "No talk of the mayor.", "version": "1", "resume": "1"})
    replays.run.call(Replay.objects.get().pk)
    assert Replay.objects.get().state == "done"


def test_a_replay_whose_workers_died_says_so(olga, talk):
    from django.utils import timezone

    from parley.trials import replays

    replayed(olga, talk)
    earlier = timezone.now() - replays.timedelta(hours=1)
    Replay.objects.update(state="running", job="00000000-0000-0000-0000-000000000001", created_at=earlier)
    replays.end_forgotten.call()
    assert Replay.objects.get().state == "failed"


@pytest.mark.database
def test_several_processes_count_the_same(olga, talk, monkeypatch, settings):
    from parley.trials import replays

    monkeypatch.setattr(replays, "PART", 1)
    settings.REPLAY_PROCESSES = 2
    replayed(olga, talk)
    replays.run.call(Replay.objects.get().pk)
    replay = Replay.objects.get()
    assert (replay.state, replay.done, replay.members_moved) == ("done", 4, 2)


def test_a_site_replay_does_not_look_into_private_groups(as_, people, group_with, seed_with, say):
    from parley.judging.past import count_past, past_of

    private = group_with(rules=None, visibility="private", members={"ada": "member"})
    say(people.ada, seed_with(group=private, by=people.ada), "Applause in the boathouse.")
    assert count_past(None, since=None) == 0
    assert list(past_of(None, since=None)) == []
    assert count_past(private.pk, since=None) == 1


# turning down


@pytest.mark.database
def test_a_clause_is_turned_down_in_a_running_discussion(as_, people, olga, seed_with, group_with, say):
    group = group_with(rules=None)
    rule(people, group, "No talk of the mayor.")
    seed = seed_with(group=group)
    assert say(people.ada, seed, "The mayor!").status_code == 422
    address = f"/s/{seed.pk}/rules"
    sent = {"number": "1", "key": "1.1", "keeping": "people"}
    assert olga.post(address, sent).status_code == 422  # not running yet
    say(people.ada, seed, "Buses.")
    assert as_(people.mo).post(address, sent).status_code == 403
    assert olga.post(address, sent | {"keeping": "prevent"}).status_code == 422
    assert "Turn down to people" in olga.get(address).content.decode()
    assert olga.post(address, sent).status_code == 302
    assert say(people.ada, seed, "The mayor!").status_code == 302
    assert olga.post(address, sent | {"keeping": "ask"}).status_code == 422  # never up
    assert "Turned down:" in as_(None).get(f"{group.url}/log").content.decode()
    shown = as_(None).get(address).content.decode()
    assert shown.count("people decide") >= 2  # in the red box, and beside the clause
    assert "asked before posting" not in shown


def test_a_clause_is_turned_down_only_to_what_this_site_keeps(people, olga, seed_with, group_with, say):
    group = group_with(rules=None)
    rule(people, group, "No talk of the mayor.")
    seed = seed_with(group=group)
    say(people.ada, seed, "Buses.")
    assert olga.post(f"/s/{seed.pk}/rules", {"number": "1", "key": "1.1", "keeping": "hold"}).status_code == 422
    assert olga.post(f"/s/{seed.pk}/rules", {"number": "1", "key": "1.1", "keeping": "point"}).status_code == 302


# one clause, three points of use (R2.10)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor!",
        "The m4yor, you stupid liar.",
        "https://a.example and https://b.example",
        "Buses run late again.",
        "Ada is an idiot.",
    ],
)
def test_coach_posting_and_replay_say_the_same(as_, people, olga, seed_with, group_with, say, text):
    from houserules import judge
    from parley.judging.past import past_of
    from parley.seeds.queries import rules_for

    prose = "No talk of the mayor. No links. No personal attacks. Don't repeat comments. Stay on topic."
    group = group_with(rules=None)
    rule(people, group, prose)
    seed = seed_with(group=group)
    say(people.ada, seed, "I was first.")
    bo = as_(people.bo)
    coached = json.loads(bo.post(f"/s/{seed.pk}/coach", {"text": text}).content)["findings"]
    asked = bo.post(f"/s/{seed.pk}/reply", {"text": text}).content.decode()
    assert bo.post(f"/s/{seed.pk}/reply", {"text": text, "anyway": "1"}).status_code == 302
    seed.refresh_from_db()
    past = next(each for _, each in past_of(group.pk, since=None) if each.facts.author.name == "bo")
    again = judge(past.facts, rules_for(seed)).findings
    said = [(number, each["note"]) for each in coached for number, _ in each["lines"]]
    assert said == [(each.line_number, each.note) for each in again]
    assert all(words in asked for each in coached for _, words in each["lines"])


def test_two_lines_that_say_the_same_of_the_same_words_are_told_once(as_, people, seed_with, group_with, say):
    """On the form, while writing, and where a text is tried; both still find it."""
    from houserules import judge
    from parley.judging.past import past_of
    from parley.seeds.queries import rules_for

    group = group_with(rules=None)
    rule(people, group, "No talk of the mayor.\nAt most 2 links.\nPlease, no posts about the mayor.\nNo links.")
    seed = seed_with(group=group)
    bo, text = as_(people.bo), "The mayor again!"
    (coached,) = json.loads(bo.post(f"/s/{seed.pk}/coach", {"text": text}).content)["findings"]
    assert [number for number, _ in coached["lines"]] == [1, 3]
    assert coached["spans"] == [[4, 9]]
    form = bo.post(f"/s/{seed.pk}/reply", {"text": text}).content.decode()
    tried = as_(None).get(f"{group.url}/rules", {"try": text}).content.decode()
    sent = {"prose": in_force(group).prose, "version": "1", "try": text, "read": "1"}
    edited = as_(people.olga).post(f"{group.url}/rules/edit", sent).content.decode()
    for page in (form, tried, edited):
        assert page.count("<mark>mayor</mark>") == 1
        assert 'Rule 1, <q dir="auto">No talk of the mayor.</q> and rule 3, <q dir="auto">Please, no posts' in page
    linked = json.loads(bo.post(f"/s/{seed.pk}/coach", {"text": "https://a.example https://b.example https://c.example"}).content)
    assert [each["note"][-9:] for each in linked["findings"]] == ["allows 2.", "allows 0."]  # two things are said
    assert say(people.ada, seed, "The mayor, I say.").status_code == 422
    assert bo.post(f"/s/{seed.pk}/reply", {"text": text, "anyway": "1"}).status_code == 302
    seed.refresh_from_db()
    past = next(each for _, each in past_of(group.pk, since=None) if each.facts.author.name == "bo")
    assert [each.line_number for each in judge(past.facts, rules_for(seed)).findings] == [1, 3]


# the coach is fast


def test_the_coach_answers_within_fifty_milliseconds(as_, people, seed_with, group_with, say):
    """Of processor time, once the grammar and the weights are loaded; a dozen lines and a long comment among many."""
    group = group_with(rules=None)
    rule(people, group, DOZEN)
    seed = seed_with(group=group)
    for number in range(30):
        say(people.ada, seed, f"Remark {number} on sensors above the lake, which nobody had read.")
    bo, text = as_(people.bo), "The gauges above the lake were read by hand until spring, you say. " * 12
    bo.post(f"/s/{seed.pk}/coach", {"text": text})
    took = []
    for number in range(10):
        begin = time.process_time()
        assert bo.post(f"/s/{seed.pk}/coach", {"text": f"{text} {number}"}).status_code == 200
        took.append(time.process_time() - begin)
    assert sorted(took)[5] < 0.05 * slowness()
