"""The archive of one's own data, read as its owner reads it."""

import io
import json
import os
import zipfile
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils import timezone

from parley.base import jobs
from parley.exchange import archiving
from parley.exchange.own_data import NOT_HIS, kinds
from parley.moderation import talk
from parley.people import archives
from parley.people.models import Archive, Piece
from parley.posting import services as posting
from parley.threads.models import Comment

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse"


def text(answer) -> str:
    return answer.content.decode()


def confirm(browser) -> None:
    assert browser.post("/account/reauthenticate/", {"password": PASSWORD}).status_code == 302


def read(content: bytes) -> dict[str, list]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {
            name.removesuffix(".jsonl"): [json.loads(line) for line in packed.read(name).decode().splitlines()]
            for name in packed.namelist()
            if name.endswith(".jsonl")
        } | {"README": packed.read("README.txt").decode()}


def archive_of(browser) -> dict[str, list]:
    browser.post("/own/data")
    jobs.run_due()
    answer = browser.get(Archive.objects.get().url)
    assert answer["Content-Type"] == "application/zip"
    return read(b"".join(answer.streaming_content))


def test_everything_that_refers_to_a_person_is_told_or_named_with_a_reason():
    person = get_user_model()
    refer = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is person
    }
    told = {field for kind in kinds() for field in kind.tells}
    assert refer - told - NOT_HIS.keys() == set(), "tell it in a file of own_data, or name it in NOT_HIS with the reason"
    assert told & NOT_HIS.keys() == set()
    ours = {each for each in told | NOT_HIS.keys() if apps.is_installed(f"parley.{each.partition('.')[0]}")}
    assert ours <= refer, "no such table any more"
    assert all(NOT_HIS.values())


@pytest.mark.database
def test_the_archive_has_what_was_written_and_done_and_nothing_of_others(as_, people, seed_with, comment, cut, settings):
    settings.LOG_KEY = os.environ.get("PARLEY_LOG_KEY") or settings.LOG_KEY or "11" * 32
    seed = seed_with(by=people.ada, remark="Why I bring it: zorblax.")
    said = comment("The director is a quibblefax.", on=seed)
    said = Comment.objects.select_related("text", "seed__group").get(pk=said.pk)
    posting.edit_comment(
        actor=people.ada, comment=said, source="The director is a quibblefax, I said.", revision=said.text.current_id, anyway=True
    )
    secret = comment("What bo alone wrote: frumious.", by=people.bo, on=seed)
    comment("I see.", to=secret)
    ruling = cut(Comment.objects.select_related("text").get(pk=said.pk), "quibblefax")
    talk.write(actor=people.ada, ruling=ruling, source="Why this?")
    talk.write(actor=people.mo, ruling=ruling, source="Because of line 1.")
    ada = as_(people.ada)
    ada.post(f"/c/{secret.pk}/vote", {"voted": "1"})
    ada.post(f"/c/{secret.pk}/flag", {"line": "1", "note": "Odd."})
    ada.post("/m/mo/block")
    confirm(ada)
    found = archive_of(ada)
    wordings = [one["source"] for each in found["comments"] for one in each["wordings"]]
    assert "The director is a quibblefax." in wordings, "as written, whatever was cut of it"
    assert "The director is a quibblefax, I said." in wordings
    assert found["seeds"][0]["remark"][0]["source"] == "Why I bring it: zorblax."
    assert {"for": f"/c/{secret.pk}"}.items() <= found["votes"][0].items()
    assert (found["flags"][0]["note"], found["flags"][0]["on"]) == ("Odd.", f"/c/{secret.pk}")
    assert [each["what"] for each in found["talks"]] == ["message", "message"]
    assert [found["talks"][0]["by"], found["talks"][1]["by"], found["talks"][1]["says"]] == ["you", "a mod", "Because of line 1."]
    given = next(each for each in found["rulings"] if each["what"] == "ruling")
    assert "quibblefax" in given["receipt"]
    assert found["blocks"][0]["member"] == "mo"
    assert found["account"][0]["name"] == "ada"
    assert found["account"][0]["address"] == "ada@parley.example"
    assert found["groups"]
    assert found["notices"][0]["kind"] == "ruling:given"
    whole = json.dumps(found)
    for word in ("frumious", "argon2", "bo@parley.example", "mo@parley.example"):
        assert word not in whole
    for kind in kinds():
        assert f"{kind.name}.jsonl" in found["README"]
        assert kind.about in found["README"]


def test_what_waits_and_what_stands_in_a_group_that_closed(as_, people, group_with, seed_with, comment):
    from parley.groups import services as groups

    group = group_with(visibility="private", members={"ada": "member", "bo": "member"})
    seed = seed_with(group=group, headline="Secret lake")
    comment("My own words.", on=seed)
    groups.leave(actor=people.ada, group=group)
    confirm(as_(people.ada))
    found = archive_of(as_(people.ada))
    (told,) = found["comments"]
    assert told["wordings"][0]["source"] == "My own words."
    assert (told["group"], told["seed"]) == (None, None)
    assert "Secret lake" not in json.dumps(found)


def test_it_asks_for_the_password_and_is_for_its_owner_alone(as_, people):
    ada, bo = as_(people.ada), as_(people.bo)
    assert "/account/reauthenticate/" in ada.post("/own/data").url
    assert not Archive.objects.exists()
    confirm(ada)
    confirm(bo)
    assert "Put my archive together" in text(ada.get("/own/data"))
    ada.post("/own/data")
    assert "being put together" in text(ada.get("/own/data"))
    made = Archive.objects.get()
    assert ada.get(made.url).status_code == 404, "not made yet"
    ada.post("/own/data")
    assert Archive.objects.get().pk == made.pk, "asking twice is asking once"
    jobs.run_due()
    assert "Download your archive" in text(ada.get("/own/data"))
    assert ada.get(made.url).status_code == 200
    assert bo.get(made.url).status_code == 404
    assert as_(None).get(made.url).status_code == 302
    assert bo.get("/own/data/6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11").status_code == 404
    assert "Put my archive together" in text(bo.get("/own/data"))


def test_it_expires_and_can_be_made_anew(as_, people):
    confirm(as_(people.ada))
    archive_of(as_(people.ada))
    first = Archive.objects.get()
    Archive.objects.update(asked_at=timezone.now() - timedelta(hours=2))
    assert "Make a new one" in text(as_(people.ada).get("/own/data"))
    as_(people.ada).post("/own/data")
    second = Archive.objects.get()
    assert second.pk != first.pk
    jobs.run_due()
    Archive.objects.update(asked_at=timezone.now() - archives.STANDS)
    assert as_(people.ada).get(second.url).status_code == 404
    archives.forget_old()
    assert not Archive.objects.exists()
    assert not Piece.objects.exists()


def test_a_job_that_died_begins_anew_and_twice_is_once(people, monkeypatch):
    archive = archiving.ask(actor=people.ada)
    monkeypatch.setattr(archives, "PIECE", 700)
    Piece.objects.create(archive=archive, place=0, content=b"left by an attempt that died")
    archiving.make.call(str(archive.pk))
    made = b"".join(archives.bytes_of(archive))
    assert Piece.objects.count() > 1
    assert read(made)["account"]
    archive.refresh_from_db()
    assert archive.size == len(made)
    archiving.make.call(str(archive.pk))
    assert b"".join(archives.bytes_of(archive)) == made
    archiving.make.call("6d2f1ad2-97a0-4c7e-8f2f-5a7d7b1f3c11")


def test_the_archive_asks_no_more_for_each_comment(people, seed, comment, django_assert_max_num_queries):
    for number in range(30):
        comment(f"Remark {number} of many about otters.", by=people.ada)
    with django_assert_max_num_queries(70):
        archiving.write(people.ada, io.BytesIO())
