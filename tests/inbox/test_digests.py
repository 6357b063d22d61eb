"""The daily mail by a real server, and how each chooses what comes."""

import smtplib
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from parley.base.jobs import run_due
from parley.deciding import services as deciding
from parley.groups.models import Suspension
from parley.inbox import preferences
from parley.inbox.digests import send_digest
from parley.inbox.jobs import send_digests, send_what_was_left
from parley.inbox.models import Digest, Hour, Notice, Topic
from parley.moderation.services import Choice
from tests.inbox.telling import digest_of, posted
from tests.inbox.test_mail import post as post  # noqa: PLC0414 -- a fixture
from tests.inbox.test_mail import removed

pytestmark = pytest.mark.django_db
DAY = "2026-11-27"


@pytest.fixture
def talk(people, comment):
    """ada wrote; bo and mo answered, and bo mentioned her."""
    said = comment("Tiltmeters.")
    comment("A *quiet* word.", by=people.bo, to=said)
    comment("Another one.", by=people.mo, to=said)
    comment("Ask @ada.", by=people.bo)
    posted()
    return said


def choose(person, **ways):
    chosen = {topic.value: way.value for topic, way in preferences.of(person.pk).items() if topic != Topic.DECISIONS}
    preferences.choose(actor=person, chosen=chosen | ways, hour="0")


def body_of(found) -> str:
    return found.get_body().get_content()


def mails_to(post, person):
    return [each for each in post.mails if each["To"] == person.email]


def digest(post, person):
    Hour.objects.update_or_create(person=person, defaults={"hour": 0})
    send_digests.call()
    run_due()
    return mails_to(post, person)


@pytest.mark.database
def test_one_mail_a_day_tells_of_all_that_waited(people, talk, post):
    assert post.mails == []
    (found,) = digest(post, people.ada)
    assert found["Subject"].strip() == "bo mentioned you in “A glacier lake drained”, and 1 more"
    for piece in ("Hello ada,", "* 2 replies to your comment 1 in", "By mo and bo.", "bo: A quiet word.", "/c/"):
        assert piece in body_of(found)
    assert "/notices/settings" in body_of(found)
    assert len(digest(post, people.ada)) == 1
    assert Digest.objects.get(person=people.ada).mailed_at is not None


def test_what_is_read_or_came_at_once_is_not_in_it(people, talk, post, comment, as_):
    choose(people.ada, mentions="at-once")
    comment("@ada, now.", by=people.mo)
    run_due()
    (at_once,) = mails_to(post, people.ada)
    assert at_once["Subject"].strip() == "mo mentioned you in “A glacier lake drained”"
    assert "@ada, now." in body_of(at_once)
    as_(people.ada).post("/notices/read")
    assert len(digest(post, people.ada)) == 1


def test_none_is_none(people, talk, post):
    choose(people.ada, replies="none", mentions="none")
    assert digest(post, people.ada) == []


@pytest.mark.database
def test_before_the_hour_nothing_goes(people, talk, post, time_machine_at):
    time_machine_at("2026-11-27T05:00:00+00:00")
    Hour.objects.create(person=people.ada, hour=6)
    Notice.objects.update(at="2026-11-27T04:00:00+00:00")
    send_digests.call()
    run_due()
    assert mails_to(post, people.ada) == []
    time_machine_at("2026-11-27T06:00:00+00:00")
    send_digests.call()
    run_due()
    assert len(mails_to(post, people.ada)) == 1


@pytest.fixture
def time_machine_at(monkeypatch):
    def at(said):
        monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(said))

    return at


@pytest.mark.database
@pytest.mark.parametrize("how", ["unreachable", "refused"])
def test_a_server_that_takes_nothing_now_gets_it_later_and_once(how, people, talk, post, monkeypatch):
    post.refusing, post.refused = how == "unreachable", b"RCPT" if how == "refused" else b""
    with pytest.raises((smtplib.SMTPException, OSError)):
        send_digest.call(people.ada.pk, DAY)
    assert not Digest.objects.exists()
    assert not Notice.objects.exclude(mail_claimed_at=None).filter(person=people.ada).exists()
    post.refusing, post.refused = False, b""
    send_digest.call(people.ada.pk, DAY)
    send_digest.call(people.ada.pk, DAY)
    assert len(mails_to(post, people.ada)) == 1


def test_after_an_unknown_outcome_it_stays_in_the_page_only(people, talk, post, monkeypatch, as_):
    def lost(*_):
        raise smtplib.SMTPServerDisconnected("gone")

    with monkeypatch.context() as patched:
        patched.setattr(smtplib.SMTP, "sendmail", lost)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send_digest.call(people.ada.pk, DAY)
    send_digest.call(people.ada.pk, DAY)
    assert post.mails == []
    assert Digest.objects.get().mailed_at is None
    assert "2 replies" in as_(people.ada).get("/notices").content.decode()


def test_what_is_cut_or_removed_before_it_goes_is_so_in_it(people, comment, cut, post):
    said = comment("Tiltmeters.")
    cut(comment("You zorblaxian fool.", by=people.bo, to=said), "zorblaxian")
    cut(comment("All snarkfrobbed.", by=people.bo, to=said), None)
    cut(comment("You @ada grumblefoot.", by=people.bo), "@ada grumblefoot")
    posted()
    texts = "".join(body_of(each) + each["Subject"] for each in digest(post, people.ada))
    assert "You [✘] fool." in texts
    assert not any(word in texts for word in ("zorblaxian", "snarkfrobbed", "grumblefoot", "mention"))


def test_who_is_suspended_or_gone_gets_no_mail_of_talk(people, talk, post):
    ruling = deciding.decide(actor=people.sita, item=talk, choice=Choice(action="remove", line=1))
    Suspension.objects.create(
        person=people.ada, group=talk.seed.group, entry=ruling.entry, ends_at=timezone.now() + timedelta(days=7)
    )
    assert all("removed" in each["Subject"].lower() for each in digest(post, people.ada))
    people.bo.is_active = False
    people.bo.save()
    assert digest(post, people.bo) == []


def test_a_mail_of_its_own_that_no_attempt_handed_over_goes_later(people, comment, post):
    removed(people, comment())
    Notice.objects.filter(person=people.ada).update(at=timezone.now() - timedelta(hours=2))
    send_what_was_left.call()
    run_due()
    assert len(mails_to(post, people.ada)) == 1


@pytest.mark.database
def test_choices_are_kept_and_what_is_none_is_refused(people, as_):
    pages = [as_(each).get("/notices/settings").content.decode() for each in (people.ada, people.sita)]
    assert [page.count("<select") for page in pages] == [10, 12]
    assert "Appeals against my rulings" not in pages[0]
    ways = dict.fromkeys(preferences.CHOSEN, "none") | {"replies": "at-once", "hour": "21"}
    assert as_(people.ada).post("/notices/settings", ways).status_code == 302
    assert preferences.of(people.ada.pk)[Topic.REPLIES] == "at-once"
    assert preferences.of(people.ada.pk)[Topic.DECISIONS] == "at-once"
    assert preferences.hour_of(people.ada.pk) == 21
    for wrong in ({"replies": "hourly"}, {"hour": "24"}, {"hour": ""}, {"seeds": ""}):
        answer = as_(people.ada).post("/notices/settings", ways | wrong)
        assert answer.status_code == 422
        assert 'class="problems"' in answer.content.decode()
    assert preferences.hour_of(people.ada.pk) == 21
    as_(people.ada).post("/notices/settings", ways | {"decisions": "none"})
    assert preferences.of(people.ada.pk)[Topic.DECISIONS] == "at-once"


def test_of_what_a_digest_looks_like_outside_of_smtp(people, talk, mailoutbox):
    """With Django's own memory of mails, as the models of this folder look at it."""
    assert "2 replies" in digest_of(people.ada, mailoutbox).body
