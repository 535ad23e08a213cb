"""Whether two claims can speak of the same kind of happening."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling
from tawatur.records import ClaimType

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
        "release negotiation surrender",
    )
)
# Kinds by which people come to harm: a report may see in one violent event another kind than the next does.
_VIOLENT = frozenset(
    map(
        ClaimType,
        "airstrike drone_strike shelling chemical_attack killing execution bombing suicide_attack landmine"
        " armed_clash territory_change".split(),
    )
)
# One side's arrest is the other's abduction; but a report may well tell of both.
_HELD = {ClaimType.ARREST, ClaimType.ABDUCTION}


def agree_on_kind(left: Telling, right: Telling) -> Agreement:
    return _TABLE[left.kind, right.kind]


def _compare(one: ClaimType, other: ClaimType) -> Agreement:
    names = (one.value, other.value)
    if one is other:
        return Agreement(Level.SAME, "same_kind", names[:1])
    if any(one in family and other in family for family in _FAMILIES):
        return Agreement(Level.NEAR, "kinds_alike", names)
    if one in _VIOLENT and other in _VIOLENT:
        return Agreement(Level.UNLIKE, "other_kinds", names)
    if {one, other} == _HELD:
        return Agreement(Level.UNLIKE, "kinds_as_told", names)
    return Agreement(Level.APART, "kinds_exclude", names)


_TABLE = {(one, other): _compare(one, other) for one in ClaimType for other in ClaimType}
