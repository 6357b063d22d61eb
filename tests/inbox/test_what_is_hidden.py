"""What the page hides is hidden in mails, archives, and news as well."""

import json
import re

import pytest

from houserules import RuleBook, read
from parley.appeals import services as appeals
from parley.base import jobs
from parley.groups import services as groups
from parley.groups.models import Membership
from parley.inbox import tracking
from parley.inbox.tracking_queries import current
from parley.moderation import straining, talk
from parley.people.blocking import block
from parley.people.models import Person
from parley.rulebooks import services as rulebooks
from parley.texts.models import Picture
from tests.conftest import RULES
from tests.inbox.telling import digest_of, page_of, posted
from tests.people.test_export import archive_of, confirm
from tests.people.test_leaving import ask, run
from tests.pictures import upload

pytestmark = pytest.mark.django_db


def whole_archive(browser) -> str:
    confirm(browser)
    return json.dumps(archive_of(browser))


def test_an_archive_tells_no_more_than_the_page(as_, people, group_with, seed_with, comment):
    group = group_with(visibility="private", members={"ada": "member", "bo": "member"})
    own = comment("Mine.", on=seed_with(group=group, headline="A zorblax drained"))
    comment("Theirs.", by=people.bo, to=own)
    mine = seed_with(group=group, by=people.ada, headline="A quibblefax drained")
    posted()
    groups.leave(actor=people.ada, group=group)
    comment("More.", by=people.bo, on=mine)
    found = whole_archive(as_(people.ada))
    assert "zorblax" not in found
    assert '"comments":' not in found.partition("A quibblefax drained")[2].partition("}")[0]


def test_an_archive_is_silent_about_who_is_blocked(as_, people, seed, comment):
    own = comment("Mine.", on=seed)
    comment("Theirs.", by=people.bo, to=own)
    posted()
    block(actor=people.ada, person=people.bo)
    assert "bo replied" not in whole_archive(as_(people.ada))


def test_news_name_nobody_who_left(as_, people, seed, comment):
    comment("Mine.", on=seed)
    ask(as_(people.ada), "ada")
    run()
    assert "former-" not in json.dumps(as_(None).get(f"/s/{seed.pk}/news").json())


def test_pictures_go_with_words_that_are_taken_back(as_, people, group_with, seed_with):
    seed = seed_with(group=group_with(rules="Taunting may be removed.", allows_pictures=True))
    as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Look.", "picture1": upload(), "alt1": "A lake", "anyway": "1"})
    key = Picture.objects.get().key
    ask(as_(people.ada), "ada", words="take")
    run()
    assert as_(people.mo).get(f"/p/{key}/sealed").status_code == 404
    assert not Picture.objects.exclude(content=b"").exists()


def test_who_moderates_no_more_reads_no_more(as_, people, group_with, seed_with, comment, cut, mailoutbox):
    group = group_with(visibility="private")
    ruling = cut(comment("Quibblefax here.", on=seed_with(group=group, headline="A zorblax drained")), "Quibblefax")
    groups.leave(actor=people.mo, group=group)
    mailoutbox.clear()
    talk.write(actor=people.ada, ruling=ruling, source="Frumious: why?")
    appeals.appeal(actor=people.ada, ruling=ruling, source="Frumious, and fair.")
    jobs.run_due()
    people.mo.forget_places()
    told = page_of(as_, people.mo) + "".join(mail.subject + mail.body for mail in mailoutbox if mail.to == [people.mo.email])
    assert "Frumious" not in told
    assert "zorblax" not in told


def test_what_is_muted_after_it_was_told_is_in_no_daily_mail(people, seed, comment, mailoutbox):
    own = comment("Mine.", on=seed)
    comment("Theirs.", by=people.bo, to=own)
    posted()
    tracking.mute(actor=people.ada, seed=seed, on=True)
    assert digest_of(people.ada, mailoutbox) is None


def test_who_follows_again_has_read_what_stands_there(people, seed, comment):
    comment("Mine.", on=seed)
    tracking.follow(actor=people.ada, seed=seed, on=False)
    comment("Theirs.", by=people.bo, on=seed)
    tracking.follow(actor=people.ada, seed=seed, on=True)
    assert [line.new for line in current(people.ada).lines] == [0]


def test_of_a_group_that_closed_to_its_receiver_no_name_is_told(as_, people, group_with, seed_with):
    """Rules that were offered and declined, comments that wait there or were hidden, and that all of them are to wait."""
    group = group_with(visibility="private", members={"ada": "member"}, signed_above=10, new_days=5, new_held=1)
    groups.set_role(actor=people.olga, group=group, person=people.mo, role="owner")
    seed = seed_with(group=group, headline="A zorblax drained")
    as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Mine.", "anyway": "1"})
    straining.hold_member(actor=people.olga, group=group, username="ada", days=2, note="Zorblax.")
    drafts = [
        rulebooks.offer(actor=by, draft=rulebooks.keep_draft(actor=by, group=group, book=read(RULES), after=1))
        for by in (people.olga, Person.objects.get(pk=people.mo.pk))
    ]
    seen = rulebooks.digest(RuleBook.from_json(drafts[1].reading))
    rulebooks.decline(actor=people.olga, draft=drafts[1], seen=seen, because="Not yet.")
    posted()
    told = {people.mo: ("were not signed", "wait for your signature"), people.ada: ("waits for a mod", "comments in Astronomy wait")}
    for person, sentences in told.items():
        assert all(said in page_of(as_, person) for said in sentences), person
    for person in (people.mo, people.ada):
        Membership.objects.filter(person=person, group=group).delete()
    for person in (people.mo, people.ada):
        shown = page_of(as_, person)
        assert "closed to you now" in shown
        assert not re.search("Astronomy|zorblax|Not yet", shown)


def test_many_that_wait_cost_the_page_no_more(as_, people, group_with, seed_with):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    group, asked = group_with(new_days=5, new_held=9), []
    for number in range(3):
        seed = seed_with(group=group)
        as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": f"Tiltmeter {number} drifts.", "anyway": "1"})
        posted()
        page_of(as_, people.ada)
        with CaptureQueriesContext(connection) as queries:
            assert page_of(as_, people.ada).count("waits for a mod") == number + 1
        asked.append(len(queries))
    assert asked[1] == asked[2]
