"""Where a road lies that is named by the two places that it joins: `طريق س - ص`."""

from __future__ import annotations

import msgspec

from tawatur.find.place_mentions import PlaceMention
from tawatur.gazetteer.distance import km_between
from tawatur.records.place import Place, Precision
from tawatur.segment.words import Words

_DASHES = frozenset("-–—ـ")
_BLANKS = frozenset(" \u00a0\u200e\u200f\"“”«»'")
_LONGEST_KM = 50.0  # the middle of a longer road says no more than its first end


def place_roads(mentions: list[PlaceMention], places: list[Place], words: Words) -> list[Place]:
    """The places, with each road that goes on behind a dash put half way between its ends."""
    for index in range(len(mentions) - 1):
        if mentions[index].kind == "road" and _goes_on(mentions[index], mentions[index + 1], words):
            places[index] = _half_way(places[index], places[index + 1])
    return places


def _goes_on(road: PlaceMention, end: PlaceMention, words: Words) -> bool:
    """Whether a dash and nothing else stands between a road's first end and the next place."""
    if end.first != road.last or not road.rows:
        return False
    gap = set(words.gaps[end.first])
    return not gap.isdisjoint(_DASHES) and gap <= _DASHES | _BLANKS


def _half_way(start: Place, end: Place) -> Place:
    if start.lat is None or start.lon is None or end.lat is None or end.lon is None:
        return start
    if not 0 < km_between((start.lat, start.lon), (end.lat, end.lon)) <= _LONGEST_KM:
        return start
    return msgspec.structs.replace(
        start,
        lat=round((start.lat + end.lat) / 2, 5),
        lon=round((start.lon + end.lon) / 2, 5),
        precision=Precision.AREA,
        reason=f"{start.reason}; half way to {end.name}",
    )
