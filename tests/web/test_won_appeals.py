"""A comment that was ruled on wrongly becomes what the rule must leave (R2.11)."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houserules import read
from parley.appeals import services as appeals
from parley.deciding import services as deciding
from parley.moderation.lines import lines_of
from parley.moderation.models import Scale
from parley.moderation.services import Choice
from parley.people.models import SiteRole
from parley.rulebooks import services as rulebooks

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = "Marlow is also the name of the glacier, says the map."


@pytest.fixture(autouse=True)
def unguarded(db):
    """mo rules on the same member again and again."""
    Scale.objects.create(group=None, guard_days=0, ladder=[7])


@pytest.fixture
def won(people, comment, seed):
    """An appeal against the line about Marlow, granted."""

    def make(words=WORDS, *, grants=True):
        said = comment(words, on=seed)
        number = next(line.number for line in lines_of(said) if "Marlow" in line.text)
        ruling = deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=number))
        appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="It is a glacier.")
        appeals.decide(actor=people.sita, appeal=appeal, grants=grants, reasons="So it is.")
        return ruling

    return make


def leaves(page):
    return [unescape(each) for each in re.findall(r'name="leave-[^"]*"[^>]* value="([^"]*)"', page)]


def edited(as_, people, seed):
    return as_(people.olga).get(f"{seed.group.url}/rules/edit").content.decode()


def test_it_stands_as_what_the_rule_must_leave_where_new_rules_are_begun(as_, people, seed, won):
    assert WORDS not in leaves(edited(as_, people, seed))
    won()
    page = edited(as_, people, seed)
    assert WORDS in leaves(page)
    assert "An appeal was won against" in page


def test_a_refused_appeal_and_one_whose_words_are_cut_again_are_no_examples(as_, people, seed, comment, won, cut):
    won(grants=False)
    ruling = won()
    ruling.comment.refresh_from_db()
    cut(ruling.comment, "the name", by=people.sita)
    page = edited(as_, people, seed)
    assert not any("glacier" in each for each in leaves(page))
    assert "An appeal was won against" not in page


def test_a_rule_that_would_find_it_again_is_not_put_in_force_until_that_is_settled(as_, people, seed, won):
    won()
    olga, url = as_(people.olga), f"{seed.group.url}/rules/edit"

    def form(page):
        boxes = re.findall(r'<input[^>]* name="((?:leave|find|set)-[^"]+|reading|version)"[^>]* value="([^"]*)"', page)
        sent = {name: unescape(value) for name, value in boxes}
        prose = unescape(re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)[1])
        chosen = re.findall(r'<input type="radio" name="([^"]+)" value="([^"]+)" checked', page)
        return sent | {"prose": prose, "shown": re.findall(r'name="shown" value="([^"]+)"', page)} | dict(chosen)

    sent = form(edited(as_, people, seed))
    refused = olga.post(url, sent | {"confirm": "1"})
    assert refused.status_code == 422
    assert WORDS in leaves(refused.content.decode())
    settled = {name: "" if value == WORDS else value for name, value in form(refused.content.decode()).items()}
    assert olga.post(url, settled | {"confirm": "1"}).status_code == 302


def test_many_of_them_cost_no_more_and_lines_kept_by_people_have_no_examples(as_, people, seed, won):
    asked = []
    for number in range(2):
        for each in range(1 + 3 * number):
            won(f"{WORDS} {number} {each}")
        with CaptureQueriesContext(connection) as counted:
            page = edited(as_, people, seed)
        asked.append(len(counted))
    assert asked[1] <= asked[0]
    assert all(page.count(f'value="{words}"') <= 4 for words in leaves(page) if "Marlow" in words)


def test_what_was_written_in_a_private_group_is_no_example_for_the_sites_rules(as_, people, comment, seed_with, group_with):
    people.sita.site_role = SiteRole.ADMIN
    people.sita.save()
    rulebooks.publish(actor=people.sita, group=None, book=read("No talk of Marlow.").all_confirmed(), after=0)
    for visibility, words in (("private", f"{WORDS} Private."), ("public", f"{WORDS} Public.")):
        said = comment(words, on=seed_with(group=group_with(visibility=visibility), by=people.bo))
        number = next(line.number for line in lines_of(said) if line.text == "No talk of Marlow.")
        ruling = deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=number))
        appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="It is a glacier.")
        appeals.decide(actor=people.olga, appeal=appeal, grants=True, reasons="So it is.")
        page = as_(people.sita).get("/rules/edit").content.decode()
        assert (words in leaves(page)) is (visibility == "public")
