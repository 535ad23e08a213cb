import hashlib

from hypothesis import given
from hypothesis import strategies as st

from tawatur.store.merkle import merkle_root


def leaf(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def by_the_book(leaves):
    """RFC 6962, 2.1, as it is written: split at the largest power of two below the number."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaf(leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node(by_the_book(leaves[:k]), by_the_book(leaves[k:]))


@given(st.lists(st.binary(max_size=8), max_size=40))
def test_the_root_is_the_one_that_the_standard_defines(leaves):
    assert merkle_root(leaves) == by_the_book(leaves).hex()


def test_a_leaf_cannot_be_passed_off_as_a_node():
    joined = leaf(b"a") + leaf(b"b")
    assert merkle_root([joined]) != merkle_root([b"a", b"b"])
