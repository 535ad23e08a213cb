"""Whether two claims speak of one happening: their agreements weighed, and why in one line."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.link.agreement import Agreement, Level
from tawatur.link.days import agree_on_day
from tawatur.link.kinds import agree_on_effects, agree_on_kind, agree_on_parties
from tawatur.link.places import agree_on_place
from tawatur.link.telling import Telling

# Points for each level. Day, place and kind together are enough; a neighbouring day or place needs the
# parties or a count beside it.
_WEIGHTS: dict[str, dict[Level, int]] = {
    "day": {Level.SAME: 3, Level.NEAR: 1},
    "place": {Level.SAME: 3, Level.NEAR: 1},
    "kind": {Level.SAME: 2, Level.NEAR: 1},
    "parties": {Level.SAME: 1, Level.NEAR: -1},
    "effects": {Level.SAME: 2, Level.NEAR: 1},
    "words": {Level.SAME: 4},
}
ENOUGH = 7
_LONG = 40  # letters: shorter sentences are repeated without being copied


class Pair(NamedTuple):
    points: int
    left: str
    right: str
    why: str


def compare(left: Telling, right: Telling) -> Pair | None:
    """The pair with its points; None where the two are kept apart or too little speaks for them."""
    agreements = _agreements(left, right)
    if _is_apart(left, right, agreements):
        return None
    known_place = agreements["place"].level in {Level.SAME, Level.NEAR}
    if not (
        known_place or agreements["words"].level is Level.SAME or left.claim.document == right.claim.document
    ):
        return None
    points = sum(_WEIGHTS[name].get(agreement.level, 0) for name, agreement in agreements.items())
    if points < ENOUGH:
        return None
    why = "; ".join(
        agreement.why for name, agreement in agreements.items() if agreement.level in _WEIGHTS[name]
    )
    return Pair(points, left.claim.id, right.claim.id, why)


def is_apart(left: Telling, right: Telling) -> bool:
    """Whether two claims can never stand in one incident."""
    return _is_apart(left, right, _agreements(left, right))


def agree_on_words(left: Telling, right: Telling) -> Agreement:
    if left.words == right.words and len(left.words) >= _LONG:
        return Agreement(Level.SAME, "in the same words")
    return Agreement(Level.UNKNOWN, "in other words")


def _agreements(left: Telling, right: Telling) -> dict[str, Agreement]:
    return {
        "day": agree_on_day(left, right),
        "place": agree_on_place(left, right),
        "kind": agree_on_kind(left, right),
        "parties": agree_on_parties(left, right),
        "effects": agree_on_effects(left, right),
        "words": agree_on_words(left, right),
    }


def _is_apart(left: Telling, right: Telling, agreements: dict[str, Agreement]) -> bool:
    if any(agreement.level is Level.APART for agreement in agreements.values()):
        return True
    return left.voice == right.voice  # what one source lists side by side are happenings of their own
