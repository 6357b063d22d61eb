"""Who is told of a comment, as what, and what the page says of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houserules import read
from parley.deciding.services import decide
from parley.groups import services as groups
from parley.inbox import tracking
from parley.inbox.models import Notice, What
from parley.moderation import straining
from parley.moderation.services import Choice
from parley.people.blocking import block
from parley.posting import services as posting
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Version
from tests.budgets import QUERIES
from tests.inbox.telling import count_of, page_of, posted

pytestmark = pytest.mark.django_db


def told() -> dict[str, str]:
    """Names with what they were told, of comments and rules alone."""
    return dict(Notice.objects.filter(what__in=[
        What.REPLY, What.CITATION, What.MENTION, What.SEED_COMMENT, What.RULES_CHANGED,
    ]).values_list("person__username", "what"))  # fmt: skip


@pytest.mark.database
def test_each_is_told_once_of_a_comment_and_of_what_says_most(people, comment, as_):
    said = comment("Tiltmeters saw it.")
    posted()
    assert told() == {"olga": "seed:comment"}
    Notice.objects.all().delete()
    beside = comment("Did they?", by=people.bo)
    posted()
    Notice.objects.all().delete()
    groups.join(actor=people.sita, group=said.seed.group)
    comment("@ada @bo @mo @new @bea, look.", by=people.sita, to=said, quotes=[(said.pk, ""), (beside.pk, "Did they")])
    posted()
    assert told() == {"ada": "comment:reply", "bo": "comment:citation", "mo": "comment:mention", "new": "comment:mention"}
    assert "sita replied to your comment 1 in “A glacier lake drained”" in page_of(as_, people.ada)
    assert "sita cited you in" in page_of(as_, people.bo)
    assert "sita mentioned you in" in page_of(as_, people.mo)
    assert count_of(as_, people.ada) == "1"
    assert count_of(as_, people.olga) == ""


def test_nobody_is_told_of_himself(people, comment):
    said = comment("@ada it is I.")
    posting.append_to_comment(actor=people.ada, comment=said, source="And @ada again.", anyway=True)
    comment("On my own.", by=people.olga)
    posted()
    assert told() == {"olga": "seed:comment"}


def test_a_held_comment_tells_nobody_until_it_is_posted(people, comment, seed_with):
    seed = seed_with()
    straining.strain(actor=people.mo, seed=seed, asked=straining.Asked(way="held", note="Calm."))
    held = comment("@bo wait.", on=seed)
    posted()
    assert told() == {}
    decide(actor=people.mo, item=held, choice=Choice(action="no-breach", line=1))
    posted()
    assert told() == {"bo": "comment:mention", "olga": "seed:comment"}


def test_who_is_outside_of_a_private_group_is_not_told(people, comment, group_with, seed_with, as_):
    seed = seed_with(group=group_with(visibility="private"))
    comment("@new @bo come here.", on=seed)
    posted()
    assert told() == {"bo": "comment:mention", "olga": "seed:comment"}
    assert count_of(as_, people.bo) == "1"
    seed.group.memberships.filter(person=people.bo).delete()
    assert count_of(as_, people.bo) == ""
    assert "glacier" not in page_of(as_, people.bo)
    assert as_(people.bo).get(f"/notices/{Notice.objects.get(person=people.bo).pk}").status_code == 404


def test_who_blocked_the_author_is_not_told_and_sees_nothing_of_before(people, comment, as_):
    said = comment("Tiltmeters.")
    comment("One.", by=people.bo, to=said)
    posted()
    assert count_of(as_, people.ada) == "1"
    block(actor=people.ada, person=people.bo)
    comment("Two, @ada.", by=people.bo, on=said.seed)
    posted()
    assert count_of(as_, people.ada) == ""
    assert "bo " not in page_of(as_, people.ada)
    assert Notice.objects.filter(person=people.ada).count() == 1


@pytest.mark.database
def test_rewording_tells_those_who_are_new_in_it_and_no_endless_list(people, comment):
    from parley.people.services import create_person

    for number in range(14):
        create_person(username=f"name{number}", email=f"name{number}@parley.example", password=None)
    said = comment(" ".join(f"@name{number}" for number in range(6)) + " @bo `@mo` [@mo](https://a.example)")
    posted()
    assert {who for who, what in told().items() if what == "comment:mention"} == {"bo", *(f"name{n}" for n in range(6))}
    said.refresh_from_db()
    posting.edit_comment(
        actor=people.ada, comment=said, source=" ".join(f"@name{number}" for number in range(6, 14)),
        revision=said.text.current_id, anyway=True,
    )  # fmt: skip
    posted()
    assert sum(what == "comment:mention" for what in told().values()) == 10


def test_new_rules_are_told_to_the_group_once_and_the_first_ones_to_nobody(people, group, as_):
    posted()
    assert told() == {}
    rulebooks.publish(actor=people.olga, group=group, book=read("Be kind to each other.").all_confirmed(), after=1)
    posted()
    assert told() == {"ada": "rules:changed", "bo": "rules:changed", "mo": "rules:changed"}
    assert "New house rules in Astronomy: version 2" in page_of(as_, people.bo)
    groups.leave(actor=people.bo, group=group)
    assert "New house rules" not in page_of(as_, people.bo)


@pytest.mark.database
def test_several_stand_in_one_line_and_are_read_together(people, comment, as_):
    said = comment("Tiltmeters.")
    for who, words in ((people.bo, "First."), (people.mo, "Second."), (people.bo, "Third.")):
        comment(words, by=who, to=said)
    posted()
    page = page_of(as_, people.ada)
    assert "3 replies to your comment 1 in “A glacier lake drained”" in page
    assert "By bo and mo." in page
    assert page.count('class="queued is-new"') == 1
    newest = Notice.objects.filter(person=people.ada).latest("pk")
    first = Notice.objects.filter(person=people.ada).earliest("pk")
    assert as_(people.ada).get(f"/notices/{newest.pk}")["Location"] == first.comment.url
    assert count_of(as_, people.ada) == ""
    assert page_of(as_, people.ada).count('class="queued') == 3


@pytest.mark.database
def test_ten_thousand_are_counted_and_listed_within_a_bound(people, group, comment, as_):
    comment()
    version = Version.objects.filter(book__group=group).get()
    Version.objects.bulk_create(
        Version(book=version.book, number=number, prose="", reading={}, author=people.olga) for number in range(2, 10_002)
    )
    keys = Version.objects.filter(number__gt=1).values_list("pk", flat=True)
    Notice.objects.bulk_create([Notice(person=people.ada, what=What.RULES_CHANGED, version_id=key) for key in keys])
    assert count_of(as_, people.ada) == "99+"
    with CaptureQueriesContext(connection) as asked:
        page = page_of(as_, people.ada)
    assert page.count('class="queued is-new"') == 100
    assert len(asked) <= QUERIES["notices"][1]
    assert "/notices?after=" in page


@pytest.mark.database
def test_a_post_asks_two_queries_more_whoever_is_concerned(people, comment):
    said = comment("Tiltmeters.")
    comment("Warm.", by=people.bo, to=said)
    with CaptureQueriesContext(connection) as asked:
        comment("@ada, look.", by=people.mo, to=said)
    jobs = [each["sql"] for each in asked if "django_tasks" in each["sql"].lower()]
    follows = [each["sql"] for each in asked if "inbox_" in each["sql"]]
    assert len(jobs) == 1
    assert len(follows) == 1
    assert follows[0].startswith("INSERT INTO inbox_tracked")


def test_who_muted_the_discussion_or_the_branch_is_told_nothing_of_it(people, comment):
    said = comment("Tiltmeters saw it.")
    posted()
    Notice.objects.all().delete()
    tracking.mute_branch(actor=people.ada, comment=said, on=True)
    tracking.mute(actor=people.olga, seed=said.seed, on=True)
    comment("@ada did they?", by=people.bo, to=said)
    comment("On its own.", by=people.bo, on=said.seed)
    posted()
    assert told() == {}
    tracking.mute_branch(actor=people.ada, comment=said, on=False)
    comment("Did they, @ada?", by=people.bo, to=said)
    posted()
    assert told() == {"ada": "comment:reply"}
