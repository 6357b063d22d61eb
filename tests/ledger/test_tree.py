"""The log as a tree: what was changed in the database is noticed, what may be changed is not, and proofs hold."""

import json
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from hypothesis import given, settings
from hypothesis import strategies as st

import parley_verify
from parley.base.refusals import Conflict, Invalid
from parley.ledger import content, merkle, queries, services, tree, triggers
from parley.ledger.models import Entry, Head, Node, Place, Told, Tree
from parley.ledger.verifying import verify
from tests.web.test_discussion_at_once import in_threads
from tests.web.test_discussion_at_once import shared as shared  # noqa: PLC0414 -- a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def act(number: int = 1, **fields) -> Entry:
    return services.note(
        Told.TEXT_REMOVED, actor="mo", decider="group mod", group_id=None, subject=f"comment {number}",
        address=f"/c/{number}", because={"number": 1, "text": "No memes.", "kind": "memes", "book": 1, "version": 1, "clause": ""},
        body={"note": "x"}, **fields,
    )  # fmt: skip


def root_of(size: int) -> bytes:
    """Of the first `size` leaves, from what is stored."""
    stored = {node.pk: bytes(node.hash) for node in Node.objects.all()}
    return merkle.hash_of((0, size), lambda whole: stored[tree.number_of(whole)])


@pytest.fixture
def log(db):
    """Eleven entries, whose heads were signed over 4, 7, and 11."""
    entries = []
    for many in (4, 3, 4):
        entries += [act(len(entries) + each) for each in range(1, many + 1)]
        tree.grow()
    return entries


@pytest.fixture
def tampering():
    """The database without what it refuses, as somebody with all its rights can have it."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            triggers.take_down()
        else:
            for table in ("ledger_entry", "ledger_place", "ledger_node", "ledger_head"):
                cursor.execute(f"DROP TRIGGER {table}_kept ON {table}")

    def run(sql: str, *values: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return run


def test_places_and_heads(log):
    assert list(Place.objects.order_by("entry_id").values_list("index", flat=True)) == list(range(11))
    assert list(Head.objects.order_by("size").values_list("size", flat=True)) == [4, 7, 11]
    assert list(verify()) == []
    assert tree.grow() == 0


def test_what_waits_for_its_place_is_not_in_the_log_yet(log):
    waiting = act(12)
    with pytest.raises(Conflict):
        queries.proof_of(waiting)
    assert tree.head().size == 11


def test_the_log_keeps_its_name_where_the_site_moves(log, settings):
    name = tree.name()
    settings.ADDRESS = "https://elsewhere.example"
    act(12)
    tree.grow()
    assert tree.name() == name
    assert list(verify()) == []


def test_acts_taken_back_leave_no_hole(log):
    with transaction.atomic():
        act(12)
        transaction.set_rollback(True)
    act(13)
    tree.grow()
    assert tree.head().size == 12
    assert list(verify()) == []


REFUSED = [
    "UPDATE ledger_entry SET subject = 'comment 9'",
    "UPDATE ledger_entry SET digest = '00'",
    "UPDATE ledger_entry SET body = '{}'",
    "UPDATE ledger_entry SET actor = '', subject = '', address = '', salt = '', body = '{}'",
    "UPDATE ledger_entry SET purged_by_id = id",
    "UPDATE ledger_entry SET actor = '', subject = '', address = '', salt = '', body = '{}', purged_by_id = id, at = '2020-01-01'",
    "DELETE FROM ledger_entry",
    'UPDATE ledger_place SET "index" = "index" + 100',
    'UPDATE ledger_place SET "index" = NULL',
    "DELETE FROM ledger_place",
    "UPDATE ledger_node SET id = id + 1000",
    "DELETE FROM ledger_node",
    "UPDATE ledger_head SET size = size + 1",
    "DELETE FROM ledger_head",
]  # fmt: skip


def test_the_database_refuses(log):
    refusal = partial(pytest.raises, (IntegrityError, DatabaseError), match="append-only")
    for sql in REFUSED:
        with refusal(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
        assert list(verify()) == [], sql


def test_the_program_refuses(log):
    for door in (
        lambda: Entry.objects.update(subject="x"), Entry.objects.all().delete, log[0].delete, Head.objects.all().delete,
        lambda: Node.objects.update(hash=b""),
    ):  # fmt: skip
        with pytest.raises(TypeError, match="append-only"):
            door()


def test_a_changed_entry_is_named(log, tampering):
    tampering("UPDATE ledger_entry SET subject = 'comment 99' WHERE id = %s", log[5].pk)
    assert list(verify()) == [f"Entry {log[5].pk:,} says something else than when it was written."]


def test_an_entry_changed_with_its_digest_no_longer_fits_what_was_signed(log, tampering):
    entry = log[5]
    entry.subject = "comment 99"
    digest = content.digest_of(content.leaf_of(entry))
    tampering("UPDATE ledger_entry SET subject = 'comment 99', digest = %s WHERE id = %s", digest, entry.pk)
    found = list(verify())
    assert any("The head over 7 entries has another root" in each for each in found)
    assert not any("over 4" in each for each in found)


def test_an_entry_that_was_removed_leaves_a_hole(log, tampering):
    tampering("DELETE FROM ledger_place WHERE entry_id = %s", log[5].pk)
    tampering("DELETE FROM ledger_entry WHERE id = %s", log[5].pk)
    assert any("Place 5 is empty" in each for each in verify())


def test_entries_that_changed_places_are_noticed(log, tampering):
    first, second = log[5].pk, log[6].pk
    for entry, index in ((first, 1005), (second, 5), (first, 6)):
        tampering('UPDATE ledger_place SET "index" = %s WHERE entry_id = %s', index, entry)
    assert any("The head over 7 entries has another root" in each for each in verify())


def cut_tail(log, tampering, *, heads: bool):
    """All that came after the first seven, as if it had never been."""
    tampering('DELETE FROM ledger_place WHERE "index" >= 7')
    tampering("DELETE FROM ledger_entry WHERE id > %s", log[6].pk)
    tampering("UPDATE ledger_tree SET size = 7")
    if heads:
        tampering("DELETE FROM ledger_head WHERE size > 7")


def test_a_cut_tail_is_noticed_by_the_heads_that_were_signed(log, tampering):
    cut_tail(log, tampering, heads=False)
    assert any("its end is missing" in each for each in verify())


def test_a_cut_tail_with_its_heads_is_noticed_by_a_head_that_somebody_kept(log, tampering):
    kept = tree.head().note
    cut_tail(log, tampering, heads=True)
    assert list(verify()) == []
    assert list(verify(kept)) == ["The head you kept was over 11 entries, and the log has 7: its end is missing."]


def test_a_fork_is_noticed_by_a_head_that_somebody_kept(log, tampering):
    """Everything from entry 8 on written anew, and signed with the right key."""
    kept, kept_seven = tree.head().note, tree.head_of(7).note
    cut_tail(log, tampering, heads=True)
    tampering("DELETE FROM ledger_node")
    tampering("DELETE FROM ledger_head")
    tampering("UPDATE ledger_tree SET size = 0")
    tampering('UPDATE ledger_place SET "index" = NULL')
    for number in range(20, 24):
        act(number)
    tree.grow()
    assert list(verify()) == []
    assert list(verify(kept_seven)) == []
    assert list(verify(kept)) == ["The head you kept had another root over its 11 entries: some of them were changed since."]
    proof = tree.consistency_of(7, 11)
    says = {"proof": list(proof.hashes)}
    with pytest.raises(parley_verify.DoesNotHold):
        parley_verify.check_later(kept_seven, kept, says, tree.public_key())


def test_a_head_signed_with_another_key_is_noticed(log, tampering):
    Head.objects.filter(size=11)
    other = tree.head().note.replace("/log\n11\n", "/log\n12\n")
    tampering("UPDATE ledger_head SET note = %s WHERE size = 11", other)
    assert list(verify()) == ["The head over 11 entries does not hold. The signature does not fit: the text is not what was signed."]


def test_a_changed_hash_of_the_tree_is_named(log, tampering):
    tampering("UPDATE ledger_node SET hash = %s WHERE id = %s", b"\0" * 32, tree.number_of((1, 2)))
    assert "The tree has a wrong hash at level 1, place 2." in list(verify())


def test_an_entry_without_a_place_is_noticed(log, tampering):
    tampering("DELETE FROM ledger_place WHERE entry_id = %s", act(12).pk)
    assert list(verify()) == ["1 entries never got a place in the tree."]


def test_purging_keeps_the_tree_whole(log):
    before = queries.proof_of(log[5])
    by = services.purge(log[5], actor="root", decider="admin", reason="A court asked for it.")
    tree.grow()
    empty = Entry.objects.get(pk=log[5].pk)
    assert (empty.subject, empty.address, empty.actor, empty.body, empty.salt) == ("", "", "", {}, "")
    assert (empty.digest, empty.because["text"], empty.purged_by_id) == (log[5].digest, "No memes.", by.pk)
    assert list(verify()) == []
    after = queries.proof_of(empty)
    assert (after["content"], after["leaf"]) == (None, before["leaf"])
    parley_verify.check_entry(after, tree.public_key())
    parley_verify.check_entry(before, tree.public_key())
    with pytest.raises(Conflict):
        services.purge(empty, actor="root", decider="admin", reason="Again.")
    with pytest.raises(Invalid):
        services.purge(log[4], actor="root", decider="admin", reason=" ")


def test_purging_what_says_why_leaves_it_explained(log):
    by = services.purge(log[5], actor="root", decider="admin", reason="Names somebody by mistake.")
    services.purge(by, actor="root", decider="admin", reason="Here too.")
    tree.grow()
    assert list(verify()) == []


def test_an_entry_emptied_by_the_way_is_noticed(log, tampering):
    sql = "UPDATE ledger_entry SET actor='', subject='', address='', salt='', body='{}', purged_by_id=%s WHERE id=%s"
    tampering(sql, log[0].pk, log[5].pk)
    assert list(verify()) == [f"Entry {log[5].pk:,} is empty, and no entry says why."]


def test_nobody_is_named_in_a_leaf_and_the_name_can_be_shown_to_be_the_right_one(log):
    leaf = json.loads(content.leaf_of(log[0]))
    assert "mo" not in leaf.values()
    assert leaf["actor"] == content.sealed("mo", log[0].salt)
    assert log[0].salt not in json.dumps(leaf)


def test_what_is_not_for_everybody_shows_its_hash_alone(log):
    services.note(Told.TEXT_REMOVED, actor="mo", decider="group mod", group_id=7, subject="comment 1")
    services.note(Told.TEXT_REMOVED, actor="mo", decider="group mod", group_id=8, subject="comment 1")
    tree.grow()
    shown = list(queries.leaves(0, 100, [8]))
    assert [each["content"] is None for each in shown] == [False] * 11 + [True, False]
    lines = [json.dumps(each) for each in shown]
    assert parley_verify.check_log(tree.head().note, lines, tree.public_key())[1] == 1
    for wrong in (lines[1:], lines[:-1], [lines[1], lines[0], *lines[2:]], [lines[0].replace("comment 1", "comment 2"), *lines[1:]]):
        with pytest.raises(parley_verify.DoesNotHold):
            parley_verify.check_log(tree.head().note, wrong, tree.public_key())


@given(parts=st.lists(st.integers(1, 9), min_size=1, max_size=6), data=st.data())
@settings(max_examples=15)
def test_every_proof_of_every_head_holds(parts, data):
    with transaction.atomic():
        for many in parts:
            services.note_all([
                {"act": Told.TEXT_REMOVED, "actor": "mo", "decider": "group mod", "group_id": None, "subject": f"comment {each}"}
                for each in range(many)
            ])  # fmt: skip
            tree.grow()
        newest, key = tree.head(), tree.public_key()
        for place in Place.objects.exclude(index=None).select_related("entry"):
            assert parley_verify.check_entry(queries.proof_of(place.entry), key)[1] == place.index
        old = data.draw(st.sampled_from(list(Head.objects.values_list("size", flat=True))))
        proof = {"proof": list(tree.consistency_of(old, newest.size).hashes)}
        parley_verify.check_later(tree.head_of(old).note, newest.note, proof, key)
        assert root_of(old) == parley_verify.head_in(tree.head_of(old).note, key).root
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_an_act_is_in_the_log_once_its_transaction_is_through():
    with transaction.atomic():
        entry = act()
        assert Place.objects.get(pk=entry.pk).index is None
    assert Place.objects.get(pk=entry.pk).index == 0
    assert tree.head().size == 1
    assert list(verify()) == []


@pytest.mark.django_db(transaction=True)
def test_acts_that_run_at_once_get_one_place_each(shared):
    shared()

    def ten(start: int) -> int:
        return len([act(number) for number in range(start, start + 10)])

    assert in_threads(*[partial(ten, start) for start in range(0, 40, 10)]) == [10] * 4

    def looked_at() -> tuple[list[int], int, list[str]]:
        tree.grow()
        return sorted(Place.objects.values_list("index", flat=True)), Tree.objects.get().size, list(verify())

    assert in_threads(looked_at) == [(list(range(40)), 40, [])]


@pytest.mark.django_db(transaction=True)
def test_what_could_not_be_signed_is_tried_again(settings, caplog):
    key, settings.LOG_KEY = settings.LOG_KEY, "too short"
    entry = act()
    assert "did not grow" in caplog.text
    settings.LOG_KEY = key
    assert Place.objects.get(pk=entry.pk).index is None
    assert tree.grow() == 1
