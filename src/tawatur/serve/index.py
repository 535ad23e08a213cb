"""Every incident in memory, laid out so that a filter with all its counts takes milliseconds.

For each value of each facet the index holds the set of its rows (`bits`). A filter is an intersection of such
sets, and the count beside a value is the size of one more. The rows themselves come from the case (`rows`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, islice
from typing import NamedTuple

from tawatur.serve.bits import to_bits, to_flags, to_rows
from tawatur.serve.query import FACETS, Box, Sort, State
from tawatur.serve.rows import NONE, Row

ANY = "any"  # of what is contested: whatever it is
PER_PAGE = 50
_SEARCHES = 64  # whose sets are kept: a page asks for its list, its map and its timeline at once
_SEEDS = 8  # whose orders are kept
_NO_DAY = dt.date.min


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a facet, and how many incidents would be left with it."""

    value: str
    count: int


class Found(NamedTuple):
    """What a state lets through."""

    bits: int
    total: int


class Index:
    def __init__(self, rows: Sequence[Row], search: Callable[[str], Iterable[int]]) -> None:
        """`search` gives the numbers of the rows that hold all of some words."""
        self.rows = list(rows)
        self.size = len(self.rows)
        self.number = {row.id: n for n, row in enumerate(self.rows)}
        self.search_by(search)
        self._all = (1 << self.size) - 1
        # By seed and number of rows: who has this index with other rows has it too, since numbers stay.
        self._lots: dict[tuple[int, int], list[int]] = {}
        self._values: dict[str, dict[str, int]] = {
            facet: self._build_facet(values) for facet, values in _VALUES.items()
        }
        self._orders: dict[Sort, list[int]] = {
            sort: sorted(range(self.size), key=lambda n: key(self.rows[n])) for sort, key in _KEYS.items()
        }

    def search_by(self, search: Callable[[str], Iterable[int]]) -> None:
        """Look words up so from now on."""
        self._search = lru_cache(_SEARCHES)(lambda asked: to_bits(search(asked), self.size))

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
        other.rows, other.number = list(self.rows), dict(self.number)
        other._values = {facet: dict(values) for facet, values in self._values.items()}  # noqa: SLF001
        other._orders = {sort: list(order) for sort, order in self._orders.items()}  # noqa: SLF001
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
            for value in set(_VALUES[facet](row)):
                values[value] ^= bit
        for order in self._orders.values():
            order.remove(n)

    def _put_in(self, row: Row, n: int | None) -> None:
        if n is None:
            n = self.number[row.id] = self.size
            self.rows.append(row)
            self.size += 1
        self.rows[n] = row
        self._all |= 1 << n
        for facet, values in self._values.items():
            for value in _VALUES[facet](row):
                values[value] = values.get(value, 0) | 1 << n
        for sort, order in self._orders.items():
            insort(order, n, key=lambda n, key=_KEYS[sort]: key(self.rows[n]))  # type: ignore[misc]

    def find(self, state: State) -> Found:
        bits = self._all
        for part in self._parts(state).values():
            bits &= part
        return Found(bits, bits.bit_count())

    def waiting(self, found: Found, doubt: str) -> Found:
        """Those of them that have a doubt about them (`DOUBTS`), or that are done."""
        bits = found.bits & self._values[_DOUBT].get(doubt, 0)
        return Found(bits, bits.bit_count())

    def but(self, found: Found, others: Found) -> Found:
        bits = found.bits & ~others.bits
        return Found(bits, bits.bit_count())

    def has(self, found: Found, id_: str) -> bool:
        n = self.number.get(id_)
        return n is not None and bool(found.bits >> n & 1)

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
        return compress(self.rows, to_flags(found.bits, self.size))

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
        return to_bits(
            (
                n
                for n, row in enumerate(self.rows)
                if row.first is not None and row.last is not None and row.last >= low and row.first <= high
            ),
            self.size,
        )

    def _inside(self, box: Box) -> int:
        west, south, east, north = box
        across = west > east
        return to_bits(
            (
                n
                for n, row in enumerate(self.rows)
                if row.lat is not None
                and row.lon is not None
                and south <= row.lat <= north
                and ((row.lon >= west or row.lon <= east) if across else west <= row.lon <= east)
            ),
            self.size,
        )

    def _build_facet(self, values: Callable[[Row], Iterable[str]]) -> dict[str, int]:
        members: dict[str, list[int]] = defaultdict(list)
        for n, row in enumerate(self.rows):
            for value in values(row):
                members[value].append(n)
        return {value: to_bits(members[value], self.size) for value in sorted(members)}

    def in_lots(self, found: Found, seed: int) -> Iterator[Row]:
        """In an order that nobody chose and everybody with the seed has."""
        order = self._lots.get((seed, self.size))
        if order is None:
            lots = [hashlib.sha256(f"{seed} {row.id}".encode()).digest() for row in self.rows]
            order = sorted(range(self.size), key=lots.__getitem__)
            if len(self._lots) >= _SEEDS:
                self._lots.clear()
            self._lots[seed, self.size] = order
        flags = to_flags(found.bits, self.size)
        return (self.rows[n] for n in order if flags[n])

    def _sorted(self, found: Found, sort: Sort) -> Iterator[int]:
        flags = to_flags(found.bits, self.size)
        return (n for n in self._orders[sort] if flags[n])


def rows_of(index: Index, bits: int) -> Iterator[int]:
    return to_rows(bits, index.size)


# What makes an incident worth a reviewer's look, and whether one has looked.
DONE = "done"
DOUBTS: dict[str, Callable[[Row], bool]] = {
    "contested": lambda row: bool(row.contested) or row.grade == "contested",
    "weak": lambda row: row.grade in ("weak", NONE),
    "unresolved": lambda row: row.lat is None or row.first is None,
    "changed": lambda row: "changed" in row.review,
    DONE: lambda row: not {"reviewed", "rejected"}.isdisjoint(row.review),
}
_DOUBT = "doubt"  # kept as a facet is, and no facet: no address asks for it

_VALUES: dict[str, Callable[[Row], Iterable[str]]] = {
    "kind": lambda row: (row.type,),
    "harm": lambda row: row.harms or (NONE,),
    "grade": lambda row: (row.grade,),
    "contested": lambda row: (ANY, *row.contested) if row.contested else (NONE,),
    "party": lambda row: row.parties or (NONE,),
    "area": lambda row: row.area or (NONE,),
    "source": lambda row: row.sources,
    "publisher": lambda row: row.publishers,
    "review": lambda row: row.review or (NONE,),
    _DOUBT: lambda row: tuple(doubt for doubt, has in DOUBTS.items() if has(row)),
}


def _newest(row: Row) -> tuple[int, str]:
    return (-(row.last or _NO_DAY).toordinal(), row.id)


_KEYS: dict[Sort, Callable[[Row], tuple[object, ...]]] = {
    "newest": _newest,
    "oldest": lambda row: (row.first is None, row.first or _NO_DAY, row.id),
    "killed": lambda row: (-((row.killed[1] or row.killed[0] or 0) if row.killed else 0), *_newest(row)),
    "disputed": lambda row: (-row.gap, not row.contested, *_newest(row)),
    "reports": lambda row: (-row.reports, *_newest(row)),
}
