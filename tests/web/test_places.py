"""The front page, groups, members, people, and the log through the front door."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houserules import read
from parley.groups import services as groups
from parley.rulebooks import services as rulebooks
from parley.web.pages.seed_cards import shortened
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
OPEN = ["/", "/newest", "/g", "/log", "/rules", "/m/ada", "/patterns", "/search?q=lake"]
OF_A_GROUP = ["", "/rules", "/members", "/log", "/search?q=lake", "?order=newest"]
FORMS = {"/g/new": ("name", "title", "about", "visibility", "excerpt_words"), "settings": ("title", "about", "show", "edit_minutes"),
         "members": ("member", "role"), "rules/edit": ("prose",)}  # fmt: skip
HOSTILE = {
    "empty": b"",
    "a megabyte": b"x" * 1_000_000,
    "control characters": b"%00%01%08%1f%7f",
    "right to left": b"%E2%80%AE%E2%81%A6abc",
    "half a pair": b"%ED%A0%80",
    "markup": b"%3Cscript%3Ealert(1)%3C/script%3E%22%27",
    "numbers": b"-99999999999999999999999999",
}


@pytest.fixture
def private(people, group_with):
    group = group_with(visibility="private", members={"ada": "member", "olga": "owner"})
    return groups.change_settings(actor=people.olga, group=group, title="Boathouse")


@pytest.mark.parametrize("address", OPEN)
def test_open_pages_are_the_same_for_all_who_are_signed_out(as_, people, seed, address):
    answers = [as_(None).get(address) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    assert "Cookie" not in answers[0].get("Vary", "")
    assert not answers[0].cookies
    assert as_(people.ada).get(address).status_code == 200


@pytest.mark.parametrize("end", OF_A_GROUP)
def test_pages_of_a_group_are_open_unless_it_is_private(as_, people, seed, private, end):
    assert as_(None).get(seed.group.url + end).status_code == 200
    assert as_(people.ada).get(private.url + end).status_code == 200
    for stranger in (None, people.new, people.sita):
        assert as_(stranger).get(private.url + end).status_code == 404


def test_nothing_of_a_private_group_shows_elsewhere(as_, people, private, seed_with, comment):
    secret = seed_with(group=private, by=people.ada, headline="Zorblax in the boathouse")
    comment("Plinth talk.", on=secret)
    for address in ("/", "/newest", "/g", "/log", "/m/ada", "/m/ada?show=comments", "/m/olga"):
        shown = as_(people.bo).get(address).content.decode()
        assert not any(word in shown for word in ("Zorblax", "Boathouse", "Plinth", private.name))
    assert "Zorblax" in as_(people.ada).get("/m/ada").content.decode()


def test_the_log_of_the_site_has_what_happened_in_open_groups(as_, people, comment, cut, private):
    said = comment("One zorblax here.")
    cut(said, "zorblax", note="Said to a person.")
    groups.set_role(actor=people.olga, group=private, person=people.ada, role="mod")
    for address in ("/log", f"{said.seed.group.url}/log"):
        shown = as_(None).get(address).content.decode()
        assert "Words redacted in" in shown
        assert "zorblax" not in shown
        assert "Boathouse" not in shown
    assert "member ada, member → mod" in as_(people.ada).get("/log").content.decode()


@pytest.mark.parametrize("address", [
    "/?after=x", "/?after=1_999999999999999999", "/log?after=-3", "/log?after=99999999999999999999", "/m/ada?after=0",
    "/newest?after=1e9_1", "/g/zzz", "/m/zzz", "/m/ADA", "/g/x?order=y",
])  # fmt: skip
def test_wrong_addresses_are_answered(as_, people, address):
    assert as_(None).get(address).status_code in {200, 404}


def test_an_unknown_order_is_not_there(as_, group):
    assert as_(None).get(f"{group.url}?order=_").status_code == 404


def test_lists_go_on_where_they_ended(as_, group, seed_with):
    made = [seed_with(group=group) for _ in range(27)]
    seen = set()
    for start in ("/", f"{group.url}?order=newest"):
        page = as_(None).get(start).content.decode()
        following = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
        for text in (page, as_(None).get(following).content.decode()):
            seen |= {seed.pk for seed in made if f'"{seed.url}"' in text}
        assert len(seen) == 27
        seen.clear()


def test_the_badge_counts_the_rules_that_hold(as_, people, group_with, seed_with, comment):
    group = group_with(rules="No cats. No dogs.")
    seed = seed_with(group=group, rules="No birds.")
    assert "3 house rules" in as_(None).get("/").content.decode()
    comment("First.", on=seed)
    rulebooks.publish(actor=people.olga, group=group, book=read("No cats.").all_confirmed(), after=1)
    assert "3 house rules" in as_(None).get("/").content.decode()
    shown = as_(None).get(group.url).content.decode()
    assert "3 house rules" in shown
    assert "1 house rule<" in shown


def test_lists_do_not_ask_more_when_they_grow(as_, people, group, seed_with, comment, cut):
    addresses = {
        "front": "/", "group": group.url, "groups": "/g", "log": "/log", "person": "/m/ada?show=comments",
        "group_rules": f"{group.url}/rules", "group_members": f"{group.url}/members", "group_log": f"{group.url}/log",
        "group_search": f"{group.url}/search?q=zorblax", "search": "/search?q=zorblax",
    }  # fmt: skip
    for more in (1, 12):
        for _ in range(more):
            said = comment("A zorblax and a plinth.", on=seed_with(group=group, rules="No birds.", remark="A zorblax."))
            cut(said, "plinth")
        for name, address in addresses.items():
            for reader, most in zip((None, people.ada), QUERIES[name], strict=True):
                as_(reader).get(address)
                with CaptureQueriesContext(connection) as asked:
                    as_(reader).get(address)
                assert len(asked) <= most, "\n".join([name, *(each["sql"] for each in asked)])


@pytest.mark.parametrize(("text", "shown"), [
    ("", ""), ("One two three.", "One two three."), ("One two three. Four five", "One two three."), ("a b c d e f", "a b c d …"),
    ("字" * 100, "字" * 40 + " …"), ("字" * 30 + "。" + "字" * 30, "字" * 30 + "。"), ("x" * 39, "x" * 39),
])  # fmt: skip
def test_texts_are_shortened_at_a_sentence_or_a_word(text, shown):
    assert shortened(text, 4) == shown


def test_joining_and_leaving(as_, people, group):
    new = as_(people.new)
    assert b"Join" in new.get(f"{group.url}/join?next=/rules").content
    assert new.post(f"{group.url}/join", {"next": "/rules"}).url == "/rules"
    assert new.get(f"{group.url}/join?next=//elsewhere.example").url == group.url
    assert b"you: member" in new.get(group.url).content
    for wanted in ("/\n/x", "\\\\elsewhere.example", "javascript:x", "/" + "x" * 5000, "\x00", "http://testserver:bad"):
        assert new.post(f"{group.url}/join", {"next": wanted}).status_code == 302
    assert new.post(f"{group.url}/leave").url == "/g"
    assert as_(people.olga).post(f"{group.url}/leave").url == f"{group.url}/members"
    assert b"at least one owner" in as_(people.olga).get(f"{group.url}/members").content


def test_leaving_a_private_group_is_asked_first(as_, people, group_with):
    group = group_with(visibility="private", members={"ada": "member"})
    ada = as_(people.ada)
    assert f'<a class="act-link" href="{group.url}/leave">Leave</a>' in ada.get(group.url).content.decode()
    assert b"Only an owner can let you in again." in ada.get(f"{group.url}/leave").content
    assert as_(people.sita).get(f"{group.url}/leave").status_code == 404
    assert ada.post(f"{group.url}/leave").url == "/g"
    assert ada.get(group.url).status_code == 404


@pytest.mark.parametrize(("sent", "status", "words"), [
    ({"flag_days": "99999999"}, 422, "Use a number from 0 to 3,650."),
    ({"flag_days": "x"}, 422, "Use a whole number from 0 to 3,650."),
    ({"signed": "more", "signed_above": ""}, 422, "Write how many members."), ({"signed": "always", "signed_above": "7"}, 302, 0),
    ({"signed": "more", "signed_above": "7"}, 302, 7), ({"signed": "never", "signed_above": "7"}, 302, None),
    ({"signed": "zorblax", "signed_above": "7"}, 302, 7),
])  # fmt: skip
def test_numbers_of_a_group_say_their_range_and_who_signs_is_a_choice(as_, people, group, sent, status, words):
    answer = as_(people.olga).post(f"{group.url}/settings", {"title": "Stars", **sent})
    assert answer.status_code == status
    if status == 422:
        assert words in answer.content.decode()
        assert 'max="3650"' in answer.content.decode()
        return
    group.refresh_from_db()
    assert group.signed_above == words


def test_who_is_let_into_a_private_group_is_told(as_, people, group_with):
    group = group_with(visibility="private", members={})
    as_(people.olga).post(f"{group.url}/members", {"member": "ada", "role": "member"})
    told = as_(people.ada).get("/notices").content.decode()
    assert f"You were let into {group.title}" in told
    as_(people.olga).post(f"{group.url}/members", {"member": "ada", "role": "mod"})
    as_(people.ada).post(f"{group.url}/leave", follow=True)
    shown = as_(people.ada).get("/notices").content.decode()
    assert group.title not in shown
    assert shown.count("You were let into a private group") == 1


def test_signed_out_people_are_led_to_sign_in_first(as_, group):
    answer = as_(None).get(f"{group.url}/join?next=/rules")
    assert answer.status_code == 302
    assert answer.url.startswith("/account/login/?next=")


def test_founding_a_group(as_, people):
    given = {"name": "river-towns", "title": "River towns", "about": "Boats.", "visibility": "public", "show": "excerpt",
             "excerpt_words": "80", "edit_minutes": "10"}  # fmt: skip
    ada = as_(people.ada)
    assert ada.post("/g/new", given).url == "/g/river-towns/rules/edit"
    again = ada.post("/g/new", given)
    assert again.status_code == 409
    assert b"exists already" in again.content
    assert b"Boats." in again.content
    for name, wrong in {"name": "a b", "excerpt_words": "many", "edit_minutes": "999999", "show": "all", "title": " "}.items():
        answer = ada.post("/g/new", given | {"name": "other", name: wrong})
        assert answer.status_code == 422
        assert b"is-wrong" in answer.content


def test_owners_change_settings_and_others_do_not(as_, people, group):
    given = {"title": "Sky", "about": "", "visibility": "public", "show": "link", "excerpt_words": "1", "edit_minutes": "0"}
    assert as_(people.mo).post(f"{group.url}/settings", given).status_code == 403
    assert as_(people.mo).get(f"{group.url}/settings").status_code == 403
    assert as_(people.olga).post(f"{group.url}/settings", given).url == group.url
    assert b"a link only" in as_(None).get(group.url).content
    refused = as_(people.olga).post(f"{group.url}/settings", given | {"excerpt_words": "0"})
    assert refused.status_code == 422
    assert b"from 1 to 1,000" in refused.content


def test_owners_give_roles(as_, people, group, private):
    olga = as_(people.olga)
    assert as_(people.mo).post(f"{group.url}/members", {"member": "ada", "role": "mod"}).status_code == 403
    assert olga.post(f"{group.url}/members", {"member": "Ada", "role": "mod"}).status_code == 302
    assert b"mod" in as_(None).get(f"{group.url}/members").content
    assert b"by themselves" in olga.post(f"{group.url}/members", {"member": "new", "role": "member"}).content
    assert olga.post(f"{private.url}/members", {"member": "new", "role": "member"}).status_code == 302
    assert as_(people.new).get(private.url).status_code == 200
    assert olga.post(f"{private.url}/members", {"member": "new", "role": "out"}).status_code == 302
    assert as_(people.new).get(private.url).status_code == 404
    assert olga.post(f"{group.url}/members", {"member": "olga", "role": "member"}).status_code == 403
    assert olga.post(f"{group.url}/members", {"member": "nobody", "role": "mod"}).status_code == 422


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_forms_answer_whatever_is_sent(as_, people, group, form, sent):
    address = form if form.startswith("/") else f"{group.url}/{form}"
    body = b"&".join(name.encode() + b"=" + sent for name in FORMS[form])
    for more in (b"", b"&confirm=1&read=1&version=-5&reading=%00"):
        answer = as_(people.olga).post(address, body + more, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in {200, 409, 413, 422}
        assert b"<script>" not in answer.content
        assert b"<h1" in answer.content


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json", "text/plain"])
def test_what_does_not_fit_is_said_in_our_words_everywhere(as_, people, group, kind):
    body, stranger = b"prose=" + b"x" * 3_000_000, Client(enforce_csrf_checks=True)
    for browser in (as_(people.olga), as_(None), stranger):
        for address in (f"{group.url}/rules/edit", group.url, "/account/login/", "/nowhere", "/"):
            answer = browser.post(address, body, content_type=kind)
            assert answer.status_code == 413
            assert b"more than fits" in answer.content
    fields = {"prose": "x" * 3_000_000}
    assert as_(people.olga).post(f"{group.url}/rules/edit", fields).status_code == 413  # as a form with files


def test_text_sent_after_signing_out_is_kept(as_, group):
    sent = {"prose": "No cats.\nNo <b>dogs</b>.", "version": "1", "reading": "x", "confirm": "1"}
    answer = as_(None).post(f"{group.url}/rules/edit", sent)
    shown = answer.content.decode()
    assert answer.status_code == 403
    assert 'name="prose"' in shown
    assert "No &lt;b&gt;dogs&lt;/b&gt;." in shown
    assert 'name="version" value="1"' in shown
    assert shown.count('name="prose"') == 1


def test_a_form_that_grew_old_knows_who_sends_it(people):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(people.ada, backend="allauth.account.auth_backends.AuthenticationBackend")
    shown = browser.post("/g/new", {"about": "Boats."}, headers={"origin": "http://testserver"}).content.decode()
    assert "Boats." in shown
    assert "Send it again" in shown
    assert "Sign in" not in shown


@pytest.mark.parametrize("address", ["/zzz", "/s/1/x/y", "/g/%00", "/g/..%2f", "/m/%E2%80%AE"])
def test_what_is_not_there_is_said_in_our_words(as_, db, address):
    answer = as_(None).get(address)
    assert answer.status_code == 404
    assert b"front page" in answer.content


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("address", [*OPEN, "/g/new"])
def test_other_methods_are_answered(as_, people, address, method):
    answer = getattr(as_(people.ada), method)(address)
    assert answer.status_code in {405} | ({422} if address == "/g/new" else set())


def test_too_many_tries_are_told_to_wait(as_, people, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "1/m/ip"}
    sent = {"login": "ada", "password": "wrong"}
    answers = [as_(None).post("/account/login/", sent).content.decode() for _ in range(3)]
    assert any("too often" in answer or "Too many" in answer for answer in answers)


def test_going_wrong_is_said_without_the_database(rf, django_assert_num_queries):
    from parley.web.pages.problems import went_wrong

    with django_assert_num_queries(0):
        answer = went_wrong(rf.get("/"))
    assert answer.status_code == 500
    assert b"our side" in answer.content
