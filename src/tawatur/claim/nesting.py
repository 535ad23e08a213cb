"""Which place lies in which, and how fine each is: `في ريف حلب` and the village there that a later sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.gazetteer.distance import km_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft
    from tawatur.claim.placed import Placed

# fmt: off
_ORDER = (
    "point", "neighbourhood", "village", "about point", "about neighbourhood", "about village", "town", "about town",
    "area", "district", "province", "region", "country",
)
# fmt: on


def is_finest(mention: Placed, inside: list[Placed]) -> bool:
    return order_of(mention) <= min(order_of(m) for m in inside)


def order_of(mention: Placed) -> int:
    return _ORDER.index(mention.grain) if mention.grain in _ORDER else 2


def nesting_of(mention: Placed, inside: list[Placed]) -> tuple[bool, str]:
    """Whether it holds a finer place of the draft's sentences, and the finest that holds it there."""
    order = order_of(mention)
    holds, held_by = False, "none"
    widest = len(_ORDER)
    for other in inside:
        if other is mention:
            continue
        rank = order_of(other)
        if rank < order:
            holds = holds or lies_in(other, mention)
        elif order < rank < widest and lies_in(mention, other):
            held_by, widest = other.precision, rank
    return holds, held_by


_REACH = {  # km, by grain
    "town": 8.0, "about point": 5.0, "about neighbourhood": 5.0, "about village": 6.0, "about town": 30.0,
    "area": 30.0, "district": 30.0, "province": 60.0, "region": 150.0,
}  # fmt: skip


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
    return km_between((here.lat, here.lon), (there.lat, there.lon)) <= _REACH.get(outer.grain, 0.0)


def take_finer_place(draft: Draft, tellings: Iterable[Draft]) -> None:
    """Give a claim the place inside its own that another telling of it names: `في ريف حلب`, then `في قرية ...`."""
    for other in tellings:
        place = other.place
        if place is None or place.unresolved or not other.place_inside:
            continue
        if draft.place is None or (order_of(place) < order_of(draft.place) and lies_in(place, draft.place)):
            draft.place, draft.grounds["place"] = place, other.grounds["place"]
