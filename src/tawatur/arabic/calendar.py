"""The days that dates, months and weekdays cover: pure conversions, Gregorian and Hijri (Umm al-Qura)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence

from tawatur.records.claim import DayRange

HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables cover
YEARS = range(1900, 2101)


def parse_day(year: int, month: int, day: int, *, hijri: bool = False) -> dt.date | None:
    """The day, or None if the calendar has no such day.

    >>> parse_day(1440, 3, 20, hijri=True)
    datetime.date(2018, 11, 28)
    """
    try:
        return _from_hijri(year, month, day) if hijri else dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _from_hijri(year: int, month: int, day: int) -> dt.date:
    from hijridate import Hijri  # noqa: PLC0415 — few reports have a Hijri date; its tables load only then

    day_found = Hijri(year, month, day).to_gregorian()
    return dt.date(day_found.year, day_found.month, day_found.day)


def to_hijri(day: dt.date) -> tuple[int, int, int]:
    """Year, month and day by Umm al-Qura."""
    from hijridate import Gregorian  # noqa: PLC0415

    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return hijri.year, hijri.month, hijri.day


def month_range(year: int, month: int, *, hijri: bool = False) -> DayRange | None:
    """The first to the last day of a month."""
    first = parse_day(year, month, 1, hijri=hijri)
    if first is None:
        return None
    if hijri:
        following = parse_day(year + month // 12, month % 12 + 1, 1, hijri=True)
        return None if following is None else DayRange(first, following - dt.timedelta(1))
    return DayRange(first, first.replace(day=monthrange(year, month)[1]))


def months_back(day: dt.date, months: int) -> DayRange:
    """The whole month that lies `months` before the one of `day` (after it, if negative)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    whole = month_range(year, month + 1)
    assert whole is not None
    return whole


def year_range(year: int) -> DayRange:
    return DayRange(dt.date(year, 1, 1), dt.date(year, 12, 31))


def week_of(day: dt.date) -> DayRange:
    """The week, Sunday to Saturday, that holds a day; the week of the Arab press."""
    first = day - dt.timedelta((day.weekday() + 1) % 7)
    return DayRange(first, first + dt.timedelta(6))


def last_weekday(until: dt.date, weekday: int) -> dt.date:
    """The most recent such weekday up to and including `until`."""
    return until - dt.timedelta((until.weekday() - weekday) % 7)


def next_weekday(after: dt.date, weekday: int) -> dt.date:
    """The first such weekday after `after`."""
    return after + dt.timedelta((weekday - after.weekday() - 1) % 7 + 1)


def years_that_fit(weekday: int, month: int, day: int, years: Sequence[int]) -> list[int]:
    """The years, of those given, in which this day of this month falls on this weekday.

    >>> years_that_fit(2, 11, 28, range(2011, 2027))
    [2012, 2018]
    """
    fits = []
    for year in years:
        date = parse_day(year, month, day)
        if date is not None and date.weekday() == weekday:
            fits.append(year)
    return fits
