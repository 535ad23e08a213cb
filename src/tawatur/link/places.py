"""Whether two claims can speak of the same place."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.spots import Spot
from tawatur.link.telling import Telling
from tawatur.records import Precision

SAME_KM = 1.0  # two names of one spot
ALIKE_KM = 4.0  # a village and its outskirts
NEAR_KM = 12.0  # neighbouring villages that reports take for each other

_SILENT = Agreement(Level.UNKNOWN, "place_not_given")


def agree_on_place(left: Telling, right: Telling) -> Agreement:
    """A village and the province it lies in do not contradict each other, but agree little."""
    one, other = left.spot, right.spot
    if one is None or other is None:
        return _SILENT
    if one.country != other.country and one.country and other.country:
        return Agreement(Level.APART, "different_countries", (one.name, other.name))
    km = one.km_to(other)
    if one.wide or other.wide:
        return _agree_on_area(one, other, km)
    reach = max(one.reach, other.reach)
    if one.key == other.key:
        if km is not None and km > NEAR_KM + one.reach + other.reach:
            return Agreement(Level.APART, "namesakes", (one.name, km))
        if one.reach == other.reach:
            return Agreement(Level.SAME, "same_place", (one.name,))
        return Agreement(Level.ALIKE, "place_and_around", (one.name,))
    if km is None:
        return Agreement(Level.UNKNOWN, "place_not_known", (one.name, other.name))
    names = (one.name, other.name, km)
    if km <= SAME_KM and not reach:
        return Agreement(Level.SAME, "km_apart", names)
    if km <= ALIKE_KM:
        return Agreement(Level.ALIKE, "km_apart", names)
    if km <= NEAR_KM:
        return Agreement(Level.NEAR, "km_apart", names)
    if km <= reach:
        return Agreement(Level.WITHIN, "km_apart_wider", names)
    return Agreement(Level.APART, "km_apart", names)


def _agree_on_area(one: Spot, other: Spot, km: float | None) -> Agreement:
    """Where one report names a province, a region or a country."""
    wider, narrower = (one, other) if _rank(one) >= _rank(other) else (other, one)
    names = (wider.name, narrower.name)
    if wider.wide is Precision.COUNTRY:
        return Agreement(Level.WITHIN, "lies_in", names[::-1])
    if wider.wide is Precision.PROVINCE and wider.admin1 and narrower.admin1:
        if wider.admin1 == narrower.admin1:
            return Agreement(Level.WITHIN, "one_province", names)
        if km is None or km > wider.reach + narrower.reach:
            return Agreement(Level.APART, "different_provinces", names)
        return Agreement(Level.UNLIKE, "different_provinces", names)
    if one.key == other.key:
        return Agreement(Level.WITHIN, "only_in", (one.name,))
    if km is None:
        return Agreement(Level.UNKNOWN, "area_not_known", names)
    if km <= wider.reach + narrower.reach:
        return Agreement(Level.WITHIN, "may_hold", names)
    return Agreement(Level.APART, "km_apart", (*names, km))


def _rank(spot: Spot) -> int:
    return _WIDTH.index(spot.wide) if spot.wide else -1


_WIDTH = [Precision.PROVINCE, Precision.REGION, Precision.COUNTRY]
