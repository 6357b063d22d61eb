"""What the log gives to those who check it, over HTTP."""

import json
from html.parser import HTMLParser

import pytest

import parley_verify
from parley.ledger import tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(people, comment, cut):
    """Three rulings, each under a head of its own."""
    found = []
    for _ in range(3):
        found.append(cut(comment(), None))
        tree.grow()
    return found


def test_heads_keys_and_proofs_fit_each_other(acts, as_):
    public = as_(None)
    key = public.get("/log/key").content.decode()
    assert key.strip() == tree.public_key()
    newest = public.get("/log/head").content.decode()
    head = parley_verify.head_in(newest, key)
    first = next(size for size in range(1, head.size) if public.get(f"/log/head?size={size}").status_code == 200)
    old = public.get(f"/log/head?size={first}").content.decode()
    proof = public.get(f"/log/consistency?from={first}&to={head.size}").json()
    parley_verify.check_later(old, newest, proof, key)
    for ruling in acts:
        assert parley_verify.check_entry(public.get(f"/log/{ruling.entry_id}/proof").json(), key)[0] == head
    leaves = public.get("/log/leaves").content.decode().splitlines()
    assert parley_verify.check_log(newest, leaves, key) == (head, 0)
    rest = public.get("/log/leaves?from=2").content.decode().splitlines()
    assert rest == leaves[2:]


def test_a_private_group_shows_its_hashes_alone(people, group_with, seed_with, comment, cut, as_):
    private = group_with(visibility="private")
    ruling = cut(comment("Of the inner circle.", on=seed_with(group=private)), None)
    tree.grow()
    assert as_(None).get(f"/log/{ruling.entry_id}/proof").status_code == 404
    assert as_(people.ada).get(f"/log/{ruling.entry_id}/proof").json()["content"]
    leaves = [json.loads(line) for line in as_(people.ada).get("/log/leaves").content.decode().splitlines()]
    assert next(each for each in leaves if each["entry"] == ruling.entry_id)["content"] is None


@pytest.mark.parametrize(("address", "status"), [
    ("/log/head?size=99999999", 404), ("/log/head?size=-1", 200), ("/log/head?size=x", 200), ("/log/999999/proof", 404),
    ("/log/consistency", 422), ("/log/consistency?from=2&to=1", 422), ("/log/consistency?from=1&to=999999", 422),
    ("/log/consistency?from=x&to=y", 422), ("/log/leaves?from=99999999999999999", 200), ("/log/leaves?from=-5", 200),
])  # fmt: skip
def test_odd_questions_get_a_sentence(acts, as_, address, status):
    assert as_(None).get(address).status_code == status


def test_an_empty_log_has_no_head(as_):
    assert as_(None).get("/log/head").status_code == 404
    assert as_(None).get("/log/heads.atom").status_code == 200
    assert as_(None).get("/log/leaves").content == b""


def test_the_feed_has_every_head(acts, as_):
    feed = as_(None).get("/log/heads.atom").content.decode()
    assert "entries</title>" in feed
    assert tree.name() in feed


def test_the_program_is_ours_and_starts_by_itself(as_):
    content = as_(None).get("/log/parley_verify.py").content.decode()
    compile(content, "parley_verify.py", "exec")
    assert "import parley" not in content
    assert "from parley" not in content


def test_an_entry_links_its_proof(acts, as_):
    links = []

    class Links(HTMLParser):
        def handle_starttag(self, _, attrs):
            links.append(dict(attrs).get("href"))

    Links().feed(as_(None).get(f"/log/{acts[0].entry_id}").content.decode())
    assert {f"/log/{acts[0].entry_id}/proof", "/log/key", "/log/parley_verify.py"} <= set(links)
