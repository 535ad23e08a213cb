"""Whether two claims can speak of the same place."""

from __future__ import annotations

from tawatur.arabic.fold import fold_phrase
from tawatur.gazetteer.distance import km_between
from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling
from tawatur.records import Place, Precision

SAME_KM = 3.0  # a village and its outskirts
NEAR_KM = 10.0  # neighbouring villages that reports take for each other
_COARSE = {Precision.AREA, Precision.DISTRICT, Precision.PROVINCE, Precision.REGION, Precision.COUNTRY}
_AREA_KM = 60.0  # how far a place may lie from the middle of the area that another report names


def agree_on_place(left: Telling, right: Telling) -> Agreement:
    """A village and the province it lies in do not contradict each other, but do not agree either."""
    if left.claim.place is None or right.claim.place is None:
        return Agreement(Level.UNKNOWN, "one report names no place")
    one, other = left.claim.place.value, right.claim.place.value
    if one.country and other.country and one.country != other.country:
        return Agreement(Level.APART, f"{one.name} and {other.name} lie in different countries")
    coarse = one.precision in _COARSE or other.precision in _COARSE
    if fold_phrase(one.name) == fold_phrase(other.name):
        return _agree_on_namesakes(one, other)
    km = _km(one, other)
    if km is None:
        return Agreement(Level.UNKNOWN, f"whether {one.name} and {other.name} are one place is not known")
    if coarse:
        if km > _AREA_KM and one.admin1 != other.admin1:
            return Agreement(Level.APART, f"{one.name} and {other.name}, {km:.0f} km apart")
        return Agreement(Level.UNKNOWN, f"{one.name} and {other.name} may be one place")
    if km <= SAME_KM:
        return Agreement(Level.SAME, f"{one.name} and {other.name}, {km:.1f} km apart")
    if km <= NEAR_KM:
        return Agreement(Level.NEAR, f"{one.name} and {other.name}, {km:.0f} km apart")
    return Agreement(Level.APART, f"{one.name} and {other.name}, {km:.0f} km apart")


def _agree_on_namesakes(one: Place, other: Place) -> Agreement:
    km = _km(one, other)
    if km is not None and km > _AREA_KM:
        return Agreement(Level.APART, f"two places named {one.name}, {km:.0f} km apart")
    if Precision.PROVINCE in (one.precision, other.precision) or Precision.COUNTRY in (
        one.precision,
        other.precision,
    ):
        return Agreement(Level.UNKNOWN, f"both only in {one.name}")
    return Agreement(Level.SAME, f"both at {one.name}")


def _km(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return km_between((one.lat, one.lon), (other.lat, other.lon))
