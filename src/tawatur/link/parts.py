"""In which part of the work a key lies, so that claims that share a key meet there.

A key lies in exactly one part, and a claim goes to every part in which one of its keys lies: near the edge of a stretch of days, or of
an area, it goes to the part beyond as well. Any two claims that share a key therefore meet, wherever the cuts are
made; cuts decide on the size of the parts and on nothing else.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

HERE = -1  # the part of keys that no claim of another report has
PART = 25_000  # claims: some 200 MB while they are compared
_UNDATED = 2  # parts without a day that a claim goes to: by its words, its month, its province
_COARSE = 8  # cells of `blocks.py` to a side of an area: some 100 km
_OF_REPORT = frozenset({"report", "vague"})
_CELL = re.compile(r"(-?\d+) (-?\d+)")
_OF_DAY = frozenset({"wide", "in", "acts", "nowhere"})


@dataclass(frozen=True)
class Layout:
    """Where time is cut, into how many areas each stretch of days is, and how many parts hold what names no day."""

    cuts: tuple[int, ...]  # the first day of each stretch but the first
    areas: tuple[int, ...]  # for each stretch
    rest: int

    @property
    def parts(self) -> int:
        return self.dated + self.rest

    @cached_property
    def starts(self) -> list[int]:
        """The first part of each stretch of days."""
        return list(accumulate(self.areas, initial=0))

    @cached_property
    def dated(self) -> int:
        """How many parts hold what names a day."""
        return sum(self.areas)

    def part(self, key: str) -> int:
        head, _, rest = key.partition(" ")
        if head in _OF_REPORT:
            return HERE
        if head in _OF_DAY:
            head, _, rest = rest.partition(" ")
        elif not head.isdecimal():
            # Words, or a month with a place, which claims stand under by one name and look under by another: no day.
            return self.dated + _number(rest) % self.rest
        at = bisect_right(self.cuts, int(head))
        areas = self.areas[at]
        return self.starts[at] + (_number(_coarsen(rest)) % areas if areas > 1 else 0)


def build_layout(days: Iterable[tuple[int, int]], most: int = PART) -> Layout:
    """Parts of about `most` claims, by the number of claims of each first possible day; 0 stands for no day.

    What a day holds beyond that is cut by area.
    """
    counted = sorted((day, number) for day, number in days if number)
    cuts: list[int] = []
    sizes = [0]
    for day, number in counted:
        if day and sizes[-1] and sizes[-1] + number > most:
            cuts.append(day)
            sizes.append(0)
        sizes[-1] += number if day else 0
    undated = _UNDATED * sum(number for _, number in counted)
    return Layout(tuple(cuts), tuple(-(-size // most) or 1 for size in sizes), -(-undated // most) or 1)


def _coarsen(area: str) -> str:
    """The area that holds a cell; a place's name, a province or a party is its own."""
    cell = _CELL.fullmatch(area)
    return f"{int(cell[1]) // _COARSE} {int(cell[2]) // _COARSE}" if cell else area


def _number(text: str) -> int:
    return zlib.crc32(text.encode())
