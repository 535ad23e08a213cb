"""Which claims are worth comparing: those that share a place and a day, a document, or their words."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, product

from tawatur.arabic.fold import fold_phrase
from tawatur.link.telling import Telling, is_narrow

_CELL = 0.2  # degrees, some 20 km; two grids, half a cell apart, so that neighbours share a cell of one


def build_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs of places in the list that share a block and not a voice, each once, in order.

    What one voice lists in one report is never one happening, so a report of a thousand claims costs
    no more than its claims.
    """
    blocks: dict[Hashable, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks[key][telling.voice].append(at)
    pairs = {
        (min(left, right), max(left, right))
        for voices in blocks.values()
        for one, other in combinations(voices.values(), 2)
        for left, right in product(one, other)
    }
    yield from sorted(pairs)


def _keys(telling: Telling) -> set[Hashable]:
    keys: set[Hashable] = {("document", telling.claim.document), ("words", telling.words)}
    days = telling.days
    if days and is_narrow(days):
        span = (days.last - days.first).days + 2  # and the next day, where a late report stands
        for n in range(span):
            day = days.first + dt.timedelta(n)
            keys.update((day, where) for where in _areas(telling))
    return keys


def _areas(telling: Telling) -> Iterator[Hashable]:
    if telling.claim.place is None:
        return
    place = telling.claim.place.value
    yield fold_phrase(place.name)
    if place.lat is not None and place.lon is not None:
        for down in (0.0, 0.5):
            for right in (0.0, 0.5):
                yield down, right, math.floor(place.lat / _CELL + down), math.floor(place.lon / _CELL + right)
