"""Which place lies in which, and how fine each is: `في ريف حلب` and the village there that a later sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.placed import WIDEST
from tawatur.gazetteer.distance import km_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft
    from tawatur.claim.placed import Placed


def is_finest(mention: Placed, inside: list[Placed]) -> bool:
    return mention.order <= min([m.order for m in inside])


def nesting_of(mention: Placed, inside: list[Placed]) -> tuple[bool, str]:
    """Whether it holds a finer place of the draft's sentences, and the finest that holds it there."""
    order = mention.order
    holds, held_by = False, "none"
    widest = WIDEST
    for other in inside:
        if other is mention:
            continue
        rank = other.order
        if rank < order:
            holds = holds or lies_in(other, mention)
        elif order < rank < widest and lies_in(mention, other):
            held_by, widest = other.precision, rank
    return holds, held_by


_REACH = {  # km, by grain
    "town": 8.0, "about point": 5.0, "about neighbourhood": 5.0, "about village": 6.0, "about town": 30.0,
    "area": 30.0, "district": 30.0, "province": 60.0, "region": 150.0,
}  # fmt: skip
_NARROW = frozenset({"point", "neighbourhood", "village", "town"})
_SETTLED = frozenset({"village", "town"})
_ONE_SPOT = 2.0  # km
_A_DEGREE = 111.0  # km from one latitude to the next, a little less


def is_said_in(inner: Placed, outer: Placed) -> bool:
    """Whether the text says that one place lies in another: `بلدة هجين في ريف دير الزور`."""
    holder = inner.within
    while holder is not None:
        if holder is outer or holder.name == outer.name:
            return True
        holder = holder.within
    return False


def lies_in(inner: Placed, outer: Placed) -> bool:
    """Whether one place lies in a wider one, by what the text says or by where they are."""
    if is_said_in(inner, outer):
        return True
    here, there = inner.place, outer.place
    if here.country != there.country or here.country is None:
        return False
    if outer.precision == "country":
        return True
    if outer.precision in {"province", "region"} and here.admin1 and here.admin1 == there.admin1:
        return True
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return False
    reach = _REACH.get(outer.grain, 0.0)
    if abs(here.lat - there.lat) * _A_DEGREE > reach:  # spares most of them the arc
        return False
    return km_between((here.lat, here.lon), (there.lat, there.lon)) <= reach


def take_finer_place(draft: Draft, tellings: Iterable[Draft]) -> None:
    """Give a claim the place inside its own that another telling of it names: `في ريف حلب`, then `في قرية ...`."""
    for other in tellings:
        place = other.place
        if place is None or place.unresolved or not other.place_inside:
            continue
        if draft.place is None or (place.order < draft.place.order and lies_in(place, draft.place)):
            draft.place, draft.grounds["place"] = place, other.grounds["place"]


def is_narrow(place: Placed) -> bool:
    """Whether a strike that hit the place hit no other."""
    return place.precision in _NARROW


def are_two(place: Placed, other: Placed) -> bool:
    """Whether neither lies in the other; of two of one grain neither does, however near, unless the text says so."""
    here, there = {*place.name.split()}, {*other.name.split()}
    if here <= there or there <= here or _are_beside(place, other):  # الشعيرات, مطار الشعيرات, قاعدة الشعيرات
        return False
    if place.order == other.order:
        return not is_said_in(place, other) and not is_said_in(other, place)
    return not lies_in(place, other) and not lies_in(other, place)


def _are_beside(place: Placed, other: Placed) -> bool:
    """Whether two names stand for one spot, as far as the gazetteer can tell; two settlements have a spot each."""
    if {place.precision, other.precision} <= _SETTLED and place.best != other.best:
        return False
    here, there = place.place, other.place
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return False
    return km_between((here.lat, here.lon), (there.lat, there.lon)) <= _ONE_SPOT
