"""Incidents through time: how many in each day, week or month, as numbers and as a picture."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from tawatur.serve.index import Index, Span
from tawatur.serve.query import State

Unit: TypeAlias = Literal["day", "week", "month"]
_MOST_DAYS, _MOST_WEEKS = 100, 160  # bins of a unit; more make the next unit


class Bin(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    first: dt.date
    last: dt.date  # inclusive
    count: int


class Timeline(msgspec.Struct, frozen=True):
    """`wide` are incidents whose day is known less well than the unit; they stand in no bin, nor do those without a day."""

    unit: Unit
    bins: tuple[Bin, ...]
    wide: int
    undated: int


def build_timeline(index: Index, state: State) -> Timeline:
    """Over all days, whichever the state asks for: what is brushed stays in sight with what lies beside it."""
    found = index.find(state.but(since=None, until=None))
    return index.remember(("timeline", found.bits), lambda: _build(index.count_days(found)))


def _build(days: Mapping[Span, int]) -> Timeline:
    undated = sum(count for (first, last), count in days.items() if first is None or last is None)
    dated = {(a, b): count for (a, b), count in days.items() if a is not None and b is not None}
    if not dated:
        return Timeline("day", (), 0, undated)
    unit = _choose_unit(
        {span: count for span, count in dated.items() if (span[1] - span[0]).days < 31} or dated
    )
    counts: Counter[dt.date] = Counter()
    wide = 0
    for (first, last), count in dated.items():
        start = _start(first, unit)
        # A night has two days; whoever knows no better than that knows the day.
        if start == _start(last, unit) or (last - first).days <= 1:
            counts[start] += count
        else:
            wide += count
    if not counts:
        return Timeline(unit, (), wide, undated)
    bins = []
    at, end = min(counts), max(counts)
    while at <= end:
        after = _next(at, unit)
        bins.append(Bin(at, after - dt.timedelta(1), counts[at]))
        at = after
    return Timeline(unit, tuple(bins), wide, undated)


def _choose_unit(dated: dict[tuple[dt.date, dt.date], int]) -> Unit:
    first, last = min(a for a, _ in dated), max(b for _, b in dated)
    length = (last - first).days
    return "day" if length < _MOST_DAYS else "week" if length < 7 * _MOST_WEEKS else "month"


@lru_cache(1 << 14)  # days come again and again
def _start(day: dt.date, unit: Unit) -> dt.date:
    if unit == "day":
        return day
    return day - dt.timedelta(day.weekday()) if unit == "week" else day.replace(day=1)


def _next(start: dt.date, unit: Unit) -> dt.date:
    if unit == "month":
        return (start.replace(day=28) + dt.timedelta(4)).replace(day=1)
    return start + dt.timedelta(1 if unit == "day" else 7)
