"""Which entries that bear one name are one place to a reader, and which are rivals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.gazetteer.distance import km_between
from tawatur.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from tawatur.find.place_weights import Weighed
    from tawatur.gazetteer.entry import Entry

_MOST_CANDIDATES = 5  # that a claim keeps
_ONE_PLACE_KM = 8.0  # two entries nearer than this are one place to a reader
_NAMED_FOR = frozenset({"province", "district"})


def is_one_place(one: Entry, other: Entry) -> bool:
    """Whether a reader need not tell the two apart: near each other, or a town and what is named for it."""
    if one.country != other.country:  # Jerusalem is one city, whoever counts it as whose
        return (
            one.point is not None
            and other.point is not None
            and km_between(one.point, other.point) <= _ONE_PLACE_KM
        )
    if one.kind == "country" or other.kind == "country":
        return True
    same = one.admin1 == other.admin1
    if same and (one.kind in _NAMED_FOR or other.kind in _NAMED_FOR):
        return True
    if one.point is None or other.point is None:
        return same
    reach = max(_ONE_PLACE_KM, min(KINDS[one.kind].radius_km, KINDS[other.kind].radius_km))
    return km_between(one.point, other.point) <= reach


def distinct(ranked: list[Weighed]) -> list[Weighed]:
    """The best entry of each place, for as many as a claim keeps."""
    kept: list[Weighed] = []
    for one in ranked:
        if not any(is_one_place(one.entry, other.entry) for other in kept):
            kept.append(one)
            if len(kept) == _MOST_CANDIDATES:
                break
    return kept
