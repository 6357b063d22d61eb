"""Receipts (R4.10): signed, whole, for whom they concern, and checked by a program that knows nothing of the site."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import mail
from hypothesis import given, settings
from hypothesis import strategies as st

import parley_verify
from parley.base import jobs
from parley.deciding import services as deciding
from parley.inbox.mailing import send_notice
from parley.inbox.models import Notice
from parley.ledger import services as ledger
from parley.ledger import tree
from parley.moderation import flagging
from parley.moderation import services as moderation
from parley.moderation.services import Choice
from parley.texts import services as texts

pytestmark = pytest.mark.django_db
PROGRAM = Path(parley_verify.__file__)
KEPT: dict[str, str] = {}
"""A receipt from which bytes are flipped, made once."""


@pytest.fixture
def ruled(people, comment):
    """A comment of ada's that names whom the rules do not want named; flagged, then cut by mo."""
    said = comment("The lamp oil went to Marlow, of all people.")
    case = flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=5)).case
    spans = [(0, 12)]
    revision = said.text.current_id
    choice = Choice(action="redact", line=5, spans=spans, revision=revision, ticket="taunting", note="See the rules.")
    return deciding.decide(actor=people.mo, item=said, case=case, seen=case.version, choice=choice)


def receipt(browser, ruling) -> str:
    answer = browser.get(f"/rulings/{ruling.pk}/receipt")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="receipt-{ruling.pk}.txt"'
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode()


def test_it_says_what_the_ruling_was(ruled, people, as_):
    says = parley_verify.check_receipt(receipt(as_(people.ada), ruled), tree.public_key())
    assert (says["ruling"], says["entry"], says["item"]) == (ruled.pk, ruled.entry_id, ruled.entry.subject)
    assert says["words"] == ["The lamp oil"]
    assert (says["line"]["number"], says["line"]["version"]) == (5, 1)
    assert re.fullmatch("[0-9a-f]{64}", says["line"]["digest"])
    assert (says["decider"], says["basis"], says["involved"]) == ("group mod", "rule fired", False)
    assert [each["what"] for each in says["times"]] == ["posted", "flagged", "ruled"]
    assert (says["facts"][0]["kind"], says["facts"][0]["value"] >= says["facts"][0]["threshold"]) == ("topic-ban", True)
    assert says["passes"] == ["The same comment without “marlow”."]
    assert "1 point" in says["ticket"]
    assert "You can appeal until" in says["appeal"]["how"]
    assert says["appeal"]["address"].endswith(f"/rulings/{ruled.pk}#appeal")
    assert says["undone_by"] is None
    assert "mo" not in says.values()


def test_the_facts_stand_in_the_log_without_a_word_of_the_comment(ruled):
    assert ruled.entry.body["facts"][0]["kind"] == "topic-ban"
    assert "lamp" not in json.dumps(ruled.entry.body)


def test_it_is_for_whom_it_concerns_and_for_mods_who_may_talk_with_him(ruled, people, as_):
    assert as_(people.bo).get(f"/rulings/{ruled.pk}/receipt").status_code == 404
    assert as_(None).get(f"/rulings/{ruled.pk}/receipt").status_code == 302
    receipt(as_(people.mo), ruled)
    assert "/receipt" in as_(people.ada).get(ruled.url).content.decode()
    assert as_(people.ada).post(f"/rulings/{ruled.pk}/receipt").status_code == 405


@given(data=st.data())
@settings(max_examples=300)
def test_any_flipped_byte_is_noticed(data):
    whole = KEPT["whole"].encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    flipped = whole[:place] + bytes([whole[place] ^ (1 << bit)]) + whole[place + 1 :]
    with pytest.raises((parley_verify.DoesNotHold, UnicodeDecodeError)):
        parley_verify.check_receipt(flipped.decode(), KEPT["key"])


@pytest.fixture(autouse=True)
def _kept(request):
    """Flipping needs one receipt, not one for each byte."""
    if "flipped" in request.node.name and not KEPT:
        ruling, people, as_ = (request.getfixturevalue(name) for name in ("ruled", "people", "as_"))
        KEPT.update(whole=receipt(as_(people.ada), ruling), key=tree.public_key())


def test_every_single_byte_matters(ruled, people, as_):
    whole, key = receipt(as_(people.ada), ruled).encode(), tree.public_key()
    for place in range(len(whole)):
        flipped = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        with pytest.raises((parley_verify.DoesNotHold, UnicodeDecodeError)):
            parley_verify.check_receipt(flipped.decode(), key)


def check(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program alone: a copy in an empty folder, without our packages."""
    program = folder / "alone" / "check.py"
    program.parent.mkdir(exist_ok=True)
    program.write_bytes(PROGRAM.read_bytes())
    return subprocess.run(
        [sys.executable, "-I", str(program), *words], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_program_alone_checks_what_the_site_gave(ruled, people, as_, tmp_path):
    (tmp_path / "receipt.txt").write_text(receipt(as_(people.ada), ruled))
    for name, address in (("key", "key"), ("head", "head"), ("leaves", "leaves"), ("proof", f"{ruled.entry_id}/proof")):
        (tmp_path / name).write_bytes(as_(None).get(f"/log/{address}").content)
    for words in (("head", "head"), ("receipt", "receipt.txt"), ("entry", "proof"), ("log", "head", "leaves")):
        found = check(tmp_path, *words, "--key", "key")
        assert (found.returncode, found.stderr) == (0, ""), words
    moderation.undo(actor=people.mo, ruling=ruled)
    receipt(as_(people.ada), ruled)  # the log grows by it
    (tmp_path / "new").write_bytes(as_(None).get("/log/head").content)
    sizes = [(tmp_path / name).read_text().splitlines()[1] for name in ("head", "new")]
    (tmp_path / "later").write_bytes(as_(None).get(f"/log/consistency?from={sizes[0]}&to={sizes[1]}").content)
    assert check(tmp_path, "later", "head", "new", "later", "--key", "key").returncode == 0
    swapped = check(tmp_path, "later", "new", "head", "later", "--key", "key")
    assert swapped.returncode == 1
    assert swapped.stderr.startswith("Does not hold. ")
    text = (tmp_path / "receipt.txt").read_text()
    (tmp_path / "changed.txt").write_text(text.replace("lamp", "lump"))
    changed = check(tmp_path, "receipt", "changed.txt", "--key", "key")
    said = "Does not hold. The signature does not fit: the text is not what was signed.\n"
    assert (changed.returncode, changed.stderr) == (1, said)
    assert check(tmp_path, "receipt", "nowhere", "--key", "key").returncode == 2
    assert check(tmp_path, "receipt", "receipt.txt", "--key", "nonsense").returncode == 2
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    assert check(tmp_path, "head", "binary", "--key", "key").returncode == 1


def test_an_undone_ruling_says_so(ruled, people, as_):
    moderation.undo(actor=people.mo, ruling=ruled)
    says = parley_verify.check_receipt(receipt(as_(people.ada), ruled), tree.public_key())
    ruled.refresh_from_db()
    assert says["undone_by"] == ruled.undone_by_id


def test_an_entry_that_was_purged_still_has_its_place(ruled, people, as_):
    ledger.purge(ruled.entry, actor="root", decider="admin", reason="A court asked for it.")
    says = parley_verify.check_receipt(receipt(as_(people.ada), ruled), tree.public_key())
    assert says["log"]["content"] is None
    page = as_(None).get(f"/log/{ruled.entry_id}").content.decode()
    assert "another entry" in page
    assert ruled.comment.url not in page


def test_the_statement_is_mailed_with_its_receipt(ruled, people):
    notice = Notice.objects.get(person=people.ada, ruling=ruled)
    send_notice.call(notice.pk)
    sent = next(each for each in mail.outbox if each.to == [people.ada.email])
    [(name, content, kind)] = sent.attachments
    assert (name, kind) == (f"receipt-{ruled.pk}.txt", "text/plain")
    assert parley_verify.check_receipt(content, tree.public_key())["ruling"] == ruled.pk


def test_a_statement_leaves_also_where_nothing_can_be_signed(ruled, people, settings, caplog):
    settings.LOG_KEY = "no key"
    notice = Notice.objects.get(person=people.ada, ruling=ruled)
    send_notice.call(notice.pk)
    assert next(each for each in mail.outbox if each.to == [people.ada.email]).attachments == []
    assert "without its receipt" in caplog.text


def test_a_removed_comment_and_a_ruling_by_discretion_have_one_too(people, comment, as_):
    said = comment("Plain words.")
    choice = Choice(action="remove", line=1)
    ruling = deciding.decide(actor=people.mo, item=said, choice=choice, by_discretion=True)
    says = parley_verify.check_receipt(receipt(as_(people.ada), ruling), tree.public_key())
    assert (says["words"], says["facts"], says["basis"]) == (["Plain words."], [], "discretion")
    assert says["wording"]["revision"] == 1
    assert texts.sealed_source(said.text) == "Plain words."
    jobs.run_due()
