"""Whether two claims can speak of the same day."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling
from tawatur.records import DayRange

_SILENT = Agreement(Level.UNKNOWN, "day_not_given")


def agree_on_day(left: Telling, right: Telling) -> Agreement:
    """Reports of one strike differ by a day when one is filed after midnight, so the next day is `NEAR`."""
    one, other = left.days, right.days
    if one is None or other is None:
        return _SILENT
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap > 1:
        return Agreement(Level.APART, "days_apart", (gap,))
    if not (left.is_narrow and right.is_narrow):
        return Agreement(Level.WITHIN, "day_in_a_stretch")
    if gap == 1:
        return Agreement(Level.NEAR, "day_after", (_Said(one), _Said(other)))
    if left.first == right.first and left.last == right.last:
        return Agreement(Level.SAME, "same_day", (_Said(one),))
    return Agreement(Level.ALIKE, "days_meet", (_Said(one), _Said(other)))


def say_days(days: DayRange) -> str:
    """Days as a reason keeps them: an ISO day, or an interval of two with a stroke between."""
    first, last = days.first, days.last
    return str(first) if first == last else f"{first}/{last}"


class _Said:
    """A stretch of days, put into words only where somebody asks."""

    __slots__ = ("days",)

    def __init__(self, days: DayRange) -> None:
        self.days = days

    def __str__(self) -> str:
        return say_days(self.days)
