"""Whether two claims can speak of the same kind of happening, by the same hands, with the same harm."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling
from tawatur.records import Claim, ClaimType, Effect

# Reports of one happening choose among these: who did not see it takes a drone for a jet, an attack that
# took a village for a clash, the dead of a shelling for killed.
_FAMILIES = tuple(
    frozenset(map(ClaimType, family.split()))
    for family in (
        "airstrike drone_strike shelling chemical_attack killing",
        "airstrike drone_strike shelling destruction",
        "bombing suicide_attack landmine killing",
        "armed_clash territory_change killing suicide_attack",
        "killing execution",
        "abduction arrest",
        "release negotiation surrender",
    )
)


def agree_on_kind(left: Telling, right: Telling) -> Agreement:
    one, other = left.claim.type.value, right.claim.type.value
    if one is other:
        return Agreement(Level.SAME, f"both {one.value.replace('_', ' ')}")
    if any(one in family and other in family for family in _FAMILIES):
        return Agreement(Level.NEAR, f"{one.value.replace('_', ' ')} and {other.value.replace('_', ' ')}")
    return Agreement(Level.APART, f"{one.value} is no {other.value}")


def agree_on_parties(left: Telling, right: Telling) -> Agreement:
    """Who did it is what sources dispute most, so that naming others is no bar."""
    one, other = _actors(left.claim), _actors(right.claim)
    if not one or not other:
        return Agreement(Level.UNKNOWN, "one report names nobody")
    shared = sorted(one & other)
    if shared:
        return Agreement(Level.SAME, f"both name {shared[0]}")
    return Agreement(Level.NEAR, "they name different parties")


def agree_on_effects(left: Telling, right: Telling) -> Agreement:
    counted = [
        (one, other)
        for one in left.claim.effects
        for other in right.claim.effects
        if one.kind is other.kind and one.of == other.of and one.low is not None and other.low is not None
    ]
    if not counted:
        return Agreement(Level.UNKNOWN, "they share no count")
    for one, other in counted:
        if (one.low, one.high) == (other.low, other.high):
            return Agreement(Level.SAME, f"both count {one.low} {one.kind.value}")
    if any(_meet(one, other) for one, other in counted):
        return Agreement(Level.NEAR, "their counts meet")
    return Agreement(Level.UNKNOWN, "their counts differ")  # no bar: sources differ, and tolls rise


def _actors(claim: Claim) -> set[str]:
    return {said.value for said in claim.actors} - {"unknown"}


def _meet(one: Effect, other: Effect) -> bool:
    highs = [effect.high for effect in (one, other) if effect.high is not None]
    return max(one.low or 0, other.low or 0) <= min(highs, default=10**9)
