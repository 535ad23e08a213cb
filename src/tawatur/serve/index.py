"""Every incident in memory, laid out so that a filter with all its counts takes milliseconds.

For each value of each facet the index holds the set of its rows (`bits`). A filter is an intersection of such
sets, and the count beside a value is the size of one more. The rows themselves come from the case (`rows`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import compress, islice
from typing import Any, NamedTuple, TypeAlias, TypeVar

from tawatur.serve.bits import to_bits, to_flags
from tawatur.serve.columns import Column
from tawatur.serve.facets import ALONE, ANY, DOUBT, ORDERS, VALUES
from tawatur.serve.query import FACETS, SORTS, Box, Sort, State
from tawatur.serve.rows import NONE, Row

PER_PAGE = 50
_SEEDS = 8  # whose orders are kept
_BUILT = 128  # things that are remembered of one index: the few views that many look at


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a facet, and how many incidents would be left with it."""

    value: str
    count: int


T = TypeVar("T")
Span: TypeAlias = tuple[dt.date | None, dt.date | None]  # the first day and the last
Spot: TypeAlias = tuple[float, float]  # longitude first


class Here(NamedTuple):
    """What lies at one point of the map."""

    incidents: int
    contested: int
    last: int  # the last of its rows


@dataclass(frozen=True, slots=True)
class Tallied:
    """A value of a facet by its incidents: how many, how many that have no other value, how many that are disputed."""

    value: str
    count: int
    alone: int
    disputed: int


class Found(NamedTuple):
    """What a state lets through."""

    bits: int
    total: int


class Index:
    def __init__(self, rows: Sequence[Row], search: Callable[[str], int]) -> None:
        """`search` gives the set of the rows that hold all of some words."""
        self.rows = list(rows)
        self.size = len(self.rows)
        self.number = {row.id: n for n, row in enumerate(self.rows)}
        self.search_by(search)
        self._all = (1 << self.size) - 1
        self._built: dict[Hashable, Any] = {}
        # By seed and number of rows: who has this index with other rows has it too, since numbers stay.
        self._lots: dict[tuple[int, int], array[int]] = {}
        self._drawing = threading.Lock()
        self._values: dict[str, dict[str, int]] = {
            facet: self._build_facet(values) for facet, values in VALUES.items()
        }
        self._spans: Column[Span] = Column(map(_span_of, self.rows))
        self._spots: Column[Spot | None] = Column(map(_spot_of, self.rows))
        self._orders = {sort: array("q", sorted(range(self.size), key=self._key(sort))) for sort in SORTS}

    def search_by(self, search: Callable[[str], int]) -> None:
        """Look words up so from now on."""
        self._search = search

    @property
    def total(self) -> int:
        """How many incidents there are."""
        return self._all.bit_count()

    def standing(self) -> Iterator[Row]:
        """Every incident, in the order of their numbers."""
        return self.rows_in(Found(self._all, self.total))

    def row(self, id_: str) -> Row | None:
        n = self.number.get(id_)
        return self.rows[n] if n is not None and self._all >> n & 1 else None

    def with_rows(self, changed: Mapping[str, Row | None]) -> Index:
        """Another index, in which some incidents are others, new, or (None) gone; the numbers of the rest stay.

        Who reads this one meanwhile reads it as it was.
        """
        other = copy(self)  # its own kind: it may touch what is private
        other.rows, other._built = list(self.rows), {}  # noqa: SLF001
        if not changed.keys() <= self.number.keys():
            other.number = dict(self.number)
        other._values = {facet: dict(values) for facet, values in self._values.items()}  # noqa: SLF001
        other._orders = {sort: order[:] for sort, order in self._orders.items()}  # noqa: SLF001
        other._spans, other._spots = self._spans.copy(), self._spots.copy()  # noqa: SLF001
        for id_, row in sorted(changed.items()):
            n = other.number.get(id_)
            if n is not None:
                other._take_out(n)  # noqa: SLF001
            if row is not None:
                other._put_in(row, n)  # noqa: SLF001
        return other

    def _take_out(self, n: int) -> None:
        row, bit = self.rows[n], 1 << n
        if not self._all & bit:
            return
        self._all ^= bit
        for facet, values in self._values.items():
            for value in set(VALUES[facet](row)):
                values[value] ^= bit
        for sort, order in self._orders.items():
            del order[bisect_left(order, ORDERS[sort](row), key=self._key(sort))]

    def _put_in(self, row: Row, n: int | None) -> None:
        if n is None:
            n = self.number[row.id] = self.size
            self.rows.append(row)
            self.size += 1
        self.rows[n] = row
        self._spans.put(n, _span_of(row))
        self._spots.put(n, _spot_of(row))
        self._all |= 1 << n
        for facet, values in self._values.items():
            for value in VALUES[facet](row):
                values[value] = values.get(value, 0) | 1 << n
        for sort, order in self._orders.items():
            insort(order, n, key=self._key(sort))

    def _key(self, sort: Sort) -> Callable[[int], tuple[Any, ...]]:
        """By what an order has the rows, by their numbers."""
        key, rows = ORDERS[sort], self.rows
        return lambda n: key(rows[n])

    def remember(self, key: Hashable, build: Callable[[], T]) -> T:
        """What was built of these rows under a key, built once; an index with other rows begins anew."""
        built = self._built
        if key in built:
            known: T = built[key]
            return known
        made = build()
        if len(built) >= _BUILT:
            built = self._built = {}
        built[key] = made
        return made

    def find(self, state: State) -> Found:
        bits = self._all
        for part in self._parts(state).values():
            bits &= part
        return Found(bits, bits.bit_count())

    def waiting(self, found: Found, doubt: str) -> Found:
        """Those of them that have a doubt about them (`DOUBTS`), or that are done."""
        bits = found.bits & self._values[DOUBT].get(doubt, 0)
        return Found(bits, bits.bit_count())

    def but(self, found: Found, others: Found) -> Found:
        bits = found.bits & ~others.bits
        return Found(bits, bits.bit_count())

    def page(self, found: Found, state: State, per_page: int = PER_PAGE) -> list[Row]:
        start = (state.page - 1) * per_page
        return [self.rows[n] for n in islice(self._sorted(found, state.sort), start, start + per_page)]

    def all_of(self, found: Found, sort: Sort = "newest") -> Iterator[Row]:
        return (self.rows[n] for n in self._sorted(found, sort))

    def facets(self, state: State) -> dict[str, list[Counted]]:
        """For each facet its values, the commonest first: each with what the rest of the state leaves of it.

        Values that nothing is left of are dropped, but for those that are asked for.
        """
        parts = self._parts(state)
        asked = tuple(state.asked(facet) for facet in FACETS)
        return self.remember(("facets", *parts.items(), asked), lambda: self._count_facets(state, parts))

    def _count_facets(self, state: State, parts: Mapping[str, int]) -> dict[str, list[Counted]]:
        counted: dict[str, list[Counted]] = {}
        for facet in FACETS:
            rest = self._all
            for name, part in parts.items():
                if name != facet:
                    rest &= part
            counts = [
                Counted(value, (bits & rest).bit_count()) for value, bits in self._values[facet].items()
            ]
            known = self._values[facet].keys()
            counts += [Counted(value, 0) for value in state.asked(facet) if value not in known]
            kept = [one for one in counts if one.count or one.value in state.asked(facet)]
            counted[facet] = sorted(kept, key=lambda one: (one.value == NONE, -one.count, one.value))
        return counted

    def rows_in(self, found: Found) -> Iterator[Row]:
        """In the order of their numbers."""
        return compress(self.rows, self.flags(found))

    def flags(self, found: Found) -> bytes:
        """A byte a row, by its number: 1 where it was found."""
        return to_flags(found.bits, self.size)

    def count_days(self, found: Found) -> dict[Span, int]:
        """How many of them lie between which two days."""
        return self._spans.count(found.bits)

    def count_spots(self, found: Found) -> dict[Spot | None, Here]:
        """How many of them lie at each point; under None those that have no place."""
        contested = self._spots.count(found.bits & self._values["contested"].get(ANY, 0))
        last = self._spots.last(found.bits)
        return {
            spot: Here(count, contested.get(spot, 0), last[spot])
            for spot, count in self._spots.count(found.bits).items()
        }

    def tally(self, facet: str) -> list[Tallied]:
        """The values of a facet with their incidents, the one with most first."""
        contested = self._values["contested"].get(ANY, 0)
        alone = self._values[ALONE].get(facet, 0)
        tallied = [
            Tallied(value, bits.bit_count(), (bits & alone).bit_count(), (bits & contested).bit_count())
            for value, bits in self._values[facet].items()
            if bits
        ]
        return sorted(tallied, key=lambda one: (-one.count, one.value))

    def values(self, facet: str) -> Iterable[str]:
        return self._values[facet].keys()

    def _parts(self, state: State) -> dict[str, int]:
        """What each part of the state lets through by itself."""
        parts: dict[str, int] = {}
        for facet in FACETS:
            if asked := state.asked(facet):
                bits = 0
                for value in asked:
                    bits |= self._values[facet].get(value, 0)
                parts[facet] = bits
        if state.since or state.until:
            parts["days"] = self._within(state.since, state.until)
        if state.bbox:
            parts["bbox"] = self._inside(state.bbox)
        if state.q:
            parts["q"] = self._search(state.q)
        return parts

    def _within(self, since: dt.date | None, until: dt.date | None) -> int:
        """The rows that may have been within these days; those without a day are in no stretch of days."""
        low, high = since or dt.date.min, until or dt.date.max

        def is_within(span: Span) -> bool:
            first, last = span
            return first is not None and last is not None and last >= low and first <= high

        return self._spans.find(is_within)

    def _inside(self, box: Box) -> int:
        west, south, east, north = box
        across = west > east

        def is_inside(spot: Spot | None) -> bool:
            if spot is None or not south <= spot[1] <= north:
                return False
            return (spot[0] >= west or spot[0] <= east) if across else west <= spot[0] <= east

        return self._spots.find(is_inside)

    def _build_facet(self, values: Callable[[Row], Iterable[str]]) -> dict[str, int]:
        members: dict[str, list[int]] = defaultdict(list)
        for n, row in enumerate(self.rows):
            for value in values(row):
                members[value].append(n)
        return {value: to_bits(members[value], self.size) for value in sorted(members)}

    def in_lots(self, found: Found, seed: int) -> Iterator[Row]:
        """In an order that nobody chose and everybody with the seed has."""
        with self._drawing:
            order = self._lots.get((seed, self.size))
            if order is None:
                lots = [hashlib.sha256(f"{seed} {row.id}".encode()).digest() for row in self.rows]
                order = array("q", sorted(range(self.size), key=lots.__getitem__))
                if len(self._lots) >= _SEEDS:
                    self._lots.clear()
                self._lots[seed, self.size] = order
        return (self.rows[n] for n in self._pick(found, order))

    def _sorted(self, found: Found, sort: Sort) -> Iterator[int]:
        return self._pick(found, self._orders[sort])

    def _pick(self, found: Found, order: Sequence[int]) -> Iterator[int]:
        """Those that were found, in an order of all."""
        flags = self.flags(found)
        return compress(order, map(flags.__getitem__, order))


def _span_of(row: Row) -> Span:
    return row.first, row.last


def _spot_of(row: Row) -> Spot | None:
    return None if row.lat is None or row.lon is None else (row.lon, row.lat)
