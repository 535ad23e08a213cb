"""Whether two claims can speak of the same day."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling
from tawatur.records import DayRange

_SILENT = Agreement(Level.UNKNOWN, "one report gives no day")


def agree_on_day(left: Telling, right: Telling) -> Agreement:
    """Reports of one strike differ by a day when one is filed after midnight, so the next day is `NEAR`."""
    one, other = left.days, right.days
    if one is None or other is None:
        return _SILENT
    gap = max(left.first, right.first) - min(left.last, right.last)
    if gap > 1:
        return Agreement(Level.APART, "{} days apart", (gap,))
    if not (left.is_narrow and right.is_narrow):
        return Agreement(Level.WITHIN, "one report gives only a stretch of days")
    if gap == 1:
        return Agreement(Level.NEAR, "{} and {}, a day apart", (_Said(one), _Said(other)))
    if left.first == right.first and left.last == right.last:
        return Agreement(Level.SAME, "both {}", (_Said(one),))
    return Agreement(Level.ALIKE, "{} meets {}", (_Said(one), _Said(other)))


def say_days(days: DayRange) -> str:
    first, last = days.first, days.last
    return str(first) if first == last else f"{first} to {last}"


class _Said:
    """A stretch of days, put into words only where somebody asks."""

    __slots__ = ("days",)

    def __init__(self, days: DayRange) -> None:
        self.days = days

    def __str__(self) -> str:
        return say_days(self.days)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)
