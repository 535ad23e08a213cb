"""Reports that gather a day's happenings under the names of places: `حلب::قصف …`, each item a happening of its own.

What one item tells says nothing of the next: whoever bombed in Damascus did not bomb in Aleppo, and no two of them tell
one happening.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.placed import Placed
    from tawatur.segment.words import Words

_HEAD = 4  # words of a head at most: ريف دمشق الغربي
_HEADS = 2  # of different places that make a digest


class Digest:
    """Where the items of one report begin, and the heads that they stand under."""

    def __init__(self, words: Words, places: Iterable[Placed]) -> None:
        heads = _find_heads(words, {p.begin: p for p in places})
        self._items: list[int] = []
        self._heads: list[int] = []
        if len(set(heads.values())) < _HEADS:
            return
        self._heads = sorted(heads)
        lines = (s for s, (first, _) in enumerate(words.sentences) if "\n" in words.gaps[first])
        self._items = sorted({*self._heads, *(s for s in lines if s > self._heads[0])})

    def item_of(self, sentence: int) -> int:
        """The first sentence of the item in which a sentence stands; 0 where the report is no digest."""
        n = bisect_right(self._items, sentence)
        return self._items[n - 1] if n else 0

    def head_of(self, sentence: int) -> int:
        """The first sentence under the same head."""
        n = bisect_right(self._heads, sentence)
        return self._heads[n - 1] if n else 0


def _find_heads(words: Words, places: dict[int, Placed]) -> dict[int, str]:
    """Sentences that begin with the name of a place and a colon, and the name."""
    heads: dict[int, str] = {}
    for sentence, (first, last) in enumerate(words.sentences):
        place = places.get(first)
        if place is None:
            continue
        colon = next(
            (i for i in range(first + 1, min(first + _HEAD + 1, last)) if ":" in words.gaps[i]), None
        )
        if colon is not None and place.last <= colon:
            heads[sentence] = place.name
    return heads
