"""The timeline as bars of an SVG: numbers for the template, which holds the marks."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tawatur.serve.timeline import Bin, Timeline

WIDTH, HEIGHT = 1000, 90  # of the picture; the page scales it
_MOST_TICKS = 5


class Bar(NamedTuple):
    bin: Bin
    x: float
    y: float
    width: float
    height: float
    is_in: bool  # within the days that are asked for


class Tick(NamedTuple):
    x: float
    day: dt.date


class Picture(NamedTuple):
    timeline: Timeline
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    most: int


def draw_timeline(timeline: Timeline, since: dt.date | None, until: dt.date | None) -> Picture:
    """Time runs from left to right; the template mirrors the whole where the page is read from the right."""
    bins = timeline.bins
    if not bins:
        return Picture(timeline, (), (), 0)
    step = WIDTH / len(bins)
    most = max(one.count for one in bins)
    bars = tuple(
        Bar(
            one,
            round(n * step, 2),
            round(HEIGHT - HEIGHT * one.count / most, 2),
            round(max(step * 0.9, 0.5), 2),
            round(HEIGHT * one.count / most, 2),
            (since is None or one.last >= since) and (until is None or one.first <= until),
        )
        for n, one in enumerate(bins)
    )
    every = -(-len(bins) // _MOST_TICKS)
    ticks = tuple(Tick(round(n * step, 2), bins[n].first) for n in range(0, len(bins), every))
    return Picture(timeline, bars, ticks, most)
