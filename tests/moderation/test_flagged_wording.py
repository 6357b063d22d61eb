"""A flag is about the words its sender had before him (R4.1), also when they were changed since; none that were cut are shown."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.moderation.models import Case, Flag
from parley.moderation.services import Choice
from parley.people.services import create_person
from parley.posting import services as posting
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
BEFORE = "You always fall for it, you genius idiot. Have a read."
AFTER = "You always fall for it. Have a read."
CHANGED = "changed since it was flagged"


@pytest.fixture
def said(comment):
    return comment(BEFORE)


def edited(people, said, source=AFTER):
    said.text.refresh_from_db()
    posting.edit_comment(actor=people.ada, comment=said, source=source, revision=said.text.current_id, anyway=True)


def read(as_, who, said) -> dict[str, str]:
    """What the form of a flag sends of itself to somebody who has it open now."""
    page = as_(who).get(f"{said.url}/flag").content.decode()
    return {"revision": re.search(r'name="revision" value="(\d+)"', page)[1], "line": "1"}


def flagged(as_, who, said, **sent):
    return as_(who).post(f"{said.url}/flag", {**read(as_, who, said), **sent})


def pointed(as_, people) -> str:
    """The part of the case that says what points to a rule."""
    page = as_(people.mo).get(Case.objects.get(is_open=True).url).content.decode()
    return re.search(r'<section class="panel" aria-labelledby="points">.*?</section>', page, re.DOTALL)[0]


@pytest.mark.database
def test_words_that_were_edited_while_somebody_marked_them_are_flagged_as_he_read_them(as_, people, said):
    form = read(as_, people.bo, said)
    edited(people, said)
    answer = as_(people.bo).post(f"{said.url}/flag", {**form, "words": "genius idiot"})
    assert answer.status_code == 302
    assert "do not stand in it" not in as_(people.bo).get(answer.url).content.decode()
    assert Flag.objects.get().spans == [[BEFORE.index("genius"), BEFORE.index("genius") + 12]]
    assert '<q dir="auto">genius idiot</q>' in pointed(as_, people)


def test_a_case_shows_the_words_as_they_were_read_once_they_were_changed(as_, people, said):
    flagged(as_, people.bo, said, words="genius idiot")
    assert CHANGED not in pointed(as_, people)
    edited(people, said)
    shown = pointed(as_, people)
    assert CHANGED in shown
    assert '<q dir="auto">genius idiot</q>' in shown
    assert f'href="{said.url}/history"' in shown
    assert "bo" not in re.findall(r"\w+", shown)


def test_a_flag_without_words_says_no_more_than_that_it_was_changed(as_, people, said):
    flagged(as_, people.bo, said)
    edited(people, said)
    shown = pointed(as_, people)
    assert CHANGED in shown
    assert shown.count("<q") == 1  # the rule itself


def test_words_that_were_cut_since_are_not_shown_as_they_were_read(as_, people, said):
    flagged(as_, people.bo, said, words="you genius idiot")
    edited(people, said, BEFORE.replace("fall", "go"))
    flagged(as_, people.olga, said, line="2")
    now = BEFORE.replace("fall", "go")
    start = now.index("genius")
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="redact", line=3, spans=[(start, start + 6)]))
    page = as_(people.mo).get(Case.objects.get().url).content.decode()
    shown = re.search(r'<section class="panel" aria-labelledby="points">.*?</section>', page, re.DOTALL)[0]
    assert '<q dir="auto">you [✘] idiot</q>' in shown
    assert "genius" not in shown


def test_of_a_removed_comment_no_words_are_shown_as_they_were_read(as_, people, said):
    flagged(as_, people.bo, said, words="genius idiot")
    edited(people, said)
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1))
    page = as_(people.mo).get(Case.objects.get().url).content.decode()
    assert CHANGED in page
    assert "genius" not in page


@pytest.mark.parametrize("sent", ["", "0", "x", "²", "9" * 17, "9" * 400, "other"])
def test_a_wording_that_is_not_of_this_comment_counts_as_the_present_one(as_, people, said, comment, sent):
    key = str(comment("Another genius.").text.current_id) if sent == "other" else sent
    assert flagged(as_, people.bo, said, words="genius idiot", revision=key).status_code == 302
    made = Flag.objects.get()
    said.text.refresh_from_db()
    assert (made.revision_id, len(made.spans)) == (said.text.current_id, 1)


def test_a_refused_flag_keeps_the_wording_that_was_read(as_, people, said):
    form = read(as_, people.bo, said)
    edited(people, said)
    page = as_(people.bo).post(f"{said.url}/flag", {**form, "line": "99", "words": "genius idiot"}).content.decode()
    assert f'name="revision" value="{form["revision"]}"' in page


@pytest.mark.database
def test_words_cut_of_the_wording_that_was_read_cannot_be_marked_in_it(as_, people, said):
    form = read(as_, people.bo, said)
    edited(people, said, BEFORE.replace("fall", "go"))
    start = BEFORE.replace("fall", "go").index("genius")
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="redact", line=1, spans=[(start, start + 6)]))
    as_(people.bo).post(f"{said.url}/flag", {**form, "line": "2", "words": "genius\nidiot"})
    begins = BEFORE.index("idiot")
    assert Flag.objects.get().spans == [[begins, begins + 5]]


@pytest.mark.database
def test_a_case_asks_no_more_for_many_flags_of_many_wordings(as_, people, said):
    counts = []
    for number in range(6):
        person = create_person(username=f"f{number}", email=f"f{number}@parley.example", password="correct horse")
        groups.set_role(actor=people.olga, group=said.seed.group, person=person, role="member")
        flagged(as_, person, said, words="always fall")
        edited(people, said, f"{BEFORE} Edited {number}.")
        if number in {1, 5}:
            as_(people.mo).get(Case.objects.get().url)
            with CaptureQueriesContext(connection) as counted:
                assert as_(people.mo).get(Case.objects.get().url).status_code == 200
            counts.append(len(counted))
    assert counts[1] <= counts[0] <= QUERIES["case"][1]


def test_a_wording_that_was_ruled_on_cannot_be_flagged_again_through_an_edit(as_, people, said):
    form = read(as_, people.bo, said)
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="no-breach", line=1))
    edited(people, said)
    answer = as_(people.bo).post(f"{said.url}/flag", form)
    assert (answer.status_code, "A mod has ruled on this" in answer.content.decode()) == (403, True)
    assert as_(people.bo).post(f"{said.url}/flag", read(as_, people.bo, said)).status_code == 302
