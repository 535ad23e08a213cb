"""Whether two claims count the same harm."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import EVERYBODY, Count, Group, Telling

MANY = 3  # one dead here and one dead there are easily two happenings; seven and seven are not
_NONE = Agreement(Level.UNKNOWN, "no_count")
_RANK = (Level.SAME, Level.ALIKE, Level.NEAR, Level.UNLIKE, Level.FAR)


def agree_on_counts(left: Telling, right: Telling) -> Agreement:
    """By the count that agrees best: sources differ and tolls rise, so that no difference is a bar."""
    best = _NONE
    for group in _shared(left, right):
        found = _compare(left.counts[group], right.counts[group], group)
        if best is _NONE or _RANK.index(found.level) < _RANK.index(best.level):
            best = found
    return best


def is_side_by_side(left: Telling, right: Telling) -> bool:
    """Whether the two give tolls of one kind and group that cannot be one toll."""
    return any(not _meet(left.counts[group], right.counts[group]) for group in _shared(left, right))


def _shared(left: Telling, right: Telling) -> list[Group]:
    """What both count: the people of one side where both give it, else everybody."""
    both = [group for group in left.counts if group in right.counts]
    of_sides = {group[:2] for group in both if group[2] != EVERYBODY}
    return [group for group in both if group[2] != EVERYBODY or group[:2] not in of_sides]


def _compare(one: Count, other: Count, group: Group) -> Agreement:
    what = "/".join(part for part in group[:2] if part)
    if one == other:
        level = Level.SAME if one[0] >= MANY else Level.ALIKE
        return Agreement(level, "same_count", (one[0], what))
    if _meet(one, other):
        return Agreement(Level.ALIKE, "counts_meet", (what,))
    low, high = sorted((one[0], other[0]))
    if (high - low <= 1 < low) or 3 * low >= 2 * high:  # one and two are no two counts of one toll
        return Agreement(Level.NEAR, "other_counts", (low, high, what))
    far = high >= 4 * low and high - low > 4
    return Agreement(Level.FAR if far else Level.UNLIKE, "other_counts", (low, high, what))


def _meet(one: Count, other: Count) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])
