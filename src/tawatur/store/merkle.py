"""A Merkle root over ordered leaves, as RFC 6962 builds it.

Two people who hold the same root hold the same leaves in the same order; leaves and inner nodes are
marked apart, so that no leaf can be passed off as a node.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def merkle_root(leaves: Iterable[bytes]) -> str:
    """The root in hex; of nothing, the hash of nothing.

    >>> merkle_root([]) == hashlib.sha256().hexdigest()
    True
    """
    peaks: list[tuple[int, bytes]] = []  # (height, hash), heights falling: one for each bit of the count
    for leaf in leaves:
        height, node = 0, hashlib.sha256(b"\x00" + leaf).digest()
        while peaks and peaks[-1][0] == height:
            node = _join(peaks.pop()[1], node)
            height += 1
        peaks.append((height, node))
    if not peaks:
        return hashlib.sha256().hexdigest()
    root = peaks.pop()[1]
    while peaks:
        root = _join(peaks.pop()[1], root)
    return root.hex()


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
