"""Whether two claims can speak of the same day."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.telling import Telling, is_narrow
from tawatur.records import DayRange


def agree_on_day(left: Telling, right: Telling) -> Agreement:
    """Reports of one strike differ by a day when one is filed after midnight, so the next day is `NEAR`."""
    one, other = left.days, right.days
    if one is None or other is None:
        return Agreement(Level.UNKNOWN, "one report gives no day")
    gap = one.days_to(other)
    if gap > 1:
        return Agreement(Level.APART, f"{gap} days apart")
    if not (is_narrow(one) and is_narrow(other)):
        return Agreement(Level.UNKNOWN, "one report gives only a stretch of days")
    if gap == 1:
        return Agreement(Level.NEAR, f"{_said(one)} and {_said(other)}, a day apart")
    return Agreement(
        Level.SAME, f"both {_said(one)}" if one == other else f"{_said(one)} meets {_said(other)}"
    )


def _said(days: DayRange) -> str:
    return str(days.first) if days.first == days.last else f"{days.first} to {days.last}"
