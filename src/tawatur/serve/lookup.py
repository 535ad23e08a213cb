"""The incidents that hold some words: those in which the machine put the claims, but for claims that reviewers moved.

What the machine left does not change while it is served, so what was looked up is kept whatever is judged. Only the
incidents that a moved claim left, or went to, are seen to anew.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tawatur.serve.bits import to_bits, to_bits_of_flags
from tawatur.serve.kept import Kept

_KEPT = 64  # searches: a page asks for its list, its map and its timeline at once
NOWHERE = -1


class _Hits(NamedTuple):
    rows: int  # the set of those that the machine put the claims in
    claims: array[int]  # by number, the lowest first


class Moved(NamedTuple):
    """Claims that do not stand where the machine put them, and what stood beside them."""

    left: int  # the set of the rows that one was moved from
    standing: tuple[
        tuple[int, int], ...
    ]  # claims that were moved, or are left in such a row, each with its row


class Lookup:
    def __init__(self, kept: Kept, row_of: Sequence[int], size: int) -> None:
        """`row_of` has the row of each claim by its number, or `NOWHERE`; `size` is how many rows there are."""
        self._kept, self._row_of, self._size = kept, row_of, size
        self._look_up = lru_cache(_KEPT)(self._look_up_anew)

    def find(self, expression: str, moved: Moved) -> int:
        """The set of the rows that hold what an FTS5 expression asks for."""
        hits = self._look_up(expression)
        if not moved.standing and not moved.left:
            return hits.rows
        rows = [row for claim, row in moved.standing if _is_in(hits.claims, claim)]
        return hits.rows & ~moved.left | to_bits(rows, max(rows, default=0) + 1)

    def lay_over(self, rows: Mapping[int, int]) -> Moved:
        """What was moved, where these claims stand in these rows."""
        left = {self._row_of[claim] for claim in rows} - {NOWHERE}
        beside = {claim: row for row in left for claim in self._claims_of(row)}
        standing = {**beside, **rows}
        return Moved(
            to_bits(left, self._size),
            tuple((claim, row) for claim, row in sorted(standing.items()) if row != NOWHERE),
        )

    def _look_up_anew(self, expression: str) -> _Hits:
        claims = self._kept.search(expression)
        flags = bytearray(self._size + 1)  # the last is `NOWHERE`'s
        for row in set(map(self._row_of.__getitem__, claims)):
            flags[row] = 1
        return _Hits(to_bits_of_flags(bytes(flags[: self._size])), array("q", claims))

    @cached_property
    def _by_row(self) -> list[int]:
        return sorted(range(len(self._row_of)), key=self._row_of.__getitem__)

    def _claims_of(self, row: int) -> Iterator[int]:
        first = bisect_left(self._by_row, row, key=self._row_of.__getitem__)
        end = bisect_right(self._by_row, row, lo=first, key=self._row_of.__getitem__)
        return iter(self._by_row[first:end])


def _is_in(claims: array[int], claim: int) -> bool:
    n = bisect_left(claims, claim)
    return n < len(claims) and claims[n] == claim
