"""Which incidents a toll over a period sums: those in its days and its area, with harm of its kind.

The toll is never joined with them, and never added to them; it may count others that no report tells of by themselves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tawatur.link.agreement import Level
from tawatur.link.days import say_days
from tawatur.link.places import agree_on_place
from tawatur.link.telling import Telling
from tawatur.records import Precision, Reason, Summed

LONGEST = 400  # days: "this year"; a longer stretch sums a war
_WITHIN = frozenset({Level.SAME, Level.ALIKE, Level.NEAR, Level.WITHIN})


def standing_toll_keys(toll: Telling) -> set[str]:
    """Under what happenings look for a toll; none for one of a whole country, or of no area that is known."""
    spot = toll.spot
    if spot is None or not toll.first or toll.last - toll.first > LONGEST or not _has_area(toll):
        return set()
    return {f"toll {month} {spot.country} {spot.admin1}" for month in _months(toll.first, toll.last)}


def looking_toll_keys(happening: Telling) -> set[str]:
    spot = happening.spot
    if spot is None or not happening.is_narrow or not spot.admin1:
        return set()
    return {
        f"toll {month} {spot.country} {spot.admin1}" for month in _months(happening.first, happening.last)
    }


def looking_happening_keys(toll: Telling) -> set[str]:
    """Under what a toll looks for the happenings that it may sum; as `blocks.standing_keys` has them."""
    spot = toll.spot
    if spot is None or not standing_toll_keys(toll):
        return set()
    area = f"{spot.country} {spot.admin1}"
    return {f"{how} {day} {area}" for day in range(toll.first, toll.last + 1) for how in ("in", "wide")}


def agree_on_sum(toll: Telling, incident: str, happenings: Iterable[Telling]) -> Summed | None:
    """Whether a toll sums an incident, by the first of its claims that lies within the toll."""
    if toll.days is None:
        return None
    kinds = {kind for kind, _, _ in toll.counts}
    for happening in sorted(happenings, key=lambda telling: telling.id):
        if happening.is_total or not happening.is_narrow:
            continue
        if not (toll.first <= happening.first and happening.last <= toll.last):
            continue
        shared = sorted(kinds & {effect.kind.value for effect in happening.claim.effects})
        if not shared:
            continue
        place = agree_on_place(toll, happening)
        if place.level in _WITHIN:
            why = (
                Reason("within_days", (say_days(toll.days),)),
                place.why,
                Reason("same_harm", (shared[0],)),
            )
            return Summed(toll=toll.id, incident=incident, why=why)
    return None


def _has_area(toll: Telling) -> bool:
    spot = toll.spot
    return spot is not None and spot.admin1 is not None and spot.wide in {None, Precision.PROVINCE}


def _months(first: int, last: int) -> range:
    one, other = dt.date.fromordinal(first), dt.date.fromordinal(last)
    return range(one.year * 12 + one.month, other.year * 12 + other.month + 1)
