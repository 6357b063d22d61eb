"""What a comment was judged by may change before it stands: rules, rights, what its author said from another window."""

import re
from uuid import uuid4

import pytest

from houserules import read
from parley.base.refusals import NotAllowed
from parley.groups import services as groups
from parley.judging import facts, past
from parley.posting import services as posting
from parley.rulebooks import services as rulebooks
from parley.threads import queries
from parley.threads.models import Comment

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def meanwhile(monkeypatch):
    """`meanwhile(act)`: it happens once, between the judgement of the next comment and its storing."""

    def set_up(act):
        store, acts = posting._store, [act]

        def after_it(**given):
            while acts:
                acts.pop()()
            return store(**given)

        monkeypatch.setattr(posting, "_store", after_it)

    return set_up


def reply(text, **more):
    return posting.Reply(source=text, **more)


def test_a_second_window_is_judged_with_the_first(people, group_with, seed_with, meanwhile):
    seed = seed_with(group=group_with(rules="At most one comment per hour."))
    meanwhile(lambda: posting.post_comment(actor=people.bo, seed=seed, reply=reply("From the other window.")))
    with pytest.raises(posting.Asked) as asked:
        posting.post_comment(actor=people.bo, seed=seed, reply=reply("From this one."))
    assert asked.value.verdict.findings
    assert [each.text.current.source for each in Comment.objects.filter(author=people.bo)] == ["From the other window."]
    posting.post_comment(actor=people.bo, seed=seed, reply=reply("From this one.", anyway=True))


def test_rules_published_meanwhile_are_those_it_is_judged_by(people, group_with, seed_with, meanwhile):
    group = group_with(rules="Be kind.")
    seed = seed_with(group=group)
    book = read("No links.").all_confirmed()
    meanwhile(lambda: rulebooks.publish(actor=people.olga, group=group, book=book, after=1))
    with pytest.raises(posting.Asked):
        posting.post_comment(actor=people.bo, seed=seed, reply=reply("See https://tiltmeter.example."))
    assert not Comment.objects.exists()


def test_who_was_put_out_meanwhile_does_not_post(people, seed, meanwhile):
    assert people.bo.group_roles  # read before, as a request does
    bo = type(people.bo).objects.get(pk=people.bo.pk)
    meanwhile(lambda: groups.set_role(actor=people.olga, group=seed.group, person=bo, role=None))
    with pytest.raises(NotAllowed) as refused:
        posting.post_comment(actor=people.bo, seed=seed, reply=reply("Still here?"))
    assert refused.value.code == "not-member"
    assert not Comment.objects.exists()


def test_posting_and_replay_know_the_same(people, seed, comment, monkeypatch):
    """With bounds so small that they matter."""
    for name, value in {"MOST_LATELY": 4, "MOST_PEOPLE": 2}.items():
        for module in (queries, facts, past):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(queries, "NEWEST", queries.Prepared(queries._newest, int))
    for by in ("ada", "mo", "ada", "olga", "bo", "ada", "mo", "bo"):
        comment(f"Bo, ada and olga: {by} says something.", by=getattr(people, by))
    posted = Comment.objects.select_related("author", "seed__seeder", "seed__source").order_by("pk").last()
    known = facts.facts_of_comment(
        posted.author, seed, posted.text.current.source, parent=None, cited=(), at=posted.created_at, before=posted
    )
    *_, (_, again) = past.past_of(seed.group_id, since=None)
    for name in ("text", "author", "earlier", "article_text", "at", "breaches_here", "author_days"):
        assert getattr(known, name) == getattr(again.facts, name), name
    assert {each.name for each in again.facts.members} == {"olga", "ada", "bo", "mo"}  # two wrote last, two are named, one seeded


def test_a_call_for_calm_is_nobody_s_past(people, seed, comment):
    comment("The first.")
    posting.call_for_calm(actor=people.mo, seed=seed, source=posting.CALM)
    comment("The third.")
    assert [each.facts.text for _, each in past.past_of(seed.group_id, since=None)] == ["The first.", "The third."]
    assert past.count_past(seed.group_id, since=None) == 2


def test_a_form_that_was_used_keeps_what_is_written_now(people, seed, as_):
    bo, address = as_(people.bo), f"/s/{seed.pk}/reply"
    token = str(uuid4())
    first = bo.post(address, {"text": "The first text.", "token": token})
    again = bo.post(address, {"text": "The first text.", "token": token})
    assert (first.status_code, again.status_code) == (302, 302)
    assert first["location"] == again["location"]
    other = bo.post(address, {"text": "A second text.", "token": token})
    assert other.status_code == 409
    page = other.content.decode()
    assert "A second text." in page
    assert token not in page
    fresh = re.search(r'name="token" value="([^"]+)"', page)[1]
    assert bo.post(address, {"text": "A second text.", "token": fresh}).status_code == 302
    assert Comment.objects.count() == 2


def test_a_notice_is_for_whom_it_was_left(people, seed, as_):
    bo, olga = as_(people.bo), as_(people.olga)
    bo.post(f"/s/{seed.pk}/reply", {"text": "A remark.", "token": str(uuid4())})
    kept = bo.cookies["messages"].value
    olga.cookies["messages"] = kept
    assert "Your comment" not in olga.get("/g").content.decode()
    bo.cookies["messages"] = kept
    assert "Your comment 1 stands" in bo.get("/g").content.decode()
    assert "Your comment" not in bo.get("/g").content.decode()
    bo.post(f"/s/{seed.pk}/reply", {"text": "Another remark.", "token": str(uuid4())})
    assert bo.post("/account/logout/").status_code == 302
    assert not bo.cookies["messages"].value
