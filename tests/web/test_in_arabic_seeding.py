"""As somebody who reads Arabic alone: seeding, and his own pages. What is not translated is found by its letters."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone, translation

from parley.base.fetching import Reason, Refused
from parley.base.languages import spoken_to
from parley.base.pictures import FORMATS_OF_COMMENTS, LARGE, NotAPicture, drawn
from parley.groups.models import Loosening, Removal
from parley.inbox import owning, pushing, unsubscribing
from parley.inbox.models import Notice, Topic, What
from parley.people import devices, invitations
from parley.people.models import Letter, SiteRole
from parley.seeds.extraction import NotExtractable, Why, extract_text
from parley.seeds.models import Tag, Tagging
from parley.web import templating
from tests.web.seeding_forms import again, pasted, publish
from tests.web.test_in_arabic import latin_in, of

pytestmark = pytest.mark.django_db
NAMES = {
    "Ctrl", "Shift", "HTML", "Chrome", "Edge", "Samsung", "Internet", "Android", "Safari", "CC", "BY", "en", "ar", "plugh", "zorblax",
    "Share", "zip", "new", "sita", "com", "example", "https", "http", "org", "article", "lantern", "parley", "testserver", "AVIF",
    "Lantern",
}  # fmt: skip
"""Of programs and keys, codes of languages, and parts of addresses."""
WORDS = re.compile(r"[A-Za-z]{2,}")
SECRET = "correct horse"


@pytest.fixture
def group(group_with):
    return group_with(rules="plugh zorblax quibblefax.")


@pytest.fixture
def seed(seed_with, group):
    return seed_with(group=group, headline="zorblax", article="zorblax", source_name="Lantern")


@pytest.fixture
def browser(people, group) -> Client:
    """Ada's, who signed in by her password just now."""
    people.ada.language = "ar"
    people.ada.save()
    made = Client(SERVER_NAME="localhost", headers={"Accept-Language": "ar"})
    assert made.post("/account/login/", {"login": "ada", "password": SECRET}).status_code == 302
    return made


def reads(answer, status: int = 200) -> None:
    """Nothing but Arabic stands there, and names."""
    assert answer.status_code == status, answer.status_code
    assert '<html lang="ar" dir="rtl">' in answer.content.decode()
    assert latin_in(answer) - NAMES == set(), answer.request["PATH_INFO"]


def test_seeding(browser, group):
    for path in ("/seed", "/seed/from-anywhere", "/share?url=plugh", "/share?text=plugh"):
        reads(browser.get(path), 422 if "share?" in path else 200)
    for way in ({"way": "address", "url": "plugh"}, {"way": "file"}, {"way": "text"}, {"way": "address", "url": "ftp://plugh"}):
        reads(browser.post("/seed", way), 422)
    seen = pasted(browser, group, headline="zorblax", text="plugh zorblax\n\nShare\n\nzorblax plugh plugh", source="plugh")
    reads(seen)
    wrong = {"published": "plugh", "language": "1", "canonical_url": "plugh", "tags": "plugh, " * 30, "headline": "", "group": ""}
    reads(again(browser, seen, **wrong), 422)
    for rules in ("", "plugh"):
        assert "lang" in again(browser, seen, prose=rules).content.decode()
    reads(again(browser, seen, token="plugh"), 409)
    reads(publish(browser, seen, canonical_url="https://lantern.example/plugh", seen="plugh"), 409)
    assert publish(browser, seen).status_code == 302


def test_seeding_before_one_is_in_a_group(people):
    reads(of(people.new).get("/seed"))


def test_lists_of_seeds(seed_with, group):
    shown = {"group": group, "headline": "zorblax", "article": "zorblax", "source_name": "Lantern"}
    made = [seed_with(**shown, canonical_url=f"https://lantern.example/{each}") for each in range(2)]
    for each in made:
        Tagging.objects.create(seed=each, tag=Tag.objects.get_or_create(name="plugh")[0])
    type(made[0]).objects.filter(pk=made[0].pk).update(created_at=timezone.now() - timezone.timedelta(days=40))
    browser = Client(headers={"Accept-Language": "ar"})
    days = browser.get("/days", follow=True)
    found = days.content.decode()
    assert "→" in found, "the day before stands to the right"
    for path in ("/tags", "/tags/plugh", made[0].source.url, "/discussed", "/m/ada", "/m/sita", "/m/ada?show=comments"):
        reads(browser.get(path))
    reads(days)
    for path in ("/tags/" + "x" * 60, "/tags/zorblax", "/sources/zorblax", "/days/plugh", "/days/2020-01-01"):
        reads(browser.get(path), 404)


def test_the_tracker_and_notices(browser, seed, comment, people):
    said = comment("plugh", by=people.ada, on=seed)
    for show in ("current", "history", "drafts"):
        reads(browser.get(f"/tracker?show={show}"))
    for path, on in ((f"/s/{seed.pk}/follow", "1"), (f"/s/{seed.pk}/mute", "1"), (f"/s/{seed.pk}/mute", "0")):
        reads(browser.post(f"{path}?next=/tracker", {"on": on}, follow=True))
    reads(browser.get(f"/c/{said.pk}/branch"))
    for sent in ({}, {"hour": "plugh"}):
        reads(browser.post("/notices/settings", sent) if sent else browser.get("/notices/settings"), 422 if sent else 200)
    for scope in (unsubscribing.DIGEST, unsubscribing.ALL, Topic.MENTIONS.value):
        path = unsubscribing.address_for(people.ada.pk, scope)
        reads(browser.get(path))
        reads(browser.post(path))
    reads(browser.get("/notices/mail/plugh"), 404)


ACCOUNT = (
    "/account/security", "/account/sessions", "/account/invitations", "/account/email/", "/account/password/change/",
    "/account/2fa/webauthn/", "/account/2fa/webauthn/add/", "/account/2fa/totp/activate/", "/account/3rdparty/", "/admission",
    "/own/blocked", "/own/data", "/own/leave", "/record", "/account/logout/",
)  # fmt: skip


def test_the_account(browser, people):
    people.ada.site_role = SiteRole.ADMIN
    people.ada.save()
    for path in ACCOUNT:
        answer = browser.get(path)
        if "totp" in path:  # the secret is made of letters
            answer.content = re.sub(rb"<code>\w+</code>", b"", answer.content)
        reads(answer)
    reads(browser.post("/account/invitations", {"email": "plugh"}), 422)
    made = browser.post("/account/invitations", {}, follow=True)
    made.content = re.sub(rb"<code>.*?</code>", b"", made.content)  # the address that was made up
    reads(made)
    reads(browser.post("/admission", {"way": "plugh"}), 422)
    reads(browser.post("/own/leave", {"name": "plugh"}), 422)


def test_second_steps(browser, people):
    """Once one has an app, a passkey, and codes."""
    of_ada = {"user": people.ada}
    passkey = Authenticator.objects.create(type="webauthn", data={"name": "Firefox on Linux", "credential": {}}, **of_ada)
    key = f"/account/2fa/webauthn/keys/{passkey.pk}"
    codes = "/account/2fa/recovery-codes/generate/"
    for path in ("/account/2fa/webauthn/", f"{key}/remove/", f"{key}/edit/", codes, "/account/security"):
        answer = browser.get(path)
        answer.content = answer.content.replace(b"Firefox", b"").replace(b"Linux", b"")
        reads(answer)


def test_mails_of_allauth_and_pages_of_providers():
    folder = Path(templating.__file__).parent / "templates"
    named = {"user": SimpleNamespace(username="ada"), "username": "ada", "email": "ada@parley.example", "code": "1"}
    known = named | {"host": "parley.example", "provider": SimpleNamespace(name="Lantern"), "name": "Lantern", "address": "/plugh"}
    with spoken_to("ar"):
        for file in (*folder.glob("*/email/*.txt"), *folder.glob("*/messages/*.txt"), *folder.glob("socialaccount/log*.html")):
            drawn = render_to_string(str(file.relative_to(folder)), known, using="jinja2")
            told(drawn if file.suffix == ".txt" else " ".join(re.findall(r"<(?:p|h1|button)[^>]*>([^<]*)<", drawn)))


def told(words) -> None:
    assert set(WORDS.findall(words)) - NAMES - {"ada", "bo", "Astronomy", "Parley", "JPEG", "PNG", "WebP", "GIF"} == set(), words


def test_what_fetching_and_reading_refuse():
    with spoken_to("ar"):
        for reason in Reason:
            told(Refused(reason).sentence)
        with pytest.raises(NotAPicture) as refused:
            drawn(b"plugh", FORMATS_OF_COMMENTS, LARGE)
        told(refused.value.sentence)
        for why in Why:
            told(translation.gettext(why))
    with pytest.raises(NotExtractable, match="no text here yet"):  # in English, until a site says it
        extract_text(" ")


def test_mails_pushes_and_devices(people, group):
    wish = Loosening(group=group, by=people.bo)
    removal = Removal(group=group, by=people.bo, person=people.ada)
    with spoken_to("ar"):
        for is_agreed in (None, True, False):
            for at in (None, timezone.now()):
                wish.answered_at = removal.answered_at = at
                wish.is_agreed = removal.is_agreed = is_agreed
                for whom in (people.ada, people.bo):
                    asked = SimpleNamespace(loosening=wish, removal=removal, person=whom, person_id=whom.pk)
                    for of_it in (owning.loosening_asked, owning.loosening_answered, owning.removal_asked, owning.removal_answered):
                        words = of_it(asked)
                        told(" ".join([words.subject, *words.lines]))
        for what in What:
            told(json.loads(pushing.payload_of(Notice(what=what, pk=1)))["title"])
        assert devices.shown("Firefox on Linux") == "\u2068Firefox\u2069 على Linux"
        assert (devices.shown("my phone"), devices.shown("Passkey")) == ("my phone", "مفتاح مرور")
        invitations.invite(actor=people.sita, email="plugh@parley.example")
    letter = Letter.objects.get()
    told(letter.subject.replace("sita", ""))
    assert "الانضمام" in letter.body
