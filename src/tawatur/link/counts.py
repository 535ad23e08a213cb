"""Whether two claims count the same harm."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Count, Telling

MANY = 3  # one dead here and one dead there are easily two happenings; seven and seven are not
_NONE = Agreement(Level.UNKNOWN, "they share no count")
_RANK = (Level.SAME, Level.ALIKE, Level.NEAR, Level.UNLIKE)


def agree_on_counts(left: Telling, right: Telling) -> Agreement:
    """By the count that agrees best: sources differ and tolls rise, so that no difference is a bar."""
    best: Agreement | None = None
    for group, one in left.counts.items():
        other = right.counts.get(group)
        if other is None:
            continue
        found = _compare(one, other, group)
        if best is None or _RANK.index(found.level) < _RANK.index(best.level):
            best = found
    return best or _NONE


def is_side_by_side(left: Telling, right: Telling) -> bool:
    """Whether the two give tolls of one kind and group that cannot be one toll."""
    for group, one in left.counts.items():
        other = right.counts.get(group)
        if other is not None and not _meet(one, other):
            return True
    return False


def _compare(one: Count, other: Count, group: tuple[str, str | None]) -> Agreement:
    what = " ".join(part for part in (group[1], group[0]) if part)
    if one == other:
        level = Level.SAME if one[0] >= MANY else Level.ALIKE
        return Agreement(level, "both count {} {}", (one[0], what))
    if _meet(one, other):
        return Agreement(Level.ALIKE, "their counts of {} meet", (what,))
    low, high = sorted((one[0], other[0]))
    if high - low <= 1 or 3 * low >= 2 * high:
        return Agreement(Level.NEAR, "{} and {} {}", (low, high, what))
    return Agreement(Level.UNLIKE, "{} and {} {}", (low, high, what))


def _meet(one: Count, other: Count) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])
