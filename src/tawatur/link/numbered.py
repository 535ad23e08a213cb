"""Claims by number, and all pairs of them that were found: sixteen bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import msgspec


class Pairs(msgspec.Struct, frozen=True):
    """Columns as they are sent."""

    left: bytes
    right: bytes
    points: bytes


class Columns:
    """Pairs of numbers with their points."""

    def __init__(self) -> None:
        self.left, self.right, self.points = array("I"), array("I"), array("d")

    def __len__(self) -> int:
        return len(self.left)

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self.left, self.right, self.points, strict=True)

    def add(self, left: int, right: int, points: float = 0.0) -> None:
        self.left.append(left)
        self.right.append(right)
        self.points.append(points)

    def pack(self) -> Pairs:
        return Pairs(self.left.tobytes(), self.right.tobytes(), self.points.tobytes())

    def take(self, pairs: Pairs, number: Sequence[int]) -> None:
        """Add pairs that were sent; `number` says what each of their numbers is here."""
        left, right = array("I"), array("I")
        left.frombytes(pairs.left)
        right.frombytes(pairs.right)
        self.left.extend(map(number.__getitem__, left))
        self.right.extend(map(number.__getitem__, right))
        self.points.frombytes(pairs.points)


class Met(msgspec.Struct, frozen=True):
    """Pairs that were found in one part, by the places of their claims in `ids`, which is sorted."""

    ids: tuple[str, ...]
    joins: Pairs
    near: Pairs  # worth a reviewer's look
    sums: Pairs  # a toll, and a happening that it may sum


class Numbered:
    """All claims, numbered in the order of their ids, tolls apart."""

    def __init__(self, happenings: Iterable[str], tolls: Iterable[str]) -> None:
        self.happenings, self.tolls = sorted(happenings), sorted(tolls)
        self.number = {claim: n for n, claim in enumerate(self.happenings)}
        self._toll = {claim: n for n, claim in enumerate(self.tolls)}
        self.joins, self.near, self.sums = Columns(), Columns(), Columns()
        # When each was first met in a part: what is near in time has near ranks.
        self.rank = array("I", [0]) * len(self.happenings)
        self._met = 0

    def take(self, met: Met) -> None:
        number = [self._place(claim) for claim in met.ids]
        self.joins.take(met.joins, number)
        self.near.take(met.near, number)
        self.sums.take(met.sums, number)

    def _place(self, claim: str) -> int:
        n = self.number.get(claim)
        if n is None:
            return self._toll[claim]
        if not self.rank[n]:
            self._met += 1
            self.rank[n] = self._met
        return n

    def connect(self) -> array[int]:
        """For each claim the smallest of all that pairs connect with it."""
        root = array("I", range(len(self.happenings)))

        def find(claim: int) -> int:
            while root[claim] != claim:
                root[claim] = root[root[claim]]
                claim = root[claim]
            return claim

        for left, right in zip(self.joins.left, self.joins.right, strict=True):
            one, other = find(left), find(right)
            if one != other:
                root[max(one, other)] = min(one, other)
        for claim in range(len(root)):
            root[claim] = find(claim)
        return root

    def by_rank(self) -> list[int]:
        """All claims, those together that are near in time."""
        return sorted(range(len(self.happenings)), key=self.rank.__getitem__)
