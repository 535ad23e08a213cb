"""The figures of an incident as a chart: each voice's range on one axis per kind of harm, so that disagreement is seen at once.

Numbers from 0 to 100 for the template, which holds the marks; the words beside each mark say the same.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.records import Assessment, Count, EffectKind, Figure

_STEPS = (1, 2, 5)
_SHOWN_TICKS = 5
_DIGIT_EM = 0.62  # how wide a digit of the pages' letters is, and a separator at most
_APART_EM = 0.6  # the least that stays clear between two labels
_ROOMS_EM = (5, 8, 11, 15, 20, 26, 38)  # the widths that web/styles/incident.css asks the axis for


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


class Tick(NamedTuple):
    """A number on the axis. Its label is shown where the axis is `room` ems wide or more, so that labels never touch."""

    at: float
    number: int
    room: int


class Chart(NamedTuple):
    """All figures of one kind of harm, on one axis from 0."""

    kind: EffectKind
    most: int
    ticks: tuple[Tick, ...]
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
        rows = tuple(_build_rows(figure, end) for figure in _drop_repeated(figures))
        charts.append(Chart(kind, end, _build_ticks(end, step), rows))
    return charts


def _build_ticks(end: int, step: int) -> tuple[Tick, ...]:
    """From 0 to the end. On a narrow axis the middle stands with both ends, or the ends stand alone.

    >>> [(tick.number, tick.room) for tick in _build_ticks(20, 5)]
    [(0, 0), (5, 11), (10, 5), (15, 11), (20, 0)]
    >>> [(tick.number, tick.room) for tick in _build_ticks(3000, 1000)]
    [(0, 0), (1000, 20), (2000, 20), (3000, 0)]
    """
    parts = end // step
    return tuple(
        Tick(
            100 * n / parts,
            n * step,
            0 if n in (0, parts) else _choose_room(2 if 2 * n == parts else parts, end),
        )
        for n in range(parts + 1)
    )


def _choose_room(parts: int, end: int) -> int:
    """How many ems wide the axis must be for its last two labels, and so for all, to stand apart.

    The last stands inside the end, the one before it astride its place: between lies a part less a label and a half.
    """
    label = _DIGIT_EM * len(f"{end:,}")
    needed = parts * (1.5 * label + _APART_EM)
    return next((room for room in _ROOMS_EM if room >= needed), _ROOMS_EM[-1])


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
