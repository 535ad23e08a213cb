"""Days as people write them in a table: 28/11/2018, 28-11-2018, 11/28/2018, 2018/11/28, ISO.

The trap is 3/4/2018, which is two days. It is read as the other days of its column are written where they
leave no doubt, and never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from tawatur.arabic.fold import fold
from tawatur.errors import ReportError
from tawatur.read.lines import parse_day

_TIME = r"(?:[\s,،T]+\d{1,2}:\d{2}.{0,20})?"
_YEAR_LAST = re.compile(r"(\d{1,2})([/.\-\\])(\d{1,2})\2(\d{4})" + _TIME)
_YEAR_FIRST = re.compile(r"(\d{4})([/.\-\\])(\d{1,2})\2(\d{1,2})" + _TIME)
_LONGEST = 60  # letters


def find_order(days: Iterable[str]) -> bool | None:
    """Whether a column's days have the day first; None where no day tells, or they tell different things.

    >>> find_order(["3/4/2018", "28/11/2018"]), find_order(["11/28/2018"]), find_order(["3/4/2018"])
    (True, False, None)
    """
    told = set()
    for day in days:
        if found := _YEAR_LAST.fullmatch(_tidy(day)):
            first, second = int(found[1]), int(found[3])
            if max(first, second) > 12 >= min(first, second):  # a month is at most 12
                told.add(first > 12)
    return told.pop() if len(told) == 1 else None


def parse_written_day(written: str, *, day_first: bool | None) -> dt.date | None:
    """The day; `day_first` as `find_order` gave it for the column.

    >>> parse_written_day("٢٨/١١/٢٠١٨ 10:35", day_first=None), parse_written_day("3.4.2018", day_first=True)
    (datetime.date(2018, 11, 28), datetime.date(2018, 4, 3))
    """
    tidy = _tidy(written)
    if found := _YEAR_FIRST.fullmatch(tidy):
        return _build(written, int(found[1]), int(found[3]), int(found[4]))
    if not (found := _YEAR_LAST.fullmatch(tidy)):
        return parse_day(tidy)
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first > 12 or first == second:
        return _build(written, year, second, first)
    if second > 12:
        return _build(written, year, first, second)
    if day_first is None:
        raise ReportError(
            "ambiguous_date",
            f"`published` is {written[:40]!r}, the {first}th of month {second} or the {second}th of month {first}, "
            "and the other rows do not tell which. Write it as 2018-11-28.",
        )
    return _build(written, year, *((second, first) if day_first else (first, second)))


def _tidy(written: str) -> str:
    return fold(written[:_LONGEST]).strip()


def _build(written: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ReportError(
            "bad_date",
            f"`published` is {written[:40]!r}, which is no date. Write it as 2018-11-28, or leave it out.",
        ) from None
