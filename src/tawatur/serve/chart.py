"""The figures of an incident as a chart: each voice's range on one axis per kind of harm, so that disagreement is seen at once.

Numbers from 0 to 100 for the template, which holds the marks; the words beside each mark say the same.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.records import Assessment, Count, EffectKind, Figure

_STEPS = (1, 2, 5)
_SHOWN_TICKS = 5


class Range(NamedTuple):
    """What one voice gives, as a bar from `start` over `width`; a voice that gives no number has none."""

    voice: str
    counts: tuple[Count, ...]  # of which the last was given last
    start: float
    width: float
    is_point: bool
    is_open: bool  # "at least": it goes on
    is_upto: bool  # "at most"
    is_counted: bool


class Rows(NamedTuple):
    figure: Figure
    ranges: tuple[Range, ...]
    is_apart: bool  # whether two of its ranges do not meet


class Chart(NamedTuple):
    """All figures of one kind of harm, on one axis from 0."""

    kind: EffectKind
    most: int
    ticks: tuple[tuple[float, int], ...]
    rows: tuple[Rows, ...]


def build_charts(drawn: Assessment) -> list[Chart]:
    """One for each kind of harm that anybody counts, the gravest first.

    Where each voice counts one group alone, everybody's figure says what the groups' do, and is left out.
    """
    charts = []
    for kind in EffectKind:
        figures = [figure for figure in drawn.figures if figure.kind is kind]
        if not figures:
            continue
        most = max(
            (n for f in figures for c in f.counts for n in (c.low, c.high) if n is not None), default=0
        )
        step = _choose_step(most)
        end = max(step, -(-most // step) * step)
        ticks = tuple((100 * n / end, n) for n in range(0, end + 1, step))
        rows = tuple(_build_rows(figure, end) for figure in _drop_repeated(figures))
        charts.append(Chart(kind, end, ticks, rows))
    return charts


def _drop_repeated(figures: list[Figure]) -> list[Figure]:
    groups = {(f.counts) for f in figures if f.who is not None}
    return [f for f in figures if f.who is not None or f.counts not in groups]


def _build_rows(figure: Figure, end: int) -> Rows:
    voices = list(dict.fromkeys(count.voice for count in figure.counts))
    ranges = tuple(
        _build_range(voice, [count for count in figure.counts if count.voice == voice], end)
        for voice in voices
    )
    counted = [one for one in ranges if one.is_counted]
    spans = [(one.start, 100.0 if one.is_open else one.start + one.width) for one in counted]
    apart = any(a[1] < b[0] or b[1] < a[0] for a in spans for b in spans)
    return Rows(figure, ranges, apart)


def _build_range(voice: str, counts: list[Count], end: int) -> Range:
    """Of the counts that stand; of a voice that took all back, of all."""
    now = [count for count in counts if not count.earlier] or counts
    lows = [count.low for count in now if count.low is not None]
    highs = [count.high for count in now if count.high is not None]
    known = [*lows, *highs]
    if not known:
        return Range(
            voice, tuple(counts), 0, 0, is_point=False, is_open=False, is_upto=False, is_counted=False
        )
    is_open = any(count.low is not None and count.high is None for count in now)
    is_upto = not lows
    low, high = (0 if is_upto else min(known)), max(known)
    return Range(
        voice,
        tuple(counts),
        round(100 * low / end, 2),
        round(100 * (high - low) / end, 2),
        is_point=low == high and not is_open,
        is_open=is_open,
        is_upto=is_upto,
        is_counted=True,
    )


def _choose_step(most: int) -> int:
    """The roundest step that makes at most so many ticks.

    >>> [_choose_step(most) for most in (0, 3, 14, 90, 1200)]
    [1, 1, 5, 50, 500]
    """
    scale = 1
    while True:
        for step in _STEPS:
            if most <= step * scale * (_SHOWN_TICKS - 1):
                return step * scale
        scale *= 10
