"""The tree's arithmetic, against the documents' examples and a second, slower way of computing the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import parley_verify
from parley.ledger import merkle

LEAVES = [bytes.fromhex(each) for each in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
)]  # fmt: skip
ROOTS = """
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()
"""Of the first 1, 2, … 8 of `LEAVES`: the values with which implementations of RFC 6962 are checked."""


def tree(leaves):
    nodes = {}
    for index, leaf in enumerate(leaves):
        nodes.update(merkle.completed_by(index, merkle.leaf_hash(leaf), nodes.__getitem__))
    return nodes.__getitem__


def slow(leaves):
    """The definition in RFC 9162, 2.1.1, word by word."""
    if not leaves:
        return merkle.EMPTY
    if len(leaves) == 1:
        return merkle.leaf_hash(leaves[0])
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return merkle.node_hash(slow(leaves[:half]), slow(leaves[half:]))


def test_roots_are_those_of_the_known_vectors():
    whole = tree(LEAVES)
    assert [merkle.hash_of((0, size), whole).hex() for size in range(1, 9)] == ROOTS
    assert merkle.hash_of((0, 0), whole).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_proofs_are_those_of_the_documents_example():
    """RFC 9162, 2.1.5: the tree of seven leaves."""
    assert merkle.inclusion(0, 7) == [(1, 2), (2, 4), (4, 7)]  # b, h, l
    assert merkle.inclusion(3, 7) == [(2, 3), (0, 2), (4, 7)]  # c, g, l
    assert merkle.inclusion(4, 7) == [(5, 6), (6, 7), (0, 4)]  # f, j, k
    assert merkle.inclusion(6, 7) == [(4, 6), (0, 4)]  # i, k
    assert merkle.consistency(3, 7) == [(2, 3), (3, 4), (0, 2), (4, 7)]  # c, d, g, l
    assert merkle.consistency(4, 7) == [(4, 7)]  # l
    assert merkle.consistency(6, 7) == [(4, 6), (6, 7), (0, 4)]  # i, j, k


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=60), st.data())
def test_every_proof_holds_and_no_changed_one_does(leaves, data):
    whole, size = tree(leaves), len(leaves)
    root = slow(leaves)
    assert merkle.hash_of((0, size), whole) == root
    index = data.draw(st.integers(0, size - 1))
    proof = [merkle.hash_of(part, whole) for part in merkle.inclusion(index, size)]
    leaf = merkle.leaf_hash(leaves[index])
    assert parley_verify.root_by_inclusion(leaf, index, size, proof) == root
    first = data.draw(st.integers(1, size))
    steps = [merkle.hash_of(part, whole) for part in merkle.consistency(first, size)]
    earlier = slow(leaves[:first])
    assert parley_verify.is_consistent(first, size, earlier, root, steps)
    assert not parley_verify.is_consistent(first, size, earlier[::-1], root, steps)
    assert not parley_verify.is_consistent(first, size, earlier, root[::-1], steps)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        bad = [*proof[:at], bytes([proof[at][0] ^ 1]) + proof[at][1:], *proof[at + 1 :]]
        assert parley_verify.root_by_inclusion(leaf, index, size, bad) != root
        assert parley_verify.root_by_inclusion(leaf, index, size, proof[:-1]) != root
        assert parley_verify.root_by_inclusion(leaf, index, size, [*proof, root]) is None
    if steps:
        at = data.draw(st.integers(0, len(steps) - 1))
        bad = [*steps[:at], bytes([steps[at][0] ^ 1]) + steps[at][1:], *steps[at + 1 :]]
        assert not parley_verify.is_consistent(first, size, earlier, root, bad)
        assert not parley_verify.is_consistent(first, size, earlier, root, steps[:-1])


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_there_is_no_proof_for_a_leaf_that_is_none(index, size):
    with pytest.raises(ValueError, match="no such leaf"):
        merkle.inclusion(index, size)


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (-1, 1)])
def test_there_is_no_proof_for_a_tree_that_was_none(first, second):
    with pytest.raises(ValueError, match="earlier tree"):
        merkle.consistency(first, second)
