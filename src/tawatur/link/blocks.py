"""Which claims are worth comparing: those that share a stretch of days and an area, a report, or their words.

A claim *stands* under some keys and *looks* under others. Looking is mutual: what one finds finds it too, so that
a claim that is new finds all that it could be joined with, and nothing else needs to be looked through.
"""

from __future__ import annotations

import datetime as dt
import math
import zlib
from collections.abc import Iterator

from tawatur.link.counts import MANY
from tawatur.link.sums import standing_toll_keys
from tawatur.link.telling import EVERYBODY, Telling
from tawatur.link.wording import LONG
from tawatur.records import Precision

# Cells of at least 12 km a side up to 40° north, so that neighbours in the sense of `places.py` lie in cells
# that touch.
_DOWN, _RIGHT = 0.12, 0.16
_AROUND = tuple((down, right) for down in (-1, 0, 1) for right in (-1, 0, 1))
_LONGEST = 62  # days: a longer stretch recalls too much to say which happening


def standing_keys(telling: Telling) -> set[str]:
    if telling.is_total:
        return standing_toll_keys(telling)
    keys = set(_of_words(telling))
    spot = telling.spot
    document = telling.claim.document
    keys.add(f"report {document}" if telling.is_narrow and spot else f"vague {document}")
    if not telling.first:
        return keys
    if not telling.is_narrow:
        if spot and telling.last - telling.first <= _LONGEST:
            keys.update(f"stretch {month} {spot.key}" for month in _months(telling))
        return keys
    keys.update(f"{'acts' if spot else 'nowhere'} {act}" for act in _acts(telling))
    if spot is None:
        return keys
    keys.update(f"month {month} {spot.key}" for month in _months(telling))
    area = f"{spot.country} {spot.admin1}"
    cell = _cell(telling)
    for day in range(telling.first, telling.last + 1):
        keys.add(f"{day} {spot.key}")
        if cell:
            keys.add(f"{day} {cell[0]} {cell[1]}")
        if spot.admin1:
            keys.add(f"wide {day} {area}" if spot.wide is Precision.PROVINCE else f"in {day} {area}")
    return keys


def looking_keys(telling: Telling) -> set[str]:
    keys = set(_of_words(telling))
    spot = telling.spot
    document = telling.claim.document
    keys.add(f"vague {document}")
    if not (telling.is_narrow and spot):
        keys.add(f"report {document}")
    if not telling.first:
        return keys
    if not telling.is_narrow:
        if spot and telling.last - telling.first <= _LONGEST:
            for month in _months(telling):
                keys.update((f"month {month} {spot.key}", f"stretch {month} {spot.key}"))
        return keys
    keys.update(f"nowhere {act}" for act in _acts(telling))
    if spot is None:
        keys.update(f"acts {act}" for act in _acts(telling))
        return keys
    keys.update(f"stretch {month} {spot.key}" for month in _months(telling))
    area = f"{spot.country} {spot.admin1}"
    cell = _cell(telling)
    for day in range(telling.first - 1, telling.last + 2):
        keys.add(f"{day} {spot.key}")
        if cell:
            keys.update(f"{day} {cell[0] + down} {cell[1] + right}" for down, right in _AROUND)
        if spot.admin1:
            keys.add(f"wide {day} {area}")
            if spot.wide is Precision.PROVINCE:
                keys.add(f"in {day} {area}")
    return keys


def number_key(key: str) -> int:
    """As a case keeps it. Two keys of one number bring up a few claims too many, which their points then send away."""
    return zlib.crc32(key.encode())


def _of_words(telling: Telling) -> Iterator[str]:
    if len(telling.quote) >= LONG:
        yield f"words {zlib.crc32(telling.quote.encode()):08x}{len(telling.quote)}"


def _acts(telling: Telling) -> Iterator[str]:
    """What a claim that names no place may be known by: the day with a party, or with a toll of some size."""
    for day in range(telling.first, telling.last + 1):
        for party in telling.actors | telling.targets:
            if party != "civilians":
                yield f"{day} {party}"
        for (kind, of, who), (low, _) in telling.counts.items():
            if of is None and who == EVERYBODY and low >= MANY:
                yield f"{day} {kind} {low}"


def _cell(telling: Telling) -> tuple[int, int] | None:
    spot = telling.spot
    if spot is None or spot.lat is None or spot.lon is None or spot.wide:
        return None
    return math.floor(spot.lat / _DOWN), math.floor(spot.lon / _RIGHT)


def _months(telling: Telling) -> list[int]:
    """The months that its days touch, numbered on."""
    first, last = dt.date.fromordinal(telling.first), dt.date.fromordinal(telling.last)
    return list(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))
