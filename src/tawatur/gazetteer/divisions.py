"""Which first-level division a place of a new table lies in, in the names that this gazetteer uses.

Tables write `Dayr az-Zawr` or `Deir-ez-Zor`, or a code; claims are held against each other by
division, so one name must stand for one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.entry import Entry, slug
from tawatur.gazetteer.spell import key_of, tokens_of

_FAR = 45.0  # km; a place farther than this from any known one is not said to share its division
_PLAIN_WORDS = ("محافظة", "ولاية", "إمارة", "منطقة", "مديرية", "قضاء")


class Divisions:
    """Names, codes and near places that tell a division."""

    def __init__(self, known: Iterable[Entry]) -> None:
        self._by_code: dict[str, str] = {}
        self._by_name: dict[tuple[str, str], str] = {}
        self._grid: dict[tuple[str, int, int], list[tuple[tuple[float, float], str]]] = defaultdict(list)
        for entry in known:
            if entry.kind == "province":
                self._by_code[entry.id.removeprefix("tawatur:").replace("-", ".").upper()] = entry.admin1
                self._by_name[entry.country, slug(entry.name_en)] = entry.admin1
                for form in entry.spellings:
                    self._by_name.setdefault((entry.country, key_of(tokens_of(form))), entry.admin1)
            elif entry.admin1 and entry.point is not None:
                self._grid[entry.country, *_cell(entry.point)].append((entry.point, entry.admin1))

    def of_code(self, code: str) -> str:
        """By GeoNames' code: `SY.07`."""
        return self._by_code.get(code, "")

    def of_name(self, country: str, *names: str) -> str:
        """By any of its names; the first of them as it stands where none is known."""
        for name in names:
            plain = name
            for word in _PLAIN_WORDS:
                plain = plain.removeprefix(word + " ")
            found = self._by_name.get((country, slug(name))) if slug(name) else None
            found = found or self._by_name.get((country, key_of(tokens_of(plain))))
            if found:
                return found
        return next((name for name in names if name), "")

    def nearest(self, country: str, point: tuple[float, float]) -> str:
        """That of the nearest known place of the country, if it is near."""
        row, column = _cell(point)
        best, division = _FAR, ""
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                for other, admin1 in self._grid.get((country, r, c), ()):
                    away = km_between(point, other)
                    if away < best:
                        best, division = away, admin1
        return division


def _cell(point: tuple[float, float]) -> tuple[int, int]:
    return math.floor(point[0] * 2), math.floor(point[1] * 2)
