"""Whether two claims speak of one happening: their agreements weighed, and why."""

from __future__ import annotations

import math
from typing import NamedTuple

from tawatur.link.agreement import Agreement, Level
from tawatur.link.counts import agree_on_counts
from tawatur.link.days import agree_on_day
from tawatur.link.kinds import agree_on_kind
from tawatur.link.parties import agree_on_parties, agree_on_people
from tawatur.link.places import agree_on_place
from tawatur.link.telling import Telling
from tawatur.link.weights import ASPECTS, Weights
from tawatur.link.wording import agree_on_company, agree_on_turn, agree_on_voice, agree_on_words
from tawatur.records import Reason

# In the order of ASPECTS. Those that most often keep a pair apart come first when it is weighed.
_AGREE = {
    "day": agree_on_day,
    "place": agree_on_place,
    "kind": agree_on_kind,
    "parties": agree_on_parties,
    "people": agree_on_people,
    "counts": agree_on_counts,
    "words": agree_on_words,
    "turn": agree_on_turn,
    "company": agree_on_company,
    "voice": agree_on_voice,
}
_IDLE = 0.1  # points: what weighs less explains nothing
_OWN_WORDS = frozenset({Level.SAME, Level.ALIKE})
_BARS = ("day", "place", "kind", "voice")
_REST = tuple(aspect for aspect in ASPECTS if aspect not in _BARS)


class Pair(NamedTuple):
    """Two claims and the points for their speaking of one happening."""

    points: float
    left: str
    right: str


def compare(left: Telling, right: Telling) -> dict[str, Agreement]:
    """Every agreement of two claims, by its name."""
    return {aspect: _AGREE[aspect](left, right) for aspect in ASPECTS}


def weigh(left: Telling, right: Telling, weights: Weights, least: float = -math.inf) -> float | None:
    """Points for one happening; None where the two can never stand in one incident, or cannot come to the least."""
    points = weights.start
    for aspect in _BARS:
        level = _AGREE[aspect](left, right).level
        if level is Level.APART:
            return None
        points += weights.points[aspect][level]
    if points + weights.most_of(_REST) < least:
        return None
    for aspect in _REST:
        points += weights.points[aspect][_AGREE[aspect](left, right).level]
    return points


def is_firm(left: Telling, right: Telling) -> bool:
    """Whether two claims that agree well may be joined by that alone.

    A report that names a province or a month agrees with too much that happened there and then: it is joined only
    by what is its own, a toll of some size, its words, or the company in which it is told.
    """
    one, other = left.spot, right.spot
    if left.is_narrow and right.is_narrow and one is not None and other is not None:
        if one.wide is None and other.wide is None:
            return True
        if left.claim.document == right.claim.document and one.key == other.key:
            return True
    return (
        agree_on_counts(left, right).level is Level.SAME
        or agree_on_words(left, right).level in _OWN_WORDS
        or agree_on_company(left, right).level is Level.SAME
    )


def explain(left: Telling, right: Telling) -> tuple[Reason, ...]:
    """What speaks for and against two claims being of one happening; what is silent is left out."""
    return tuple(
        agreement.why for agreement in compare(left, right).values() if agreement.level is not Level.UNKNOWN
    )


def explain_unsure(
    left: Telling, right: Telling, weights: Weights
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """What speaks for two claims that were not joined, and why they were not."""
    worth = [
        (agreement, weights.points[name][agreement.level]) for name, agreement in compare(left, right).items()
    ]
    speaks = tuple(agreement.why for agreement, points in worth if points > _IDLE)
    against = tuple(agreement.why for agreement, points in worth if points < -_IDLE)
    if weights.start + sum(points for _, points in worth) < 0:
        last = "too_little"
    else:
        last = "others_disagree" if is_firm(left, right) else "nothing_of_its_own"
    return speaks, (*against, Reason(last))
