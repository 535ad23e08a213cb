"""Find which text nodes of a page an extractor took, from the text that it gave.

An extractor drops and keeps nodes but hardly changes or moves them. So long nodes that stand
in its text anchor the alignment, the heaviest chain of them in order is believed, and short
nodes are looked for only between their neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

_DROPPED = re.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_ANCHOR = 25  # letters; shorter ones stand in menus and in reports alike
_OCCURRENCES = 4
_COMPARISONS_MOST = 10**9  # letters looked at, half a second; a long news page needs ten million
_ASIDE = 40  # letters of the extractor's text that may be passed over on the way to a short node


class _Anchor(NamedTuple):
    node: int
    start: int
    end: int


def letters_of(text: str) -> str:
    """The text without space and invisible marks, which extractors change at will."""
    return _DROPPED.sub("", text)


def align(nodes: list[str], extracted: str) -> tuple[list[int], float]:
    """The indexes of the nodes that were taken, in order, and the share of the extracted letters they explain."""
    given = letters_of(extracted)
    keys = [letters_of(node) for node in nodes]
    anchors = _heaviest_chain(_find_anchors(keys, given))
    taken: list[int] = []
    explained = 0
    bounds = [_Anchor(-1, 0, 0), *anchors, _Anchor(len(keys), len(given), len(given))]
    for left, right in pairwise(bounds):
        cursor = left.end
        for node in range(left.node + 1, right.node):
            key = keys[node]
            at = given.find(key, cursor, min(right.start, cursor + _ASIDE + len(key))) if key else -1
            if at >= 0 and (at == cursor or len(key) > 3):
                taken.append(node)
                explained += len(key)
                cursor = at + len(key)
        if right.node < len(keys):
            taken.append(right.node)
            explained += right.end - right.start
    return taken, explained / len(given) if given else 0.0


def _find_anchors(keys: list[str], given: str) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    long = [(node, key) for node, key in enumerate(keys) if len(key) >= _ANCHOR]
    if len(long) * len(given) > _COMPARISONS_MOST:
        return []
    for node, key in long:
        at = given.find(key)
        for _ in range(_OCCURRENCES):
            if at < 0:
                break
            anchors.append(_Anchor(node, at, at + len(key)))
            at = given.find(key, at + len(key))
    return anchors


def _heaviest_chain(anchors: list[_Anchor]) -> list[_Anchor]:
    """The anchors that follow one another in both texts and together hold the most letters."""
    ends: list[int] = []  # where chains end in the extracted text, ascending; weights ascend with them
    chains: list[tuple[int, int]] = []  # weight, index of the chain's last anchor
    before: list[int] = [-1] * len(anchors)
    # The longest stay of two that start a node at several places must be seen last, so that none follows itself.
    for index in sorted(range(len(anchors)), key=lambda i: (anchors[i].node, -anchors[i].start)):
        anchor = anchors[index]
        at = bisect_left(ends, anchor.start + 1) - 1
        weight = anchor.end - anchor.start
        if at >= 0:
            weight += chains[at][0]
            before[index] = chains[at][1]
        place = bisect_left(ends, anchor.end)
        if place > 0 and chains[place - 1][0] >= weight:
            continue
        if place < len(ends) and ends[place] == anchor.end and chains[place][0] >= weight:
            continue
        last = place
        while last < len(ends) and chains[last][0] <= weight:
            last += 1
        ends[place:last] = [anchor.end]
        chains[place:last] = [(weight, index)]
    chain: list[_Anchor] = []
    index = chains[-1][1] if chains else -1
    while index >= 0:
        chain.append(anchors[index])
        index = before[index]
    return chain[::-1]
