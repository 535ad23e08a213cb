"""Whether two claims name the same hands, and the same people harmed.

Who did it and who was hit is what sources dispute most, so that naming others is never a bar.
"""

from __future__ import annotations

from functools import cache

from tawatur.link.agreement import Agreement, Level
from tawatur.link.sides import load_sides
from tawatur.link.telling import Telling
from tawatur.records import ClaimType

# Both sides act: who attacked whom is told as either side sees it.
_MUTUAL = frozenset(
    {ClaimType.ARMED_CLASH, ClaimType.TERRITORY_CHANGE, ClaimType.NEGOTIATION, ClaimType.RELEASE}
)

_NOBODY = Agreement(Level.UNKNOWN, "nobody_named")
_NO_VICTIM = Agreement(Level.UNKNOWN, "nobody_hit")


def agree_on_parties(left: Telling, right: Telling) -> Agreement:
    """By those who acted; in a fight both sides act, and either report may name but one of them."""
    one, other = left.actors, right.actors
    if one and other and not one.isdisjoint(other):
        return Agreement(Level.SAME, "same_party", (min(one & other),))
    if not (one.isdisjoint(right.struck) and other.isdisjoint(left.struck)):
        both = sorted((one & right.struck) | (other & left.struck))
        if left.kind in _MUTUAL and right.kind in _MUTUAL:
            return Agreement(Level.UNLIKE, "in_the_fight", (both[0],))
        return Agreement(Level.OPPOSED, "acted_and_struck", (both[0],))
    if not one or not other:
        return _NOBODY
    return _compare(one, other)


@cache
def _compare(one: frozenset[str], other: frozenset[str]) -> Agreement:
    sides = load_sides()
    for party in sorted(one):
        for its in sorted(other):
            if sides.is_kin(party, its):
                return Agreement(Level.SAME, "one_party", (party, its))
    blocs = {sides.bloc(party): party for party in sorted(one)}
    for its in sorted(other):
        if (ally := blocs.get(sides.bloc(its))) is not None:
            return Agreement(Level.ALIKE, "allies", (ally, its))
    return Agreement(Level.UNLIKE, "other_parties", (min(one), min(other)))


def agree_on_people(left: Telling, right: Telling) -> Agreement:
    """By those who were hit: targets, and those whom the counts count."""
    one, other = left.targets, right.targets
    if not one or not other:
        return _NO_VICTIM
    if not one.isdisjoint(other):
        return Agreement(Level.SAME, "same_people", (min(one & other),))
    return Agreement(Level.UNLIKE, "other_people", (min(one), min(other)))
