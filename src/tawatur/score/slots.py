"""What a claim says in each slot, as units that can be counted, and when two places are one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from tawatur.score.documents import ClaimSlots, EffectSlot, PlaceSlot
from tawatur.score.spelling import is_one_name, key, party

Units: TypeAlias = "Counter[Hashable]"

SLOTS = ("type", "stance", "actors", "targets", "place", "date", "effects", "source")
NEAR_KM = 5.0


def units(claim: ClaimSlots, slot: str) -> Units:
    """The units of a slot; a score counts those that two claims share."""
    match slot:
        case "type":
            return Counter([claim.type])
        case "stance":
            return Counter([claim.stance or "asserted"])
        case "actors":
            return parties(claim.actors)
        case "targets":
            return parties(claim.targets)
        case "place":
            return Counter([key(claim.place.name)]) if claim.place else Counter()
        case "date":
            return Counter([claim.date]) if claim.date else Counter()
        case "effects":
            return Counter(_effect(effect) for effect in claim.effects or ())
        case _:
            return Counter([party(claim.source or "outlet")])


def count_agreeing(gold: ClaimSlots, predicted: ClaimSlots, slot: str) -> int:
    """How many units of a slot two paired claims share."""
    if slot == "place":
        return int(is_one_place(gold.place, predicted.place))
    wanted, found = units(gold, slot), units(predicted, slot)
    exact = (wanted & found).total()
    # A party that only the text names agrees where one name holds the other.
    rest = [value for value in (found - wanted).elements() if _is_named(value)]
    return exact + sum(
        any(_is_same_named(value, other) for other in rest)
        for value in (wanted - found).elements()
        if _is_named(value)
    )


def casualties(claims: Iterable[ClaimSlots]) -> Units:
    """The counts of people in a document, whatever claim they stand on."""
    return Counter(
        (effect.kind, party(effect.who or "unknown"), effect.low, effect.high)
        for effect in _effects(claims)
        if effect.low is not None
    )


def parties(values: Iterable[str] | None) -> Units:
    return Counter({party(value) for value in values or ()})


def is_one_place(gold: PlaceSlot | None, predicted: PlaceSlot | None) -> bool:
    if gold is None or predicted is None:
        return False
    if is_one_name(gold.name, predicted.name):
        return True
    km = _km(gold, predicted)
    return km is not None and km <= NEAR_KM


def likeness(left: Units, right: Units) -> float:
    """The share of units that two slots have in common; two empty slots are alike."""
    both = left.total() + right.total()
    return 2 * (left & right).total() / both if both else 1.0


def _effect(effect: EffectSlot) -> tuple[Hashable, ...]:
    return effect.kind, party(effect.who or "unknown"), effect.of, effect.low, effect.high


def _effects(claims: Iterable[ClaimSlots]) -> Iterator[EffectSlot]:
    for claim in claims:
        yield from claim.effects or ()


def _is_named(value: Hashable) -> bool:
    return isinstance(value, str) and ":" in value


def _is_same_named(left: Hashable, right: Hashable) -> bool:
    one, _, one_name = str(left).partition(":")
    other, _, other_name = str(right).partition(":")
    return one == other and is_one_name(one_name, other_name)


def _km(left: PlaceSlot, right: PlaceSlot) -> float | None:
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    one, other = math.radians(left.lat), math.radians(right.lat)
    half = (
        math.sin((other - one) / 2) ** 2
        + math.cos(one) * math.cos(other) * math.sin(math.radians(right.lon - left.lon) / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(half))
