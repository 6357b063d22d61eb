"""Writing comments through the front door: citing, being asked, posting once, editing, adding, and what goes wrong."""

import re

import pytest
from django.test import Client

from parley.moderation import services as moderation
from parley.posting import services as posting
from parley.threads import policy as threads
from parley.threads.models import Comment
from tests.pictures import upload

pytestmark = pytest.mark.django_db
ASKED = "Marlow again, and his yacht."
TOKEN = "6d6bd8a5-0fb3-4d4e-9d36-6d1b4ef2a111"


def body(response) -> str:
    return response.content.decode()


def fields_of(page: str) -> dict:
    """What the writing form on a page would send as it stands."""
    form = re.search(r'<form class="write".*?</form>', page, re.DOTALL)[0].split("<template data-quote>")[0]
    hidden = re.findall(r'type="hidden" name="(token|revision|quoted)" value="([^"]*)"', form)
    quotes = re.findall(r'name="quote" value="([^"]*)" checked', form)
    return dict(hidden) | {"quote": quotes}


def latest() -> Comment:
    return Comment.objects.select_related("text__current", "author", "seed").latest("pk")


def test_a_comment_from_the_form_on_the_page(seed, people, as_):
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(seed.url))) | {"text": "First *here*."}
    response = bo.post(f"/s/{seed.pk}/reply", sent)
    assert (response.status_code, response.headers["Location"]) == (302, f"/c/{latest().pk}")
    page = body(bo.get(seed.url))
    assert "First <em>here</em>." in page
    assert f'data-clears="seed/{seed.pk}"' in page


def test_a_reply_cites_its_parent_by_itself(seed, comment, people, as_):
    said = comment("The gauges were right.\n\nNobody looked.")
    bo = as_(people.bo)
    page = body(bo.get(f"/c/{said.pk}/reply"))
    assert "Reply to comment 1" in page
    sent = fields_of(page)
    assert sent["quote"] == [f"{said.pk}:"]
    bo.post(f"/c/{said.pk}/reply", sent | {"text": "I looked."})
    assert latest().number == "1.1"
    page = body(bo.get(seed.url))
    assert re.search(r'<blockquote class="cite"[^>]*><p>The gauges were right.</p>', page)


def test_selected_words_are_cited_instead_and_others_as_well(seed, comment, people, as_):
    said, other = comment("The gauges were right. Nobody looked."), comment("Tiltmeters too.")
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(f"/c/{said.pk}/reply", {"quote": "Nobody looked."})))
    assert sent["quote"] == [f"{said.pk}:Nobody looked."]
    page = body(bo.post(f"/c/{said.pk}/reply", sent | {"text": "I did.", "cite": "2", "add": "1"}))
    assert "I did." in page
    sent = fields_of(page)
    assert sent["quote"] == [f"{said.pk}:Nobody looked.", f"{other.pk}:"]
    bo.post(f"/c/{said.pk}/reply", sent | {"text": "I did."})
    page = body(bo.get(seed.url))
    assert "<p>Nobody looked.</p>" in page
    assert "<p>Tiltmeters too.</p>" in page
    assert list(latest().citations.values_list("cited", flat=True)) == [said.pk, other.pk]


def test_one_citation_can_be_dropped(comment, people, as_):
    said, other = comment("The gauges were right."), comment("Tiltmeters too.")
    as_(people.bo).post(f"/c/{said.pk}/reply", {"text": "I did.", "quote": [f"{other.pk}:"]})
    assert latest().citations.count() == 2
    as_(people.bo).post(f"/c/{said.pk}/reply", {"text": "I really did.", "quote": [f"{said.pk}:"]})
    assert latest().citations.count() == 1


def test_what_was_unticked_is_not_cited_and_can_be_ticked_again(seed_with, group_with, comment, people, as_):
    said = comment("The gauges were right.", on=seed_with(group=group_with(rules=None)))
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(f"/c/{said.pk}/reply"))) | {"quote": [], "text": "I did."}
    page = body(bo.post(f"/c/{said.pk}/reply", sent | {"preview": "1"}))
    assert f'name="quote" value="{said.pk}:">' in page
    bo.post(f"/c/{said.pk}/reply", sent)
    assert latest().number == "1.1"
    assert not latest().citations.exists()


def test_where_a_rule_asks_for_it_the_parent_is_cited_or_quoted_by_hand(comment, people, as_):
    said = comment("The gauges were right.")
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(f"/c/{said.pk}/reply"))) | {"quote": [], "text": "I did."}
    answer = bo.post(f"/c/{said.pk}/reply", sent)
    assert answer.status_code == 422
    assert "quotes nothing of the comment it answers" in body(answer)
    assert bo.post(f"/c/{said.pk}/reply", sent | {"quote": [f"{said.pk}:"]}).status_code == 302


def test_a_citation_by_a_number_that_is_none_keeps_the_text(comment, people, as_):
    said = comment()
    response = as_(people.bo).post(f"/c/{said.pk}/reply", {"text": "Kept words.", "cite": "9.9"})
    assert response.status_code == 422
    assert "no comment of that number" in body(response)
    assert "Kept words." in body(response)
    assert 'value="9.9"' in body(response)


def test_a_preview_posts_nothing_and_shows_what_the_rules_say(seed, people, as_):
    response = as_(people.bo).post(f"/s/{seed.pk}/reply", {"text": f"*So* {ASKED}", "preview": "1", "token": TOKEN})
    page = body(response)
    assert response.status_code == 200
    assert "<em>So</em>" in page
    assert "<mark>Marlow</mark>" in page
    assert TOKEN in page
    assert not Comment.objects.exists()


def test_the_author_is_asked_and_may_post_anyway(seed, people, as_):
    bo = as_(people.bo)
    response = bo.post(f"/s/{seed.pk}/reply", {"text": ASKED, "token": TOKEN})
    page = body(response)
    assert response.status_code == 422
    assert "Before you post" in page
    assert "<mark>Marlow</mark>" in page
    assert "No Marlow" in page
    assert not Comment.objects.exists()
    assert bo.post(f"/s/{seed.pk}/reply", {"text": ASKED, "token": TOKEN, "anyway": "1"}).status_code == 302
    assert Comment.objects.count() == 1


def test_a_reply_to_oneself_is_offered_to_be_added(seed, comment, people, as_):
    said = comment("The gauges were right.")
    ada = as_(people.ada)
    page = body(ada.post(f"/c/{said.pk}/reply", {"text": "And nobody looked."}))
    assert f'formaction="/c/{said.pk}/append"' in page
    response = ada.post(f"/c/{said.pk}/append", {"text": "And nobody looked.", "token": TOKEN, "quote": [f"{said.pk}:"]})
    assert response.headers["Location"] == f"/c/{said.pk}"
    page = body(ada.get(seed.url))
    assert "<p>The gauges were right.</p>\n<p>And nobody looked.</p>" in page
    ada.post(f"/c/{said.pk}/append", {"text": "And nobody looked."})
    assert body(ada.get(seed.url)).count("And nobody looked.") == 1


def test_what_a_reply_to_oneself_quotes_of_others_is_added_too(seed, comment, people, as_):
    said, other = comment("The gauges were right."), comment("Tiltmeters too.", by=people.bo)
    ada, sent = as_(people.ada), {"text": ASKED, "quote": [f"{said.pk}:", f"{other.pk}:Tiltmeters"], "cite": "2"}
    page = body(ada.post(f"/c/{said.pk}/append", sent))
    assert fields_of(page)["quote"] == [f"{other.pk}:Tiltmeters", f"{other.pk}:"]
    for _ in range(2):
        ada.post(f"/c/{said.pk}/append", fields_of(page) | {"text": ASKED, "anyway": "1"})
    found = said.citations.values_list("place", "cited", "start", "end")
    assert list(found) == [(0, other.pk, 0, 10), (1, other.pk, 0, 15)]
    quotes = [f"{other.pk}:{words}" for words in ("Tiltmeters too", "too", "", "Tiltmeters", "x", "y", "z")]
    answer = ada.post(f"/c/{said.pk}/append", {"text": "More words.", "quote": quotes})
    assert (answer.status_code, said.citations.count()) == (422, 2)
    assert "More words." in body(answer)


def test_a_comment_is_changed_a_bounded_number_of_times(comment, people, as_, monkeypatch):
    monkeypatch.setattr(threads, "MOST_REVISIONS", 3)
    said, ada = comment("The gauges were right."), as_(people.ada)
    for words in ("Once.", "Twice."):
        assert ada.post(f"/c/{said.pk}/append", {"text": words}).status_code == 302
    answer = ada.post(f"/c/{said.pk}/append", {"text": "Thrice."})
    assert answer.status_code == 403
    assert "as often as a comment can be" in body(answer)
    assert "Thrice." in body(answer)
    assert f"/c/{said.pk}/edit" not in body(ada.get(said.seed.url))


def test_adding_what_the_rules_ask_about_keeps_adding(comment, people, as_):
    said = comment("The gauges were right.")
    ada = as_(people.ada)
    page = body(ada.post(f"/c/{said.pk}/append", {"text": ASKED}))
    assert f'action="/c/{said.pk}/append"' in page
    assert "<mark>Marlow</mark>" in page
    assert ASKED in page
    assert ada.post(f"/c/{said.pk}/append", {"text": ASKED, "anyway": "1"}).status_code == 302
    assert "Marlow" in body(ada.get(said.seed.url))


def test_the_same_form_posted_twice_is_one_comment(seed, people, as_):
    bo = as_(people.bo)
    ways = [bo.post(f"/s/{seed.pk}/reply", {"text": "Only once.", "token": TOKEN}).headers["Location"] for _ in range(2)]
    assert ways[0] == ways[1]
    assert Comment.objects.count() == 1


def test_a_reply_to_a_removed_comment_keeps_the_text(comment, cut, people, as_):
    said = comment("A zorblax.")
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(f"/c/{said.pk}/reply"))) | {"text": "Long considered words."}
    cut(said, None)
    response = bo.post(f"/c/{said.pk}/reply", sent)
    assert response.status_code == 403
    assert "was removed" in body(response)
    assert "Long considered words." in body(response)
    assert "zorblax" not in body(response)
    assert bo.get(f"/c/{said.pk}/reply").status_code == 403


def test_a_parent_edited_meanwhile_is_read_again_first(comment, people, as_):
    said = comment("The gauges were right.")
    bo = as_(people.bo)
    sent = fields_of(body(bo.get(f"/c/{said.pk}/reply"))) | {"text": "Agreed."}
    posting.edit_comment(actor=people.ada, comment=said, source="The gauges were wrong.", revision=int(sent["revision"]))
    response = bo.post(f"/c/{said.pk}/reply", sent)
    page = body(response)
    assert response.status_code == 409
    assert "The gauges were wrong." in page
    assert "Agreed." in page
    assert bo.post(f"/c/{said.pk}/reply", fields_of(page) | {"text": "Agreed."}).status_code == 302


def test_who_is_no_member_is_told_the_way_in(seed, comment, people, as_):
    said, new = comment(), as_(people.new)
    for url in (f"/c/{said.pk}/reply", f"/s/{seed.pk}/reply"):
        for response in (new.get(url), new.post(url, {"text": "My first words."})):
            assert response.status_code == 403
            assert f'href="{seed.group.url}/join"' in body(response)
        assert "My first words." in body(response)


def test_only_mods_are_offered_to_speak_as_mods(seed, people, as_):
    assert 'name="official"' not in body(as_(people.bo).get(seed.url))
    assert 'name="official"' in body(as_(people.mo).get(seed.url))
    response = as_(people.bo).post(f"/s/{seed.pk}/reply", {"text": "I decide here.", "official": "1"})
    assert response.status_code == 403
    assert "I decide here." in body(response)
    as_(people.mo).post(f"/s/{seed.pk}/reply", {"text": "Calm, please.", "official": "1"})
    assert latest().is_official


def test_a_session_lost_while_writing_keeps_the_text(seed, comment, people):
    said = comment()
    browser = Client(enforce_csrf_checks=True)
    for url in (f"/c/{said.pk}/reply", f"/s/{seed.pk}/reply", f"/c/{said.pk}/edit"):
        response = browser.post(
            url, {"text": "An hour of work.", "quote": [f"{said.pk}:"]}, headers={"Origin": "http://testserver"}
        )
        assert response.status_code == 403
        assert "Your text is safe" in body(response)
        assert "An hour of work." in body(response)
        assert f'value="{said.pk}:"' in body(response)


def test_who_signed_in_meanwhile_is_told_to_press_once_more_and_a_picture_is_asked_for_again(seed, people):
    browser = Client(enforce_csrf_checks=True)
    fields, ours = {"text": "An hour of work.", "picture1": upload()}, {"Origin": "http://testserver"}
    shown = body(browser.post(f"/s/{seed.pk}/reply", fields, headers=ours))
    assert "Your picture has to be chosen again</label>" in shown
    assert 'type="file" name="picture1"' in shown
    assert "press once more" not in shown
    browser.force_login(people.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    shown = body(browser.post(f"/s/{seed.pk}/reply", {"text": "An hour of work."}, headers=ours))
    assert "You are signed in." in shown
    assert "press once more to send it." in shown
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)[1]
    fields = {"text": "An hour of work.", "csrfmiddlewaretoken": token}
    assert browser.post(f"/s/{seed.pk}/reply", fields, headers=ours).status_code == 302


def test_the_coach_answers_with_spans_of_what_was_typed(seed, people, as_):
    bo = as_(people.bo)
    typed = "\r\n\r\nWell, Marlow again."
    answer = bo.post(f"/s/{seed.pk}/coach", {"text": typed}).json()
    (finding,) = answer["findings"]
    (span,) = finding["spans"]
    assert typed.replace("\r\n", "\n")[span[0]:span[1]] == "Marlow"
    assert finding["lines"][0][1].startswith("No Marlow")
    assert answer["can_post_anyway"] is True
    assert bo.post(f"/s/{seed.pk}/coach", {"text": "Nothing wrong."}).json()["findings"] == []
    assert not Comment.objects.exists()


def test_the_coach_counts_code_points(seed, people, as_):
    typed = "🌋🌋 e\u0301t\u00e9 Marlow"
    (finding,) = as_(people.bo).post(f"/s/{seed.pk}/coach", {"text": typed}).json()["findings"]
    (span,) = finding["spans"]
    assert typed[span[0]:span[1]] == "Marlow"


def test_the_coach_knows_the_parent(seed, comment, people, as_):
    said = comment("The gauges were right.")
    answer = as_(people.ada).post(f"/s/{seed.pk}/coach?parent={said.pk}", {"text": "And nobody looked."}).json()
    assert answer["append_url"] == f"/c/{said.pk}/append"
    for parent in ("0", "x", "9" * 30, "99999"):
        answer = as_(people.ada).post(f"/s/{seed.pk}/coach?parent={parent}", {"text": "And nobody looked."})
        assert answer.status_code in {200, 422}


@pytest.mark.parametrize(("text", "status"), [("", 422), ("   ", 422), ("x" * 20_001, 413)])
def test_the_coach_refuses_with_a_sentence(seed, people, as_, text, status):
    answer = as_(people.bo).post(f"/s/{seed.pk}/coach", {"text": text})
    assert answer.status_code == status
    assert answer.json()["sentence"]
    assert as_(people.new).post(f"/s/{seed.pk}/coach", {"text": "words"}).status_code == 403


def test_cut_words_cannot_be_found_out_by_quoting(comment, cut, people, as_):
    said = comment("Opening words.\n\nThe director is a zorblax if he thinks so.")
    cut(said, "zorblax")
    bo = as_(people.bo)
    guessed = body(bo.get(f"/c/{said.pk}/reply", {"quote": "zorblax"}))
    wrong = body(bo.get(f"/c/{said.pk}/reply", {"quote": "glimmer"}))
    shape = re.compile(r'(?s)<span data-slot="words">.*?</span>\s*<span class="cite-by">')
    assert shape.findall(guessed) == shape.findall(wrong)
    page = body(bo.get(f"/c/{said.pk}/reply", {"quote": "director is a [✘] if he"}))
    assert 'director is a <a class="redacted"' in page


def test_a_redaction_flows_into_the_citation_and_undo_brings_it_back(seed, comment, cut, people, as_):
    said = comment("The director is a zorblax if he thinks so.")
    as_(people.bo).post(f"/c/{said.pk}/reply", {"text": "Is he?"})
    before = as_(None).get(seed.url).content
    assert before.count(b"zorblax") == 2
    ruling = cut(said, "zorblax")
    assert b"zorblax" not in as_(None).get(seed.url).content
    assert as_(None).get(seed.url).content.count(b'is a <a class="redacted"') == 2
    moderation.undo(actor=people.mo, ruling=ruling)
    assert as_(None).get(seed.url).content == before


def test_editing(seed, comment, people, as_):
    said = comment("The gauges were right.")
    ada = as_(people.ada)
    page = body(ada.get(f"/c/{said.pk}/edit"))
    assert "The gauges were right." in page
    sent = fields_of(page)
    assert ada.post(f"/c/{said.pk}/edit", sent | {"text": "The gauges were wrong."}).status_code == 302
    page = body(ada.get(seed.url))
    assert "The gauges were wrong." in page
    assert f'<a href="/c/{said.pk}/history">edited</a>' in page
    response = ada.post(f"/c/{said.pk}/edit", sent | {"text": "Third thoughts."})
    page = body(response)
    assert response.status_code == 409
    assert "Third thoughts." in page
    assert "The gauges were wrong." in page
    assert ada.post(f"/c/{said.pk}/edit", fields_of(page) | {"text": "Third thoughts."}).status_code == 302


def test_an_edit_is_judged_too(comment, people, as_):
    said = comment("The gauges were right.")
    sent = {"text": ASKED, "revision": str(said.text.current_id)}
    response = as_(people.ada).post(f"/c/{said.pk}/edit", sent)
    assert response.status_code == 422
    assert "<mark>Marlow</mark>" in body(response)
    assert as_(people.ada).post(f"/c/{said.pk}/edit", sent | {"anyway": "1"}).status_code == 302


@pytest.mark.parametrize("who", ["bo", "mo", "sita", "new"])
@pytest.mark.parametrize("way", ["edit", "append"])
def test_only_the_author_edits_and_adds(comment, people, as_, who, way):
    said = comment("The gauges were right.")
    browser = as_(getattr(people, who))
    assert browser.get(f"/c/{said.pk}/{way}").status_code == 403
    response = browser.post(f"/c/{said.pk}/{way}", {"text": "Not mine.", "revision": str(said.text.current_id)})
    assert response.status_code == 403
    assert "Not mine." in body(response)
    assert "The gauges were right." in body(browser.get(said.seed.url))
